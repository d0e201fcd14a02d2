import { isRecord } from '../base/shape.js';
import { begun, yuan } from '../explain/phrases.js';
import { word } from '../explain/vocabulary.js';
import { MODIFIERS } from '../nodes/modifiers.js';
import type { Describe, Locale } from '../nodes/node.js';
import { QUANTITIES } from '../nodes/quantities.js';
import { gateKind, measureKind } from '../nodes/registry.js';
import { declarationOf, declaredValue, ownerOf } from './declared-attributes.js';
import { resolve, type Choices } from './decisions.js';
import { absenceLines } from '../nodes/absence-words.js';
import type { AbsenceRule } from '../facts/absence-rule.js';
import type { SubjectKind } from '../facts/world.js';
import { classLine } from './describe-classes.js';
import {
  PER,
  budgetLine,
  payersLine,
  roundingLine,
  sayWords,
  stackingLines,
  timeWords,
} from './describe-terms.js';
import type {
  AttributeSpec,
  CareClassesSpec,
  DatedAmount,
  GateSpec,
  ModifierSpec,
  Pack,
  ProgramSpec,
  RateRow,
  StackingSpec,
} from './pack.types.js';

export { sayWords } from './describe-terms.js';

export interface ProgramDescription {
  readonly id: string;
  readonly title: string;
  readonly lines: readonly string[];
}

export interface PackDescription {
  readonly title: string;
  readonly where: string;
  readonly programs: readonly ProgramDescription[];
  readonly decisions: readonly string[];
}

const chosenOptions = (pack: Pack): Choices =>
  Object.fromEntries(
    (pack.decisions ?? []).flatMap(({ id, chosen }) => (chosen === null ? [] : [[id, chosen]])),
  );

function describer(
  careClasses: CareClassesSpec | null,
  locale: Locale,
  pack: Pick<Pack, 'attributes'>,
): Describe {
  const declared = (name: string, of?: SubjectKind): AttributeSpec | undefined =>
    of === undefined
      ? pack.attributes?.find((one) => one.name === name)
      : declarationOf(pack, ownerOf(of), name);
  const words: Describe = {
    locale,
    gate: (spec) => gateKind(spec.test)?.describe(spec as never, words) ?? spec.test,
    measure: (spec) => measureKind(spec.of)?.describe(spec as never, words) ?? spec.of,
    careClass: (id) => sayWords(careClasses?.names[id] ?? word(id, locale), locale),
    attribute: (name, of) => sayWords(declared(name, of)?.label, locale) || word(name, locale),
    attributeValue: (value, name, of) => declaredValue(declared(name, of), value, locale),
  };
  return words;
}

const CYCLE: Readonly<Record<string, string>> = {
  MONTH: 'monthly',
  QUARTER: 'every quarter',
  HALF_YEAR: 'every half-year',
  YEAR: 'yearly',
  ONCE: 'once',
};

function amounts(
  row: { fen?: number | null; dated?: readonly DatedAmount[]; range?: RateRow['range'] },
  isZh: boolean,
  unit: string,
): string {
  if (row.range !== undefined) {
    const { minFen, maxFen } = row.range;
    return isZh
      ? `${unit}${yuan(minFen)}至${yuan(maxFen)}元，由民政局决定`
      : `${yuan(minFen)} to ${yuan(maxFen)} yuan ${unit}, decided by the bureau`;
  }
  const unknown = isZh ? '金额未定' : 'amount not given';
  const one = (value: number | null | undefined): string =>
    value == null ? unknown : `${yuan(value)}${isZh ? '元' : ' yuan'}`;
  const whole = (money: string): string => (isZh ? `${unit}${money}` : `${money} ${unit}`);
  if (row.dated === undefined) {
    return row.fen == null ? `${unit}${isZh ? '，' : ': '}${unknown}` : whole(one(row.fen));
  }
  const dated = row.dated
    .map((dated) => {
      const from = dated.from == null ? '' : isZh ? `${dated.from}起` : `from ${dated.from} `;
      return `${from}${one(dated.fen)}`;
    })
    .join(isZh ? '，' : ', ');
  return whole(dated);
}

function rateLines(program: ProgramSpec, words: Describe): string[] {
  const isZh = words.locale === 'zh';
  const { rate } = program;
  if (rate == null) {
    return [];
  }
  const per = word(program.subject, words.locale);
  const every = `${PER[program.per]?.[isZh ? 0 : 1] ?? ''}${isZh ? `每${per}` : ` per ${per}`}`;
  // A rate is one of what is counted: of a meal, a visit, a head; without a quantity, of the line itself.
  const { quantity } = program;
  const counted = quantity?.count === 'measure' ? word(String(quantity.unit), words.locale) : null;
  const unit = counted === null ? every : isZh ? `每${counted}` : `per ${counted}`;
  if (rate.percentOf !== undefined) {
    const share = `${rate.percent ?? 100}%`;
    return [
      isZh
        ? `支付${words.measure(rate.percentOf)}的${share}`
        : `pays ${share} of ${words.measure(rate.percentOf)}`,
    ];
  }
  const rows: readonly RateRow[] = rate.rows ?? [rate as RateRow];
  return rows.map((row) => {
    const label =
      sayWords(row.label, words.locale) || (row.when === undefined ? '' : words.gate(row.when));
    const head = label === '' ? '' : isZh ? `${label}：` : `${label}: `;
    return `${head}${amounts(row, isZh, unit)}`;
  });
}

function modifierLine(modifier: ModifierSpec, words: Describe): string {
  const kind = MODIFIERS.find((candidate) => candidate.name === modifier.do);
  const when = modifier.when === undefined ? '' : words.gate(modifier.when);
  const label = sayWords(modifier.label, words.locale);
  const text = kind?.describe(modifier as never, words) ?? modifier.do;
  const isZh = words.locale === 'zh';
  const tail = [label, when].filter((part) => part !== '').join(isZh ? '，' : ', ');
  return tail === '' ? text : isZh ? `${text}（${tail}）` : `${text} (${tail})`;
}

/** Who pays, who is paid, and what is not known. */
function partyLines(program: ProgramSpec, { locale }: Describe): string[] {
  const isZh = locale === 'zh';
  const payee = sayWords(program.payee, locale);
  const later = program.afterMonths ?? 0;
  return [
    ...(later === 0
      ? []
      : [isZh ? `在竣工${later}个月后的当月支付` : `due ${later} months after completion`]),
    ...payersLine(program, locale),
    ...(payee === '' ? [] : [isZh ? `支付给${payee}` : `paid to ${payee}`]),
  ];
}

/** A choice that stands alone needs no brackets around it. */
const conditionOf = (gate: GateSpec, words: Describe): string =>
  gate.test === 'any' ? words.gate(gate).slice(1, -1) : words.gate(gate);

type Counted = ProgramSpec['quantity'];

/** What becomes of absences is told behind what is counted, rule by rule, also where they do not count. */
function quantityWords(
  quantity: Counted,
  locale: Locale,
): { readonly spec: Counted; readonly lines: readonly string[] } {
  const measure = isRecord(quantity?.measure) ? quantity.measure : null;
  const days = quantity?.count === 'residentMonths' ? quantity : measure;
  if (quantity === undefined || (days !== quantity && measure?.of !== 'residentDays')) {
    return { spec: quantity, lines: [] };
  }
  const absences = (days?.absences ?? 'NOT_COUNT') as AbsenceRule;
  const spec =
    days === quantity
      ? { ...quantity, absences: 'NOT_COUNT' }
      : { ...quantity, measure: { ...measure, absences: 'NOT_COUNT' } };
  return { spec, lines: absenceLines(absences, locale) };
}

function conditionLines(program: ProgramSpec, words: Describe): string[] {
  const isZh = words.locale === 'zh';
  const quantity = QUANTITIES.find((kind) => kind.name === program.quantity?.count);
  const { spec, lines } = quantityWords(program.quantity, words.locale);
  const gate = program.require == null ? '' : conditionOf(program.require, words);
  return [
    ...(gate === '' ? [] : [isZh ? `条件：${gate}` : `if: ${gate}`]),
    ...(quantity === undefined ? [] : [quantity.describe(spec as never, words), ...lines]),
    ...(program.adjust ?? []).flatMap((item) => (item === null ? [] : [modifierLine(item, words)])),
  ];
}

function termLines(
  program: ProgramSpec,
  { locale }: Describe,
  documents: Pack['documents'],
): string[] {
  const isZh = locale === 'zh';
  const per = program.cycle ?? program.per;
  const cycle = (isZh ? PER[per]?.[0] : CYCLE[per]) ?? '';
  const time = timeWords(program, locale);
  const { document, clause } = program.source;
  const title = sayWords(documents.find(({ id }) => id === document)?.title, locale);
  return [
    isZh ? `申报周期：${cycle}${time}` : `claimed ${cycle}${time}`,
    ...(program.unresolved ?? []).map(
      (item) => `${isZh ? '不能计算：' : 'refuses: '}${sayWords(item.what, locale)}`,
    ),
    `${isZh ? '依据：' : 'source: '}${title || document} ${clause}`,
  ];
}

/** The limits of the pack as its own decisions leave them, in words of one program. */
function limitLines(program: ProgramSpec, pack: Pack, locale: Locale): string[] {
  const found = resolve(pack.stacking ?? [], chosenOptions(pack)) as unknown;
  const rules = (Array.isArray(found) ? found : []).filter(isRecord) as unknown as StackingSpec[];
  const titleOf = (id: string): string =>
    sayWords(pack.programs.find((one) => one.id === id)?.title, locale) || id;
  return stackingLines(program, rules, titleOf, locale);
}

function describeProgram(
  program: ProgramSpec,
  words: Describe & { readonly careClasses: CareClassesSpec | null },
  pack: Pack,
): ProgramDescription {
  return {
    id: program.id,
    title: sayWords(program.title, words.locale),
    lines: [
      ...partyLines(program, words),
      ...rateLines(program, words),
      ...conditionLines(program, words),
      ...classLine(program, words.careClasses, words.locale),
      ...roundingLine(program, words.locale),
      ...budgetLine(program, words),
      ...limitLines(program, pack, words.locale),
      ...termLines(program, words, pack.documents),
    ].map(begun),
  };
}

/** In plain words: what the pack pays, to whom, when. */
export function describePack(pack: Pack, locale: Locale): PackDescription {
  const choices = chosenOptions(pack);
  const resolved = resolve(pack.careClasses ?? null, choices);
  const careClasses = isRecord(resolved) ? (resolved as unknown as CareClassesSpec) : null;
  const words = { ...describer(careClasses, locale, pack), careClasses };
  return {
    title: sayWords(pack.title, locale),
    where: sayWords(pack.jurisdiction.name, locale),
    programs: pack.programs.map((program) =>
      describeProgram(resolve(program, choices) as ProgramSpec, words, pack),
    ),
    decisions: (pack.decisions ?? []).map((decision) => {
      const option = decision.options.find((candidate) => candidate.id === decision.chosen);
      const answer =
        option === undefined ? (locale === 'zh' ? '未定' : 'open') : sayWords(option.text, locale);
      return `${decision.id} ${sayWords(decision.question, locale)} → ${answer}`;
    }),
  };
}

/** One condition in plain words, as the pack's own decisions leave it. */
export function describeGate(pack: Pack, gate: GateSpec, locale: Locale): string {
  const resolved = resolve(pack.careClasses ?? null, chosenOptions(pack));
  const careClasses = isRecord(resolved) ? (resolved as unknown as CareClassesSpec) : null;
  return begun(conditionOf(gate, describer(careClasses, locale, pack)));
}

/** A program with every question answered as the pack answers it. */
export const settledProgram = (pack: Pack, program: ProgramSpec): ProgramSpec =>
  resolve(program, chosenOptions(pack)) as ProgramSpec;
