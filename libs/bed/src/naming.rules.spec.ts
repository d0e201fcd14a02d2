import { assertNewNames, nameFrom, planLayout, type LayoutPlan } from './naming.rules.js';

const PLAN: LayoutPlan = {
  floorFrom: 2,
  floorCount: 2,
  floorPattern: '{f}层',
  roomsPerFloor: 2,
  roomStart: 1,
  roomPattern: '{f}{nn}',
  bedsPerRoom: 2,
  bedPattern: '{n}',
};

describe('names from a pattern', () => {
  it.each([
    ['{f}{nn}', { number: 7, floor: 3 }, '307'],
    ['{nnn}室', { number: 7 }, '007室'],
    ['{r}-{A}', { number: 2, room: '301' }, '301-B'],
    ['{A}', { number: 27 }, 'AA'],
    ['东{n}', { number: 12 }, '东12'],
  ])('%s', (pattern, parts, name) => {
    expect(nameFrom(pattern, parts)).toBe(name);
  });

  it('give each floor its rooms and each room its beds', () => {
    expect(planLayout(PLAN)).toEqual([
      {
        name: '2层',
        rooms: [
          { name: '201', beds: ['1', '2'] },
          { name: '202', beds: ['1', '2'] },
        ],
      },
      {
        name: '3层',
        rooms: [
          { name: '301', beds: ['1', '2'] },
          { name: '302', beds: ['1', '2'] },
        ],
      },
    ]);
  });

  it.each([
    ['roomPattern', { roomPattern: '房间' }],
    ['bedPattern', { bedPattern: '床' }],
    ['floorPattern', { floorPattern: '层' }],
  ])('without a number would repeat: %s is refused', (path, change) => {
    expect(() => planLayout({ ...PLAN, ...change })).toThrow(
      expect.objectContaining({ fields: [{ path, rule: 'namesRepeat' }] }),
    );
  });

  it('stop at five hundred beds', () => {
    expect(() => planLayout({ ...PLAN, roomsPerFloor: 100, bedsPerRoom: 6 })).toThrow(
      expect.objectContaining({ code: 'INPUT_INVALID' }),
    );
  });

  it('that exist are named', () => {
    expect(() => assertNewNames(['201', '202'], ['202', '203'])).toThrow(
      expect.objectContaining({ code: 'PLACE_NAME_TAKEN', params: { names: ['202'] } }),
    );
  });
});
