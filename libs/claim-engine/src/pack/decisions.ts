import { isRecord } from '../base/shape.js';

export type Choices = Readonly<Record<string, string>>;

const isSwitch = (value: unknown): value is { decision: string; cases: Record<string, unknown> } =>
  isRecord(value) && typeof value.decision === 'string' && isRecord(value.cases);

/** The value as it reads once every question it depends on is decided. Undecided cases become null: absent. */
export function resolve(value: unknown, choices: Choices): unknown {
  if (Array.isArray(value)) {
    return value.map((item) => resolve(item, choices));
  }
  if (isSwitch(value)) {
    const option = choices[value.decision];
    return option === undefined ? null : resolve(value.cases[option] ?? null, choices);
  }
  if (!isRecord(value)) {
    return value;
  }
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, resolve(item, choices)]),
  );
}

/** Which questions a value depends on, in the order they are met. */
export function decisionsIn(value: unknown, found = new Set<string>()): Set<string> {
  if (Array.isArray(value)) {
    for (const item of value) {
      decisionsIn(item, found);
    }
  } else if (isRecord(value)) {
    if (isSwitch(value)) {
      found.add(value.decision);
    }
    for (const item of Object.values(value)) {
      decisionsIn(item, found);
    }
  }
  return found;
}
