import {
  checkPack,
  computeAssessment,
  parseFacts,
  parseLedger,
  parsePack,
  type Assessment,
  type Facts,
  type Ledger,
  type LedgerEntry,
  type Pack,
} from '@yibu/claim-engine';

import { Chance } from '../random-center.js';
import { referenceClaim } from './claim.js';
import { correctedFacts, randomFacts } from './random-county.js';
import { NotCovered } from './world.js';

const MONTHS = ['2025-02', '2025-03', '2025-04', '2025-06'];

export interface Outcome {
  readonly differences: readonly string[];
  readonly lines: number;
  readonly refused: number;
  readonly notCovered: string | null;
}

const STATUSES = ['SUBMITTED', 'HELD', 'ACCEPTED', 'CUT', 'PAID', 'RETURNED', 'WITHDRAWN'] as const;

/** Months of claims, one after the other, each compared line by line with the reference. */
export function compareHistory(
  pack: Pack,
  seed: number,
  facts = randomFacts(new Chance(seed)),
): Outcome {
  const chance = new Chance(seed * 7919);
  const problems = checkPack(pack);
  if (problems.length > 0) {
    throw new Error(`seed ${seed}: the random pack is not valid: ${JSON.stringify(problems)}`);
  }
  const parsed = parsePack(pack);
  const entries: LedgerEntry[] = [];
  const differences: string[] = [];
  let lines = 0;
  let refused = 0;
  let now = facts;
  for (const period of MONTHS) {
    const ledger: Ledger = { schema: 'ledger/1', entries: [...entries] };
    const result = computeAssessment(parsed, parseFacts(now), period, parseLedger(ledger));
    try {
      const expected = referenceClaim({
        pack,
        facts: now,
        period,
        ledger,
        isAsReturned: (key, digest) => digest === digestOf(result, key),
      });
      differences.push(...differencesOf(result, expected, `seed ${seed} ${period}`));
      lines += expected.lines.size;
      refused += expected.refused.length;
    } catch (error) {
      if (error instanceof NotCovered) {
        return { differences, lines, refused, notCovered: error.message };
      }
      throw error;
    }
    sendBackLate(chance, entries);
    entries.push(...filed(chance, result));
    now = chance.is(0.6) ? correctedFacts(chance, now) : now;
  }
  return { differences, lines, refused, notCovered: null };
}

const keyOf = (one: Pick<LedgerEntry, 'program' | 'subject' | 'month'>): string =>
  `${one.program}|${one.subject.kind}|${one.subject.id}|${one.month}`;

const digestOf = (result: Assessment, key: string): string | null =>
  result.lines.find((line) => keyOf(line) === key)?.digest ?? null;

/** A part after a cut, nothing while it is held; now and then the ledger does not say. */
function granted(chance: Chance, status: LedgerEntry['status'], amountFen: number): object {
  if (chance.is(0.4) || (status !== 'CUT' && status !== 'HELD')) {
    return {};
  }
  return {
    settledFen: status === 'HELD' ? 0 : Math.trunc((amountFen * chance.integer(0, 9)) / 10),
  };
}

/** Some of what was in review or held is sent back only after further claims were made. */
function sendBackLate(chance: Chance, entries: LedgerEntry[]): void {
  for (const [index, entry] of entries.entries()) {
    if ((entry.status === 'HELD' || entry.status === 'SUBMITTED') && chance.is(0.2)) {
      entries[index] = { ...entry, status: 'RETURNED' };
    }
  }
}

/** What the bureau made of the claim: mostly taken as it was, some lines sent back, cut, held or paid. */
function filed(chance: Chance, result: Assessment): LedgerEntry[] {
  return result.lines
    .filter(({ status, amountFen }) => status === 'PAYABLE' && amountFen !== 0)
    .map((line) => {
      const status = chance.pick(STATUSES);
      return {
        program: line.program,
        subject: line.subject,
        month: line.month,
        amountFen: line.amountFen,
        status,
        ...granted(chance, status, line.amountFen),
        line: line.id,
        digest: chance.is(0.8) ? line.digest : null,
        objection: status === 'RETURNED' && chance.is(0.2) ? 'it is right' : null,
      };
    });
}

function differencesOf(
  result: Assessment,
  expected: ReturnType<typeof referenceClaim>,
  where: string,
): string[] {
  const told: string[] = [];
  const computed = new Map<string, string>();
  for (const line of result.lines) {
    if (line.amountFen !== 0) {
      const key = keyOf(line);
      computed.set(key, `${line.amountFen} ${line.kind} ${line.status}`);
      const shares = (line.shares ?? []).map(({ payer, amountFen }) => `${payer} ${amountFen}`);
      const wanted = expected.shares.get(key);
      if (wanted !== undefined && !wanted.includes('NaN') && wanted !== shares.join(' ')) {
        told.push(`${where} ${key}: shares engine ${shares.join(' ')}, reference ${wanted}`);
      }
    }
  }
  for (const key of new Set([...computed.keys(), ...expected.lines.keys()])) {
    const [engine, reference] = [computed.get(key), expected.lines.get(key)];
    if (engine !== reference) {
      told.push(`${where} ${key}: engine ${engine ?? 'none'}, reference ${reference ?? 'none'}`);
    }
  }
  const refused = (list: readonly string[]): string => [...new Set(list)].sort().join(' ');
  const engine = refused(result.refusals.map(({ program }) => program));
  if (engine !== refused(expected.refused)) {
    told.push(`${where} refusals: engine ${engine}, reference ${refused(expected.refused)}`);
  }
  return told;
}

export type { Facts };
