import { isRecord } from '../base/shape.js';
import { ABSENCE_LIMITS } from '../facts/absence-rule.js';

/** Limits of absences that the document names without their figure, in what a program is made of. */
export function openLimits(value: unknown): string[] {
  if (Array.isArray(value)) {
    return value.flatMap(openLimits);
  }
  if (!isRecord(value)) {
    return [];
  }
  const { absences } = value;
  const own = (Array.isArray(absences) ? (absences as unknown[]) : [])
    .filter(isRecord)
    .flatMap((rule) => ABSENCE_LIMITS.filter((name) => rule[name] === null));
  return [...own, ...Object.values(value).flatMap(openLimits)];
}
