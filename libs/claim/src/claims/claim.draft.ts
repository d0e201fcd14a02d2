import { AppError } from '@yibu/kernel';
import { newId, type Tx } from '@yibu/platform';

import type { Period } from '../facts/period.rules.js';
import { allowsNextRevision, isEditable, nextStatus } from '../life/claim.states.js';
import { CLAIM_COLUMNS, type ClaimRow } from './claim.access.js';
import { ClaimEntity } from './claim.entities.js';
import { answersFor, assertAnswers } from './claim.reach.js';
import { dropGround } from './draft.repository.js';
import type { ClaimSubject } from './claim.scope.js';

export type DraftHead = Pick<ClaimRow, 'id' | 'centerId' | 'number' | 'period'>;

export interface CenterHead {
  readonly id: string;
  readonly countyCode: string;
  readonly code: string;
}

interface Ground {
  readonly center: CenterHead;
  readonly period: Period;
  readonly packCode: string;
  readonly subject: ClaimSubject;
  /** A further claim of what was paid; by default it may begin. */
  readonly isSupplementAllowed?: boolean;
}

/** A new draft, the next revision, or the draft that is there. The caller holds the center's years. */
export async function openDraft(tx: Tx, ground: Ground, now: Date): Promise<DraftHead> {
  const { center, period, packCode, subject } = ground;
  const newest = await newestRevision(tx, ground);
  const isOwn = newest?.organizationId === tx.scope.organizationId;
  if (newest && isOwn && isEditable(newest.status)) {
    return newest;
  }
  await assertAnswers(tx, {
    centerId: center.id,
    organizationId: tx.scope.organizationId,
    period: period.text,
  });
  await makeRoom(tx, newest, ground);
  const revision = (newest?.revision ?? 0) + 1;
  const claim = {
    ...subject,
    id: newId(),
    centerId: center.id,
    organizationId: tx.scope.organizationId,
    countyCode: center.countyCode,
    number: `${center.countyCode}-${center.code}-${await place(tx, ground, newest)}-${revision}`,
    period: period.text,
    yearFrom: period.yearFrom,
    revision,
    previousClaimId: newest?.id ?? null,
    status: 'DRAFT' as const,
    packCode,
    preparedBy: tx.scope.userId,
    preparedAt: now,
    createdAt: now,
  };
  await tx.insert(ClaimEntity, claim);
  return claim;
}

/** What stands where the draft is to be: ended, left behind by a former operator, or in the way. */
async function makeRoom(tx: Tx, newest: ClaimRow | null, ground: Ground): Promise<void> {
  if (newest && isEditable(newest.status) && !(await answersFor(tx, newest))) {
    // Its operator handed the center over before the end of the month.
    await discardDraft(tx, newest, { action: 'discardLeftBehind', reason: null });
  } else if (newest && !mayFollow(newest, ground)) {
    throw underWay(newest);
  }
}

/** A draft that nobody needs any more: no line of it ever reached the bureau. */
export async function discardDraft(
  tx: Tx,
  claim: ClaimRow,
  because: { readonly action: 'discard' | 'discardLeftBehind'; readonly reason: string | null },
): Promise<void> {
  const status = nextStatus(claim.status, 'discard');
  await tx.execute(
    'UPDATE claim SET status = ?, version = version + 1 WHERE id = ? AND center_id IN (?)',
    [status, claim.id, tx.centers],
  );
  await dropGround(tx, claim);
  tx.audit({
    entity: 'claim',
    entityId: claim.id,
    centerId: claim.centerId,
    changes: [{ field: 'status', from: claim.status, to: status }],
    ...because,
  });
}

function mayFollow({ status }: ClaimRow, { isSupplementAllowed }: Ground): boolean {
  const isPaid = status === 'PAID' || status === 'CLOSED';
  return allowsNextRevision(status) && !(isPaid && isSupplementAllowed === false);
}

const underWay = ({ number, status }: ClaimRow): AppError =>
  new AppError('CLAIM_UNDER_WAY', `Claim ${number} is ${status}`, { number, status });

/** A month or year is its own number; applications of a year and awards are counted in their center. */
async function place(tx: Tx, ground: Ground, newest: ClaimRow | null): Promise<string> {
  const { center, period, subject } = ground;
  if (subject.kind === 'MONTHLY') {
    return period.text;
  }
  const letter = subject.kind === 'AWARD' ? 'A' : `Y${period.text}-`;
  if (newest) {
    return newest.number.slice(`${center.countyCode}-${center.code}-`.length).replace(/-\d+$/, '');
  }
  const row = await tx.row<{ count: number }>(
    `SELECT COUNT(*) AS count FROM claim WHERE center_id = ? AND center_id IN (?) AND kind = ? AND revision = 1`,
    [center.id, tx.centers, subject.kind],
  );
  return `${letter}${(row?.count ?? 0) + 1}`;
}

/** An award has one line of revisions whenever it is applied for; a month and a year have theirs each. */
const newestRevision = async (
  tx: Tx,
  { center, period, subject }: Ground,
): Promise<ClaimRow | null> =>
  await tx.row<ClaimRow>(
    `SELECT ${CLAIM_COLUMNS} FROM claim c WHERE c.center_id = ? AND c.center_id IN (?) AND c.kind = ?
       AND c.program = ? AND c.subject_id = ? AND (c.kind = 'AWARD' OR c.period = ?)
     ORDER BY c.revision DESC LIMIT 1 FOR UPDATE`,
    [center.id, tx.centers, subject.kind, subject.program, subject.subjectId, period.text],
  );

export async function centerOf(tx: Tx, centerId: string): Promise<CenterHead> {
  tx.requireCenter(centerId);
  const center = await tx.row<CenterHead>(
    'SELECT id, county_code AS countyCode, code FROM center WHERE id = ? AND id IN (?)',
    [centerId, tx.centers],
  );
  if (!center) {
    throw new AppError('NOT_FOUND', `No center ${centerId}`, { entity: 'center', id: centerId });
  }
  return center;
}
