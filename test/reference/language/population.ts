import { measure } from './measures.js';
import { dayOf, daysOf, holds, meet, residentDays, type Case, type Spec } from './world.js';

/** A bed somebody lived in, a member of staff who was employed, a center that had opened. */
function isThere(at: Case): boolean {
  const { kind, id } = at.subject;
  if (kind === 'center') {
    const { openedOn } = at.facts.center;
    return !openedOn || dayOf(openedOn) < at.end;
  }
  const days = daysOf(at);
  const member = at.facts.staff.find((one) => one.id === id);
  return kind === 'bed'
    ? (measure(at, { of: 'residentDays', absences: 'COUNT' })?.n ?? 0) > 0
    : days.some((day) => member !== undefined && holds(member, day));
}

export function isInPopulation(at: Case): boolean {
  if (at.subject.kind !== 'person') {
    return isThere(at);
  }
  const population = (at.program.population ?? 'RESIDENTS') as string;
  meet(`population:${population}`);
  const days = new Set(daysOf(at));
  const lives = (): boolean =>
    [...residentDays(at, at.subject.id, 'COUNT')].some((day) => days.has(day));
  const count = (of: string): number => measure(at, { of })?.n ?? 0;
  switch (population) {
    case 'RESIDENTS':
      return lives();
    case 'SERVED':
      return count('services') > 0;
    case 'FED':
      return count('meals') > 0;
    default:
      return true;
  }
}

const isInForce = (program: Spec, day: number): boolean =>
  (typeof program.from !== 'string' || day >= dayOf(program.from)) &&
  (typeof program.until !== 'string' || day < dayOf(program.until));

/** Units wholly outside the life of the program earn nothing. */
export const isForceless = (at: Case): boolean =>
  !daysOf(at).some((day) => isInForce(at.program, day));
