import { explainLine, type Assessment, type LedgerEntry } from './index.js';
import { claim, held, money } from './test/one-person.js';

describe('the ledger, after what the bureau decided', () => {
  describe('of what was sent back while a difference stands beside it', () => {
    // 300 was claimed, then facts made it 350 and 50 more was claimed; only then was the first one sent back.
    const rate = { fen: 350 };
    const programs = [{ id: 'a', rate }];
    const january = (result: Assessment): string[] =>
      result.lines
        .filter(({ month, amountFen }) => month === '2025-01' && amountFen !== 0)
        .map(({ amountFen, status }) => `${amountFen} ${status}`);
    const digest = claim({ programs }).lines.find(({ month }) => month === '2025-01')?.digest ?? '';
    const first = (more: Partial<LedgerEntry> = {}): LedgerEntry => ({
      ...held('a', '2025-01', 300),
      status: 'RETURNED',
      digest: 'of other facts',
      line: 'first',
      ...more,
    });
    const difference = (more: Partial<LedgerEntry> = {}): LedgerEntry => ({
      ...held('a', '2025-01', 50),
      status: 'SUBMITTED',
      digest,
      line: 'difference',
      ...more,
    });

    it('needs a decision while nothing has changed since, and leads to the line that was sent back', () => {
      const result = claim({ programs, entries: [first(), difference()] });
      expect(january(result)).toEqual(['300 NEEDS_DECISION']);
      expect(result.lines.find(({ month }) => month === '2025-01')?.replaces).toBe('first');
    });

    it('is claimed again once it is mended or objected to', () => {
      const mended = [first(), difference({ digest: 'of facts before' })];
      expect(january(claim({ programs, entries: mended }))).toEqual(['300 PAYABLE']);
      const objected = [first({ objection: '已附材料' }), difference()];
      expect(january(claim({ programs, entries: objected }))).toEqual(['300 PAYABLE']);
    });

    it('is settled by an entry that replaces it', () => {
      const again = [first({ digest }), { ...first({ digest }), status: 'PAID' as const }];
      expect(january(claim({ programs, entries: again }))).toEqual(['50 PAYABLE']);
    });
  });

  it('says one true thing where a claim is sent back after all of it was taken back', () => {
    const entries = [
      { ...held('a', '2025-01', 300), status: 'RETURNED' as const, digest: 'of other facts' },
      { ...held('a', '2025-01', -300), status: 'SUBMITTED' as const, digest: 'of facts before' },
    ];
    const programs = [{ id: 'a', rate: { fen: 300 } }];
    const { lines } = claim({ programs, facts: { stays: [] }, entries });
    const line = lines.find(({ month }) => month === '2025-01')?.toJSON();
    expect(line?.trace.map(({ code }) => code)).toEqual(['REVERSAL_UNDONE']);
    expect(line && explainLine(line, 'zh')).toBe(
      '2025-01：计发3.00元。原申报已被退回，而此前已冲回3.00元，应发0.00元，现补回3.00元。',
    );
  });

  describe('of what was cut or is held', () => {
    const april = (due: number, entries: readonly Partial<LedgerEntry>[]): string[] =>
      money(
        claim({
          programs: [{ id: 'a', rate: { fen: Math.max(due, 1) } }],
          ...(due === 0 ? { facts: { stays: [] } } : {}),
          entries: entries.map((entry) => ({ ...held('a', '2025-01', 300), ...entry })),
        }),
      ).filter((line) => line.includes('2025-01'));
    const cut = { status: 'CUT', settledFen: 200 } as const;

    it('does not claim again what was cut, whatever becomes of the facts', () => {
      expect(april(300, [cut])).toEqual([]);
      expect(april(350, [cut])).toEqual(['a 2025-01 50']);
      expect(april(250, [cut])).toEqual([]);
    });

    it('gives back no more than was granted', () => {
      expect(april(150, [cut])).toEqual(['a 2025-01 -50']);
      expect(april(0, [cut])).toEqual(['a 2025-01 -200']);
      expect(april(0, [{ ...cut, status: 'PAID' }])).toEqual(['a 2025-01 -200']);
      // Once given back nothing is left to give, and the cut stands when the facts come back.
      expect(april(0, [cut, { amountFen: -200 }])).toEqual([]);
      expect(april(300, [cut, { amountFen: -200 }])).toEqual(['a 2025-01 200']);
    });

    it('gives back nothing of a line that is held: it is granted or refused first', () => {
      expect(april(0, [{ status: 'HELD', settledFen: 0 }])).toEqual([]);
      expect(april(0, [{ status: 'ACCEPTED' }])).toEqual(['a 2025-01 -300']);
      expect(april(200, [{ status: 'HELD', settledFen: 0 }])).toEqual([]);
    });

    it('covers the whole amount where the ledger does not say what was granted', () => {
      expect(april(0, [{ status: 'CUT' }])).toEqual(['a 2025-01 -300']);
    });

    it('says so of somebody the records no longer know', () => {
      const result = claim({
        programs: [{ id: 'a', rate: { fen: 100 } }],
        entries: [{ ...held('a', '2025-01', 300), ...cut, subject: { kind: 'person', id: 'p9' } }],
      });
      const line = result.lines.find(({ subject }) => subject.id === 'p9');
      expect(line?.amountFen).toBe(-200);
      expect(line?.trace.at(-1)).toMatchObject({
        code: 'ENTITLEMENT_BELOW_GRANTED',
        params: { claimedFen: 300, coveredFen: 200 },
      });
    });
  });
});
