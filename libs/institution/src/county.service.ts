import { Injectable } from '@nestjs/common';
import { lastDay, type YearMonth } from '@yibu/kernel';
import { UnitOfWork, type Locale, type Scope } from '@yibu/platform';

import { openBody, type SheetBody } from './sheet.body.js';
import { SUMMARY_KEYS } from './sheet.catalogue.js';
import type { CountySheet, CountySheetPage, SheetFigure } from './sheet.graphql.js';
import { listCounty, toVersion, type CountyRow } from './sheet.queries.js';
import { cellLabel } from './sheet.view.js';

/** A county has some hundred centers; its sums are over all of them. */
const MOST_CENTERS = 5000;

const bodyOf = ({ sheet }: CountyRow): SheetBody | null =>
  sheet === null ? null : openBody(sheet.body, sheet.digest);

/** What was filed for a month, center by center, with its sums. */
@Injectable()
export class CountySheetService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async page(
    scope: Scope,
    asked: {
      readonly month: YearMonth;
      readonly filed: boolean | null;
      readonly locale: Locale;
    },
    page: { readonly limit: number; readonly offset: number },
  ): Promise<CountySheetPage> {
    const all = await this.all(scope, asked.month);
    const wanted = all.filter(
      ({ sheet }) => asked.filed === null || (sheet !== null) === asked.filed,
    );
    const bodies = all.map(bodyOf).filter((body) => body !== null);
    return {
      items: wanted
        .slice(page.offset, page.offset + page.limit)
        .map((row) => toCountySheet(row, asked.locale)),
      total: wanted.length,
      filed: bodies.length,
      missing: all.length - bodies.length,
      sums: figuresOf(asked.locale, (key) =>
        bodies.reduce((sum, { figures }) => sum + (figures[key] ?? 0), 0),
      ),
    };
  }

  /** Every center that was open in the month, with the newest sheet of each. */
  async all(scope: Scope, month: YearMonth): Promise<CountyRow[]> {
    const db = this.unitOfWork.read(scope);
    return await listCounty(db, { month, last: lastDay(month) }, MOST_CENTERS);
  }
}

function toCountySheet(row: CountyRow, locale: Locale): CountySheet {
  const body = bodyOf(row);
  const { centerId, centerName, centerCode, operatorName, sheet } = row;
  return {
    ...{ centerId, centerName, centerCode, operatorName },
    version: sheet === null ? null : toVersion(sheet),
    figures: body === null ? [] : figuresOf(locale, (key) => body.figures[key] ?? 0),
  };
}

const figuresOf = (locale: Locale, figure: (key: string) => number): SheetFigure[] =>
  SUMMARY_KEYS.map((key) => ({ key, label: cellLabel(key, locale), figure: figure(key) }));
