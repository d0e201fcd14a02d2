import { AppError } from '@yibu/kernel';
import { createHash } from 'node:crypto';

import type { Tx } from './tx.js';

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

/**
 * Runs `work` once for a key: a retry with the same input gets the first result, a retry with another input
 * IDEMPOTENCY_KEY_REUSED. The key row is written in the transaction of the effect, so neither exists without the
 * other. Two simultaneous calls: the second waits on the primary key, then reads the first one's result.
 */
export async function idempotent<T>(
  tx: Tx,
  request: {
    readonly key: string | null | undefined;
    readonly operation: string;
    readonly input: unknown;
  },
  work: () => Promise<T>,
): Promise<T> {
  const { key, operation, input } = request;
  if (key === null || key === undefined || key === '') {
    return await work();
  }
  const keyHash = digest(`${tx.scope.userId}\0${operation}\0${key}`);
  const inputHash = digest(JSON.stringify(input));
  const isFirst = await tx.execute(
    `INSERT IGNORE INTO idempotency_key (key_hash, input_hash, result, created_at)
     VALUES (?, ?, 'null', UTC_TIMESTAMP(3))`,
    [keyHash, inputHash],
  );
  if (isFirst === 0) {
    const row = await tx.row<{ inputHash: string; result: string }>(
      'SELECT input_hash AS inputHash, result FROM idempotency_key WHERE key_hash = ?',
      [keyHash],
    );
    if (row?.inputHash !== inputHash) {
      throw new AppError('IDEMPOTENCY_KEY_REUSED', `${operation}: the key came with another input`);
    }
    return JSON.parse(row.result) as T;
  }
  const result = await work();
  await tx.execute('UPDATE idempotency_key SET result = ? WHERE key_hash = ?', [
    JSON.stringify(result),
    keyHash,
  ]);
  return result;
}
