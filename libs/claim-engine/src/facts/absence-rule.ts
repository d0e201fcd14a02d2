import { canonicalJson } from '../base/canonical.js';

/** What becomes of days spent in hospital or on leave, whatever their kind. */
export type AbsenceMode = 'COUNT' | 'COUNT_IF_BED_HELD' | 'NOT_COUNT';

export const ABSENCE_KINDS = ['HOSPITAL', 'HOME_LEAVE'] as const;
export type AbsenceKind = (typeof ABSENCE_KINDS)[number];

export const ABSENCE_LIMITS = ['perAbsence', 'perMonth', 'perYear'] as const;
export type AbsenceLimit = (typeof ABSENCE_LIMITS)[number];

/** Days away on these kinds count, up to the limits; without `kinds` whatever the kind. */
export interface LimitedAbsences extends Readonly<Partial<Record<AbsenceLimit, number | null>>> {
  readonly kinds?: readonly AbsenceKind[];
  readonly count?: 'COUNT' | 'COUNT_IF_BED_HELD';
  /** Days over a limit. */
  readonly beyond?: 'NOT_COUNT' | 'COUNT_IF_BED_HELD';
}

/** One word for all absences, or rules by kind: a day counts where every rule for its kind lets it. */
export type AbsenceRule = AbsenceMode | readonly LimitedAbsences[];

/** Equal rules are one; where days of a year are limited, it matters with which month the year begins. */
export function absenceKey(rule: AbsenceRule, yearStart: number): string {
  if (typeof rule === 'string') {
    return rule;
  }
  const isYearly = rule.some(({ perYear }) => perYear !== undefined);
  return `${canonicalJson(rule)} ${isYearly ? yearStart : ''}`;
}
