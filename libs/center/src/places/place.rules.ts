import { AppError, overlaps, type DateInterval } from '@yibu/kernel';
import { changesBetween, changesOf, type AuditEntry } from '@yibu/platform';

import type { County } from './place.graphql.js';

interface Dated {
  readonly id: string;
  readonly fromOn: DateInterval['from'];
  readonly untilOn: DateInterval['until'];
}

const interval = (dated: Dated): DateInterval => ({ from: dated.fromOn, until: dated.untilOn });

/** A center has one operator on any day (公建民营: the contract hands it over, no row is rewritten). */
export function assertOneOperator(others: readonly Dated[], contract: Dated): void {
  const rival = others.find(
    (other) => other.id !== contract.id && overlaps(interval(other), interval(contract)),
  );
  if (rival) {
    throw new AppError('CONTRACT_OVERLAP', `Contract ${rival.id} covers some of the same days`, {
      from: rival.fromOn,
      until: rival.untilOn,
    });
  }
}

/** One grade per scheme and day. A new grade ends the open one the day it begins. */
export function assertOneGrade(others: readonly Dated[], grade: Dated): void {
  const rival = others.find(
    (other) => other.id !== grade.id && overlaps(interval(other), interval(grade)),
  );
  if (rival) {
    throw new AppError('GRADE_OVERLAP', `Grade ${rival.id} covers some of the same days`, {
      from: rival.fromOn,
      until: rival.untilOn,
    });
  }
}

const flat = ({ checkLimits, name, nameEn, ...said }: County) => ({
  name,
  nameEn,
  assessmentValidMonths: said.assessmentValidMonths,
  noticeDays: said.noticeDays,
  appealDays: said.appealDays,
  decidesOnPaper: said.decidesOnPaper,
  paysThroughFinance: said.paysThroughFinance,
  ...checkLimits,
});

/** What a county lays down now, beside what it laid down before. */
export function countyChanges(
  before: County | undefined,
  county: County,
): NonNullable<AuditEntry['changes']> {
  const after = flat(county);
  const fields = Object.keys(after) as (keyof typeof after)[];
  return before ? changesBetween(flat(before), after, fields) : changesOf(after);
}
