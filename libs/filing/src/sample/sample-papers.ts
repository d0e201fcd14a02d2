import { maskName } from '@yibu/kernel';
import type { FilingLanguage } from '../filing.js';
import type {
  AccountInput,
  ClaimHead,
  DifferenceInput,
  DifferenceLine,
  InstitutionSheetInput,
  NoticeInput,
  ReceiptInput,
} from '../papers/paper.types.js';
import { zeroFigures } from '../papers/shared.js';

const CLAIM: ClaimHead = {
  number: 'YC-2025-04-0007',
  revision: 2,
  period: '2025-04',
  centerName: '青溪镇社区居家养老服务中心',
  organizationName: '安颐养老服务有限公司',
  bureauName: '青溪县民政局',
};
const DOCUMENT = '《阳城县养老服务补贴办法》（阳政办发〔2022〕21号）';

/** One line of every outcome. */
function sampleLines(language: FilingLanguage): DifferenceLine[] {
  const line = {
    ...zeroFigures,
    program: language === 'en' ? 'Bed subsidy' : '养老床位运营补贴',
    document: DOCUMENT,
    clause: '第三条（一）',
    heldUntil: null,
    earlierNumber: null,
  };
  return [
    {
      ...line,
      subjectName: '王秀英',
      month: '2025-04',
      outcome: 'RETURNED',
      claimedFen: 30_000,
      returnedFen: 30_000,
      code: 'DAYS',
      text: '4月3日至28日住院，住养天数不足15天，与病案首页不符。',
    },
    {
      ...line,
      subjectName: '李建国',
      month: '2025-03',
      outcome: 'CUT',
      claimedFen: 30_000,
      cutFen: 10_000,
      decidedFen: 20_000,
      code: 'LEVEL',
      text: '按半失能标准核定。',
    },
    {
      ...line,
      subjectName: '欧阳桂兰',
      month: '2025-04',
      outcome: 'HELD',
      claimedFen: 20_000,
      heldFen: 20_000,
      code: 'PAPERS_MISSING',
      text: '缺户口簿复印件。',
      heldUntil: '2025-06-30',
    },
    {
      ...line,
      subjectName: '张德福',
      month: '2025-02',
      outcome: 'RELEASED',
      releasedFen: 30_000,
      decidedFen: 30_000,
      code: 'PAPERS_MISSING',
      text: null,
      earlierNumber: 'YC-2025-02-0007',
    },
  ];
}

/** A decision that gave every outcome. */
export function sampleDifference(language: FilingLanguage = 'zh-CN'): DifferenceInput {
  return {
    claim: CLAIM,
    figures: {
      claimedFen: 1_200_000,
      returnedFen: 30_000,
      cutFen: 10_000,
      heldFen: 20_000,
      releasedFen: 30_000,
      decidedFen: 1_170_000,
    },
    lines: sampleLines(language),
    accepted: { lines: 38, amountFen: 1_120_000 },
    decision: {
      source: 'BUREAU',
      decidedOn: '2025-05-12',
      decidedBy: '郑国强',
      reviewedBy: '吴敏',
      documentNumber: '青民审〔2025〕12号',
      note: '本月住院较多，请补报出院记录。',
      isSinglePerson: false,
      at: '2025-05-12T02:00:00.000Z',
    },
    language,
  };
}

/** The second of two payments that settle a claim in part. */
export const sampleReceipt = (language: FilingLanguage = 'zh-CN'): ReceiptInput => ({
  claim: CLAIM,
  decidedFen: 1_170_000,
  payments: [
    { amountFen: 500_000, paidOn: '2025-05-20', voucher: '青财支2025-0519' },
    { amountFen: 600_000, paidOn: '2025-06-18', voucher: '青财支2025-0633' },
  ],
  payee: { holder: '安颐养老服务有限公司', bank: '青溪农商银行营业部', last4: '0018' },
  source: 'BUREAU',
  recordedBy: '郑国强',
  recordedAt: '2025-06-18T06:00:00.000Z',
  language,
});

const NAMES = ['王秀英', '李建国', '欧阳桂兰', '张兰', '刘玉珍', '陈守义', '赵喆', '黄春梅'];

export function sampleNotice(language: FilingLanguage = 'zh-CN', size = 8): NoticeInput {
  const rows = Array.from({ length: size }, (_, index) => ({
    name: maskName(NAMES[index % NAMES.length] ?? ''),
    program: language === 'en' ? 'Bed subsidy' : '养老床位运营补贴',
    months: index % 3 === 0 ? ['2025-01', '2025-02', '2025-03', '2025-04'] : ['2025-04'],
    amountFen: index % 3 === 0 ? 120_000 : 20_000,
  }));
  const amountFen = rows.reduce((sum, row) => sum + row.amountFen, 0);
  const center = { people: size, amountFen, rows };
  return {
    number: '青民养公示〔2025〕4号',
    bureauName: '青溪县民政局',
    countyName: '青溪县',
    period: '2025-04',
    basis: [{ document: DOCUMENT, clause: '第三条' }],
    from: '2025-05-12',
    until: '2025-05-18',
    days: 7,
    contact: '青溪县民政局养老服务科，0356-0000000，青溪县人民路1号',
    howTo: null,
    people: 2 * size,
    amountFen: 2 * amountFen,
    centers: [
      { ...center, name: '青溪镇社区居家养老服务中心' },
      { ...center, name: '柳泉镇敬老院' },
    ],
    publishedOn: '2025-05-12',
    url: 'https://yibu.example.cn/notice/3kq8w1vhr2m5t7x9b4c6d8f0gz',
    withdrawn: null,
    language,
  };
}

/** A year with money held, released, paid in part and paid back. */
export const sampleAccount = (language: FilingLanguage = 'zh-CN'): AccountInput => ({
  year: 2025,
  centerName: '青溪镇社区居家养老服务中心',
  centerCode: 'QX-001',
  organizationName: '安颐养老服务有限公司',
  bureauName: '青溪县民政局',
  opening: { inReviewFen: 0, heldFen: 30_000, unpaidFen: 250_000 },
  months: Array.from({ length: 12 }, (_, index) => ({
    month: `2025-${String(index + 1).padStart(2, '0')}`,
    ...zeroFigures,
    ...(index < 10
      ? {
          claimedFen: 1_200_000,
          returnedFen: index === 2 ? 30_000 : 0,
          heldFen: index === 3 ? 20_000 : 0,
          releasedFen: index === 1 ? 30_000 : 0,
          decidedFen:
            index === 1 ? 1_230_000 : index === 2 ? 1_170_000 : index === 3 ? 1_180_000 : 1_200_000,
        }
      : {}),
    paidFen: index < 10 ? 1_150_000 : 0,
    recoveredFen: index === 6 ? 30_000 : 0,
  })),
  asOf: '2025-12-31',
  madeAt: '2025-12-31T08:00:00.000Z',
  language,
});

export function sampleSheet(language: FilingLanguage = 'zh-CN'): InstitutionSheetInput {
  const cell = (label: string, value: string | null, isFigure = false) => ({
    ...{ label, value, isFigure },
  });
  return {
    month: '2025-04',
    lastDay: '2025-04-30',
    centerCode: 'QX-07',
    centerName: CLAIM.centerName,
    operatorName: CLAIM.organizationName,
    countyName: '青溪县',
    version: 2,
    reason: '补录四月退住一人',
    filedBy: '李四',
    filedOn: '2025-05-06',
    filedAt: '2025-05-06T02:00:00.000Z',
    digest: 'a'.repeat(64),
    sections: [
      {
        title: '床位',
        cells: [cell('床位总数', '60', true), cell('护理型床位', null), cell('备案床位', '60')],
      },
      {
        title: '场所与安全',
        cells: [
          cell('消防原因和意见', '二层东侧疏散通道堆放杂物，限期十日整改，复查合格后方可使用。'),
        ],
      },
    ],
    language,
  };
}
