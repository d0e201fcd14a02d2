import { canonicalJson } from '../base/canonical.js';
import { monthIndexOf, monthName, type MonthIndex } from '../base/days.js';
import { Problems, RefusedInput, refuse } from '../base/problem.js';
import { sha256 } from '../base/sha256.js';
import type { Facts } from '../facts/facts.types.js';
import { World } from '../facts/world.js';
import {
  EMPTY_LEDGER,
  holdingOf,
  LedgerBook,
  type Holding,
  type Ledger,
} from '../ledger/ledger.js';
import { claimYearOf } from '../nodes/claim-year.js';
import { ProgramRefusal, type Unit } from '../nodes/node.js';
import { resolve, type Choices } from '../pack/decisions.js';
import type { Pack, ProgramSpec, StackingSpec } from '../pack/pack.types.js';
import type {
  AppliedDecision,
  AssessmentJson,
  ComputeOptions,
  NoteJson,
  ProgramTotal,
  RefusalJson,
} from './assessment.types.js';
import { Compiler } from './compile.js';
import { applyBudget, applyStacking, type RunRecords } from './limits.js';
import { Line, type LookBack } from './line.js';
import { onceUnit, parsePeriod, type Period } from './period.js';
import { ProgramRun, type Record_, type RunContext } from './program-run.js';
import { NOT_A_CANDIDATE, OPEN_QUESTION } from './entitlement.js';

/** `assessment/1`: what may be claimed for the period, and why. Lines explain themselves when read. */
export class Assessment {
  readonly schema = 'assessment/1';

  constructor(
    readonly pack: AssessmentJson['pack'],
    readonly county: string,
    readonly center: string,
    readonly period: string,
    readonly decisions: readonly AppliedDecision[],
    readonly lines: readonly Line[],
    readonly refusals: readonly RefusalJson[],
    readonly notes: readonly NoteJson[],
    readonly totals: readonly ProgramTotal[],
  ) {}

  get totalFen(): number {
    return this.totals.reduce((sum, total) => sum + total.payableFen + total.reversalFen, 0);
  }

  toJSON(): AssessmentJson {
    return { ...this.toJSONWithoutLines(), lines: this.lines.map((line) => line.toJSON()) };
  }

  /** For a writer that prints the lines one by one: `lines` holds a mark in their place. */
  toJSONWithoutLines(): Omit<AssessmentJson, 'lines'> & { readonly lines: '@lines' } {
    const { schema, pack, county, center, period, decisions, refusals, notes, totals, totalFen } =
      this;
    return {
      schema,
      pack,
      county,
      center,
      period,
      decisions,
      lines: '@lines',
      refusals,
      notes,
      totals,
      totalFen,
    };
  }
}

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
  readonly openFrom: MonthIndex;
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

/** Lines of one subject. Earlier months that pay nothing are told only beside others that do. */
function linesOf(
  run: ProgramRun,
  records: readonly Record_[],
  setting: Setting,
  back: LookBack,
): Line[] {
  const { period, book } = run.context;
  const id = run.subjects[records[0]?.subject ?? 0] ?? '';
  const entries = book.entriesOf(run.spec.id, run.spec.subject, id);
  const made = records.flatMap((record) => {
    const holding = holdingOf(entries, record.unit);
    const line = new Line(run, record, holding, back);
    return isTold(line, holding) ? [line] : [];
  });
  const isEarlier = (line: Line): boolean =>
    line.record.unit.month < period.first && !line.record.unit.isOnce;
  const hasEarlierMoney = made.some((line) => isEarlier(line) && line.status !== 'NOT_PAYABLE');
  return made.filter(
    (line) => !isEarlier(line) || line.status !== 'NOT_PAYABLE' || hasEarlierMoney,
  );
}

function isTold(line: Line, holding: Holding | null): boolean {
  const { record } = line;
  const covered = holding?.coveredFen ?? 0;
  if (record.state === OPEN_QUESTION) {
    // What the bureau settled on paper and the ledger holds is not asked again.
    return !(record.unit.isOnce && covered !== 0) && !(covered !== 0 && line.amountFen === 0);
  }
  if (line.amountFen !== 0) {
    return true;
  }
  return covered === 0 && record.state !== NOT_A_CANDIDATE;
}

/** What the ledger holds of subjects the facts no longer know is owed back in full. */
function vanishedLines(run: ProgramRun, setting: Setting, back: LookBack): Line[] {
  const { book, period } = run.context;
  const known = new Set(run.subjects);
  return book
    .subjectsOf(run.spec.id, run.spec.subject)
    .filter((id) => !known.has(id))
    .sort()
    .flatMap((id) => {
      const entries = book.entriesOf(run.spec.id, run.spec.subject, id) ?? [];
      const months = [...new Set(entries.map((entry) => monthIndexOf(entry.month)))].sort(
        (a, b) => a - b,
      );
      return months.flatMap((month) => {
        const unit: Unit = onceUnit(month);
        const holding = holdingOf(entries, { ...unit, isOnce: false });
        if (
          holding === null ||
          holding.coveredFen === 0 ||
          month > period.last ||
          month <= book.closedThrough
        ) {
          return [];
        }
        return [new VanishedLine(run, id, unit, holding, back)];
      });
    });
}

class VanishedLine extends Line {
  readonly #id: string;

  constructor(run: ProgramRun, id: string, unit: Unit, holding: Holding, back: LookBack) {
    const record: Record_ = {
      subject: -1,
      unit,
      state: NOT_A_CANDIDATE,
      stop: 'GATE',
      quantity: { n: 0, d: 1 },
      rateFen: null,
      ownFen: 0,
      amountFen: 0,
      limitedBy: null,
    };
    super(run, record, holding, back);
    this.#id = id;
    this.#settle();
  }

  #settle(): void {
    this.kind = 'REVERSAL';
    this.status = 'PAYABLE';
  }

  override get isReturnedUnchanged(): boolean {
    return false;
  }

  override get subject(): { readonly kind: string; readonly id: string } {
    return { kind: this.run.spec.subject, id: this.#id };
  }

  override get digest(): string {
    return sha256(canonicalJson({ program: this.program, vanished: this.#id, month: this.month }));
  }

  override get warnings(): readonly string[] {
    return [];
  }

  override get alternatives(): readonly [] {
    return [];
  }

  override get trace(): Line['trace'] {
    return [
      {
        step: 'gate',
        code: 'SUBJECT_NOT_IN_FACTS',
        params: { id: this.#id },
        source: null,
        facts: [],
      },
      {
        step: 'ledger',
        code: 'ENTITLEMENT_SHRANK',
        params: {
          entitlementFen: 0,
          coveredFen: this.coveredFen,
          amountFen: this.amountFen,
          line: this.replaces,
        },
        source: null,
        facts: [],
      },
    ];
  }
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
    applyStacking(resolved, left);
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

function linesBySubject(found: RunRecords, setting: Setting, back: LookBack): Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (let index = 1; index <= found.records.length; index += 1) {
    if (found.records[index]?.subject !== found.records[start]?.subject) {
      lines.push(...linesOf(found.run, found.records.slice(start, index), setting, back));
      start = index;
    }
  }
  return lines;
}

function settingOf(
  pack: Pack,
  facts: Facts,
  period: Period,
  ledger: Ledger,
  options: ComputeOptions,
): { setting: Setting; applied: AppliedDecision[] } {
  const { choices, applied } = chosen(pack, options);
  const book = new LedgerBook(ledger, period.last);
  const current = claimYearOf(period.first, 1);
  const asked = options.openFrom === undefined ? current : monthIndexOf(options.openFrom);
  // A year of which the ledger holds something and that is not closed can still be corrected.
  const inLedger =
    book.earliest > period.last
      ? current
      : claimYearOf(Math.max(book.earliest, book.closedThrough + 1), 1);
  return {
    setting: { pack, facts, choices, book, openFrom: Math.min(current, asked, inLedger) },
    applied,
  };
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
export function computeAssessment(
  pack: Pack,
  facts: Facts,
  periodName: string,
  ledger: Ledger | null = null,
  options: ComputeOptions = {},
): Assessment {
  const period = parsePeriod(periodName);
  checkCounty(pack, facts);
  const { setting, applied } = settingOf(pack, facts, period, ledger ?? EMPTY_LEDGER, options);
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
    ...linesBySubject(one, setting, back),
    ...vanishedLines(one.run, setting, back),
  ]);
  return new Assessment(
    { id: pack.id, version: pack.version, sha256: packDigest(pack) },
    facts.county,
    facts.center.id,
    period.name,
    applied,
    lines,
    refusals,
    notesOf(pack, ledger),
    found.map(({ run }) => totalOf(run.spec.id, lines)),
  );
}

function notesOf(pack: Pack, ledger: Ledger | null): NoteJson[] {
  const known = new Set(pack.programs.map((program) => program.id));
  const strange = [...new Set((ledger?.entries ?? []).map((entry) => entry.program))].filter(
    (id) => !known.has(id),
  );
  return strange.sort().map((program) => ({ code: 'LEDGER_PROGRAM_UNKNOWN', params: { program } }));
}
