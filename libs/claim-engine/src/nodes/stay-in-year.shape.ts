import { integer, oneOf, optional } from '../base/shape.js';
import { absencesRef } from '../pack/absence.shape.js';

/** The settings of a threshold of stay within the year. */
export const stayInYearFields = {
  method: oneOf(['ANNIVERSARY', 'DAYS', 'COUNTED_MONTHS']),
  months: optional(integer({ min: 1, max: 12 })),
  days: optional(integer({ min: 1, max: 366 })),
  countedMonths: optional(integer({ min: 1, max: 12 })),
  daysInMonth: optional(integer({ min: 1, max: 31 })),
  spells: optional(oneOf(['CUMULATIVE', 'LONGEST'])),
  absences: optional(absencesRef),
  window: optional(oneOf(['CLAIM_YEAR', 'ROLLING_12'])),
  yearStart: optional(integer({ min: 1, max: 12 })),
  passes: optional(oneOf(['ABOVE', 'AT_LEAST'])),
  pays: optional(oneOf(['RETROACTIVE', 'PROSPECTIVE'])),
};
