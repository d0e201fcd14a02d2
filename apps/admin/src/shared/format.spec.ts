import { describe, expect, it } from '@jest/globals';

import {
  formatDay,
  formatFen,
  formatMoment,
  formatMonth,
  formatPackText,
  formatSentence,
  formatSize,
} from './format.js';

describe('what readers see', () => {
  it('is the wall clock of China, wherever the computer stands', () => {
    expect(formatMoment('2026-02-28T16:30:00.000Z', 'zh-CN')).toBe('2026-03-01 00:30');
    expect(formatMoment('2026-02-28T16:30:00.000Z', 'en')).toBe('1 Mar 2026, 00:30');
    expect(formatMoment('2026-09-01T00:05:00.000Z', 'en')).toBe('1 Sep 2026, 08:05');
  });

  it('is a day that no one can misread', () => {
    expect(formatDay('2026-03-01', 'zh-CN')).toBe('2026-03-01');
    expect(formatDay('2026-03-01', 'en')).toBe('1 Mar 2026');
  });

  it('is a month as the reader writes it', () => {
    expect(formatMonth('2026-03', 'zh-CN')).toBe('2026-03');
    expect(formatMonth('2026-03', 'en')).toBe('Mar 2026');
  });

  it('is a sentence whose days and months read like those of the page', () => {
    const text = '2026-03: reached on 2026-03-01, in No. 2022-12-3 and 15/30';
    expect(formatSentence(text, 'en')).toBe(
      'Mar 2026: reached on 1 Mar 2026, in No. 2022-12-3 and 15/30',
    );
    expect(formatSentence(text, 'zh-CN')).toBe(text);
  });

  it('is a text of the rules that begins as its language does', () => {
    expect(formatPackText('by days lived since 2026-01-01', 'en')).toBe(
      'By days lived since 1 Jan 2026',
    );
    expect(formatPackText('按天', 'zh-CN')).toBe('按天');
  });

  it('is money to the fen', () => {
    expect(formatFen(123_456_789)).toBe('1,234,567.89');
    expect(formatFen(-5)).toBe('-0.05');
  });

  it('is a size in words of people', () => {
    expect([512, 2048, 1_572_864].map(formatSize)).toEqual(['512 B', '2 KB', '1.5 MB']);
  });
});
