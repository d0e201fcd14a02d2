import { assert, fen } from '@yibu/kernel';
import { newId, type Tx } from '@yibu/platform';

import { CountyPackDecisionEntity, CountyPackEntity } from './pack.entities.js';
import { CountyNoticeEntity } from './policy.entities.js';
import { findNotice } from './proposal.grounds.js';
import type { ProposalRow } from './proposal.queries.js';
import { timelineWith, type ProposalDetails } from './proposal.rules.js';

/** What a confirmed proposal changes, in the transaction of its confirmation. */
export async function applyProposal(tx: Tx, proposal: ProposalRow, now: Date): Promise<void> {
  const details = JSON.parse(proposal.details) as ProposalDetails;
  switch (proposal.kind) {
    case 'ACTIVATION':
      await activate(tx, proposal);
      return;
    case 'DECISION':
      await decide(tx, proposal, details, now);
      return;
    case 'NOTICE':
      await announce(tx, proposal, details, now);
      return;
    case 'NOTICE_END':
      await endNotice(tx, proposal, details);
  }
}

async function activate(tx: Tx, proposal: ProposalRow): Promise<void> {
  const { countyCode, fromOn } = proposal;
  assert(fromOn !== null, 'an activation has a month');
  const rows = await tx.rows<{ id: string; fromOn: string; untilOn: string | null }>(
    `SELECT id, from_on AS fromOn, until_on AS untilOn FROM county_pack WHERE county_code = ?
     ORDER BY from_on FOR UPDATE`,
    [countyCode],
  );
  const { replaced, cut, until } = timelineWith(rows, fromOn);
  if (replaced.length > 0) {
    await tx.execute('DELETE FROM county_pack WHERE id IN (?) AND county_code = ?', [
      replaced,
      countyCode,
    ]);
  }
  if (cut !== null) {
    await tx.execute(
      'UPDATE county_pack SET until_on = ?, version = version + 1 WHERE id = ? AND county_code = ?',
      [fromOn, cut, countyCode],
    );
  }
  const row = {
    id: newId(),
    countyCode,
    packCode: proposal.packCode,
    packId: proposal.packId,
    fromOn,
    untilOn: until as typeof fromOn | null,
    version: 1,
  };
  await tx.insert(CountyPackEntity, row);
  tx.audit({
    entity: 'countyPack',
    entityId: row.id,
    centerId: null,
    action: 'adopt',
    changes: [
      { field: 'packCode', from: null, to: row.packCode },
      { field: 'fromOn', from: null, to: row.fromOn },
    ],
    reason: proposal.reason,
  });
}

async function decide(
  tx: Tx,
  proposal: ProposalRow,
  { decision }: ProposalDetails,
  now: Date,
): Promise<void> {
  assert(decision !== undefined, 'a switched decision names its question');
  const { countyCode, packCode } = proposal;
  const before = await tx.row<{ id: string; version: number }>(
    `SELECT id, version FROM county_pack_decision WHERE county_code = ? AND pack_code = ? AND decision = ? FOR UPDATE`,
    [countyCode, packCode, decision.id],
  );
  if (before) {
    await tx.execute('DELETE FROM county_pack_decision WHERE id = ?', [before.id]);
  }
  const id = before?.id ?? newId();
  await tx.insert(CountyPackDecisionEntity, {
    id,
    countyCode,
    packCode,
    decision: decision.id,
    chosen: decision.to,
    reason: proposal.reason,
    decidedBy: tx.scope.userId,
    decidedByName: tx.scope.userName,
    proposalId: proposal.id,
    decidedAt: now,
    version: (before?.version ?? 0) + 1,
  });
  tx.audit({
    entity: 'packDecision',
    entityId: id,
    centerId: null,
    action: 'decide',
    changes: [{ field: decision.id, from: decision.from, to: decision.to }],
    reason: proposal.reason,
  });
}

async function announce(
  tx: Tx,
  proposal: ProposalRow,
  { notice }: ProposalDetails,
  now: Date,
): Promise<void> {
  assert(notice !== undefined && proposal.fromOn !== null, 'a notice has a figure and a month');
  const { rate, untilOn, documentNumber, documentTitle, clause, scanId } = notice;
  const row = {
    id: newId(),
    countyCode: proposal.countyCode,
    packCode: proposal.packCode,
    rate,
    fen: fen(notice.fen),
    fromOn: proposal.fromOn,
    untilOn,
    documentNumber,
    documentTitle,
    clause,
    scanId,
    proposalId: proposal.id,
    createdAt: now,
  };
  await tx.insert(CountyNoticeEntity, row);
  tx.audit({
    entity: 'countyNotice',
    entityId: row.id,
    centerId: null,
    action: 'announce',
    changes: [
      { field: rate, from: null, to: row.fen },
      { field: 'fromOn', from: null, to: row.fromOn },
      { field: 'documentNumber', from: null, to: documentNumber },
    ],
    reason: proposal.reason,
  });
}

/** A notice that ends before it begins never held. */
async function endNotice(
  tx: Tx,
  proposal: ProposalRow,
  { noticeId }: ProposalDetails,
): Promise<void> {
  assert(noticeId !== undefined && proposal.fromOn !== null, 'an end has a notice and a month');
  const notice = await findNotice(tx, proposal.countyCode, noticeId);
  const until = proposal.fromOn > notice.fromOn ? proposal.fromOn : null;
  await tx.execute(
    'UPDATE county_notice SET until_on = ?, ended_proposal_id = ? WHERE id = ? AND county_code = ?',
    [until, proposal.id, notice.id, proposal.countyCode],
  );
  tx.audit({
    entity: 'countyNotice',
    entityId: notice.id,
    centerId: null,
    action: 'end',
    changes: [{ field: 'untilOn', from: null, to: proposal.fromOn }],
    reason: proposal.reason,
  });
}
