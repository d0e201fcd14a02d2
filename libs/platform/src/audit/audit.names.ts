import type { Db } from '../data/tx.js';
import type { AuditEvent } from './audit.resolver.js';
import type { HistoryRegistry } from './history.registry.js';

const ID = /^[0-9A-HJKMNP-TV-Z]{26}$/;

/** The events with names where a change holds the id of a record that has one: one statement a kind of record. */
export async function withNames(
  db: Db,
  registry: HistoryRegistry,
  events: readonly AuditEvent[],
): Promise<AuditEvent[]> {
  const names = new Map<string, string>();
  for (const [field, ids] of idsByField(events)) {
    const found = await registry.namesOf(field)?.(db, [...ids]);
    for (const { id, name } of found ?? []) {
      names.set(id, name);
    }
  }
  const named = (value: string | null): string | null =>
    value === null ? null : (names.get(value) ?? value);
  return events.map((event) => ({
    ...event,
    changes: event.changes.map(({ field, from, to }) => ({
      field: names.get(field) ?? field,
      from: named(from),
      to: named(to),
    })),
  }));
}

function idsByField(events: readonly AuditEvent[]): Map<string, Set<string>> {
  const ids = new Map<string, Set<string>>();
  const add = (field: string, id: string): void => {
    ids.set(field, (ids.get(field) ?? new Set<string>()).add(id));
  };
  for (const { field, from, to } of events.flatMap(({ changes }) => changes)) {
    // Who ate is told person by person: the field itself is the person.
    if (ID.test(field)) {
      add('residentId', field);
      continue;
    }
    for (const value of [from, to]) {
      if (value !== null && ID.test(value)) {
        add(field, value);
      }
    }
  }
  return ids;
}
