import type { Answers, Background } from '@yibu/assessment';
import type { LocalDate } from '@yibu/kernel';
import type { AuditChange } from '@yibu/platform';

interface Draft {
  readonly assessedOn: LocalDate;
  readonly place: string | null;
  readonly answers: Answers;
  readonly background: Background;
}

/** What an autosave changed, entry by entry, so that the history of a form can be read. */
export function draftChanges(before: Draft, after: Draft): AuditChange[] {
  const plain = (draft: Draft): Readonly<Record<string, unknown>> => ({
    assessedOn: draft.assessedOn,
    place: draft.place,
    ...draft.answers,
    ...draft.background,
  });
  const [old, now] = [plain(before), plain(after)];
  const fields = [...new Set([...Object.keys(old), ...Object.keys(now)])];
  return fields.flatMap((field) => {
    const [from, to] = [asText(old[field]), asText(now[field])];
    return from === to ? [] : [{ field, from, to }];
  });
}

function asText(value: unknown): string | null {
  if (value === undefined || value === null) {
    return null;
  }
  return typeof value === 'string' ? value : JSON.stringify(value);
}
