import type { ServiceType } from '../../gql/graphql.js';

/** In the order in which a center gives them. */
export const SERVICE_TYPES: readonly ServiceType[] = [
  'CLEANING',
  'BATH_HELP',
  'MEAL_HELP',
  'PERSONAL_CARE',
  'REHABILITATION',
  'MEDICAL_HELP',
  'ESCORT',
  'SHOPPING',
  'EMERGENCY_HELP',
  'COMFORT',
  'VISIT',
];
