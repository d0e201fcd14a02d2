import { canonicalJson } from '../base/canonical.js';
import { monthIndexOf, monthName, NEVER, type MonthIndex } from '../base/days.js';
import { Problems, RefusedInput, refuse } from '../base/problem.js';
import { sha256 } from '../base/sha256.js';
import type { Facts } from '../facts/facts.types.js';
import { World } from '../facts/world.js';
import { EMPTY_LEDGER, LedgerBook, type Ledger } from '../ledger/ledger.js';
import { claimYearOf } from '../nodes/claim-year.js';
import { ProgramRefusal } from '../nodes/node.js';
import { resolve, type Choices } from '../pack/decisions.js';
import type { Pack, ProgramSpec, StackingSpec } from '../pack/pack.types.js';
import { linesBySubject, vanishedLines } from './assemble-lines.js';
import { Assessment } from './assessment.js';
import type {
  AppliedDecision,
  ComputeOptions,
  NoteJson,
  ProgramTotal,
  RefusalJson,
} from './assessment.types.js';
import { Compiler } from './compile.js';
import { applyBudget, applyStacking, type NamedProgram, type RunRecords } from './limits.js';
import type { Line, LookBack } from './line.js';
import { parsePeriod, type Period } from './period.js';
import { ProgramRun, type RunContext } from './program-run.js';

/** The county must lie in the pack's jurisdiction; a template fits any. */
export function checkCounty(pack: Pack, facts: Facts): void {
  const { counties } = pack.jurisdiction;
  if (!counties.some((code) => code === '*' || facts.county.startsWith(code))) {
    refuse('$.county', 'COUNTY_MISMATCH', { county: facts.county, pack: pack.id, counties });
  }
}

function chosen(
  pack: Pack,
  options: ComputeOptions,
): { choices: Choices; applied: AppliedDecision[] } {
  const problems = new Problems();
  const decisions = pack.decisions ?? [];
  for (const [id, option] of Object.entries(options.decisions ?? {})) {
    const decision = decisions.find((candidate) => candidate.id === id);
    if (decision === undefined) {
      problems.add(`$.decisions.${id}`, 'DECISION_UNKNOWN', { decision: id });
    } else if (!decision.options.some((candidate) => candidate.id === option)) {
      const known = decision.options.map((candidate) => candidate.id);
      problems.add(`$.decisions.${id}`, 'OPTION_UNKNOWN', { decision: id, options: known });
    }
  }
  if (!problems.isEmpty) {
    throw new RefusedInput(problems.list);
  }
  const applied = decisions.map((decision) => {
    const other = options.decisions?.[decision.id];
    return {
      id: decision.id,
      option: other ?? decision.chosen,
      isOverridden: other !== undefined && other !== decision.chosen,
    };
  });
  const choices = Object.fromEntries(
    applied.flatMap(({ id, option }) => (option === null ? [] : [[id, option]])),
  );
  return { choices, applied };
}

interface Setting {
  readonly pack: Pack;
  readonly facts: Facts;
  readonly choices: Choices;
  readonly book: LedgerBook;
  readonly openFrom: (yearStart: number) => MonthIndex;
}

function contextOf(setting: Setting, period: Period): RunContext {
  const world = new World(setting.facts, period.horizon);
  const compiler = new Compiler(setting.pack, world);
  const { choices, openFrom, book } = setting;
  return { world, compiler, choices, period, openFrom, book };
}

/** Looks at a cell as it was known when its own unit ended, to tell what came later. */
function lookBack(setting: Setting): LookBack {
  const runs = new Map<string, ProgramRun>();
  return (line) => {
    const { unit, subject } = line.record;
    const key = `${line.program} ${unit.lastMonth}`;
    let run = runs.get(key);
    if (run === undefined) {
      const period = parsePeriod(monthName(unit.lastMonth));
      run = new ProgramRun(line.run.raw, contextOf(setting, period));
      runs.set(key, run);
    }
    return run.amountBy(run.evaluator, subject, unit);
  };
}

function runProgram(
  spec: ProgramSpec,
  context: RunContext,
  refusals: RefusalJson[],
): RunRecords | null {
  try {
    const run = new ProgramRun(spec, context);
    const found = { run, records: run.records() };
    applyBudget(found);
    return found;
  } catch (error) {
    if (!(error instanceof ProgramRefusal)) {
      throw error;
    }
    refusals.push({ program: spec.id, code: error.code, params: error.params });
    return null;
  }
}

const namedIn = (pack: Pack, choices: Choices, rule: StackingSpec): NamedProgram[] =>
  pack.programs
    .filter(({ id }) => rule.programs.includes(id))
    .map(({ id, subject, yearStart }) => ({
      id,
      subject,
      yearStart: resolve(yearStart ?? 1, choices) as number,
    }));

/** Applies the rules between programs; a limit without a figure refuses the programs that it would limit. */
function stacked(
  pack: Pack,
  choices: Choices,
  found: readonly RunRecords[],
  refusals: RefusalJson[],
): RunRecords[] {
  let left = [...found];
  for (const rule of pack.stacking ?? []) {
    const resolved = resolve(rule, choices) as StackingSpec | null;
    if (resolved === null) {
      continue;
    }
    const isBlank = resolved.rule.endsWith('CAP') && resolved.fen == null;
    const isHit = ({ run }: RunRecords): boolean =>
      isBlank && resolved.programs.includes(run.spec.id);
    for (const { run } of left.filter(isHit)) {
      const params = {
        what: [`limit ${resolved.id}`],
        supplier: '',
        clause: resolved.source?.clause ?? '',
      };
      refusals.push({ program: run.spec.id, code: 'PARAMETER_MISSING', params });
    }
    left = left.filter((one) => !isHit(one));
    applyStacking(resolved, left, namedIn(pack, choices, resolved));
  }
  return left;
}

function totalOf(program: string, lines: readonly Line[]): ProgramTotal {
  let [payableFen, reversalFen] = [0, 0];
  for (const line of lines) {
    if (line.program === program && line.status === 'PAYABLE') {
      payableFen += Math.max(0, line.amountFen);
      reversalFen += Math.min(0, line.amountFen);
    }
  }
  return { program, payableFen, reversalFen };
}

interface Asked {
  readonly pack: Pack;
  readonly facts: Facts;
  readonly period: Period;
  readonly ledger: Ledger;
  readonly options: ComputeOptions;
}

function settingOf(asked: Asked): { setting: Setting; applied: AppliedDecision[] } {
  const { pack, facts, period, ledger, options } = asked;
  const { choices, applied } = chosen(pack, options);
  const book = new LedgerBook(ledger, period.last);
  const starts = new Map(
    pack.programs.map(({ id, yearStart }) => [id, resolve(yearStart ?? 1, choices) as number]),
  );
  const wanted = options.openFrom === undefined ? NEVER : monthIndexOf(options.openFrom);
  const openFrom = (start: number): MonthIndex => {
    const current = claimYearOf(period.first, start);
    // A year of which the ledger holds something and that is not closed can still be corrected. An entry says
    // nothing of claim years that begin with another month.
    const earliest = book.earliestOf((program) => (starts.get(program) ?? 1) === start);
    const inLedger =
      earliest > period.last
        ? current
        : claimYearOf(Math.max(earliest, book.closedThrough + 1), start);
    return Math.min(current, wanted, inLedger);
  };
  return { setting: { pack, facts, choices, book, openFrom }, applied };
}

const packDigests = new WeakMap<Pack, string>();

/** SHA-256 of the pack's canonical JSON: the same for JSON and YAML, whatever the order of its fields. */
export function packDigest(pack: Pack): string {
  let digest = packDigests.get(pack);
  if (digest === undefined) {
    digest = sha256(canonicalJson(pack));
    packDigests.set(pack, digest);
  }
  return digest;
}

/** Entitlement minus ledger. Throws RefusedInput when the input cannot be computed at all. */
// The five are what a claim is made of, in the order in which one speaks of them.
// oxlint-disable-next-line max-params
export function computeAssessment(
  pack: Pack,
  facts: Facts,
  periodName: string,
  ledger: Ledger | null = null,
  options: ComputeOptions = {},
): Assessment {
  const period = parsePeriod(periodName);
  checkCounty(pack, facts);
  const { setting, applied } = settingOf({
    pack,
    facts,
    period,
    ledger: ledger ?? EMPTY_LEDGER,
    options,
  });
  const context = contextOf(setting, period);
  const refusals: RefusalJson[] = [];
  const found = stacked(
    pack,
    setting.choices,
    pack.programs.flatMap((spec) => runProgram(spec, context, refusals) ?? []),
    refusals,
  );
  const back = lookBack(setting);
  const lines = found.flatMap((one) => [
    ...linesBySubject(one, back),
    ...vanishedLines(one.run, back),
  ]);
  return new Assessment({
    pack: { id: pack.id, version: pack.version, sha256: packDigest(pack) },
    county: facts.county,
    center: facts.center.id,
    period: period.name,
    decisions: applied,
    lines,
    refusals,
    notes: notesOf(pack, ledger),
    totals: found.map(({ run }) => totalOf(run.spec.id, lines)),
  });
}

function notesOf(pack: Pack, ledger: Ledger | null): NoteJson[] {
  const known = new Set(pack.programs.map((program) => program.id));
  const strange = [...new Set((ledger?.entries ?? []).map((entry) => entry.program))].filter(
    (id) => !known.has(id),
  );
  return strange.sort().map((program) => ({ code: 'LEDGER_PROGRAM_UNKNOWN', params: { program } }));
}
