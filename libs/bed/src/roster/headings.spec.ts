import { bedsMeant, placeOfNewBed, readBedPath } from './bed-label.rules.js';
import { findHeader, guessMapping } from './mapping.rules.js';

describe('a bed of a list', () => {
  const at = (bed: string, more = {}): ReturnType<typeof readBedPath> =>
    readBedPath({ building: '', floor: '', room: '', bed, ...more });

  it.each([
    ['301-2', null, null, '301', '2'],
    ['301室2床', null, null, '301', '2'],
    ['1号楼301-2', '1号楼', null, '301', '2'],
    ['东楼3层301－2', '东楼', '3层', '301', '2'],
    ['B12', null, null, 'B12', 'B12'],
    ['３０１　２床', null, null, '301', '2'],
    ['201-1床', null, null, '201', '1'],
    ['二楼201-1床', null, '二楼', '201', '1'],
    ['2楼201房1床', null, '2楼', '201', '1'],
  ])('%s is read', (text, building, floor, room, bed) => {
    expect(at(text)).toEqual({ building, floor, room, bed });
  });

  it('that says its room again beside the column of rooms is the same bed', () => {
    const path = at('201-1床', { room: '201' });
    expect(path).toMatchObject({ room: '201', bed: '1' });
    const standing = (label: string) => [
      { id: 'a', building: '1号楼', floor: '2层', room: '201', label },
    ];
    expect(path && bedsMeant(path, standing('1')).length).toBe(1);
    expect(path && bedsMeant(path, standing('201-1')).length).toBe(1);
  });

  it('is found however the house writes it', () => {
    const beds = [
      { id: 'a', building: '1号楼', floor: '3层', room: '301', label: '2' },
      { id: 'b', building: '2号楼', floor: '3层', room: '301', label: '301-2' },
    ];
    const meant = (text: string): string[] => {
      const path = at(text);
      return path === null ? [] : bedsMeant(path, beds).map(({ id }) => id);
    };
    expect(meant('1号楼301-2')).toEqual(['a']);
    expect(meant('2号楼301室2床')).toEqual(['b']);
    expect(meant('301-2')).toEqual(['a', 'b']);
  });

  it('that is new stands on the floor its room is named after', () => {
    const path = at('1208-1');
    const rules = { building: '主楼', floorPattern: '{f}层' };
    expect(path && placeOfNewBed(path, rules)).toEqual({
      building: '主楼',
      floor: '12层',
      room: '1208',
      bed: '1',
    });
  });
});

describe('the headings of a list', () => {
  it('are guessed from everyday words, with marks and brackets', () => {
    const header = [
      '序号',
      '老人姓名*',
      '身份证号码',
      '入住时间（年月日）',
      '房间床位号',
      '家属电话',
    ];
    expect(guessMapping('ROSTER', header)).toEqual([
      null,
      'name',
      'idNumber',
      'admittedOn',
      'bed',
      'contactPhone',
    ]);
  });

  it.each([
    [
      ['姓名', '联系人', '与老人关系', '联系电话'],
      ['name', 'contactName', 'contactRelation', 'contactPhone'],
    ],
    [
      ['姓名', '联系电话', '联系人', '联系电话'],
      ['name', 'phone', 'contactName', 'contactPhone'],
    ],
    [
      ['姓名', '联系人', '本人电话'],
      ['name', 'contactName', 'phone'],
    ],
    [
      ['姓名', '联系电话', '联系人'],
      ['name', 'phone', 'contactName'],
    ],
  ])('give a phone behind a contact to the contact: %j', (header, fields) => {
    expect(guessMapping('ROSTER', header)).toEqual(fields);
  });

  it.each([
    ['PAST_STAYS', ['姓名', '床位', '入院日期', '离院日期'], ['name', 'bed', 'fromOn', 'untilOn']],
    ['PAST_STAYS', ['姓名', '床位', '入住时间', '离开日期'], ['name', 'bed', 'fromOn', 'untilOn']],
    ['PAST_STAYS', ['姓名', '床位', '入住时间', '退住时间'], ['name', 'bed', 'fromOn', 'untilOn']],
    [
      'ABSENCES',
      ['姓名', '类型', '离院日期', '返院日期'],
      ['name', 'absenceKind', 'fromOn', 'untilOn'],
    ],
    [
      'ABSENCES',
      ['姓名', '类型', '入院日期', '出院日期'],
      ['name', 'absenceKind', 'fromOn', 'untilOn'],
    ],
  ] as const)('of %s tell coming from leaving: %j', (kind, header, fields) => {
    expect(guessMapping(kind, header)).toEqual(fields);
  });

  it('are found below a title and a line of dates', () => {
    const sheet = findHeader('ROSTER', {
      sheetName: '名册',
      header: ['填表人：李', '日期：2026.6'],
      rows: [
        { number: 3, cells: ['姓名', '身份证号'] },
        { number: 4, cells: ['王秀英', '11010519491231002X'] },
      ],
    });
    expect(sheet.header).toEqual(['姓名', '身份证号']);
    expect(sheet.rows.map(({ number }) => number)).toEqual([4]);
  });

  it('end above a total and the names of who filled the list in', () => {
    const row = (number: number, ...cells: string[]) => ({ number, cells });
    const sheet = findHeader('ROSTER', {
      sheetName: '名册',
      header: ['序号', '姓名', '身份证号'],
      rows: [
        row(2, '1', '王秀英', '11010519491231002X'),
        row(3, '2', '合小英', ''),
        row(4, '合 计', '2人', ''),
        row(5, '', '总计：2', ''),
        row(6, '填表人：李', '', '审核人：张'),
      ],
    });
    expect(sheet.rows.map(({ number }) => number)).toEqual([2, 3]);
  });
});
