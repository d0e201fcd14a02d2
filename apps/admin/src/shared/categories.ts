import type { CategoryCode } from '../gql/graphql.js';

/** Special categories of a resident, in the order of the register. */
export const CATEGORIES: readonly CategoryCode[] = [
  'LOW_INCOME',
  'DESTITUTE',
  'LIVING_ALONE',
  'LOST_ONLY_CHILD',
  'EMPTY_NEST',
  'LEFT_BEHIND',
  'DISABILITY',
  'SEVERE_DISABILITY',
  'VETERAN',
  'FAMILY_PLANNING_SPECIAL',
  'DEMENTIA',
];
