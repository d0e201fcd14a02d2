import type { Db } from '@yibu/platform';

/** The papers of an appeal stay with its answer. */
export async function keptPapersOfAppeal(db: Db, appealId: string): Promise<ReadonlySet<string>> {
  const rows = await db.rows<{ id: string }>(
    `SELECT t.id FROM claim_appeal a JOIN attachment t ON t.center_id = a.center_id AND t.entity = 'claimAppeal'
       AND t.entity_id = a.id WHERE a.id = ? AND a.center_id IN (?) AND a.outcome IS NOT NULL`,
    [appealId, db.centers],
  );
  return new Set(rows.map(({ id }) => id));
}
