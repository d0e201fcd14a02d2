import { readFileSync } from 'node:fs';
import { advisePack, describePack, explainAdvice, misreadAttributes, parsePack } from '../index.js';
import type { Pack } from './pack.types.js';

const bodyOf = (name: string): Record<string, unknown> =>
  JSON.parse(
    readFileSync(new URL(`../../cases/invented/${name}.json`, import.meta.url), 'utf8'),
  ) as Record<string, unknown>;
const invented = (name: string): Pack => parsePack(bodyOf(name));

const linesOf = (name: string, locale: 'zh' | 'en', at = 0): readonly string[] =>
  describePack(invented(name), locale).programs[at]?.lines ?? [];

it('an author reads back shares, claim year, rounding, exclusion and the month of leaving', () => {
  expect(linesOf('allowance', 'zh')).toEqual(
    expect.arrayContaining([
      '由市、县、镇按4:3:3分担',
      '条件：户籍在本县，且满80周岁，且不属于特困',
      '每月按30天折算；离院或去世当月不计',
      '元以下舍去',
      '申报周期：每季度，年度为7月至次年6月',
    ]),
  );
  expect(linesOf('allowance', 'en')).toEqual(
    expect.arrayContaining([
      'Shared by 市, 县, 镇 as 4:3:3',
      'Rounded down to the yuan',
      'Claimed every quarter, claim year July to June',
    ]),
  );
});

it('an author reads back a budget, since when months count, and a limit of the year', () => {
  expect(linesOf('scored', 'zh')).toEqual(
    expect.arrayContaining([
      '条件：备案以来的整月数不低于6',
      '全部对象每季度合计不超过1,500.00元，不足时按比例分摊',
    ]),
  );
  expect(linesOf('retention', 'zh', 1)).toContain('每名员工全年合计不超过1,000.00元');
  expect(linesOf('retention', 'zh')[0]).toContain('持有三级及以上');
});

it('an author reads back what two programs may not pay together', () => {
  expect(linesOf('yearly', 'zh').join('\n')).toMatch(/与“.+”一起，每人全年合计不超过/);
  const body = bodyOf('retention');
  const rules = ['HIGHEST_ONLY', 'FIRST_ONLY', 'DEDUCT'].map((rule) => ({
    id: rule,
    rule,
    programs: ['entry', 'post'],
  }));
  const pack = parsePack({ ...body, stacking: rules });
  expect(describePack(pack, 'zh').programs[0]?.lines).toEqual(
    expect.arrayContaining([
      '与“岗位津贴”不重复享受，就高不就低',
      '与“岗位津贴”不重复享受，按以下先后只发一项：入职奖励、岗位津贴',
      '与“岗位津贴”同时符合时，列在后面的只发超出前面各项的部分（先后：入职奖励、岗位津贴）',
    ]),
  );
});

it('bands without an upper end are pointed out in figures a clerk can read', () => {
  const [first] = advisePack(invented('retention'));
  expect(first === undefined ? '' : explainAdvice(first, 'zh')).toContain('（60 以上）');
  expect(first === undefined ? '' : explainAdvice(first, 'en')).toContain('(60 and more)');
});

it('text where the pack reads a number is named, once for all of a kind', () => {
  const people = ['100', '200'].map((text, index) => ({
    id: `p${index}`,
    attributes: { ageAllowanceFen: [{ value: text }], nickname: 'x' },
  }));
  expect(misreadAttributes(invented('allowance'), { people })).toEqual([
    { path: '$.people[0].attributes.ageAllowanceFen', name: 'ageAllowanceFen', count: 2 },
  ]);
});

it('an author reads back days in hospital and on leave, and how a class that changes is settled', () => {
  const absences = [
    { kinds: ['HOSPITAL'], perAbsence: 30, beyond: 'COUNT_IF_BED_HELD' },
    { perMonth: 5, perYear: 40 },
  ];
  const body = bodyOf('allowance');
  const careClasses = { ...(body.careClasses as object), month: 'FIRST_DAY', absences };
  const [program] = body.programs as Record<string, unknown>[];
  const words = (locale: 'zh' | 'en', more: object): readonly string[] =>
    describePack(parsePack({ ...body, careClasses, programs: [{ ...program, ...more }] }), locale)
      .programs[0]?.lines ?? [];
  const quantity = { count: 'residentMonths', partial: 'ANY_DAY', absences };
  const spoken = '住院每次不超过30天的部分照计，超出的在保留床位期间照计';
  const together = '住院、请假回家合计每月不超过5天、全年不超过40天的部分照计，超出的不计';
  expect(words('zh', { quantity })).toEqual(
    expect.arrayContaining(['住一天即计一个月', spoken, together]),
  );
  expect(words('zh', { require: { test: 'careClass', in: ['FULL'] } })).toContain(
    `类别当月有变化的，次月起按新类别（${spoken}；${together}）`,
  );
  expect(words('en', { quantity })).toContain(
    'Days in hospital or on home leave count, at most 5 days a month, 40 days a year together; more do not count',
  );
});

it('an author reads back what a figure is multiplied by, divided by and added to', () => {
  const body = bodyOf('allowance');
  const [program] = body.programs as Record<string, unknown>[];
  const adjust = [
    { do: 'multiply', percent: 100, over: 12 },
    { do: 'multiply', percent: 110 },
    { do: 'add', fen: 5000, each: 'QUANTITY' },
    { do: 'cap', measure: { of: 'number', field: 'center.registeredBeds' }, perMeasureFen: 105000 },
  ];
  const lines = (locale: 'zh' | 'en'): readonly string[] =>
    describePack(parsePack({ ...body, programs: [{ ...program, adjust }] }), locale).programs[0]
      ?.lines ?? [];
  expect(lines('zh')).toEqual(
    expect.arrayContaining([
      '÷ 12',
      '× 110%',
      '每单位另加50.00元',
      '最高不超过备案床位数 × 1,050.00元',
    ]),
  );
  expect(lines('en')).toEqual(
    expect.arrayContaining([
      '÷ 12',
      'Plus 50.00 yuan for each unit',
      'At most registered beds × 1,050.00 yuan',
    ]),
  );
});
