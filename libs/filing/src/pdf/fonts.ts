import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { GlyphSource } from './text-layout.js';

/** 宋体 for the body, heavy 宋体 for titles, 黑体 for headings and table heads, light 黑体 for figures. */
export type Typeface = 'song' | 'songHeavy' | 'hei' | 'figure';

const FILES: Readonly<Record<Typeface, string>> = {
  song: '@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf',
  songHeavy: '@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf',
  hei: '@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf',
  figure: '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
};

export const TYPEFACES = Object.keys(FILES) as readonly Typeface[];

const loaded = new Map<Typeface, Buffer>();

/** 10 to 15 MB each: read once in the life of the process. */
export function fontFile(typeface: Typeface): Buffer {
  const known = loaded.get(typeface);
  if (known !== undefined) {
    return known;
  }
  const bytes = readFileSync(createRequire(import.meta.url).resolve(FILES[typeface]));
  loaded.set(typeface, bytes);
  return bytes;
}

/** The parts of fontkit's font that pdfkit has already opened. */
export interface OpenFont {
  hasGlyphForCodePoint(codePoint: number): boolean;
  glyphForCodePoint(codePoint: number): { readonly advanceWidth: number };
  readonly unitsPerEm: number;
}

export function glyphSource(font: OpenFont): GlyphSource {
  const advances = new Map<number, number>();
  const known = new Map<number, boolean>();
  return {
    hasGlyph(codePoint) {
      let has = known.get(codePoint);
      if (has === undefined) {
        has = font.hasGlyphForCodePoint(codePoint);
        known.set(codePoint, has);
      }
      return has;
    },
    advance(codePoint) {
      let advance = advances.get(codePoint);
      if (advance === undefined) {
        advance = (font.glyphForCodePoint(codePoint).advanceWidth * 1000) / font.unitsPerEm;
        advances.set(codePoint, advance);
      }
      return advance;
    },
  };
}
