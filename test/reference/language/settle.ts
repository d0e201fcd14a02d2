import type { LedgerEntry } from '@yibu/claim-engine';

import { closedThrough, type Asked, type ReferenceClaim } from './claim.js';
import { sharesOf, type Due } from './limits.js';
import { restsOn } from './rests-on.js';
import { COVERS_NOTHING, sentBack, standsAgainst } from './standing.js';
import { meet, monthOf } from './world.js';

/** What is paid once is matched whatever the month. */
function heldAs(asked: Asked, due: ReadonlyMap<string, Due>, entry: LedgerEntry): string {
  const { program, subject, month } = entry;
  const own = `${program}|${subject.kind}|${subject.id}|`;
  const isOnce = asked.pack.programs.find(({ id }) => id === program)?.per === 'ONCE';
  const same = isOnce ? [...due.keys()].find((key) => key.startsWith(own)) : undefined;
  return same ?? `${own}${month}`;
}

// oxlint-disable-next-line complexity -- the whole subtraction in one place
export function settle(
  asked: Asked,
  due: ReadonlyMap<string, Due>,
  refused: string[],
): ReferenceClaim {
  const now = monthOf(asked.period);
  const lines = new Map<string, string>();
  const shares = new Map<string, string>();
  const keys = new Set(due.keys());
  const entries = asked.ledger.entries.map((entry) => ({ entry, key: heldAs(asked, due, entry) }));
  for (const { entry, key } of entries) {
    const program = asked.pack.programs.find(({ id }) => id === entry.program);
    const month = monthOf(entry.month);
    if (program && month <= now && month > closedThrough(asked.ledger)) {
      keys.add(key);
    }
  }
  for (const key of keys) {
    const program = key.split('|')[0] as string;
    if (refused.includes(program)) {
      continue;
    }
    const own = entries.filter((one) => one.key === key).map(({ entry }) => entry);
    const covering = own.filter(({ status }) => !COVERS_NOTHING.includes(status));
    const entitled = due.get(key)?.fen ?? 0;
    const covered = standsAgainst(covering, entitled);
    const claimed = covering.reduce((sum, { amountFen }) => sum + amountFen, 0);
    const difference = entitled - covered;
    const isOnce = due.get(key)?.at.program.per === 'ONCE';
    const isNow = (key.endsWith(asked.period) || isOnce) && claimed === 0 && difference > 0;
    const kind = difference < 0 ? 'REVERSAL' : isNow ? 'NORMAL' : 'CATCH_UP';
    const isSentBack = sentBack(own).some(
      (entry) =>
        !!entry.digest &&
        asked.restedOn.get(asked.ledger.entries.indexOf(entry)) === restsOn(due.get(key)),
    );
    const isOpen = (due.get(key)?.at.doubts.size ?? 0) > 0 || isSentBack;
    meet(`line:${kind}${isSentBack ? ':sent back' : ''}`);
    if (difference !== 0) {
      lines.set(key, `${difference} ${kind} ${isOpen ? 'NEEDS_DECISION' : 'PAYABLE'}`);
      const payers = due.get(key)?.at.program.payers as { id: string; parts: number }[] | undefined;
      if (payers) {
        shares.set(key, sharesOf(payers, entitled, covered));
      }
    }
  }
  return { lines, refused, shares, restsOn: (key) => restsOn(due.get(key)) };
}
