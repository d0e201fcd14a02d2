import type { Db } from '@yibu/platform';

import type { OutsideRecord } from './outside.types.js';

/**
 * Everything that others say about the people of one center, in one statement, whatever the number of lines: rows of
 * the county's lists found by the blind index, lists that are complete for a category, roll calls that found nobody.
 * It looks over the fence of the county's lists for the operator too; who hears what of it is for the checks to say.
 * A further kind of record is a further branch.
 */
export const readOutside = async (db: Db, centerId: string): Promise<OutsideRecord[]> =>
  await db.rows<OutsideRecord>(
    `SELECT g.id, g.what, r.id AS residentId, g.from_on AS fromOn, g.until_on AS untilOn, NULL AS detail,
       g.listed_at AS listedAt
     FROM resident r JOIN center n ON n.id = r.center_id
     JOIN registry_row g ON g.id_number_index = r.id_number_index AND g.county_code = n.county_code AND g.live = 1
     WHERE r.center_id = ? AND r.center_id IN (?)
     UNION ALL
     SELECT l.id, 'COMPLETE', NULL, l.covers_from, l.covers_through, l.complete_for, l.accepted_at
     FROM center n JOIN registry_list l ON l.county_code = n.county_code
     WHERE n.id = ? AND n.id IN (?) AND l.status = 'ACCEPTED' AND l.complete_for IS NOT NULL
     UNION ALL
     SELECT r.id, 'NO_NUMBER', r.id, NULL, NULL, NULL, r.created_at
     FROM resident r WHERE r.center_id = ? AND r.center_id IN (?) AND r.id_number_index IS NULL
     UNION ALL
     SELECT i.id, 'ROLL_CALL', i.subject_id, DATE(i.seen_at + INTERVAL 8 HOUR), NULL, NULL, i.seen_at
     FROM claim_sample_item i WHERE i.center_id = ? AND i.center_id IN (?) AND i.result = 'ABSENT'
     ORDER BY 7, 1`,
    [centerId, db.centers, centerId, db.centers, centerId, db.centers, centerId, db.centers],
  );
