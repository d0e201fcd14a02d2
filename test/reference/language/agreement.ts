import {
  checkPack,
  computeAssessment,
  explainLine,
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
import { referenceClaim, type ReferenceClaim } from './claim.js';
import { correctedFacts, randomFacts } from './random-county.js';
import { randomPack } from './random-pack.js';
import { meet, NotCovered } from './world.js';

const MONTHS = ['2025-02', '2025-03', '2025-04', '2025-06'];

export interface Outcome {
  readonly differences: readonly string[];
  readonly lines: number;
  readonly refused: number;
  readonly notCovered: string | null;
}

const STATUSES = ['SUBMITTED', 'HELD', 'ACCEPTED', 'CUT', 'PAID', 'RETURNED', 'WITHDRAWN'] as const;

/** What differs among random packs, each told with its seed: the same seed gives the same pack, facts and history. */
export function differingSeeds(first: number, last: number): string[] {
  const told: string[] = [];
  for (let seed = first; seed <= last; seed += 1) {
    for (const outcome of compareCounty(randomPack(new Chance(seed)), seed)) {
      told.push(...outcome.differences.slice(0, 3));
      told.push(...(outcome.notCovered === null ? [] : [`seed ${seed}: ${outcome.notCovered}`]));
    }
  }
  return told;
}

/** A county: one pack, its centers each with a history of its own, now and then more than one of them. */
function compareCounty(pack: Pack, seed: number): Outcome[] {
  const isLarge = seed % 8 === 0;
  meet(isLarge ? 'county:several centers' : 'county:one center');
  const seeds = isLarge ? [seed, seed + 1_000_003, seed + 2_000_003] : [seed];
  return seeds.map((one) => compareHistory(pack, one));
}

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
  const restedOn = new Map<number, string>();
  const decisions = otherAnswers(chance, pack);
  const closed = chance.is(0.15) ? chance.pick(['2024-12', '2025-02', '2025-03']) : null;
  for (const period of MONTHS) {
    const isClosed = closed !== null && closed < period && period > '2025-03';
    meet(isClosed ? 'ledger:closed' : 'ledger:open');
    const ledger: Ledger = {
      schema: 'ledger/1',
      entries: [...entries],
      closedThrough: isClosed ? closed : null,
    };
    const known = parseFacts(now);
    const result = computeAssessment(parsed, known, period, parseLedger(ledger), { decisions });
    differences.push(...untold(result, `seed ${seed} ${period}`));
    let expected: ReferenceClaim;
    try {
      expected = referenceClaim({
        pack,
        facts: now,
        period,
        ledger,
        restedOn,
        decisions,
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
    for (const entry of filed(chance, result)) {
      restedOn.set(entries.length, expected.restsOn(keyOf(entry)));
      entries.push(entry);
    }
    now = chance.is(0.6) ? correctedFacts(chance, now) : now;
  }
  return { differences, lines, refused, notCovered: null };
}

/** Some claims are tried with other answers to the open questions. */
const otherAnswers = (chance: Chance, pack: Pack): Record<string, string> =>
  Object.fromEntries(
    (pack.decisions ?? [])
      .filter(() => chance.is(0.3))
      .map(({ id, options }) => [id, chance.pick(options).id]),
  );

/** Every line can be explained, in both languages. */
function untold(result: Assessment, where: string): string[] {
  const lines = result.toJSON().lines;
  return lines.flatMap((line) =>
    (['zh', 'en'] as const).flatMap((locale) =>
      /undefined|NaN|\[object/.test(explainLine(line, locale))
        ? [`${where} ${line.program} ${line.month}: ${explainLine(line, locale)}`]
        : [],
    ),
  );
}

const keyOf = (one: Pick<LedgerEntry, 'program' | 'subject' | 'month'>): string =>
  `${one.program}|${one.subject.kind}|${one.subject.id}|${one.month}`;

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

function differencesOf(result: Assessment, expected: ReferenceClaim, where: string): string[] {
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
