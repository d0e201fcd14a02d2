/** What a font must tell for laying out a line. */
export interface GlyphSource {
  hasGlyph(codePoint: number): boolean;
  /** Advance in thousandths of the type size. */
  advance(codePoint: number): number;
}

/** Fonts of Chinese draw this mark as wide as a character: nurse’ s. Within a Latin word it is an apostrophe. */
const WITHIN_WORD = /(?<=\p{Script=Latin})’(?=\p{Script=Latin})/gu;

/**
 * A character that the font lacks is shown by its code point, never as an empty box: two people whose names differ in
 * that character must stay two people on paper.
 */
export function printable(text: string, font: GlyphSource): string {
  let out = '';
  for (const character of text.replace(WITHIN_WORD, "'")) {
    const codePoint = character.codePointAt(0) ?? 0;
    const isControl = codePoint < 0x20 || (codePoint >= 0x7f && codePoint < 0xa0);
    out +=
      !isControl && font.hasGlyph(codePoint)
        ? character
        : `〔U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}〕`;
  }
  return out;
}

export function textWidth(text: string, font: GlyphSource, size: number): number {
  let width = 0;
  for (const character of text) {
    width += font.advance(character.codePointAt(0) ?? 0);
  }
  return (width * size) / 1000;
}

/** Characters that no line may begin with, and those that none may end with (CLREQ 3.1). */
const NEVER_FIRST = new Set('，。、；：？！）》」』】〕％%”’…—·,.;:?!)]}');
const NEVER_LAST = new Set('（《「『【〔“‘([{');
const IN_WORD = /[\p{Script=Latin}\p{N}#&+\-./@_*:]/u;
/** A word may break after these; a claim number or a date may not break at its hyphens. */
const JOINERS = /[&/@_]/;

/** Pieces that stay together: one Chinese character with its punctuation, one word or number with its spaces. */
function pieces(text: string): string[] {
  const out: string[] = [];
  let previous = '';
  for (const character of text) {
    const isFirst = out.length === 0;
    const joins =
      (character === ' ' && previous !== ' ') ||
      NEVER_FIRST.has(character) ||
      NEVER_LAST.has(previous) ||
      (IN_WORD.test(character) && IN_WORD.test(previous) && !mayBreak(previous, character));
    if (!isFirst && joins) {
      out[out.length - 1] += character;
    } else {
      out.push(character);
    }
    previous = character;
  }
  return out;
}

const mayBreak = (before: string, after: string): boolean =>
  JOINERS.test(before) || (before === '-' && /\p{Ll}/u.test(after));

interface Measure {
  readonly font: GlyphSource;
  readonly size: number;
  readonly width: number;
}

function splitLong(piece: string, { font, size, width }: Measure): string[] {
  const out: string[] = [];
  let line = '';
  for (const character of piece) {
    if (line !== '' && textWidth(line + character, font, size) > width) {
      out.push(line);
      line = '';
    }
    line += character;
  }
  out.push(line);
  return out;
}

/** Breaks one paragraph into lines no wider than `width`. `text` must be printable already. */
export function wrap(text: string, measure: Measure): string[] {
  const { font, size, width } = measure;
  if (textWidth(text, font, size) <= width) {
    return [text];
  }
  const lines: string[] = [];
  let line = '';
  let lineWidth = 0;
  for (const whole of pieces(text)) {
    for (const piece of textWidth(whole, font, size) > width
      ? splitLong(whole, measure)
      : [whole]) {
      const pieceWidth = textWidth(piece.trimEnd(), font, size);
      if (line !== '' && lineWidth + pieceWidth > width + 0.01) {
        lines.push(line.trimEnd());
        line = '';
        lineWidth = 0;
      }
      line += piece;
      lineWidth += textWidth(piece, font, size);
    }
  }
  lines.push(line.trimEnd());
  return lines;
}
