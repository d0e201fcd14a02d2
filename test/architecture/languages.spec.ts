import { SHIPPED_PACKS, shippedPackUrl } from '@yibu/claim-engine';
import { returnReason } from '@yibu/filing';
import { ERROR_KINDS } from '@yibu/kernel';
import fs from 'node:fs';
import path from 'node:path';

import { core as coreEn } from '../../apps/admin/src/i18n/en/core.js';
import { features as featuresEn } from '../../apps/admin/src/i18n/en/features.js';
import { core as coreZh } from '../../apps/admin/src/i18n/zh-CN/core.js';
import { features as featuresZh } from '../../apps/admin/src/i18n/zh-CN/features.js';
import { sourcesBelow } from './sources.js';

/** "doors.users.title" → its sentence. */
function sentencesOf(catalogue: object, prefix = ''): Map<string, string> {
  const entries = Object.entries(catalogue).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'object' && value !== null
      ? [...sentencesOf(value, `${prefix}${key}.`)]
      : [[`${prefix}${key}`, String(value)] as const],
  );
  return new Map(entries);
}

const placeholders = (sentence: string): string =>
  [...sentence.matchAll(/\{\{\s*([\w.]+)/g)]
    .map((match) => match[1])
    .sort()
    .join();

const guide = path.resolve(import.meta.dirname, '../../libs/claim-engine/README.md');

/** Units that are no word for a quantity: what a figure of a record or a target is in. */
const FIGURES = new Set(['number', 'period', 'm2']);

/** What a line counts in: of whole units, and as the guide and shipped packs name it. A word of a pack's own needs no other. */
const unitsOfLines = (): Set<string> =>
  new Set([
    ...['person-month', 'bed-month', 'center-year'],
    ...[guide, ...SHIPPED_PACKS.map(shippedPackUrl)]
      .flatMap((file) => [...fs.readFileSync(file, 'utf8').matchAll(/"unit":\s*"([a-z0-9-]+)"/g)])
      .map(([, unit]) => unit ?? '')
      .filter((unit) => !FIGURES.has(unit)),
  ]);

const chinese = sentencesOf({ ...coreZh, ...featuresZh });
const english = sentencesOf({ ...coreEn, ...featuresEn });

describe('the two languages', () => {
  it('say the same things', () => {
    expect([...english.keys()].sort()).toEqual([...chinese.keys()].sort());
  });

  it('have a word for every unit that shipped packs and the guide count in', () => {
    const units = unitsOfLines();
    expect([...units]).toEqual(expect.arrayContaining(['center', 'day', 'meal', 'project']));
    const wordless = [...units].filter(
      (unit) => !chinese.has(`claim.unit.${unit}_other`) && !chinese.has(`claim.unit.${unit}`),
    );
    expect(wordless).toEqual([]);
  });

  it('leave no sentence empty', () => {
    const empty = [...chinese, ...english].filter(([, sentence]) => sentence.trim() === '');
    expect(empty).toEqual([]);
  });

  it('name the same figures and names in each sentence', () => {
    const different = [...chinese].filter(
      ([key, sentence]) => placeholders(sentence) !== placeholders(english.get(key) ?? ''),
    );
    expect(different.map(([key]) => key)).toEqual([]);
  });

  it('have words for every refusal of the server', () => {
    const codes = Object.keys(ERROR_KINDS);
    expect(codes.filter((code) => !chinese.has(`errors.${code}`))).toEqual([]);
    expect(codes.filter((code) => !english.has(`errors.${code}`))).toEqual([]);
  });

  it('word a reviewer’s reason alike on the screen and on paper', () => {
    const codes = [...chinese.keys()].filter((key) => key.startsWith('review.reason.'));
    expect(codes.length).toBeGreaterThan(5);
    for (const key of codes) {
      const code = key.slice('review.reason.'.length);
      expect(returnReason(code, 'zh-CN')).toBe(chinese.get(key));
      expect(returnReason(code, 'en')).toBe(english.get(key));
    }
  });

  it('are kept in the catalogues, not in the pages', () => {
    const pages = sourcesBelow('apps/admin/src').filter(({ file }) => !file.includes('/i18n/'));
    const spoken = pages.filter(({ code }) => /\p{Script=Han}/u.test(code));
    expect(spoken.map(({ file }) => file)).toEqual([]);
  });
});
