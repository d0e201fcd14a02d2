import type { Pack } from '@yibu/claim-engine';

import { meet } from './world.js';

/** The pack with every open question answered as the pack chose, or otherwise for this claim. */
export function resolved(pack: Pack, other: Readonly<Record<string, string>>): Pack {
  const chosen = new Map((pack.decisions ?? []).map(({ id, chosen }) => [id, other[id] ?? chosen]));
  const answer = (value: unknown): unknown => {
    if (Array.isArray(value)) {
      return value.map(answer);
    }
    if (typeof value !== 'object' || value === null) {
      return value;
    }
    const { decision, cases } = value as { decision?: string; cases?: Record<string, unknown> };
    if (decision !== undefined && cases !== undefined) {
      meet('decision');
      return answer(cases[chosen.get(decision) ?? '']);
    }
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, answer(one)]));
  };
  const { programs, careClasses, stacking } = pack;
  return {
    ...pack,
    ...(answer({ programs, careClasses, stacking }) as Pick<Pack, 'programs'>),
  };
}
