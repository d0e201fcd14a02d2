import {
  computeAssessment,
  parseFacts,
  parseLedger,
  parsePack,
  type Assessment,
  type LedgerEntry,
} from '../index.js';

export const source = { document: 'D', clause: '1' };
const person = { subject: 'person', per: 'MONTH', source };

interface Asked {
  readonly programs: readonly object[];
  readonly more?: object;
  readonly facts?: object;
  readonly entries?: readonly LedgerEntry[];
  readonly closedThrough?: string;
}

/** What one resident's center may claim for 2025-02 by the programs given; by default a stay since December and an empty ledger. */
export function claim({ programs, more, facts, entries, closedThrough }: Asked): Assessment {
  const pack = parsePack({
    schema: 'pack/1',
    id: 'x',
    version: '1',
    title: 'x',
    jurisdiction: { name: 'x', counties: ['*'] },
    documents: [{ id: 'D', title: 'd' }],
    programs: programs.map((program) => ({ title: 'p', ...person, ...program })),
    ...more,
  });
  const known = parseFacts({
    schema: 'facts/1',
    county: '140522',
    center: { id: 'c1', areaM2: 33 },
    people: [{ id: 'p1', bornOn: '1940-01-01' }],
    stays: [{ id: 's1', person: 'p1', bed: 'b1', from: '2024-12-01', until: null }],
    ...facts,
  });
  const ledger = parseLedger({ schema: 'ledger/1', entries: entries ?? [], closedThrough });
  return computeAssessment(pack, known, '2025-02', ledger);
}

/** `program month fen` of every line that moves money. */
export const money = (result: Assessment): string[] =>
  result.lines
    .filter(({ amountFen }) => amountFen !== 0)
    .map(({ program, month, amountFen }) => `${program} ${month} ${amountFen}`);

export const held = (program: string, month: string, amountFen: number): LedgerEntry => ({
  program,
  subject: { kind: 'person', id: 'p1' },
  month,
  amountFen,
  status: 'PAID',
});
