import { AppError, fen } from '@yibu/kernel';
import { offsetOf, type Db, type PageArgs } from '@yibu/platform';

import { CONTENTS, contentsOf } from '../claims/claim.contents.js';
import type {
  NoticeCandidate,
  PublicNotice,
  PublicNoticeClaim,
  PublicNoticeDetail,
  PublicNoticePage,
} from './notice.graphql.js';
import type { NoticeBody } from './notice.rows.js';
import { centersOf, type NoticeRow } from './notice.view.js';

type WithText<Row> = Omit<Row, 'contents'> & { readonly contents: string | null };

const COLUMNS = `p.id, p.county_code AS countyCode, p.organization_id AS organizationId, p.code, p.number, p.period,
  p.from_on AS fromOn, p.until_on AS untilOn, p.contact, p.how_to AS howTo, p.people, p.amount_fen AS amountFen,
  p.published_by_name AS publishedByName, p.published_at AS publishedAt, p.withdrawn_at AS withdrawnAt,
  p.withdrawn_reason AS withdrawnReason`;
const COUNTS = `(SELECT COUNT(*) FROM public_notice_claim c WHERE c.public_notice_id = p.id) AS claimCount,
  (SELECT COUNT(*) FROM notice_objection o WHERE o.public_notice_id = p.id) AS objectionCount,
  (SELECT COUNT(*) FROM notice_objection o WHERE o.public_notice_id = p.id AND o.status = 'OPEN') AS openObjectionCount`;

/** Notices belong to a county: its bureau sees them, nobody else's does. */
export async function listNotices(db: Db, args: PageArgs): Promise<PublicNoticePage> {
  const rows = await db.rows<PublicNotice & { total: number }>(
    `SELECT ${COLUMNS}, ${COUNTS}, COUNT(*) OVER () AS total FROM public_notice p WHERE p.county_code IN (?)
     ORDER BY p.published_at DESC, p.id DESC LIMIT ? OFFSET ?`,
    [db.scope.countyCodes, args.pageSize, offsetOf(args)],
  );
  return { items: rows.map(({ total: _total, ...row }) => row), total: rows[0]?.total ?? 0 };
}

export async function findNotice(db: Db, id: string): Promise<NoticeRow> {
  const row = await db.row<NoticeRow>(
    `SELECT ${COLUMNS}, p.body FROM public_notice p WHERE p.id = ? AND p.county_code IN (?)`,
    [id, db.scope.countyCodes],
  );
  if (!row) {
    throw new AppError('NOT_FOUND', `No notice ${id} in reach`, { entity: 'publicNotice', id });
  }
  return row;
}

export async function noticeDetail(db: Db, id: string): Promise<PublicNoticeDetail> {
  const { body: text, amountFen, ...notice } = await findNotice(db, id);
  const counts = await db.row<
    Pick<PublicNotice, 'claimCount' | 'objectionCount' | 'openObjectionCount'>
  >(`SELECT ${COUNTS} FROM public_notice p WHERE p.id = ? AND p.county_code IN (?)`, [
    id,
    db.scope.countyCodes,
  ]);
  const claims = await db.rows<WithText<PublicNoticeClaim>>(
    `SELECT c.id AS claimId, c.number, n.name AS centerName, c.period, c.kind, c.program, ${CONTENTS} AS contents FROM public_notice_claim p
     JOIN claim c ON c.id = p.claim_id JOIN center n ON n.id = c.center_id
     WHERE p.public_notice_id = ? AND p.center_id IN (?) ORDER BY n.name, c.number`,
    [id, db.centers],
  );
  return {
    ...notice,
    amountFen: fen(amountFen),
    claimCount: counts?.claimCount ?? 0,
    objectionCount: counts?.objectionCount ?? 0,
    openObjectionCount: counts?.openObjectionCount ?? 0,
    claims: claims.map((claim) => ({ ...claim, contents: contentsOf(claim.contents) })),
    centers: centersOf(JSON.parse(text) as NoticeBody),
  };
}

/** Decided, not wholly paid, and hanging in no notice. */
export async function candidates(db: Db): Promise<{ items: NoticeCandidate[]; total: number }> {
  const rows = await db.rows<WithText<NoticeCandidate> & { total: number }>(
    `SELECT c.id AS claimId, c.number, n.name AS centerName, c.period, c.kind, c.program, c.decided_fen AS decidedFen,
       ${CONTENTS} AS contents,
       d.decided_on AS decidedOn, COUNT(*) OVER () AS total
     FROM claim c JOIN center n ON n.id = c.center_id JOIN claim_decision d ON d.live_claim_id = c.id
     LEFT JOIN public_notice_claim p ON p.claim_id = c.id AND p.is_live = 1
     WHERE c.center_id IN (?) AND c.status IN ('DECIDED', 'NOTICED') AND p.claim_id IS NULL
     ORDER BY c.period DESC, n.name, c.id LIMIT 500`,
    [db.centers],
  );
  return {
    items: rows.map(({ total: _total, contents, ...row }) => ({
      ...row,
      contents: contentsOf(contents),
    })),
    total: Number(rows[0]?.total ?? 0),
  };
}

export async function countyDays(db: Db, countyCode: string): Promise<number | null> {
  const row = await db.row<{ settings: string }>('SELECT settings FROM county WHERE code = ?', [
    countyCode,
  ]);
  const { noticeDays } = JSON.parse(row?.settings ?? '{}') as { noticeDays?: number | null };
  return noticeDays ?? null;
}

/** Whoever has the address may read it. */
export async function noticeByCode(
  query: (sql: string, parameters: readonly string[]) => Promise<NoticeRow[]>,
  code: string,
): Promise<NoticeRow> {
  const [row] = await query(`SELECT ${COLUMNS}, p.body FROM public_notice p WHERE p.code = ?`, [
    code,
  ]);
  if (!row) {
    throw new AppError('NOT_FOUND', 'No notice at this address', { entity: 'publicNotice' });
  }
  return row;
}
