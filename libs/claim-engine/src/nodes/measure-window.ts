import type { Day } from '../base/days.js';
import { valueOn, type World } from '../facts/world.js';
import { PASS, type Cell, type CompileContext, type GateNode, type Ratio } from './node.js';

export const whole = (n: number): Ratio => ({ n, d: 1 });

/** What was recorded as less than nothing is nothing: it can neither limit, deduct nor multiply. */
export const notBelowNothing = (value: Ratio | null): Ratio =>
  value === null || value.n < 0 ? { n: 0, d: 1 } : value;

export const none = (): readonly string[] => [];
export const zhEn = (locale: 'zh' | 'en', zh: string, en: string): string =>
  locale === 'zh' ? zh : en;

export function registeredBeds(world: World, day: Day): number | null {
  return valueOn<number>(world.facts.center.registeredBeds, day);
}

/** The unit as far as it is known. */
export const windowOf = (cell: Cell, world: World): { from: Day; until: Day } => ({
  from: cell.unit.from,
  until: Math.max(cell.unit.from, Math.min(cell.unit.until, world.horizon)),
});

/** Asks a gate about each person in the unit of the cell. */
export function peopleWho(
  gate: GateNode | null,
  cell: Cell,
  context: CompileContext,
): (person: number) => boolean {
  const inner: Cell = { stamp: 0, kind: 'person', subject: 0, unit: cell.unit };
  return (person) => {
    if (gate === null) {
      return true;
    }
    inner.subject = person;
    inner.stamp = context.nextStamp();
    return gate.test(inner) === PASS;
  };
}
