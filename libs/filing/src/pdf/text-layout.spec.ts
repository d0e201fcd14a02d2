import { printable, type GlyphSource } from './text-layout.js';

const font: GlyphSource = { hasGlyph: (codePoint) => codePoint !== 0x3400, advance: () => 500 };

describe('text on a paper', () => {
  it('keeps an apostrophe within its word, and the marks of a Chinese quotation as they are', () => {
    expect(printable('With a nurse’s licence', font)).toBe("With a nurse's licence");
    expect(printable('‘中心’公示', font)).toBe('‘中心’公示');
  });

  it('shows a character that the font lacks by its code point, never as an empty box', () => {
    expect(printable('王㐀', font)).toBe('王〔U+3400〕');
  });
});
