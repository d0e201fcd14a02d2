import { localDate } from '@yibu/kernel';
import { readDate } from '@yibu/platform';

import { readCategories } from './category.rules.js';
import { readRelation, readSex } from './cell.rules.js';
import { readCounty } from './county.rules.js';
import { RowReader } from './row-reader.js';
import { readRosterRow, type RosterRow, type RowGround } from './row.rules.js';
import type { RosterField } from './roster.fields.js';

const TODAY = localDate('2026-06-15');
const AREAS = {
  own: '140522',
  known: [
    { code: '140522', name: '阳城县' },
    { code: '320614', name: '海门区' },
  ],
};

function row(
  cells: Partial<Record<RosterField, string>>,
  more: Partial<RowGround> = {},
): RosterRow {
  const fields = Object.keys(cells) as RosterField[];
  const reader = new RowReader(
    fields,
    fields.map((field) => cells[field] ?? ''),
  );
  return readRosterRow(reader, { today: TODAY, areas: AREAS, ...more });
}
const person = (
  cells: Partial<Record<RosterField, string>>,
  more: Partial<RowGround> = {},
): RosterRow => row({ name: '王秀英', idNumber: '11010519491231002X', ...cells }, more);
const said = ({ problems }: RosterRow): string[] =>
  problems.map(({ field, rule }) => `${field ?? 'row'} ${rule}`);

describe('a date of a list', () => {
  it.each([
    ['2026-03-01', '2026-03-01'],
    ['2026.3.1', '2026-03-01'],
    ['2026/3/1', '2026-03-01'],
    ['2026年3月1日', '2026-03-01'],
    ['2026年03月01号', '2026-03-01'],
    ['20260301', '2026-03-01'],
    ['46082', '2026-03-01'],
    ['46082.5', '2026-03-01'],
    ['２０２６．３．１', '2026-03-01'],
    ['　2026-3-1 ', '2026-03-01'],
    ['2026-03-01 00:00:00', '2026-03-01'],
    ["'2026-03-01", '2026-03-01'],
    ['二〇二六年三月十五日', '2026-03-15'],
    ['2026年十二月二十一日', '2026-12-21'],
  ])('%s is understood', (cell, date) => {
    expect(readDate(cell)).toEqual({ ok: true, value: date });
  });

  it.each([
    ['2026-02-30', 'dateNotInCalendar'],
    ['2026年3月', 'dateNeedsDay'],
    ['26.3.1', 'dateNeedsYear'],
    ['农历正月初五', 'dateLunar'],
    ['去年', 'dateUnreadable'],
    ['1940', 'dateUnreadable'],
  ])('%s is refused by name', (cell, rule) => {
    expect(readDate(cell)).toMatchObject({ ok: false, rule });
  });

  it.each(['', ' ', '-', '/', '无', '不详', '——'])('"%s" says nothing', (cell) => {
    expect(readDate(cell)).toEqual({ ok: true, value: null });
  });
});

describe('an ID number of a list', () => {
  it.each([
    ['in full-width digits', '１１０１０５１９４９１２３１００２Ｘ'],
    ['with a lower-case x', '11010519491231002x'],
    ['with spaces', ' 110105 19491231 002X '],
    ['with the apostrophe of a spreadsheet', "'11010519491231002X"],
    ['with a zero-width space', '\u200b11010519491231002X'],
  ])('%s is understood', (_, idNumber) => {
    expect(person({ idNumber }).identity?.idNumber).toBe('11010519491231002X');
  });

  it('kept as a number has lost its end, and the list is told so', () => {
    expect(said(person({ idNumber: '1.10105E+17' }))).toEqual(['idNumber ID_SCIENTIFIC']);
  });

  it('of 15 digits is completed, with a word about it', () => {
    const read = person({ idNumber: '610104620927690' });
    expect(read.identity?.idNumber).toBe('610104196209276908');
    expect(read.warnings).toEqual([{ field: 'idNumber', rule: 'idFirstGeneration' }]);
  });

  it('with one digit too few or a wrong check digit is refused once, at its own cell', () => {
    expect(said(person({ idNumber: '1101051949123100X' }))).toEqual(['idNumber ID_LENGTH']);
    expect(said(person({ idNumber: '110105194912310028' }))).toEqual(['idNumber ID_CHECK_DIGIT']);
  });

  it('contradicts the sex or the birthday beside it', () => {
    expect(said(person({ sex: '男', bornOn: '1949.12.30' }))).toEqual([
      'sex SEX_CONTRADICTS_ID',
      'bornOn BIRTH_CONTRADICTS_ID',
    ]);
  });

  it('gives the day that a birth month beside it leaves out, and is contradicted by another month', () => {
    for (const bornOn of ['1949.12', '1949年12月', '1949-12', '194912', '1949', '1949.12.']) {
      const read = person({ bornOn });
      expect([bornOn, said(read)]).toEqual([bornOn, []]);
      expect(read.identity?.bornOn).toBe('1949-12-31');
    }
    expect(said(person({ bornOn: '1949.11' }))).toEqual(['bornOn dateNeedsDay']);
    expect(said(row({ name: '无名氏', sex: '男', noIdReason: '待查', bornOn: '1949.12' }))).toEqual(
      ['bornOn dateNeedsDay'],
    );
  });

  it('gives October back to a month that a spreadsheet kept as the number 1949.1', () => {
    const idNumber = '110105194910010023';
    expect(person({ idNumber, bornOn: '1949.1' }).identity?.bornOn).toBe('1949-10-01');
  });

  it('of another paper is told by its form', () => {
    const read = person({ idNumber: 'H12345678', sex: '女', bornOn: '1940-01-01' });
    expect(read.identity?.idType).toBe('HK_MACAU_PASS');
    expect(person({ idNumber: '810000199408230021' }).identity?.idType).toBe('RESIDENCE_PERMIT');
  });

  it('may be missing for a reason', () => {
    const nobody = { name: '无名氏', idNumber: '无', sex: '男', bornOn: '1945-01-01' };
    expect(said(row(nobody))).toEqual(['idNumber isNotEmpty']);
    expect(row({ ...nobody, noIdReason: '流浪救助，身份待查' }).identity?.idType).toBe('NONE');
  });
});

describe('the other cells of a list', () => {
  it('name people with padding spaces, and never by a number', () => {
    expect(person({ name: ' 王　芳 ' }).identity?.name).toBe('王芳');
    expect(said(person({ name: '' }))).toEqual(['name isNotEmpty']);
    expect(said(row({ sex: '男' }))).toEqual(['name isNotEmpty', 'idNumber isNotEmpty']);
    expect(said(person({ name: '12' }))).toEqual(['name personName']);
  });

  it('say the sex in several ways', () => {
    expect(readSex(' 女 ')).toEqual({ ok: true, value: 'F' });
    expect(readSex('1')).toEqual({ ok: true, value: 'M' });
    expect(readSex('？')).toMatchObject({ ok: false, rule: 'oneOf' });
  });

  it('hold several categories, and none for ordinary people', () => {
    expect(readCategories('低保、独居老人')).toMatchObject({
      value: ['LOW_INCOME', 'LIVING_ALONE'],
    });
    expect(readCategories('五保户/重残')).toMatchObject({
      value: ['DESTITUTE', 'SEVERE_DISABILITY'],
    });
    expect(readCategories('社会老人')).toMatchObject({ value: null });
    for (const payer of ['自费老人', '社会化代养', '普通老人（自费）', '城镇职工']) {
      expect([payer, readCategories(payer)]).toMatchObject([payer, { value: null, unknown: [] }]);
    }
    expect(readCategories('低保、贵宾')).toEqual({ value: ['LOW_INCOME'], unknown: ['贵宾'] });
  });

  it('give areas as six or twelve digits, also as a number with a point', () => {
    for (const cell of ['140522', '140522000000', '140522.0']) {
      expect([cell, readCounty(AREAS)(cell)]).toMatchObject([cell, { value: '140522' }]);
    }
  });

  it('give areas by name, with or without 县 and what stands around it', () => {
    for (const cell of ['阳城县', '阳城', '山西省晋城市阳城县', '阳城县北留镇', '本县']) {
      expect([cell, readCounty(AREAS)(cell)]).toMatchObject([cell, { value: '140522' }]);
    }
    expect(readCounty(AREAS)('海门市')).toMatchObject({ value: '320614' });
    const elsewhere = person({ householdCounty: '河南省济源市' });
    expect(said(elsewhere)).toEqual([]);
    expect(elsewhere.warnings).toMatchObject([{ field: 'householdCounty', rule: 'countyUnknown' }]);
    expect(elsewhere.draft.householdAddress).toBe('河南省济源市');
  });

  it('hold phones as numbers, with dashes, and two at a time', () => {
    expect(person({ phone: '13800001234.0' }).draft.phone).toBe('13800001234');
    expect(person({ phone: '0356—1234567' }).draft.phone).toBe('0356-1234567');
    const two = person({ phone: '13800001234、13900001234' });
    expect(two.draft.phone).toBe('13800001234');
    expect(two.warnings).toEqual([{ field: 'phone', rule: 'phoneFirstOnly' }]);
    const none = person({ phone: '电话停机' });
    expect(said(none)).toEqual([]);
    expect(none.warnings).toMatchObject([{ field: 'phone', rule: 'phoneLeftOut' }]);
  });

  it('keep a phone that has a digit too few or too many, and say so', () => {
    for (const phone of ['1380000123', '138000012345']) {
      expect(person({ phone })).toMatchObject({
        draft: { phone },
        warnings: [{ field: 'phone', rule: 'phoneDigits' }],
      });
    }
    expect(person({ phone: '13800001234' }).warnings).toEqual([]);
  });

  it('take the relation from beside a phone, and keep nobody out for words there', () => {
    const beside = { contactName: '王强', contactPhone: '13800001234（儿子）' };
    expect(person(beside)).toMatchObject({
      contact: { phone: '13800001234', relation: 'SON' },
      warnings: [],
      problems: [],
    });
    const words = person({ phone: '次子 138-0000-1234' });
    expect(words.draft.phone).toBe('138-0000-1234');
    expect(words.warnings).toMatchObject([
      { field: 'phone', rule: 'phoneWords', params: { words: '次子' } },
    ]);
  });

  it('keep nobody out for a word that nobody must say', () => {
    const read = person({
      marital: '不愿透露',
      education: '国学',
      nation: '火星',
      contactName: '王强',
      contactRelation: '结拜',
      idType: '社保卡',
    });
    expect(said(read)).toEqual([]);
    expect(read.warnings.map(({ field, rule }) => [field, rule])).toEqual([
      ['idType', 'wordLeftOut'],
      ['nation', 'wordLeftOut'],
      ['education', 'wordLeftOut'],
      ['marital', 'wordLeftOut'],
      ['contactRelation', 'wordLeftOut'],
      ['contactPhone', 'contactWithoutPhone'],
    ]);
  });

  it('wait for a word about a category that nobody knows, because it may be worth money', () => {
    const cells = { categories: '低保、边缘户', categoriesFrom: '2025-01-01' };
    expect(person(cells).problems).toMatchObject([
      { field: 'categories', rule: 'categoryUnknown', params: { word: '边缘户' } },
    ]);
    const settled = (code: 'DESTITUTE' | null): RosterRow =>
      person(cells, { categoryWords: [{ word: '边缘户', code }] });
    expect(settled('DESTITUTE')).toMatchObject({
      problems: [],
      categories: ['LOW_INCOME', 'DESTITUTE'],
    });
    expect(settled(null)).toMatchObject({ problems: [], categories: ['LOW_INCOME'] });
  });

  it('know schooling, marriage and nation as offices and families write them', () => {
    const facts = (education: string, marital: string, nation: string): unknown => {
      const { draft, warnings } = person({ education, marital, nation });
      return [draft.education, draft.marital, draft.nation, warnings.length];
    };
    expect(facts('初中毕业', '离异未再婚', '汉')).toEqual(['JUNIOR', 'DIVORCED', '01', 0]);
    expect(facts('小学文化', '丧偶未再婚', '回族')).toEqual(['PRIMARY', 'WIDOWED', '03', 0]);
    expect(facts('大专学历', '已婚（有配偶）', '03')).toEqual(['COLLEGE', 'MARRIED', '03', 0]);
  });

  it('know relatives by their everyday names', () => {
    expect(readRelation('大儿子')).toMatchObject({ value: 'SON' });
    expect(readRelation('老伴')).toMatchObject({ value: 'SPOUSE' });
    expect(readRelation('次媳')).toMatchObject({ value: 'CHILD_IN_LAW' });
    expect(readRelation('养女')).toMatchObject({ value: 'DAUGHTER' });
    expect(readRelation('邻居（代管）')).toMatchObject({ value: 'FRIEND' });
  });

  it('leave out a class that is no level, and a level without its paper, with a word about it', () => {
    expect(person({ level: '半失能' }).warnings).toMatchObject([{ rule: 'levelNotOfScale' }]);
    expect(person({ level: '重度失能' }).warnings).toMatchObject([{ rule: 'levelIncomplete' }]);
    expect(
      person({ level: '重度失能', levelIssuer: '县评估中心', levelOn: '2026.1.5' }).level,
    ).toMatchObject({ scale: 'GBT42195', level: 3, assessedOn: '2026-01-05' });
  });

  it('say of a level without its validity that somebody still has to accept it', () => {
    const paper = { level: '3级', levelIssuer: '县评估中心', levelOn: '2026.1.5' };
    expect(person(paper).warnings).toMatchObject([{ field: 'levelUntil', rule: 'levelWaits' }]);
    expect(person({ ...paper, levelUntil: '2027.1.5' }).warnings).toEqual([]);
  });

  it('cannot lie in the future, nor before birth', () => {
    expect(said(person({ bed: '301-1', admittedOn: '2026-06-16' }))).toEqual([
      'admittedOn notAfter',
    ]);
    expect(said(person({ bed: '301-1', admittedOn: '1939-01-01' }))).toEqual([
      'admittedOn notBefore',
    ]);
  });
});
