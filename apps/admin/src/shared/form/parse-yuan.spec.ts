import { describe, expect, it } from '@jest/globals';

import { parseYuan } from './parse-yuan.js';

describe('an amount as people type it', () => {
  it.each([
    ['1,234.5', 123_450],
    ['1234', 123_400],
    ['0.07', 7],
    ['１２３．５', 12_350],
    [' 19.99 ', 1999],
    ['-3.5', -350],
    ['-0', 0],
    ['12，000', 1_200_000],
    ['88。8', 8880],
  ])('reads %s', (text, fen) => {
    expect(parseYuan(text)).toBe(fen);
  });

  it.each(['', '1.234', 'abc', '1e5', '1..2', '.5', '123456789012'])('refuses %s', (text) => {
    expect(parseYuan(text)).toBeNull();
  });
});
