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
      field,
      from: named(from),
      to: named(to),
    })),
  }));
}

function idsByField(events: readonly AuditEvent[]): Map<string, Set<string>> {
  const ids = new Map<string, Set<string>>();
  for (const { field, from, to } of events.flatMap(({ changes }) => changes)) {
    for (const value of [from, to]) {
      if (value !== null && ID.test(value)) {
        ids.set(field, (ids.get(field) ?? new Set()).add(value));
      }
    }
  }
  return ids;
}
