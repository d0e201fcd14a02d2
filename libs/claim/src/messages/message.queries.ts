import type { Db } from '@yibu/platform';

import type { ClaimRow } from '../claims/claim.access.js';
import type { ClaimMessage, ClaimMessageList } from './message.graphql.js';

/** The side that a person writes for; the other side's words are what is unread. */
export const sideOf = (db: Db): 'BUREAU' | 'OPERATOR' =>
  db.scope.organizationKind === 'BUREAU' ? 'BUREAU' : 'OPERATOR';

/** Messages of the other side about claim `c` that the person has not read: two parameters, `unreadFor(db)`. */
export const UNREAD = `(SELECT COUNT(*) FROM claim_message um WHERE um.claim_id = c.id AND um.side <> ?
  AND um.created_at > COALESCE((SELECT ur.read_at FROM claim_message_read ur
    WHERE ur.claim_id = c.id AND ur.user_id = ?), '1000-01-01'))`;

export const unreadFor = (db: Db): readonly [string, string] => [sideOf(db), db.scope.userId];

type MessageRow = Omit<ClaimMessage, 'isUnread'> & {
  readonly isUnread: number;
  readonly total: number;
};

/** More than two sides ever wrote about one claim; whatever is beyond it is said to be there. */
const SHOWN = 500;

/** The newest words in the order in which they were written, of the claim or of one of its lines. */
export async function listMessages(
  db: Db,
  claim: ClaimRow,
  lineId: string | null,
): Promise<ClaimMessageList> {
  const [side, userId] = unreadFor(db);
  const rows = await db.rows<MessageRow>(
    `SELECT m.id, m.claim_line_id AS claimLineId, CONCAT(COALESCE(l.subject_name, ''), ' ', l.month) AS lineName,
       m.side, m.author_name AS authorName, m.text, m.created_at AS createdAt,
       m.side <> ? AND (r.read_at IS NULL OR m.created_at > r.read_at) AS isUnread, COUNT(*) OVER () AS total
     FROM claim_message m LEFT JOIN claim_line l ON l.id = m.claim_line_id
     LEFT JOIN claim_message_read r ON r.claim_id = m.claim_id AND r.user_id = ?
     WHERE m.claim_id = ? AND m.center_id = ? AND (? IS NULL OR m.claim_line_id = ?)
     ORDER BY m.created_at DESC, m.id DESC LIMIT ${SHOWN}`,
    [side, userId, claim.id, claim.centerId, lineId, lineId],
  );
  const items = rows
    .map(({ total: _total, ...row }) => ({ ...row, isUnread: Number(row.isUnread) === 1 }))
    .toReversed();
  return { items, earlierCount: Number(rows[0]?.total ?? 0) - items.length };
}
