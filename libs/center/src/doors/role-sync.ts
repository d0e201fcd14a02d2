import { newId } from '@yibu/platform';
import type { DataSource } from 'typeorm';

import { ROLE_SEEDS } from './roles.js';

/** Brings the product's own roles up to date after migrations; safe to repeat, also by two processes at once. */
export async function syncRoles(dataSource: DataSource): Promise<void> {
  for (const seed of ROLE_SEEDS) {
    await dataSource.transaction(async (manager) => {
      await manager.query(
        `INSERT INTO role (id, organization_kind, code, name, name_en) VALUES (?, ?, ?, ?, ?)
         ON DUPLICATE KEY UPDATE name = VALUES(name), name_en = VALUES(name_en)`,
        [newId(), seed.kind, seed.code, seed.name, seed.nameEn],
      );
      const [role] = await manager.query<{ id: string }[]>(
        'SELECT id FROM role WHERE code = ? FOR UPDATE',
        [seed.code],
      );
      const roleId = role?.id ?? '';
      await manager.query(
        'DELETE FROM role_permission WHERE role_id = ? AND permission NOT IN (?)',
        [roleId, seed.permissions],
      );
      for (const permission of seed.permissions) {
        await manager.query(
          'INSERT IGNORE INTO role_permission (role_id, permission) VALUES (?, ?)',
          [roleId, permission],
        );
      }
    });
  }
}
