import { returnReason } from '@yibu/filing';
import {
  sheetOf,
  type Locale,
  type Sheet,
  type UnitOfWork,
  type WorkbookExport,
} from '@yibu/platform';

import type { CountyStatistics } from './statistics.graphql.js';
import { countyStatistics } from './statistics.queries.js';

type Word = (zh: string, en: string) => string;

/** The figures of the statistics page, each with its unit: `GET /export/statistics?year=2025`. */
export const statisticsExport = (unitOfWork: UnitOfWork): WorkbookExport => ({
  name: 'statistics',
  permission: 'review.read',
  title: (locale) => (locale === 'en' ? 'Claim statistics' : '补贴统计'),
  sheets: async (scope, { year }) => {
    const statistics = await countyStatistics(unitOfWork.read(scope), year);
    const { locale } = scope;
    const word: Word = (zh, en) => (locale === 'en' ? en : zh);
    return [
      quality(statistics, word),
      months(statistics, word),
      centers(statistics, word),
      reasons(statistics, word, locale),
    ];
  },
});

const quality = (statistics: CountyStatistics, word: Word): Sheet =>
  sheetOf({
    title: word('审核质量', 'Review'),
    columns: [
      { header: word('年度', 'Year'), kind: 'integer', value: (row) => row.year },
      {
        header: word('首次送审明细', 'Lines first judged'),
        kind: 'integer',
        value: (row) => row.lineCount,
      },
      {
        header: word('一次通过率', 'First-pass rate'),
        kind: 'share',
        value: (row) => row.firstPassRate,
      },
      {
        header: word('已核定申报', 'Decided claims'),
        kind: 'integer',
        value: (row) => row.decisionCount,
      },
      {
        header: word('整份退回', 'Returned whole'),
        kind: 'integer',
        value: (row) => row.returnedCount,
      },
      {
        header: word('核定用时中位数(天)', 'Median days to decision'),
        kind: 'number',
        width: 24,
        value: (row) => row.daysMedian,
      },
      {
        header: word('核定用时最长(天)', 'Longest days to decision'),
        kind: 'number',
        width: 24,
        value: (row) => row.daysLongest,
      },
    ],
    rows: [statistics],
  });

const months = (statistics: CountyStatistics, word: Word): Sheet =>
  sheetOf({
    title: word('按月', 'By month'),
    columns: [
      { header: word('月份', 'Month'), kind: 'text', value: (row) => row.month },
      { header: word('申报(元)', 'Claimed (yuan)'), kind: 'fen', value: (row) => row.claimedFen },
      { header: word('核定(元)', 'Decided (yuan)'), kind: 'fen', value: (row) => row.decidedFen },
      { header: word('拨付(元)', 'Paid (yuan)'), kind: 'fen', value: (row) => row.paidFen },
      {
        header: word('收回(元)', 'Recovered (yuan)'),
        kind: 'fen',
        value: (row) => row.recoveredFen,
      },
      { header: word('抵扣(元)', 'Netted (yuan)'), kind: 'fen', value: (row) => row.nettedFen },
    ],
    rows: statistics.months,
  });

const centers = (statistics: CountyStatistics, word: Word): Sheet =>
  sheetOf({
    title: word('各中心', 'By center'),
    columns: [
      { header: word('中心', 'Center'), kind: 'text', width: 30, value: (row) => row.centerName },
      { header: word('申报份数', 'Claims'), kind: 'integer', value: (row) => row.claimCount },
      { header: word('申报(元)', 'Claimed (yuan)'), kind: 'fen', value: (row) => row.claimedFen },
      { header: word('核定(元)', 'Decided (yuan)'), kind: 'fen', value: (row) => row.decidedFen },
      { header: word('净拨付(元)', 'Net paid (yuan)'), kind: 'fen', value: (row) => row.paidFen },
      {
        header: word('一次通过率', 'First-pass rate'),
        kind: 'share',
        value: (row) => row.firstPassRate,
      },
    ],
    rows: statistics.centers,
  });

const reasons = (statistics: CountyStatistics, word: Word, locale: Locale): Sheet =>
  sheetOf({
    title: word('未按申报核定的原因', 'Reasons'),
    columns: [
      {
        header: word('原因', 'Reason'),
        kind: 'text',
        width: 36,
        value: (row) => returnReason(row.code, locale) ?? row.code,
      },
      {
        header: word('退回(行)', 'Returned (lines)'),
        kind: 'integer',
        value: (row) => row.returned,
      },
      { header: word('暂缓(行)', 'Held (lines)'), kind: 'integer', value: (row) => row.held },
      { header: word('核减(行)', 'Cut (lines)'), kind: 'integer', value: (row) => row.cut },
      { header: word('涉及金额(元)', 'Amount (yuan)'), kind: 'fen', value: (row) => row.amountFen },
    ],
    rows: statistics.reasons,
  });
