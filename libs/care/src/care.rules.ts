import { InputError, type LocalDate } from '@yibu/kernel';

/** Service types of the claim contract; a policy pack may narrow them. */
export const SERVICE_TYPES = [
  'MEAL_HELP',
  'BATH_HELP',
  'CLEANING',
  'ESCORT',
  'MEDICAL_HELP',
  'EMERGENCY_HELP',
  'SHOPPING',
  'PERSONAL_CARE',
  'REHABILITATION',
  'COMFORT',
  'VISIT',
] as const;
export type ServiceType = (typeof SERVICE_TYPES)[number];

export interface ServiceFacts {
  readonly onDate: LocalDate;
  readonly minutes: number;
  readonly valueFen: number;
}

export const MAX_MINUTES = 24 * 60;
/** A single service above this is a slip of the finger (¥10,000). */
export const MAX_VALUE_FEN = 1_000_000;

/** A service is recorded on or after its day, never ahead of it. */
export function assertService(service: ServiceFacts, today: LocalDate): void {
  const problems = [
    ...(service.onDate > today ? [{ path: 'onDate', rule: 'isNotFuture' }] : []),
    ...(service.minutes < 1 || service.minutes > MAX_MINUTES
      ? [{ path: 'minutes', rule: 'isMinutes' }]
      : []),
    ...(service.valueFen < 0 || service.valueFen > MAX_VALUE_FEN
      ? [{ path: 'valueFen', rule: 'isServiceValue' }]
      : []),
  ];
  if (problems.length > 0) {
    throw new InputError(problems);
  }
}
