import { AppError } from '@yibu/kernel';
import type { DifferenceInput, DifferenceLine, FilingLanguage } from '@yibu/filing';
import type { Db } from '@yibu/platform';

import type { ClaimRow } from '../claims/claim.access.js';
import { headOf, programsOf, type ProgramBook } from './paper.ground.js';

interface VerdictRow {
  readonly subjectKind: string;
  readonly subjectName: string | null;
  readonly subjectId: string;
  readonly program: string;
  readonly month: string;
  readonly amountFen: number;
  readonly verdict: 'RETURNED' | 'HELD' | 'CUT';
  readonly code: string | null;
  readonly text: string | null;
  readonly heldUntil: string | null;
  readonly cutFen: number;
  /** The rule that a cut rests on, in the reviewer's words. */
  readonly clause: string | null;
  readonly isOwn: number;
  readonly earlierNumber: string;
  /** Granted on appeal, where the others were held and released. */
  readonly isAppeal?: number;
  readonly isSupplemented?: number;
}

interface DecisionRow {
  readonly source: 'BUREAU' | 'PAPER';
  readonly decidedOn: string;
  readonly decidedAt: Date;
  readonly decidedBy: string | null;
  readonly reviewedBy: string | null;
  readonly documentNumber: string | null;
  readonly note: string | null;
  readonly isSinglePerson: number;
  readonly claimedFen: number;
  readonly returnedFen: number;
  readonly cutFen: number;
  readonly heldFen: number;
  readonly releasedFen: number;
  readonly decidedFen: number;
}

const nameOf = (column: string): string =>
  `(SELECT u.display_name FROM app_user u WHERE u.id = d.${column})`;

/** What the decision of a claim changed, line by line, as it was decided. */
export async function readDifference(
  db: Db,
  claim: ClaimRow,
  language: FilingLanguage,
): Promise<DifferenceInput> {
  const decision = await decisionOf(db, claim);
  const programs = await programsOf(db, claim);
  const rows = await verdictsOf(db, claim);
  // What was held and granted afterwards by a supplementary decision shows twice: as held, and as released.
  const granted = rows
    .filter(({ isSupplemented }) => isSupplemented === 1)
    .map((row) => ({ ...row, isOwn: 0, earlierNumber: claim.number }));
  const lines = [...rows, ...granted].map((row) => toLine(row, programs, language));
  const { source, decidedOn, documentNumber, note, ...rest } = decision;
  const figures = {
    claimedFen: rest.claimedFen,
    returnedFen: rest.returnedFen,
    cutFen: rest.cutFen,
    heldFen: rest.heldFen,
    releasedFen: rest.releasedFen,
    decidedFen: rest.decidedFen,
  };
  return {
    claim: await headOf(db, claim),
    figures,
    lines,
    accepted: await acceptedOf(db, claim),
    decision: {
      source,
      decidedOn,
      documentNumber,
      note,
      decidedBy: rest.decidedBy ?? '',
      reviewedBy: rest.reviewedBy,
      isSinglePerson: rest.isSinglePerson === 1,
      at: rest.decidedAt.toISOString(),
    },
    language,
  };
}

/** What supplementary decisions of the claim granted beside it. */
const SUPPLEMENTS = `(SELECT CAST(COALESCE(SUM(s.released_fen), 0) AS SIGNED) FROM claim_decision s
  WHERE s.claim_id = d.claim_id AND s.center_id = d.center_id AND s.kind = 'SUPPLEMENT')`;

async function decisionOf(db: Db, claim: ClaimRow): Promise<DecisionRow> {
  const decision = await db.row<DecisionRow>(
    `SELECT d.source, d.decided_on AS decidedOn, d.decided_at AS decidedAt, ${nameOf('decided_by')} AS decidedBy,
       ${nameOf('reviewed_by')} AS reviewedBy, d.document_number AS documentNumber, d.note,
       d.is_single_person AS isSinglePerson, d.claimed_fen AS claimedFen, d.returned_fen AS returnedFen,
       d.cut_fen AS cutFen, d.held_fen AS heldFen, d.released_fen + ${SUPPLEMENTS} AS releasedFen,
       d.decided_fen + ${SUPPLEMENTS} AS decidedFen
     FROM claim_decision d WHERE d.live_claim_id = ? AND d.center_id = ?`,
    [claim.id, claim.centerId],
  );
  if (!decision) {
    throw new AppError('CLAIM_NOT_DECIDED', `Claim ${claim.number} is ${claim.status}`, {
      number: claim.number,
    });
  }
  return decision;
}

/** Held and freed before its own decision is decided like the rest: no difference. */
const ACCEPTED = `(v.verdict = 'ACCEPTED' OR (v.verdict = 'HELD' AND v.settled_in_id IS NULL
  AND COALESCE(v.released_in_claim_id, '') = v.claim_id))`;

async function verdictsOf(db: Db, claim: ClaimRow): Promise<VerdictRow[]> {
  const rows = await db.rows<VerdictRow>(
    `SELECT l.subject_kind AS subjectKind, l.subject_name AS subjectName, l.subject_id AS subjectId, l.program,
       l.month, l.amount_fen AS amountFen, v.verdict, v.code, v.text, v.held_until AS heldUntil, v.cut_fen AS cutFen, v.clause,
       v.claim_id = ? AS isOwn, c.number AS earlierNumber,
       (v.settled_in_id IS NOT NULL AND COALESCE(v.released_in_claim_id, '') = v.claim_id) AS isSupplemented
     FROM claim_line_verdict v JOIN claim_line l ON l.id = v.claim_line_id JOIN claim c ON c.id = v.claim_id
     WHERE v.center_id = ? AND ((v.claim_id = ? AND NOT ${ACCEPTED})
       OR (v.released_in_claim_id = ? AND v.claim_id <> ?))
     ORDER BY isOwn DESC, l.seq, c.period`,
    [claim.id, claim.centerId, claim.id, claim.id, claim.id],
  );
  return [...rows, ...(await grantedOnAppeal(db, claim))];
}

/** What the decision carries of appeals: the amount that was granted, with the bureau's answer. */
async function grantedOnAppeal(db: Db, claim: ClaimRow): Promise<VerdictRow[]> {
  return await db.rows<VerdictRow>(
    `SELECT l.subject_kind AS subjectKind, l.subject_name AS subjectName, l.subject_id AS subjectId, l.program,
       l.month, a.granted_fen AS amountFen, v.verdict, v.code, a.answer AS text, NULL AS heldUntil, 0 AS cutFen,
       NULL AS clause, 0 AS isOwn, c.number AS earlierNumber,
       1 AS isAppeal
     FROM claim_appeal a JOIN claim_line l ON l.id = a.claim_line_id JOIN claim c ON c.id = a.claim_id
     JOIN claim_line_verdict v ON v.claim_line_id = a.claim_line_id
     WHERE a.carried_in_claim_id = ? AND a.center_id = ? ORDER BY c.period, l.seq`,
    [claim.id, claim.centerId],
  );
}

async function acceptedOf(
  db: Db,
  claim: ClaimRow,
): Promise<{ readonly lines: number; readonly amountFen: number }> {
  const row = await db.row<{ lines: number; amountFen: number | null }>(
    `SELECT COUNT(*) AS \`lines\`, CAST(SUM(l.amount_fen) AS SIGNED) AS amountFen
     FROM claim_line_verdict v JOIN claim_line l ON l.id = v.claim_line_id
     WHERE v.claim_id = ? AND v.center_id = ? AND ${ACCEPTED}`,
    [claim.id, claim.centerId],
  );
  return { lines: row?.lines ?? 0, amountFen: row?.amountFen ?? 0 };
}

function toLine(row: VerdictRow, programs: ProgramBook, language: FilingLanguage): DifferenceLine {
  const words = programs(row.program);
  const isEnglish = language === 'en';
  const isCenter = row.subjectKind === 'center';
  return {
    ...figuresOf(row),
    subjectName:
      row.subjectName ?? (isCenter ? (isEnglish ? '(center)' : '（机构）') : row.subjectId),
    program: isEnglish ? words.nameEn : words.nameZh,
    month: row.month,
    outcome: row.isOwn === 1 ? row.verdict : 'RELEASED',
    code: row.code,
    text: row.isAppeal === 1 ? onAppeal(row.text, isEnglish) : row.text,
    heldUntil: row.isOwn === 1 ? row.heldUntil : null,
    earlierNumber: row.isOwn === 1 ? null : row.earlierNumber,
    document: row.clause === null ? (isEnglish ? words.documentEn : words.documentZh) : '',
    clause: row.clause ?? words.clause,
  };
}

const onAppeal = (answer: string | null, isEnglish: boolean): string =>
  `${isEnglish ? 'Granted on appeal: ' : '申诉支持：'}${answer ?? ''}`;

type LineFigures = Pick<
  DifferenceLine,
  'claimedFen' | 'returnedFen' | 'cutFen' | 'heldFen' | 'releasedFen' | 'decidedFen'
>;

function figuresOf({ isOwn, verdict, amountFen, cutFen }: VerdictRow): LineFigures {
  const none = { returnedFen: 0, cutFen: 0, heldFen: 0, releasedFen: 0, decidedFen: 0 };
  if (isOwn !== 1) {
    return { ...none, claimedFen: 0, releasedFen: amountFen, decidedFen: amountFen };
  }
  switch (verdict) {
    case 'RETURNED':
      return { ...none, claimedFen: amountFen, returnedFen: amountFen };
    case 'HELD':
      return { ...none, claimedFen: amountFen, heldFen: amountFen };
    case 'CUT':
      return { ...none, claimedFen: amountFen, cutFen, decidedFen: amountFen - cutFen };
  }
}
