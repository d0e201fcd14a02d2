import { AppError, type Fen } from '@yibu/kernel';
import { offsetOf, type Db, type Scope, type Tx } from '@yibu/platform';

import { readPack } from '../engine.js';
import { requireCounty } from './policy.access.js';
import type {
  CountyNotice,
  PolicyProposal,
  PolicyProposalPage,
  ProposalsArgs,
} from './proposal.graphql.js';
import type { ProposalDetails, ProposalKind, ProposalStatus } from './proposal.rules.js';

export interface ProposalRow {
  readonly id: string;
  readonly countyCode: string;
  readonly kind: ProposalKind;
  readonly packId: string;
  readonly packCode: string;
  readonly fromOn: PolicyProposal['fromOn'];
  readonly details: string;
  readonly reason: string;
  readonly status: ProposalStatus;
  readonly proposedBy: string;
  readonly proposedByName: string;
}

type ListRow = ProposalRow &
  Pick<
    PolicyProposal,
    'runId' | 'proposedAt' | 'settledByName' | 'settledAt' | 'settledReason' | 'packVersion'
  > & { readonly body: string };

const COLUMNS = `q.id, q.county_code AS countyCode, q.kind, q.pack_id AS packId, q.pack_code AS packCode,
  q.from_on AS fromOn, q.details, q.reason, q.run_id AS runId, q.status, q.proposed_by AS proposedBy,
  q.proposed_by_name AS proposedByName, q.proposed_at AS proposedAt, q.settled_by_name AS settledByName,
  q.settled_at AS settledAt, q.settled_reason AS settledReason, p.version AS packVersion, p.body`;
const FROM = 'FROM policy_proposal q JOIN policy_pack p ON p.id = q.pack_id';

const missing = (id: string): AppError =>
  new AppError('NOT_FOUND', `No proposal ${id}`, { entity: 'policyProposal', id });

const isInReach = (scope: Scope, countyCode: string): boolean =>
  scope.organizationKind === 'PLATFORM' || scope.countyCodes.includes(countyCode);

export async function lockProposal(tx: Tx, id: string): Promise<ProposalRow> {
  const row = await tx.row<ProposalRow>(
    `SELECT id, county_code AS countyCode, kind, pack_id AS packId, pack_code AS packCode, from_on AS fromOn, details,
       reason, status, proposed_by AS proposedBy, proposed_by_name AS proposedByName
     FROM policy_proposal WHERE id = ? FOR UPDATE`,
    [id],
  );
  if (!row || !isInReach(tx.scope, row.countyCode)) {
    throw missing(id);
  }
  return row;
}

export async function findProposal(db: Db, id: string): Promise<PolicyProposal> {
  const row = await db.row<ListRow>(`SELECT ${COLUMNS} ${FROM} WHERE q.id = ?`, [id]);
  if (!row || !isInReach(db.scope, row.countyCode)) {
    throw missing(id);
  }
  return toProposal(row, db.scope);
}

/** The county's changes, the newest first. */
export async function listProposals(db: Db, args: ProposalsArgs): Promise<PolicyProposalPage> {
  requireCounty(db.scope, args.countyCode);
  const where = `WHERE q.county_code = ? AND (? IS NULL OR q.status = ?)`;
  // Whom the rules bind reads what was confirmed; what is still being weighed is the bureau’s.
  const status = db.scope.permissions.has('pack.manage') ? (args.status ?? null) : 'CONFIRMED';
  const values = [args.countyCode, status, status];
  const count = await db.row<{ total: number }>(
    `SELECT COUNT(*) AS total ${FROM} ${where}`,
    values,
  );
  const rows = await db.rows<ListRow>(
    `SELECT ${COLUMNS} ${FROM} ${where} ORDER BY q.status = 'PROPOSED' DESC, q.proposed_at DESC, q.id DESC
     LIMIT ? OFFSET ?`,
    [...values, args.pageSize, offsetOf(args)],
  );
  return { items: rows.map((row) => toProposal(row, db.scope)), total: Number(count?.total ?? 0) };
}

function toProposal(row: ListRow, scope: Scope): PolicyProposal {
  const { details: text, body, proposedBy, ...head } = row;
  const { decision, notice } = JSON.parse(text) as ProposalDetails;
  const titles = readPack(body).titles;
  return {
    ...head,
    packTitleZh: titles.titleZh,
    packTitleEn: titles.titleEn,
    decision: decision?.id ?? null,
    oldOption: decision?.from ?? null,
    newOption: decision?.to ?? null,
    ...noticeView(notice),
    isOwn: proposedBy === scope.userId,
  };
}

type NoticeView = Pick<
  PolicyProposal,
  'rate' | 'fen' | 'untilOn' | 'documentNumber' | 'documentTitle' | 'clause' | 'scanId'
>;

const NO_NOTICE: NoticeView = {
  rate: null,
  fen: null,
  untilOn: null,
  documentNumber: null,
  documentTitle: null,
  clause: null,
  scanId: null,
};

const noticeView = (notice: ProposalDetails['notice']): NoticeView =>
  notice === undefined ? NO_NOTICE : { ...notice, fen: notice.fen as Fen };

export async function listNotices(db: Db, countyCode: string): Promise<CountyNotice[]> {
  requireCounty(db.scope, countyCode);
  const rows = await db.rows<Omit<CountyNotice, 'isVoid'> & { isVoid: number }>(
    `SELECT n.id, n.pack_code AS packCode, n.rate, n.fen, n.from_on AS fromOn, n.until_on AS untilOn,
       (n.ended_proposal_id IS NOT NULL AND n.until_on IS NULL) AS isVoid, n.document_number AS documentNumber,
       n.document_title AS documentTitle, n.clause, n.scan_id AS scanId, s.file_name AS scanName,
       q.proposed_by_name AS proposedByName, q.settled_by_name AS confirmedByName, q.settled_at AS confirmedAt
     FROM county_notice n JOIN policy_scan s ON s.id = n.scan_id JOIN policy_proposal q ON q.id = n.proposal_id
     WHERE n.county_code = ? ORDER BY n.from_on DESC, n.id DESC`,
    [countyCode],
  );
  return rows.map((row) => ({ ...row, isVoid: Number(row.isVoid) === 1 }));
}
