import { localDate as day } from '@yibu/kernel';

import {
  admissionItems,
  deathItems,
  dischargeItems,
  settle,
  transferItems,
  type ChecklistItem,
  type PersonPapers,
} from './checklist.rules.js';

const PAPERS: PersonPapers = {
  residentId: 'r1',
  sex: 'F',
  diedOn: null,
  consents: 1,
  agreements: 1,
  assessments: 1,
  contacts: 1,
  drafts: 0,
  openAgreements: 0,
  futureReservations: [],
  openAbsences: [],
  laterAbsences: [],
};
const ROOM = { roomId: 'room1', roomName: '301', sexPolicy: 'ANY', roommates: ['F'] };
const statesOf = (items: readonly ChecklistItem[]): Record<string, string> =>
  Object.fromEntries(items.map(({ code, state }) => [code, state]));
const absence = { id: 'x1', fromOn: day('2026-06-01') };

describe('an admission', () => {
  it('is ready when consent, agreement, assessment and a contact are there', () => {
    const items = admissionItems(PAPERS, ROOM);
    expect(settle(items, []).every(({ state }) => state === 'DONE')).toBe(true);
  });

  it.each([
    ['AGREEMENT', { agreements: 0 }],
    ['ASSESSMENT', { assessments: 0 }],
    ['CONTACT', { contacts: 0 }],
  ] as const)('without %s goes on with a reason in writing only', (code, lack) => {
    const items = admissionItems({ ...PAPERS, ...lack }, null);
    expect(() => settle(items, [])).toThrow(expect.objectContaining({ params: { open: [code] } }));
    expect(() => settle(items, [{ code, reason: ' ' }])).toThrow(/^Open: /);
    expect(settle(items, [{ code, reason: '应急安置' }])).toContainEqual({
      code,
      state: 'OVERRIDDEN',
      reason: '应急安置',
    });
  });

  it('without consent does not go on, whatever is written', () => {
    const items = admissionItems({ ...PAPERS, consents: 0 }, null);
    expect(() => settle(items, [{ code: 'CONSENT', reason: '应急安置' }])).toThrow(/^Open: /);
  });

  it('of somebody who has died is none', () => {
    const items = admissionItems({ ...PAPERS, diedOn: day('2026-01-01') }, null);
    expect(statesOf(items)).toMatchObject({ ALIVE: 'OPEN' });
  });

  it.each([
    ['a room for men', { ...ROOM, sexPolicy: 'M', roommates: [] }],
    ['a room with a man in it', { ...ROOM, roommates: ['M'] }],
  ])('of a woman into %s is warned of, not refused', (_what, room) => {
    const items = admissionItems(PAPERS, room);
    expect(statesOf(items)).toMatchObject({ ROOM_SEX: 'WARNING' });
    expect(() => settle(items, [])).not.toThrow();
  });
});

describe('the end of a stay', () => {
  const busy: PersonPapers = {
    ...PAPERS,
    drafts: 1,
    openAbsences: [absence],
    futureReservations: [{ id: 's9', fromOn: day('2026-07-01') }],
  };

  it('by discharge waits for the leave, the draft and the reservation', () => {
    expect(statesOf(dischargeItems(busy))).toMatchObject({
      ABSENCE_OPEN: 'OPEN',
      DRAFT_ASSESSMENT: 'OPEN',
      RESERVED_FUTURE: 'OPEN',
    });
  });

  it('by death waits for nothing but names it', () => {
    const items = deathItems(busy);
    expect(statesOf(items)).toMatchObject({
      ABSENCE_OPEN: 'WARNING',
      DRAFT_ASSESSMENT: 'WARNING',
      RESERVED_FUTURE: 'WARNING',
    });
    expect(() => settle(items, [])).not.toThrow();
  });

  it('is not before an absence that is already written down', () => {
    const items = deathItems({ ...PAPERS, laterAbsences: [absence] });
    expect(() => settle(items, [{ code: 'ABSENCE_OUTSIDE', reason: '不管' }])).toThrow(/^Open: /);
  });
});

it('a change of bed during a leave is only mentioned', () => {
  const items = transferItems({ ...PAPERS, openAbsences: [absence] }, ROOM);
  expect(statesOf(items)).toEqual({ ROOM_SEX: 'DONE', ABSENCE_OPEN: 'WARNING' });
});
