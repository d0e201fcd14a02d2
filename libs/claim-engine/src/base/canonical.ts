const names = new Map<string, string>();

/** `"name":`, kept: a year of lines has few names and writes each a million times. */
function nameOf(key: string): string {
  let text = names.get(key);
  if (text === undefined) {
    text = `${JSON.stringify(key)}:`;
    if (names.size < 10_000) {
      names.set(key, text);
    }
  }
  return text;
}

function listText(items: readonly unknown[]): string {
  let text = '[';
  for (let i = 0; i < items.length; i += 1) {
    text += (i === 0 ? '' : ',') + canonicalJson(items[i]);
  }
  return `${text}]`;
}

function recordText(record: Readonly<Record<string, unknown>>): string {
  let text = '';
  for (const key of Object.keys(record).sort()) {
    const value = record[key];
    if (value !== undefined) {
      text += (text === '' ? '' : ',') + nameOf(key) + canonicalJson(value);
    }
  }
  return `{${text}}`;
}

/** JSON with sorted keys and no spaces: the same value is the same text, so that a digest means something. */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value !== 'object') {
    return JSON.stringify(value) ?? 'null';
  }
  return Array.isArray(value)
    ? listText(value)
    : recordText(value as Readonly<Record<string, unknown>>);
}
