import type { CountySettings } from '@yibu/center';
import { AppError } from '@yibu/kernel';
import type { Db } from '@yibu/platform';

import type { ClaimRow } from '../claims/claim.access.js';
import { mayActAlone } from './people.rules.js';

/** What bureau and county allow for a center: who may act alone, and what happens outside the product. */
export interface PeopleSetting {
  readonly submit: boolean;
  readonly decide: boolean;
  /** The bureau decides on paper; the operator enters it with the scan. */
  readonly onPaper: boolean;
  /** Money goes out by batches that the finance bureau confirms, never beside them. */
  readonly throughFinance: boolean;
  /** Days in which an operator may appeal; null: no limit is stated. */
  readonly appealDays: number | null;
}

export async function peopleSetting(db: Db, centerId: string): Promise<PeopleSetting> {
  const row = await db.row<{ submit: number | null; decide: number | null; settings: string }>(
    `SELECT s.single_person_submit AS submit, s.single_person_decide AS decide, y.settings
     FROM center n JOIN county y ON y.code = n.county_code
     LEFT JOIN claim_center_setting s ON s.center_id = n.id WHERE n.id = ?`,
    [centerId],
  );
  const county = JSON.parse(row?.settings ?? '{}') as Partial<CountySettings>;
  return {
    submit: row?.submit === 1,
    decide: row?.decide === 1,
    onPaper: county.decidesOnPaper === true,
    throughFinance: county.paysThroughFinance === true,
    appealDays: county.appealDays ?? null,
  };
}

/** An operator enters decisions only where its bureau does not decide in the product. */
export async function assertDecidesOnPaper(db: Db, claim: ClaimRow): Promise<void> {
  if (!(await peopleSetting(db, claim.centerId)).onPaper) {
    throw new AppError('PAPER_NOT_USED', `County ${claim.countyCode} decides in the product`);
  }
}

/** Who prepares may not submit, unless the bureau allowed it for a center with one manager. */
export async function assertMaySubmit(db: Db, claim: ClaimRow): Promise<boolean> {
  return mayActAlone({
    first: claim.preparedBy,
    second: db.scope.userId,
    isAllowed: (await peopleSetting(db, claim.centerId)).submit,
    act: 'submit',
  });
}

/**
 * Who reviews may not decide, unless that was switched off for the center: neither the lines of the claim, nor those
 * of earlier ones that they released and this decision would carry.
 */
export async function assertMayDecide(db: Db, claim: ClaimRow): Promise<boolean> {
  const judged = await db.row(
    `SELECT claim_line_id FROM claim_line_verdict WHERE center_id = ? AND (claim_id = ? AND given_by = ?
       OR released_at IS NOT NULL AND released_in_claim_id IS NULL AND settled_by = ?) LIMIT 1`,
    [claim.centerId, claim.id, db.scope.userId, db.scope.userId],
  );
  return mayActAlone({
    first: judged ? db.scope.userId : claim.reviewedBy,
    second: db.scope.userId,
    isAllowed: (await peopleSetting(db, claim.centerId)).decide,
    act: 'decide',
  });
}
