import type { LocalDate } from '@yibu/kernel';

import type { Life } from './lives.js';
import type { Teller } from './teller.js';

export async function recordLevel(
  _teller: Teller,
  _result: { readonly life: Life; readonly on: LocalDate; readonly level: number },
): Promise<void> {
  await Promise.resolve();
}
