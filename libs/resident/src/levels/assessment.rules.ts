import { AppError, InputError, type FieldProblem, type LocalDate } from '@yibu/kernel';
import type { OrganizationKind } from '@yibu/platform';

export const ASSESSMENT_STATUSES = [
  'DRAFT',
  'AWAITING_SECOND',
  'SIGNED',
  'ACCEPTED',
  'REJECTED',
  'DISCARDED',
] as const;
export type AssessmentStatus = (typeof ASSESSMENT_STATUSES)[number];

export const ASSESSMENT_EVENTS = [
  'save',
  'sign',
  'countersign',
  'reopen',
  'discard',
  'accept',
  'reject',
] as const;
export type AssessmentEvent = (typeof ASSESSMENT_EVENTS)[number];

/** INSTITUTION: the house's own, for care and price. OFFICIAL: organised by the bureau. Both may hold at once. */
export const ASSESSMENT_KINDS = ['INSTITUTION', 'OFFICIAL'] as const;
export type AssessmentKind = (typeof ASSESSMENT_KINDS)[number];

/** FORM: scored here from the 26 items. EXTERNAL: a result on somebody else's paper, entered as it stands. */
export const ASSESSMENT_ORIGINS = ['FORM', 'EXTERNAL'] as const;
export type AssessmentOrigin = (typeof ASSESSMENT_ORIGINS)[number];

/** The whole life of an assessment. What is not written here cannot happen; from SIGNED on its content is fixed. */
export const TRANSITIONS: Readonly<
  Record<AssessmentStatus, Partial<Record<AssessmentEvent, AssessmentStatus>>>
> = {
  DRAFT: { save: 'DRAFT', sign: 'AWAITING_SECOND', discard: 'DISCARDED' },
  AWAITING_SECOND: { countersign: 'SIGNED', reopen: 'DRAFT' },
  SIGNED: { accept: 'ACCEPTED', reject: 'REJECTED' },
  ACCEPTED: {},
  REJECTED: {},
  DISCARDED: {},
};

export interface AssessmentState {
  readonly id: string;
  readonly status: AssessmentStatus;
}

export function nextStatus(record: AssessmentState, event: AssessmentEvent): AssessmentStatus {
  const next = TRANSITIONS[record.status][event];
  if (next === undefined) {
    throw new AppError(
      'ASSESSMENT_WRONG_STATE',
      `Assessment ${record.id} is ${record.status}, which does not take ${event}`,
      { id: record.id, status: record.status, event },
    );
  }
  return next;
}

export interface SignatureState extends AssessmentState {
  readonly assessor1Id: string | null;
}

/** The same button signs first and second; the second hand must be another person's. */
export function signatureEvent(record: SignatureState, userId: string): 'sign' | 'countersign' {
  if (record.status !== 'AWAITING_SECOND') {
    return 'sign';
  }
  if (record.assessor1Id === userId) {
    throw new AppError('ASSESSOR_SAME', `Assessment ${record.id} was signed by ${userId} already`, {
      id: record.id,
    });
  }
  return 'countersign';
}

export interface AssessedPerson {
  readonly bornOn: LocalDate;
  readonly diedOn: LocalDate | null;
}

/** An assessment lies within a life, and not in the future. */
export function assertAssessedOn(
  assessedOn: LocalDate,
  person: AssessedPerson,
  today: LocalDate,
): void {
  const problems: FieldProblem[] = [];
  const path = 'assessedOn';
  if (assessedOn > today) {
    problems.push({ path, rule: 'notInFuture', params: { today } });
  }
  if (assessedOn < person.bornOn) {
    problems.push({ path, rule: 'afterBirth', params: { bornOn: person.bornOn } });
  }
  if (person.diedOn !== null && assessedOn > person.diedOn) {
    problems.push({ path, rule: 'beforeDeath', params: { diedOn: person.diedOn } });
  }
  if (problems.length > 0) {
    throw new InputError(problems);
  }
}

/** What pays must not be assessed by whom it pays: a bureau fills official forms, a house enters their results. */
export function assertMayAssess(kind: AssessmentKind, organizationKind: OrganizationKind): void {
  if (kind === 'OFFICIAL' && organizationKind !== 'BUREAU') {
    throw new AppError('OFFICIAL_FORM_BY_BUREAU', `A ${organizationKind} filled an official form`);
  }
}

/** A correction is a new report that names the one it corrects, of the same person. */
export function assertCorrects(
  corrected: { readonly residentId: string },
  resident: { readonly id: string },
): void {
  if (corrected.residentId !== resident.id) {
    throw new InputError([{ path: 'correctsId', rule: 'sameResident' }]);
  }
}
