import { addMonths, fromDayNumber, idNumberCheckCharacter } from '@yibu/kernel';
import { test } from '@playwright/test';
import exceljs from 'exceljs';

import type { StoryCalendar } from './story-calendar.js';

/** 999999 is nobody's area; birth dates from 1932 on, with the numbers from 500 on; even for women, odd for men. */
const FIRST_BIRTH = -13_879;
const BIRTH_DAYS = 6_000;
const FIRST_NUMBER = 500;
const COUPLES_A_DAY = 250;
const PEOPLE = 4;
/** Journeys that may bring their people in within the same second. */
const AT_ONCE = 2;

type Sex = 'F' | 'M';

/** A valid number that no other walk through the story has had. */
function idNumber(walk: number, sex: Sex): string {
  const index = walk % (BIRTH_DAYS * COUPLES_A_DAY);
  const born = fromDayNumber(FIRST_BIRTH + Math.floor(index / COUPLES_A_DAY));
  const sequence = FIRST_NUMBER + 2 * (index % COUPLES_A_DAY) + (sex === 'M' ? 1 : 0);
  const first17 = `999999${born.replaceAll('-', '')}${sequence}`;
  return `${first17}${idNumberCheckCharacter(first17)}`;
}

/** Who is who in the story, by what happens to them. */
export const PERSON = {
  /** Was in hospital; her line is returned. */
  patient: '孟秀芝',
  /** Rises from level 1 to level 3. */
  riser: '白长青',
  /** Dies, which is learnt late. */
  dead: '郝德山',
  /** Has a file but no bed yet. */
  newcomer: '柳桂芳',
} as const;

type Row = readonly (readonly [heading: string, cell: string])[];

function rowsOf(calendar: StoryCalendar): Row[] {
  const { parallelIndex } = test.info();
  const walk = (Math.floor(Date.now() / 1000) * AT_ONCE + (parallelIndex % AT_ONCE)) * PEOPLE;
  const assessed = calendar.movedIn;
  const row = (
    index: number,
    facts: {
      readonly name: string;
      readonly sex: Sex;
      readonly level: string;
      readonly bed?: string;
    },
  ): Row => [
    ['姓名', facts.name],
    ['身份证号', idNumber(walk + index, facts.sex)],
    ['床位', facts.bed ?? ''],
    ['入住日期', facts.bed === undefined ? '' : calendar.movedIn.replaceAll('-', '.')],
    ['家属姓名', `${facts.name.charAt(0)}建国`],
    ['与老人关系', '子女'],
    ['家属电话', '10000000001'],
    ['能力等级', facts.level],
    ['评估标准', 'GB/T 42195-2022'],
    ['评估性质', '官方评估'],
    ['评估机构', '清泉县评估中心'],
    ['评估日期', assessed],
    ['有效期至', addMonths(assessed, 12)],
  ];
  return [
    row(0, { name: PERSON.patient, sex: 'F', level: '4级', bed: '301-1' }),
    row(1, { name: PERSON.riser, sex: 'M', level: '1级', bed: '302-1' }),
    row(2, { name: PERSON.dead, sex: 'M', level: '3级', bed: '303-1' }),
    row(3, { name: PERSON.newcomer, sex: 'F', level: '2级' }),
  ];
}

/** A center's own list as an office keeps it, with headings of its own. */
export async function rosterWorkbook(calendar: StoryCalendar): Promise<Buffer> {
  const workbook = new exceljs.Workbook();
  const sheet = workbook.addWorksheet('在住老人');
  const rows = rowsOf(calendar);
  sheet.addRow(rows[0]?.map(([heading]) => heading));
  for (const row of rows) {
    sheet.addRow(row.map(([, cell]) => cell));
  }
  return Buffer.from(await workbook.xlsx.writeBuffer());
}
