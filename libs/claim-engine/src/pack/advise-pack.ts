import type { Params } from '../base/problem.js';
import { at, isRecord } from '../base/shape.js';
import { CATEGORY_CODES } from '../explain/vocabulary.js';
import { adviseAttributes } from './advise-attributes.js';
import { adviseBands } from './advise-bands.js';
import type { Pack } from './pack.types.js';

export const ADVICE_CODES = [
  'BANDS_OVERLAP',
  'BANDS_GAP',
  'ROW_NEVER_REACHED',
  'DATED_GAP',
  'PERCENT_AS_FRACTION',
  'FEN_AS_YUAN',
  'PARTS_NOT_HUNDRED',
  'CODE_UNUSUAL',
  'ABSENCE_OVER_YEAR',
  'COUNTS_EVERY_DAY',
  'ATTRIBUTE_WITHOUT_WORD',
  'ATTRIBUTE_OTHERWISE',
  'ATTRIBUTE_NOT_ASKED',
] as const;

/** What may be meant so, and is more often a mistake: the pack is taken all the same. */
export interface Advice {
  readonly path: string;
  readonly code: (typeof ADVICE_CODES)[number];
  readonly params: Params;
}

export type Advise = (path: string, code: Advice['code'], params: Params) => void;
type Part = Readonly<Record<string, unknown>>;

const MEALS = ['BREAKFAST', 'LUNCH', 'DINNER'];
const SHARES = ['occupancy', 'shareOfResidents'];
const LIMITS = ['atLeast', 'above', 'atMost', 'below'];
const isFraction = (value: unknown): value is number =>
  typeof value === 'number' && value > 0 && value < 1;

function adviseCodes(part: Part, path: string, advise: Advise): void {
  const isCategory = part.test === 'category';
  const codes = isCategory ? part.anyOf : part.of === 'meals' ? part.meals : null;
  if (!Array.isArray(codes)) {
    return;
  }
  const field = isCategory ? 'anyOf' : 'meals';
  codes.forEach((code: unknown, index) => {
    const isKnown = isCategory
      ? CATEGORY_CODES.includes(String(code))
      : MEALS.includes(String(code));
    if (typeof code === 'string' && !isKnown) {
      advise(at(at(path, field), index), 'CODE_UNUSUAL', {
        value: code,
        kind: isCategory ? 'category' : 'meal',
        known: isCategory ? [] : MEALS,
      });
    }
  });
}

function adviseFigures(part: Part, path: string, advise: Advise): void {
  if (isFraction(part.percent)) {
    advise(at(path, 'percent'), 'PERCENT_AS_FRACTION', { value: part.percent });
  }
  const isShare = isRecord(part.measure) && SHARES.includes(String(part.measure.of));
  if (part.test === 'compare' && isShare) {
    for (const limit of LIMITS.filter((name) => isFraction(part[name]))) {
      advise(at(path, limit), 'PERCENT_AS_FRACTION', { value: part[limit] as number });
    }
  }
}

/** One absence may be longer than the days of a year only where it runs from one year into the next. */
function adviseAbsences(part: Part, path: string, advise: Advise): void {
  const { perAbsence, perYear } = part;
  if (typeof perAbsence === 'number' && typeof perYear === 'number' && perAbsence > perYear) {
    advise(at(path, 'perAbsence'), 'ABSENCE_OVER_YEAR', { value: perAbsence, year: perYear });
  }
}

/** Days of operation without a measure of it are the days of the calendar, also those before the opening. */
function adviseOperation(part: Part, path: string, advise: Advise): void {
  const asked = ['mealsAtLeast', 'servicesAtLeast', 'residentsAtLeast'];
  if (part.of === 'operatingDays' && !asked.some((name) => part[name] !== undefined)) {
    advise(path, 'COUNTS_EVERY_DAY', { oneOf: asked });
  }
}

/** An amount of less than a yuan, once a month or a year, is one that was written in yuan. */
function adviseMoney({ programs }: Pack, advise: Advise): void {
  programs.forEach(({ rate, quantity, payers }, index) => {
    const path = `$.programs[${index}]`;
    const isPerPiece = isRecord(quantity) && quantity.count === 'measure';
    if (!isPerPiece && typeof rate?.fen === 'number' && rate.fen > 0 && rate.fen < 100) {
      advise(`${path}.rate.fen`, 'FEN_AS_YUAN', { value: rate.fen });
    }
    const parts = (payers ?? []).map((payer) => payer.parts);
    const sum = parts.reduce<number>((all, one) => all + (typeof one === 'number' ? one : 0), 0);
    if (parts.every((one) => typeof one === 'number') && sum >= 60 && sum <= 140 && sum !== 100) {
      advise(`${path}.payers`, 'PARTS_NOT_HUNDRED', { sum });
    }
  });
}

function adviseDated(part: Part, path: string, advise: Advise): void {
  const dated = (Array.isArray(part.dated) ? part.dated : []).filter(isRecord);
  dated.forEach(({ until }, index) => {
    const next = dated[index + 1]?.from;
    if (typeof until === 'string' && typeof next === 'string' && until < next) {
      advise(at(at(path, 'dated'), index), 'DATED_GAP', { from: until, until: next });
    }
  });
}

function visit(value: unknown, path: string, advise: Advise): void {
  if (Array.isArray(value)) {
    value.forEach((item, index) => {
      visit(item, at(path, index), advise);
    });
  } else if (isRecord(value)) {
    adviseCodes(value, path, advise);
    adviseFigures(value, path, advise);
    adviseDated(value, path, advise);
    adviseAbsences(value, path, advise);
    adviseOperation(value, path, advise);
    adviseBands(value, path, advise);
    for (const [key, item] of Object.entries(value)) {
      visit(item, at(path, key), advise);
    }
  }
}

/** Of a pack that may be loaded: what its author should look at once more. */
export function advisePack(pack: Pack): readonly Advice[] {
  const list: Advice[] = [];
  const advise: Advise = (path, code, params) => void list.push({ path, code, params });
  adviseMoney(pack, advise);
  visit(pack.programs, '$.programs', advise);
  adviseAttributes(pack, advise);
  return list;
}
