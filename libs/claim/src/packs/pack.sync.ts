import { newId } from '@yibu/platform';
import type { DataSource } from 'typeorm';

import { builtInPacks } from '../engine.js';

/**
 * Brings the packs that ship with the product into the table: a changed file is a further version, an unchanged one
 * is nothing. Safe to repeat, also by two processes at once (the digest is unique).
 */
export async function syncPacks(dataSource: DataSource): Promise<void> {
  for (const pack of builtInPacks()) {
    await dataSource.query(
      `INSERT IGNORE INTO policy_pack (id, code, version, sha256, body, origin, status, created_at)
       SELECT ?, ?, COALESCE(MAX(version), 0) + 1, ?, ?, 'BUILT_IN', 'PUBLISHED', UTC_TIMESTAMP(3)
       FROM policy_pack WHERE code = ?
       HAVING NOT EXISTS (SELECT 1 FROM policy_pack x WHERE x.sha256 = ? AND x.county_code = '*')`,
      [newId(), pack.code, pack.sha256, pack.body, pack.code, pack.sha256],
    );
  }
}
