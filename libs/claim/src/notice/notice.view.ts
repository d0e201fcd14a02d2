import { addDays, daysBetween, fen, type LocalDate } from '@yibu/kernel';
import type { FilingLanguage, NoticeInput } from '@yibu/filing';

import type { PublicNoticeCenter, PublicNoticePageView } from './notice.graphql.js';
import type { NoticeBody } from './notice.rows.js';

/** A notice as its row says it; `body` is still text. */
export interface NoticeRow {
  readonly id: string;
  readonly countyCode: string;
  readonly organizationId: string;
  readonly code: string;
  readonly number: string;
  readonly period: string;
  readonly fromOn: LocalDate;
  readonly untilOn: LocalDate;
  readonly contact: string;
  readonly howTo: string | null;
  readonly people: number;
  readonly amountFen: number;
  readonly publishedByName: string;
  readonly publishedAt: Date;
  readonly withdrawnAt: Date | null;
  readonly withdrawnReason: string | null;
  readonly body: string;
}

export const centersOf = (body: NoticeBody): PublicNoticeCenter[] =>
  body.centers.map(({ name, people, amountFen, rows }) => ({
    name,
    people,
    amountFen: fen(amountFen),
    rows: rows.map((row) => ({ ...row, amountFen: fen(row.amountFen) })),
  }));

const lastDayOf = (notice: NoticeRow): LocalDate => addDays(notice.untilOn, -1);

export const isOpenOn = (notice: NoticeRow, today: LocalDate): boolean =>
  notice.withdrawnAt === null && notice.fromOn <= today && today < notice.untilOn;

export function publicView(notice: NoticeRow, today: LocalDate): PublicNoticePageView {
  const body = JSON.parse(notice.body) as NoticeBody;
  return {
    number: notice.number,
    bureauName: body.bureauName,
    countyName: body.countyName,
    period: notice.period,
    from: notice.fromOn,
    lastDay: lastDayOf(notice),
    days: daysBetween(notice.fromOn, notice.untilOn),
    isOpen: isOpenOn(notice, today),
    contact: notice.contact,
    howTo: notice.howTo,
    people: notice.people,
    amountFen: fen(notice.amountFen),
    publishedAt: notice.publishedAt,
    withdrawnAt: notice.withdrawnAt,
    withdrawnReason: notice.withdrawnReason,
    basis: [...body.basis],
    centers: centersOf(body),
  };
}

export interface PaperGround {
  readonly language: FilingLanguage;
  readonly url: string | null;
  readonly dayOf: (moment: Date) => LocalDate;
}

/** The same content for paper, in one language. */
export function paperOf(notice: NoticeRow, { language, url, dayOf }: PaperGround): NoticeInput {
  const body = JSON.parse(notice.body) as NoticeBody;
  const isEnglish = language === 'en';
  return {
    number: notice.number,
    bureauName: body.bureauName,
    countyName: body.countyName,
    period: notice.period,
    basis: body.basis.map(({ documentZh, documentEn, clause }) => ({
      document: isEnglish ? documentEn : documentZh,
      clause,
    })),
    from: notice.fromOn,
    until: lastDayOf(notice),
    days: daysBetween(notice.fromOn, notice.untilOn),
    contact: notice.contact,
    howTo: notice.howTo,
    people: notice.people,
    amountFen: notice.amountFen,
    centers: body.centers.map((center) => ({
      ...center,
      rows: center.rows.map(({ name, programZh, programEn, months, amountFen }) => ({
        name,
        program: isEnglish ? programEn : programZh,
        months,
        amountFen,
      })),
    })),
    publishedOn: dayOf(notice.publishedAt),
    url,
    withdrawn:
      notice.withdrawnAt === null
        ? null
        : { on: dayOf(notice.withdrawnAt), reason: notice.withdrawnReason ?? '' },
    language,
  };
}
