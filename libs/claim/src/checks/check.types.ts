import type { AskedAttribute } from '@yibu/claim-engine';
import type { LocalDate, YearMonth } from '@yibu/kernel';

import type { Severity } from '../claims/claim.entities.js';
import type { Assessment, AssessmentLine } from '../engine.js';
import type { FactsBundle } from '../facts/facts.types.js';
import type { Period } from '../facts/period.rules.js';
import type { OpeningState } from '../ledger/ledger.entities.js';
import type { HouseRecords } from './house.repository.js';
import type { OutsideRecord } from './outside.types.js';
import type { ClaimKind } from '../life/claim.kinds.js';

/**
 * Every check there is. Families: F form, R registry, L level, D days, S stay gate, N duplicates, P amount, X cross
 * match, C certificates, T time. The catalogue of the admin app holds meaning, likely causes and next step of each.
 * BLOCK stops a submission; WARN goes along with it and is shown to the bureau; INFO is for the officer.
 */
export const CHECKS = {
  F01: 'WARN', // no bank account of the payee
  F02: 'BLOCK', // nobody said what was claimed on paper this year
  F03: 'WARN', // a program refuses
  F04: 'WARN', // a line waits for a decision
  F05: 'INFO', // nothing is payable
  F06: 'INFO', // an earlier month of the year was never claimed
  F07: 'BLOCK', // a paper that the rules ask of an application is not attached
  F08: 'BLOCK', // nothing is due by this application
  F09: 'WARN', // a condition that nothing attached shows
  F10: 'BLOCK', // no evaluated grade covers the year
  F11: 'BLOCK', // the evidence of the grade is not attached
  F12: 'INFO', // something that the rules ask is not recorded
  R01: 'WARN', // a claimed person has no identity number
  R02: 'INFO', // a claimed person is registered in another county
  R03: 'BLOCK', // died before moving in
  R04: 'WARN', // the county's register has a death before claimed days
  R05: 'WARN', // by the register the household left the county
  R06: 'WARN', // a category that the county's complete list does not have
  R07: 'WARN', // the county's list has somebody as destitute, the file does not
  R08: 'WARN', // lives here by the file, and works here by the staff list
  L01: 'WARN', // lives here without any assessment
  L02: 'WARN', // the assessment ran out
  L03: 'INFO', // an assessment runs out soon
  L04: 'WARN', // two valid assessments say different levels
  L05: 'WARN', // the level rose by several steps at once
  D01: 'BLOCK', // died, but the stay goes on
  D02: 'WARN', // absence open past the planned return
  D03: 'BLOCK', // absence of somebody who did not live here
  D04: 'WARN', // absence goes on after the stay ended
  D05: 'WARN', // stay ended by death, but the register has no date of death
  D06: 'WARN', // claimed as present on days in hospital, by the county's list
  D07: 'WARN', // more people live here than beds are on file
  D08: 'WARN', // beds on file that the house does not have or use
  S01: 'WARN', // the engine marked a line: close to a threshold
  S02: 'INFO', // people who have not passed the stay gate yet
  N01: 'BLOCK', // the same days or the same whole month of this person are claimed elsewhere
  N02: 'WARN', // two files that may be one person
  N03: 'WARN', // lives in another center on the same days
  N04: 'WARN', // the month is claimed elsewhere too, for other days or for something else
  N05: 'BLOCK', // paid once, and held already
  P01: 'WARN', // more was claimed on paper than is due
  P02: 'INFO', // far from what was claimed for the month before
  X01: 'WARN', // fed while away
  X02: 'WARN', // served while away
  X03: 'BLOCK', // fed or served after death
  X04: 'WARN', // an inspection found nobody on a day that is claimed
  X05: 'WARN', // the person said otherwise when called; the bureau's alone, never in a claim's own checks
  X06: 'WARN', // claimed for a month of which no record speaks of the person
  X07: 'WARN', // more minutes of service than one worker has in a day
  X08: 'WARN', // more portions in a day than one person eats
  C01: 'WARN', // served by somebody without a valid certificate
  C02: 'BLOCK', // served by somebody who was not employed
  C03: 'WARN', // the center is not on file with the bureau
  C04: 'WARN', // a service that names nobody who gave it
  C05: 'WARN', // people live here and nobody is employed
  C06: 'WARN', // a paper of the house had run out, or was refused, on a claimed day
  C07: 'INFO', // a paper of the house runs out soon
  C08: 'INFO', // a paper that a house cannot do without is not entered
  T01: 'BLOCK', // the period is not over
  T02: 'BLOCK', // the claim year is closed
  T03: 'INFO', // many records were entered long after their day
} as const satisfies Record<string, Severity>;

export type CheckCode = keyof typeof CHECKS;
export const CHECK_CODES = Object.keys(CHECKS) as CheckCode[];

export interface Finding {
  readonly code: CheckCode;
  /** The record to mend. */
  readonly entity: string | null;
  readonly entityId: string | null;
  /** Whom it is about: their lines in the claim carry the mark. */
  readonly subjectId: string | null;
  readonly month: YearMonth | null;
  readonly params: Readonly<Record<string, string | number | null>>;
}

/** A person of this center who turns up in another center of the county: which days, never where. */
export interface Elsewhere {
  readonly residentId: string;
  readonly kind: 'CLAIMED' | 'LIVES';
  readonly month: YearMonth | null;
  readonly fromOn: LocalDate | null;
  readonly untilOn: LocalDate | null;
  /** Of a claimed month: what for, in what unit (null: known from a paper only), and whether for single days of it. */
  readonly program: string | null;
  readonly unit: string | null;
  readonly isByDay: boolean;
  /** Of a claimed month: days on which the person has a bed in both centers. */
  readonly days: number;
}

/** An application's papers: those that the rules ask for, and conditions, with how many hang on each. */
export interface ApplicationPaper {
  readonly kind: 'CONDITION' | 'DOCUMENT';
  readonly code: string;
  readonly count: number;
  readonly zh: string;
  readonly en: string;
}

/** An evaluated grade that touches the year, and whether its evidence is on file. */
export interface GradeOnFile {
  readonly id: string;
  readonly scheme: string;
  readonly grade: string;
  readonly from: LocalDate;
  readonly until: LocalDate | null;
  readonly evidenceCount: number;
}

export interface ApplicationGround {
  readonly kind: Exclude<ClaimKind, 'MONTHLY'>;
  readonly program: string;
  readonly claimId: string;
  readonly subjectId: string;
  readonly papers: readonly ApplicationPaper[];
  readonly grades: readonly GradeOnFile[];
  /** Under which the rules look at the grade; empty: they do not. */
  readonly schemes: readonly string[];
}

export interface CheckContext {
  readonly bundle: FactsBundle;
  readonly assessment: Assessment;
  readonly period: Period;
  readonly today: LocalDate;
  readonly opening: OpeningState;
  readonly isYearClosed: boolean;
  readonly hasPayee: boolean;
  readonly unclaimedMonths: readonly YearMonth[];
  readonly elsewhere: readonly Elsewhere[];
  /** What the county's lists and inspectors say about the people of this center. */
  readonly outside: readonly OutsideRecord[];
  /** Beds, staff and how the records of the house came about. */
  readonly house: HouseRecords;
  /** What the rules ask beyond the fields of the registers. */
  readonly asked: readonly AskedAttribute[];
  /** What an application by itself brings along; null for a monthly claim. */
  readonly application: ApplicationGround | null;
  /** Entries of the opening ledger, as program|subject|month. */
  readonly openingKeys: ReadonlySet<string>;
}

export type Check = (context: CheckContext) => readonly Finding[];

export const finding = (
  code: CheckCode,
  about: Partial<Omit<Finding, 'code' | 'params'>> = {},
  params: Finding['params'] = {},
): Finding => ({
  code,
  entity: null,
  entityId: null,
  subjectId: null,
  month: null,
  ...about,
  params,
});

export const aboutResident = (
  id: string,
): { entity: 'resident'; entityId: string; subjectId: string } => ({
  entity: 'resident',
  entityId: id,
  subjectId: id,
});

export const payableLines = (context: CheckContext): AssessmentLine[] =>
  context.assessment.lines.filter((line) => line.status === 'PAYABLE');

/** People with money in this claim. */
export const claimedPeople = (context: CheckContext): ReadonlySet<string> =>
  new Set(
    payableLines(context)
      .filter((line) => line.subject.kind === 'person')
      .map((line) => line.subject.id),
  );

/** Months that this claim says something payable about, for a person. */
export const isClaimedMonth = (
  context: CheckContext,
): ((person: string, day: string) => boolean) => {
  const months = new Set(payableLines(context).map((line) => `${line.subject.id}|${line.month}`));
  const { firstMonth, lastMonth } = context.period;
  return (person, day) => {
    const month = day.slice(0, 7);
    return (month >= firstMonth && month <= lastMonth) || months.has(`${person}|${month}`);
  };
};
