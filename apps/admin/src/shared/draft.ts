/** Forms keep what was typed in this tab only, for the person who typed it, until it is saved or thrown away. */
const PREFIX = 'yibu.draft.';
const OWNER = 'yibu.draft-owner';

/** Before another person works in this tab, nothing of the former one's may be left. */
export function forgetDraftsOfOthers(userId: string): void {
  if (sessionStorage.getItem(OWNER) !== userId) {
    forgetAllDrafts();
  }
  sessionStorage.setItem(OWNER, userId);
}

export function forgetAllDrafts(): void {
  for (const key of Object.keys(sessionStorage)) {
    if (key.startsWith(PREFIX)) {
      sessionStorage.removeItem(key);
    }
  }
}

export function readDraft(key: string): Record<string, unknown> | null {
  const text = sessionStorage.getItem(PREFIX + key);
  if (text === null) {
    return null;
  }
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    sessionStorage.removeItem(PREFIX + key);
    return null;
  }
}

export function writeDraft(key: string, values: unknown): void {
  try {
    sessionStorage.setItem(PREFIX + key, JSON.stringify(values));
  } catch {
    // A full store costs the draft, not the form.
  }
}

export function forgetDraft(key: string): void {
  sessionStorage.removeItem(PREFIX + key);
}
