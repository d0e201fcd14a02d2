import { Inject, Injectable } from '@nestjs/common';
import { addMonthsToMonth, AppError, yearMonth, type Clock } from '@yibu/kernel';
import {
  CLOCK,
  UnitOfWork,
  writeXlsx,
  type Db,
  type Locale,
  type Scope,
  type SheetColumn,
} from '@yibu/platform';

import { en, zh } from '../engine.js';
import { PackService } from '../packs/pack.service.js';

type Field = 'program' | 'subject' | 'last4' | 'month' | 'amount';

/** Each title is one that `draftsOf` knows again. */
const TITLES: Readonly<Record<Locale, Readonly<Record<Field, string>>>> = {
  'zh-CN': {
    program: '项目',
    subject: '姓名',
    last4: '身份证后四位',
    month: '月份',
    amount: '金额(元)',
  },
  en: {
    program: 'Program',
    subject: 'Name',
    last4: 'Last four',
    month: 'Month',
    amount: 'Amount (yuan)',
  },
};

const NAMES: Readonly<Record<Locale, string>> = {
  'zh-CN': '期初台账模板',
  en: 'Opening ledger template',
};

const NOTES: Readonly<Record<Locale, readonly string[]>> = {
  'zh-CN': [
    '一行填一个人一个月已经在纸面上申报过的金额；机构类补贴的姓名留空。',
    '同名的人请填身份证后四位。金额以元为单位，最多两位小数。',
    '再次导入会替换这一年度先前导入的内容。',
  ],
  en: [
    'One row for one person and month, with what was claimed on paper; leave the name empty for subsidies of the center.',
    'Where two people share a name, give the last four digits of the ID number. Amounts are in yuan, at most two decimals.',
    'A second import replaces what was imported for this year before.',
  ],
};

const WIDTH: Readonly<Record<Field, number>> = {
  program: 24,
  subject: 16,
  last4: 14,
  month: 12,
  amount: 14,
};

/** The empty sheet for what was claimed on paper: the county's programs and the year's months to choose from. */
@Injectable()
export class OpeningTemplate {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly packs: PackService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async of(
    scope: Scope,
    centerId: string,
    yearFrom: string,
  ): Promise<{ readonly fileName: string; readonly bytes: Buffer }> {
    const { locale } = scope;
    const db = this.unitOfWork.read(scope);
    const countyCode = await countyOf(db, centerId);
    const pack = await this.packs.inForce(db, countyCode, this.clock.today());
    const first = yearMonth(yearFrom);
    const choices: Partial<Record<Field, readonly string[]>> = {
      program: pack.body.programs.map(({ title }) => (locale === 'en' ? en(title) : zh(title))),
      month: Array.from({ length: 12 }, (_, index) => addMonthsToMonth(first, index)),
    };
    const columns = (Object.keys(WIDTH) as Field[]).map((field): SheetColumn<never> => ({
      header: TITLES[locale][field],
      kind: 'text',
      width: WIDTH[field],
      value: () => null,
      ...(choices[field] ? { choices: choices[field] } : {}),
    }));
    const title = NAMES[locale];
    const bytes = await writeXlsx({ title, columns, rows: [], notes: NOTES[locale] });
    return { fileName: `${title}-${yearFrom}.xlsx`, bytes };
  }
}

async function countyOf(db: Db, centerId: string): Promise<string> {
  const center = await db.row<{ countyCode: string }>(
    'SELECT county_code AS countyCode FROM center WHERE id = ? AND id IN (?)',
    [centerId, db.centers],
  );
  if (!center) {
    throw new AppError('NOT_FOUND', `No center ${centerId}`, { entity: 'center', id: centerId });
  }
  return center.countyCode;
}
