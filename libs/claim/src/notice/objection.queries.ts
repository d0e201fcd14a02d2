import { AppError, type LocalDate } from '@yibu/kernel';
import { offsetOf, type Db, type FieldCrypto } from '@yibu/platform';

import type { ClaimRow } from '../claims/claim.access.js';
import type { ObjectionOutcome, ObjectionSource } from './notice.entities.js';
import type {
  ClaimObjectionView,
  NoticeObjection,
  NoticeObjectionPage,
  NoticeObjectionsArgs,
} from './notice.graphql.js';
import type { NoticeBody } from './notice.rows.js';
import { STANDS } from './objection.block.js';

interface ObjectionRow {
  readonly id: string;
  readonly countyCode: string;
  readonly publicNoticeId: string;
  readonly noticeNumber: string;
  readonly body: string;
  readonly rowSeq: number | null;
  readonly source: ObjectionSource;
  readonly receivedOn: LocalDate;
  readonly nameCipher: Buffer | null;
  readonly contactCipher: Buffer | null;
  readonly textCipher: Buffer;
  readonly status: string;
  readonly outcome: ObjectionOutcome | null;
  readonly answer: string | null;
  readonly answeredByName: string | null;
  readonly answeredAt: Date | null;
  readonly overrideReason: string | null;
  readonly overriddenByName: string | null;
  readonly overriddenAt: Date | null;
  readonly enteredByName: string | null;
  readonly createdAt: Date;
  readonly isBlocking: number;
  readonly version: number;
}

const COLUMNS = `o.id, o.county_code AS countyCode, o.public_notice_id AS publicNoticeId, o.row_seq AS rowSeq, o.source,
  o.received_on AS receivedOn, o.name_cipher AS nameCipher, o.contact_cipher AS contactCipher,
  o.text_cipher AS textCipher, o.status, o.outcome, o.answer, o.answered_by_name AS answeredByName,
  o.answered_at AS answeredAt, o.override_reason AS overrideReason, o.overridden_by_name AS overriddenByName,
  o.overridden_at AS overriddenAt, o.entered_by_name AS enteredByName, o.created_at AS createdAt, o.version,
  o.row_seq IS NOT NULL AND p.withdrawn_at IS NULL AND ${STANDS} AS isBlocking`;
const FROM = `FROM notice_objection o JOIN public_notice p ON p.id = o.public_notice_id`;

/** Center and masked name of a row, as the notice shows it; null where it has no such row. */
export function placeOf(body: NoticeBody, seq: number): string | null {
  for (const center of body.centers) {
    const row = center.rows.find((one) => one.seq === seq);
    if (row !== undefined) {
      return `${center.name} · ${row.name ?? row.programZh}`;
    }
  }
  return null;
}

/** Open ones first, the oldest of them on top. */
export async function listObjections(
  db: Db,
  crypto: FieldCrypto,
  args: NoticeObjectionsArgs,
): Promise<NoticeObjectionPage> {
  const notice = args.publicNoticeId ?? null;
  const status = args.status ?? null;
  const rows = await db.rows<ObjectionRow & { total: number }>(
    `SELECT ${COLUMNS}, p.number AS noticeNumber, p.body, COUNT(*) OVER () AS total ${FROM}
     WHERE o.county_code IN (?) AND (? IS NULL OR o.public_notice_id = ?) AND (? IS NULL OR o.status = ?)
     ORDER BY o.status = 'OPEN' DESC, o.created_at, o.id LIMIT ? OFFSET ?`,
    [db.scope.countyCodes, notice, notice, status, status, args.pageSize, offsetOf(args)],
  );
  if (rows.length === 0 && notice !== null) {
    await requireNotice(db, notice);
  }
  const items: NoticeObjection[] = [];
  for (const row of rows) {
    items.push(await toObjection(row, crypto));
  }
  return { items, total: rows[0]?.total ?? 0 };
}

/** No objection to a notice is not the same as no such notice in the county. */
async function requireNotice(db: Db, id: string): Promise<void> {
  const found = await db.row('SELECT id FROM public_notice WHERE id = ? AND county_code IN (?)', [
    id,
    db.scope.countyCodes,
  ]);
  if (!found) {
    throw new AppError('NOT_FOUND', `No notice ${id} of the county`, { entity: 'notice', id });
  }
}

export async function findObjection(
  db: Db,
  id: string,
): Promise<Pick<ObjectionRow, 'id' | 'publicNoticeId' | 'rowSeq' | 'status' | 'isBlocking'>> {
  const row = await db.row<ObjectionRow>(
    `SELECT ${COLUMNS} ${FROM} WHERE o.id = ? AND o.county_code IN (?) FOR UPDATE`,
    [id, db.scope.countyCodes],
  );
  if (!row) {
    throw new AppError('NOT_FOUND', `No objection ${id} in reach`, { entity: 'objection', id });
  }
  return row;
}

async function toObjection(row: ObjectionRow, crypto: FieldCrypto): Promise<NoticeObjection> {
  const { countyCode, body, nameCipher, contactCipher, textCipher, isBlocking, ...open } = row;
  const unseal = async (column: string, sealed: Buffer): Promise<string> =>
    await crypto.decrypt({ countyCode, table: 'notice_objection', column, rowId: row.id }, sealed);
  return {
    ...open,
    rowText: row.rowSeq === null ? null : placeOf(JSON.parse(body) as NoticeBody, row.rowSeq),
    name: nameCipher === null ? null : await unseal('name', nameCipher),
    contact: contactCipher === null ? null : await unseal('contact', contactCipher),
    text: await unseal('text', textCipher),
    isBlocking: isBlocking === 1,
  };
}

/** Against lines of one claim: whom they are about and where they stand, nothing of who objects. */
export async function claimObjections(db: Db, claim: ClaimRow): Promise<ClaimObjectionView[]> {
  const rows = await db.rows<Omit<ClaimObjectionView, 'isBlocking'> & { isBlocking: number }>(
    `SELECT l.subject_name AS subjectName, l.program, o.received_on AS receivedOn, o.status, o.outcome, o.answer,
       o.row_seq IS NOT NULL AND p.withdrawn_at IS NULL AND ${STANDS} AS isBlocking
     ${FROM} JOIN (SELECT public_notice_id, seq, MIN(claim_line_id) AS line FROM public_notice_line
         WHERE claim_id = ? AND center_id = ? GROUP BY public_notice_id, seq) n
       ON n.public_notice_id = o.public_notice_id AND n.seq = o.row_seq
     JOIN claim_line l ON l.id = n.line AND l.center_id = ? ORDER BY o.created_at, o.id`,
    [claim.id, claim.centerId, claim.centerId],
  );
  return rows.map((row) => ({ ...row, isBlocking: row.isBlocking === 1 }));
}
