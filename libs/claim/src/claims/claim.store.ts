import { sumFen, fen } from '@yibu/kernel';
import { newId, type SqlValue, type Tx } from '@yibu/platform';

import { CHECKS, type Finding } from '../checks/check.types.js';
import { previousLineOf, type AssessmentLine } from '../engine.js';
import { canHappen, nextStatus } from '../life/claim.states.js';
import type { ClaimRow } from './claim.access.js';
import type { Computation } from './claim.computer.js';

/** Rows in one INSERT: large enough to save round trips, small enough for max_allowed_packet. */
const BATCH = 500;

interface StoredLine {
  readonly id: string;
  readonly subjectId: string;
  readonly month: string;
}

/** Replaces everything a draft holds by one computation, in the caller's transaction. */
export async function storeComputation(tx: Tx, claim: ClaimRow, done: Computation): Promise<void> {
  for (const table of ['claim_check', 'claim_line']) {
    await tx.execute(`DELETE FROM ${table} WHERE claim_id = ? AND center_id IN (?)`, [
      claim.id,
      tx.centers,
    ]);
  }
  const marked = marks(done.findings);
  const lines = done.assessment.lines.map((line) => ({ line, id: newId() }));
  await insertRows(
    tx,
    LINE_INSERT,
    lines.map(({ line, id }, index) =>
      lineValues({ claim, done, line, id, seq: index + 1, marked }),
    ),
  );
  const stored = lines.map(({ line, id }) => ({
    id,
    subjectId: line.subject.id,
    month: line.month,
  }));
  await insertRows(tx, CHECK_INSERT, checkValues(claim, done, stored));
}

const LINE_INSERT = `INSERT INTO claim_line (id, center_id, claim_id, seq, engine_line, program, subject_kind,
  subject_id, subject_name, month, kind, status, quantity, unit, rate_fen, amount_fen, previous_line_id, has_warning)
  VALUES ?`;

const CHECK_INSERT = `INSERT INTO claim_check (id, center_id, claim_id, seq, code, severity, claim_line_id, entity,
  entity_id, subject_name, params) VALUES ?`;

export async function insertRows(
  tx: Tx,
  sql: string,
  rows: readonly (readonly SqlValue[])[],
): Promise<void> {
  for (let start = 0; start < rows.length; start += BATCH) {
    await tx.manager.query(sql, [rows.slice(start, start + BATCH)]);
  }
}

interface LineContext {
  readonly claim: ClaimRow;
  readonly done: Computation;
  readonly line: AssessmentLine;
  readonly id: string;
  readonly seq: number;
  readonly marked: Marks;
}

function lineValues({ claim, done, line, id, seq, marked }: LineContext): SqlValue[] {
  const { subject } = line;
  return [
    id,
    claim.centerId,
    claim.id,
    seq,
    line.id,
    line.program,
    subject.kind,
    subject.id,
    subjectName(done, subject),
    line.month,
    line.kind,
    line.status,
    quantityText(line),
    line.unit,
    line.rateFen,
    line.amountFen,
    previousLineOf(line),
    marked.people.has(subject.id) || marked.months.has(`${subject.id}|${line.month}`) ? 1 : 0,
  ];
}

export function subjectName(
  done: Pick<Computation, 'bundle'>,
  subject: { readonly kind: string; readonly id: string },
): string | null {
  switch (subject.kind) {
    case 'person':
      return done.bundle.people.get(subject.id)?.name ?? null;
    case 'project':
      return done.bundle.projectNames?.get(subject.id) ?? null;
    default:
      return done.bundle.centerName;
  }
}

interface Marks {
  readonly people: ReadonlySet<string>;
  readonly months: ReadonlySet<string>;
}

/** Whom a warning is about: every line of the person, or the one month that it names. */
function marks(findings: readonly Finding[]): Marks {
  const serious = findings.filter(
    ({ code, subjectId }) => CHECKS[code] !== 'INFO' && subjectId !== null,
  );
  return {
    people: new Set(
      serious.filter(({ month }) => month === null).map(({ subjectId }) => String(subjectId)),
    ),
    months: new Set(
      serious
        .filter(({ month }) => month !== null)
        .map(({ subjectId, month }) => `${String(subjectId)}|${String(month)}`),
    ),
  };
}

function checkValues(
  claim: ClaimRow,
  done: Computation,
  lines: readonly StoredLine[],
): SqlValue[][] {
  const byMonth = new Map(lines.map((line) => [`${line.subjectId}|${line.month}`, line.id]));
  const byPerson = new Map(lines.map((line) => [line.subjectId, line.id]));
  return done.findings.map((found, index) => [
    newId(),
    claim.centerId,
    claim.id,
    index + 1,
    found.code,
    CHECKS[found.code],
    found.subjectId === null
      ? null
      : (byMonth.get(`${found.subjectId}|${String(found.month)}`) ??
        byPerson.get(found.subjectId) ??
        null),
    found.entity,
    found.entityId,
    found.subjectId === null ? null : (done.bundle.people.get(found.subjectId)?.name ?? null),
    JSON.stringify(found.params),
  ]);
}

/** The head of the draft: totals, digests, findings and the state that follows from them. */
export async function updateDraft(
  tx: Tx,
  claim: ClaimRow,
  done: Computation,
  now: Date,
): Promise<void> {
  const blocks = done.findings.filter(({ code }) => CHECKS[code] === 'BLOCK').length;
  const warns = done.findings.filter(({ code }) => CHECKS[code] === 'WARN').length;
  const event = blocks === 0 ? 'pass' : 'fail';
  await tx.execute(
    `UPDATE claim SET status = ?, pack_code = ?, pack_sha256 = ?, computed_at = ?, facts_sha256 = ?,
       ledger_sha256 = ?, result_sha256 = NULL, summary = ?, line_count = ?, block_count = ?, warn_count = ?,
       claimed_fen = ?, version = version + 1 WHERE id = ? AND center_id IN (?)`,
    [
      canHappen(claim.status, event) ? nextStatus(claim.status, event) : claim.status,
      done.pack.code,
      done.pack.sha256,
      now,
      done.facts.sha256,
      done.ledger.sha256,
      JSON.stringify({ totals: done.assessment.totals, refusals: done.assessment.refusals }),
      done.assessment.lines.length,
      blocks,
      warns,
      sumFen(payable(done).map(({ amountFen }) => fen(amountFen))),
      claim.id,
      tx.centers,
    ],
  );
}

const payable = (done: Pick<Computation, 'assessment'>): AssessmentLine[] =>
  done.assessment.lines.filter(({ status }) => status === 'PAYABLE');

/** `22/30` where the month is paid in parts, else the whole number. */
const quantityText = (line: AssessmentLine): string =>
  line.outOf === undefined ? String(line.quantity) : `${line.quantity}/${line.outOf}`;
