import type { ClauseValue } from './pack.types.js';

export interface Requirement {
  readonly op: ClauseValue['op'];
  readonly value: number;
  readonly unit: string;
  /** The floor binds, not the rate: the development is small. */
  readonly isFloor: boolean;
}

/**
 * What a facility standard asks of something of a given size: "20 m² per 100 households and at least 300 m²" for
 * 1,200 households is 300 m². A standard without a figure asks nothing that could be checked: null.
 */
export function clauseRequirement(value: ClauseValue, size: number): Requirement | null {
  if (typeof value.value !== 'number') {
    return null;
  }
  const byRate = value.per === undefined ? value.value : (value.value * size) / value.per;
  const floor = value.least ?? 0;
  return {
    op: value.op,
    value: Math.max(byRate, floor),
    unit: value.per === undefined ? value.unit : (value.unit.split('/')[0] ?? value.unit),
    isFloor: floor > byRate,
  };
}
