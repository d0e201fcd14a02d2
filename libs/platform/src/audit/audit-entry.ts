export interface AuditChange {
  readonly field: string;
  readonly from: string | number | boolean | null;
  readonly to: string | number | boolean | null;
}

/** One deed on one record. Values of ID numbers and the like are masked by whoever writes the entry. */
export interface AuditEntry {
  readonly entity: string;
  readonly entityId: string;
  /** null for deeds above the centers (users, organizations). */
  readonly centerId: string | null;
  /** A verb: create, admit, correct, submit … */
  readonly action: string;
  readonly changes?: readonly AuditChange[];
  readonly reason?: string | null;
}

type Scalar = string | number | boolean | null | undefined | Date;

/** The fields of `after` that differ from `before`, as audit changes. */
export function changesBetween<T extends object>(
  before: T,
  after: Partial<T>,
  fields: readonly (keyof T & string)[],
): AuditChange[] {
  return fields.flatMap((field) => {
    if (!(field in after)) {
      return [];
    }
    const [from, to] = [scalar(before[field] as Scalar), scalar(after[field] as Scalar)];
    return from === to ? [] : [{ field, from, to }];
  });
}

/** The fields of a new record. */
export function changesOf(values: Readonly<Record<string, Scalar>>): AuditChange[] {
  return Object.entries(values).flatMap(([field, value]) => {
    const to = scalar(value);
    return to === null ? [] : [{ field, from: null, to }];
  });
}

function scalar(value: Scalar): string | number | boolean | null {
  if (value === undefined || value === null) {
    return null;
  }
  return value instanceof Date ? value.toISOString() : value;
}
