import {
  misreadAttributes,
  unknownFields,
  type Locale,
  type MisreadAttribute,
  type Pack,
  type UnknownField,
} from '@yibu/claim-engine';

/** A field of a file that nothing reads; the result is the same without it. */
export interface IgnoredField extends UnknownField {
  readonly code: 'FIELD_IGNORED';
  readonly file: string;
}

export const ignoredFields = (
  file: string,
  value: unknown,
  of: 'facts' | 'ledger',
): readonly IgnoredField[] =>
  unknownFields(value, of).map((field) => ({ code: 'FIELD_IGNORED', file, ...field }));

export function sayIgnored({ file, path, count, meant }: IgnoredField, locale: Locale): string {
  if (locale === 'zh') {
    const more = count === 1 ? '' : `，同类共 ${count} 处`;
    return `${file} ${path}：不认识的字段，未采用${meant === null ? '' : `，是否应为 ${meant}？`}${more}`;
  }
  const more = count === 1 ? '' : `, ${count} of the kind`;
  return `${file} ${path}: unknown field, not read${meant === null ? '' : `, did you mean ${meant}?`}${more}`;
}

/** A text where the pack asks for a number: it counts as not recorded. */
export interface MisreadFact extends MisreadAttribute {
  readonly code: 'NUMBER_WANTED';
  readonly file: string;
}

export const misreadFacts = (file: string, pack: Pack, facts: unknown): readonly MisreadFact[] =>
  misreadAttributes(pack, facts).map((one) => ({ code: 'NUMBER_WANTED', file, ...one }));

export function sayMisread({ file, path, count }: MisreadFact, locale: Locale): string {
  if (locale === 'zh') {
    const more = count === 1 ? '' : `，同类共 ${count} 处`;
    return `${file} ${path}：政策包按数字读取，这里写的是文字，按没有记录处理：请去掉引号${more}`;
  }
  const more = count === 1 ? '' : `, ${count} of the kind`;
  return `${file} ${path}: the pack reads a number, this is text and counts as not recorded: leave out the quotes${more}`;
}

/** Beside the result, never in it: on standard error, and no reason for another exit code. */
export function warn(lines: readonly string[]): void {
  if (lines.length > 0) {
    process.stderr.write(`${lines.join('\n')}\n`);
  }
}
