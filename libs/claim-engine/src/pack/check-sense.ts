import type { Problems } from '../base/problem.js';
import { at, isRecord } from '../base/shape.js';
import { checkAbsences } from './check-absences.js';
import { checkRate } from './check-rate.js';
import type { Pack, ProgramSpec, StackingSpec } from './pack.types.js';

type Part = Readonly<Record<string, unknown>>;
type Check = (part: Part, path: string, problems: Problems) => void;

const LIMITS = ['atLeast', 'above', 'atMost', 'below'];
const isGiven = (part: Part, field: string): boolean => part[field] !== undefined;

/** A question without a limit asks nothing, and one with the limits the wrong way round nobody passes. */
function checkLimits(part: Part, path: string, problems: Problems): void {
  const isAttribute = part.test === 'attribute' && isGiven(part, 'in');
  const own = part.test === 'age' ? ['atLeast', 'below'] : LIMITS;
  if (!isAttribute && !own.some((field) => isGiven(part, field))) {
    problems.add(path, 'MISSING', { oneOf: part.test === 'attribute' ? ['in', ...own] : own });
    return;
  }
  const low = part.atLeast ?? part.above;
  const high = part.atMost ?? part.below;
  if (typeof low === 'number' && typeof high === 'number') {
    const isOpen = isGiven(part, 'above') || isGiven(part, 'below');
    if (low > high || (low === high && isOpen)) {
      problems.add(path, 'NOTHING_BETWEEN', { low, high });
    }
  }
}

const NEEDED: Readonly<Record<string, string>> = {
  ANNIVERSARY: 'months',
  DAYS: 'days',
  COUNTED_MONTHS: 'countedMonths',
};

/** A threshold of the guide's own would be paid by nobody's document. */
function checkThreshold(part: Part, path: string, problems: Problems): void {
  const needed = NEEDED[String(part.method)];
  if (needed !== undefined && !isGiven(part, needed)) {
    problems.add(at(path, needed), 'MISSING');
  }
  // Months that are counted are always so many or more.
  if (part.method === 'COUNTED_MONTHS' && isGiven(part, 'passes')) {
    problems.add(at(path, 'passes'), 'NO_EFFECT', { only: 'method: ANNIVERSARY / DAYS' });
  }
}

function checkMonths(part: Part, path: string, problems: Problems): void {
  if (part.partial === 'DAYS_AT_LEAST' && !isGiven(part, 'days')) {
    problems.add(at(path, 'days'), 'MISSING');
  }
  if (
    typeof part.partial === 'string' &&
    part.partial !== 'DAYS_AT_LEAST' &&
    isGiven(part, 'days')
  ) {
    problems.add(at(path, 'days'), 'NO_EFFECT', { only: 'partial: DAYS_AT_LEAST' });
  }
}

const TESTS: Readonly<Record<string, Check>> = {
  compare: checkLimits,
  age: checkLimits,
  attribute: checkLimits,
  stayInYear: checkThreshold,
};

/** What a step of `adjust` cannot do without: one of these. */
const STEPS: Readonly<Record<string, readonly string[]>> = {
  multiply: ['percent', 'measure'],
  cap: ['fen', 'measure'],
  floor: ['fen', 'measure'],
  deduct: ['fen', 'measure'],
};

/** A limit is a sum, or goes by a measure: by so many percent of it, or so many fen for each. */
function checkFigures(part: Part, path: string, problems: Problems): void {
  if (typeof part.do !== 'string') {
    return;
  }
  if (part.do === 'multiply') {
    if (isGiven(part, 'measure') && isGiven(part, 'percent')) {
      problems.add(path, 'CONFLICT', { fields: ['percent', 'measure'] });
    }
    return;
  }
  if (isGiven(part, 'measure') && isGiven(part, 'fen')) {
    problems.add(path, 'CONFLICT', { fields: ['fen', 'measure'] });
  }
  if (isGiven(part, 'perMeasureFen') && isGiven(part, 'percent')) {
    problems.add(path, 'CONFLICT', { fields: ['percent', 'perMeasureFen'] });
  }
  for (const field of ['perMeasureFen', 'percent'].filter((name) => isGiven(part, name))) {
    if (!isGiven(part, 'measure')) {
      problems.add(at(path, field), 'NO_EFFECT', { only: 'measure' });
    }
  }
}

/** Each gate, quantity and step of a program, wherever it stands. */
function visit(value: unknown, path: string, problems: Problems): void {
  if (Array.isArray(value)) {
    value.forEach((item, index) => {
      visit(item, at(path, index), problems);
    });
    return;
  }
  if (!isRecord(value)) {
    return;
  }
  TESTS[String(value.test)]?.(value, path, problems);
  const steps = STEPS[String(value.do)];
  if (steps?.some((field) => isGiven(value, field)) === false) {
    problems.add(path, 'MISSING', { oneOf: steps });
  }
  checkFigures(value, path, problems);
  checkAbsences(value.absences, at(path, 'absences'), problems);
  if (value.count === 'residentMonths') {
    checkMonths(value, path, problems);
  }
  for (const [key, item] of Object.entries(value)) {
    visit(item, at(path, key), problems);
  }
}

const LENGTH: Readonly<Record<string, number>> = { MONTH: 1, QUARTER: 3, HALF_YEAR: 6, YEAR: 12 };

/** Fields that would be passed over in silence where they stand. */
function checkFields(program: ProgramSpec, path: string, problems: Problems): void {
  const { subject, per, cycle } = program;
  const isProject = subject === 'project';
  const isOnce = typeof per !== 'string' || per === 'ONCE';
  const vain: readonly (readonly [keyof ProgramSpec, boolean, string])[] = [
    ['afterMonths', isProject && isOnce, 'subject: project, per: ONCE'],
    ['projectKinds', isProject, 'subject: project'],
    ['population', subject === 'person', 'subject: person'],
  ];
  for (const [field, isRead, only] of vain) {
    if (program[field] !== undefined && !isRead) {
      problems.add(at(path, field), 'NO_EFFECT', { only });
    }
  }
  const [unit, turn] = [LENGTH[String(per)], LENGTH[String(cycle)]];
  if (unit !== undefined && turn !== undefined && turn < unit) {
    const allowed = Object.keys(LENGTH).filter((name) => (LENGTH[name] ?? 0) >= unit);
    problems.add(at(path, 'cycle'), 'NOT_ALLOWED', { value: String(cycle), allowed });
  }
  checkOrder(program, path, problems);
}

function checkOrder({ from, until }: ProgramSpec, path: string, problems: Problems): void {
  if (typeof from === 'string' && typeof until === 'string' && until <= from) {
    problems.add(at(path, 'until'), 'INTERVAL_REVERSED', { from, until });
  }
}

function checkMoney(program: ProgramSpec, path: string, problems: Problems): void {
  const { budget, payers } = program;
  if (isRecord(budget) && !['fen', 'measure', 'decision'].some((field) => field in budget)) {
    problems.add(at(path, 'budget'), 'MISSING', { oneOf: ['fen', 'measure'] });
  }
  const seen = new Set<string>();
  payers?.forEach(({ id }, index) => {
    if (seen.has(id)) {
      problems.add(`${path}.payers[${index}].id`, 'DUPLICATE_ID', { id });
    }
    seen.add(id);
  });
  if (payers?.every(({ parts }) => parts === 0) === true) {
    problems.add(at(path, 'payers'), 'PARTS_OF_NOTHING');
  }
}

function checkStacking(pack: Pack, problems: Problems): void {
  const daily = ['meals', 'services', 'residentDays'];
  pack.stacking?.forEach((rule, index) => {
    const path = `$.stacking[${index}]`;
    if (rule === null || !Array.isArray(rule.programs)) {
      return;
    }
    if ((rule.rule === 'CAP' || rule.rule === 'DAY_CAP') && rule.fen === undefined) {
      problems.add(at(path, 'fen'), 'MISSING');
    }
    checkTogether(pack, rule, { path, problems });
    rule.programs.forEach((id, place) => {
      const { quantity } = pack.programs.find((program) => program.id === id) ?? {};
      const measure = quantity?.measure;
      const isDaily =
        quantity?.each === undefined && isRecord(measure) && daily.includes(String(measure.of));
      if (rule.rule === 'DAY_CAP' && !isDaily && pack.programs.some((one) => one.id === id)) {
        const only = `quantity: ${daily.join(' / ')}`;
        problems.add(`${path}.programs[${place}]`, 'NO_EFFECT', { only });
      }
    });
  });
}

/** A limit of a year may be for one program; every other rule is between programs, and lines paid once have no year. */
function checkTogether(
  pack: Pack,
  rule: StackingSpec,
  { path, problems }: { readonly path: string; readonly problems: Problems },
): void {
  if (isRecord(rule.over)) {
    return;
  }
  if (rule.over !== 'YEAR') {
    if (rule.programs.length < 2) {
      problems.add(at(path, 'programs'), 'MISSING', { least: 2 });
    }
    return;
  }
  if (typeof rule.rule === 'string' && rule.rule !== 'CAP') {
    problems.add(at(path, 'over'), 'NO_EFFECT', { only: 'rule: CAP' });
  }
  const programs = rule.programs.map((id) => pack.programs.find((one) => one.id === id));
  programs.forEach((program, place) => {
    if (program?.per === 'ONCE') {
      problems.add(`${path}.programs[${place}]`, 'NO_EFFECT', { only: 'per: MONTH … YEAR' });
    }
  });
  const starts = new Set(programs.map((program) => program?.yearStart ?? 1));
  if (starts.size > 1) {
    problems.add(at(path, 'programs'), 'YEARS_DIFFER', { starts: [...starts] });
  }
}

function checkCareClasses({ careClasses }: Pack, problems: Problems): void {
  if (!isRecord(careClasses) || !Array.isArray(careClasses.order)) {
    return;
  }
  checkAbsences(careClasses.absences, '$.careClasses.absences', problems);
  const order = careClasses.order as string[];
  for (const id of order) {
    if (isRecord(careClasses.names) && !(id in careClasses.names)) {
      problems.add(at('$.careClasses.names', id), 'MISSING');
    }
  }
  for (const [scale, levels] of Object.entries(
    isRecord(careClasses.scales) ? careClasses.scales : {},
  )) {
    for (const [level, id] of Object.entries(isRecord(levels) ? levels : {})) {
      if (typeof id === 'string' && !('decision' in (levels as Part)) && !order.includes(id)) {
        const path = at(at('$.careClasses.scales', scale), level);
        problems.add(path, 'DANGLING_ID', { id, known: order });
      }
    }
  }
}

function checkNotices(pack: Pack, problems: Problems): void {
  const ids = pack.programs.flatMap(({ rate }) => {
    const rows = Array.isArray(rate?.rows) ? (rate.rows as readonly { id?: string }[]) : [];
    return [rate?.id, ...rows.map((row) => row?.id)].filter((id) => typeof id === 'string');
  });
  pack.notices?.forEach((notice, index) => {
    if (!ids.includes(notice.rate)) {
      problems.add(`$.notices[${index}].rate`, 'DANGLING_ID', { id: notice.rate, known: ids });
    }
    if (typeof notice.until === 'string' && notice.until <= notice.from) {
      const { from, until } = notice;
      problems.add(`$.notices[${index}].until`, 'INTERVAL_REVERSED', { from, until });
    }
  });
}

/** Prefixes of a county's code; a name would fit nowhere. */
function checkCounties({ jurisdiction }: Pack, problems: Problems): void {
  jurisdiction.counties.forEach((code, index) => {
    if (!/^(\*|\d{2,12})$/.test(code)) {
      problems.add(`$.jurisdiction.counties[${index}]`, 'NOT_A_COUNTY', { value: code });
    }
  });
}

/** What has the right shape and says nothing, or something else than was meant. */
export function checkSense(pack: Pack, problems: Problems): void {
  checkCounties(pack, problems);
  checkCareClasses(pack, problems);
  checkNotices(pack, problems);
  checkStacking(pack, problems);
  pack.programs.forEach((program, index) => {
    const path = `$.programs[${index}]`;
    checkFields(program, path, problems);
    checkMoney(program, path, problems);
    checkRate(program, path, problems);
    visit(program, path, problems);
  });
}
