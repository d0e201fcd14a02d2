import PdfDocument from 'pdfkit';
import type { FilingLanguage } from '../filing.js';
import { fontFile, glyphSource, TYPEFACES, type OpenFont, type Typeface } from './fonts.js';
import { printable, textWidth, wrap, type GlyphSource } from './text-layout.js';

export const MM = 72 / 25.4;

/** The text area of GB/T 9704-2012: 156 × 225 mm, 37 mm from the top, 28 mm from the binding edge. */
const PORTRAIT = { left: 28 * MM, top: 37 * MM, width: 156 * MM, height: 225 * MM };
/** The same sheet turned: the binding edge is at the top. */
const LANDSCAPE = { left: 36 * MM, top: 28 * MM, width: 225 * MM, height: 156 * MM };

export type Orientation = 'portrait' | 'landscape';
export type Align = 'left' | 'center' | 'right';

/** Type sizes by their Chinese names, in points. */
export const SIZE = {
  two: 22,
  three: 16,
  four: 14,
  smallFour: 12,
  five: 10.5,
  smallFive: 9,
} as const;

/** 22 lines on a page of 225 mm. */
export const BODY_PITCH = (225 * MM) / 22;

export interface TextStyle {
  readonly face: Typeface;
  readonly size: number;
  readonly align?: Align;
  readonly color?: string;
  /** Spreads full lines to the width, as official documents are set. */
  readonly justify?: boolean;
}

export interface PaperOptions {
  readonly title: string;
  readonly language: FilingLanguage;
  readonly createdAt: Date;
  /** Stands at the foot of each page opposite the page number. */
  readonly footer: string;
}

const INK = '#000000';
/** A Chinese font's ideographs stand 0.88 em above the baseline. */
const ASCENT = 0.88;
const LINE_HEIGHT = 1.38;

export type Element = PDFKit.PDFStructureElement;

/** An A4 document in official layout: places text by itself, tags it, and comes out the same for the same input. */
export class Paper {
  readonly doc: PDFKit.PDFDocument;
  y = 0;
  private area = PORTRAIT;
  private readonly glyphs = new Map<Typeface, GlyphSource>();
  private readonly root: Element;
  private readonly orientations: Orientation[] = [];
  private readonly chunks: Buffer[] = [];
  private section: Element;

  constructor(private readonly options: PaperOptions) {
    this.doc = new PdfDocument({
      size: 'A4',
      margin: 0,
      autoFirstPage: false,
      bufferPages: true,
      font: '',
      pdfVersion: '1.4',
      subset: 'PDF/A-1b',
      tagged: true,
      displayTitle: true,
      lang: options.language,
      info: {
        Title: plain(options.title),
        Creator: 'Yibu',
        Producer: 'Yibu',
        CreationDate: options.createdAt,
      },
    } as PDFKit.PDFDocumentOptions);
    this.doc.on('data', (chunk: Buffer) => this.chunks.push(chunk));
    for (const face of TYPEFACES) {
      this.doc.registerFont(face, fontFile(face));
    }
    // Bookmarks are shown open, and the archive format wants their number written down.
    Object.assign(this.doc.outline, { options: { expanded: true } });
    this.root = this.doc.struct('Document');
    this.doc.addStructure(this.root);
    this.section = this.root;
  }

  get left(): number {
    return this.area.left;
  }

  get width(): number {
    return this.area.width;
  }

  get bottom(): number {
    return this.area.top + this.area.height;
  }

  get pageCount(): number {
    return this.orientations.length;
  }

  /** A new part begins on its own page, with a bookmark. */
  beginPart(title: string, orientation: Orientation = 'portrait'): void {
    this.section = this.doc.struct('Sect', { title: printable(title, this.glyphsOf('song')) });
    this.root.add(this.section);
    this.addPage(orientation);
    this.doc.outline.addItem(title);
  }

  addPage(orientation: Orientation = this.orientations.at(-1) ?? 'portrait'): void {
    this.doc.addPage({ size: 'A4', margin: 0, layout: orientation });
    this.orientations.push(orientation);
    this.area = orientation === 'portrait' ? PORTRAIT : LANDSCAPE;
    this.y = this.area.top;
  }

  /** Breaks the page unless `height` still fits; tells whether it did. */
  ensure(height: number): boolean {
    if (this.y + height <= this.bottom + 0.5) {
      return false;
    }
    this.addPage();
    return true;
  }

  element(type: string, parent: Element = this.section): Element {
    const element = this.doc.struct(type);
    parent.add(element);
    return element;
  }

  /** Lines of a text that may hold line breaks of its own. */
  lines(text: string, style: TextStyle, width: number): string[] {
    const font = this.glyphsOf(style.face);
    return text
      .split('\n')
      .flatMap((part) => wrap(printable(part, font), { font, size: style.size, width }));
  }

  widthOf(text: string, style: TextStyle): number {
    const font = this.glyphsOf(style.face);
    return textWidth(printable(text, font), font, style.size);
  }

  /** One line, its box's top at `y`. No tag: the caller is inside an element or an artifact. */
  line(
    text: string,
    style: TextStyle,
    box: { x: number; y: number; width: number; pitch?: number },
  ): void {
    if (text === '') {
      return;
    }
    const pitch = box.pitch ?? style.size * LINE_HEIGHT;
    const baseline = box.y + (pitch - style.size) / 2 + style.size * ASCENT;
    this.doc
      .font(style.face)
      .fontSize(style.size)
      .fillColor(style.color ?? INK);
    const align = style.align ?? 'left';
    const free = align === 'left' ? 0 : box.width - this.doc.widthOfString(text);
    const x = box.x + (align === 'center' ? free / 2 : free);
    this.doc.text(text, x, baseline, {
      lineBreak: false,
      baseline: 'alphabetic',
      characterSpacing: style.justify === true ? this.spread(text, style, box.width) : 0,
    });
  }

  /** A paragraph at the running position; each line is tagged, so it may cross pages. */
  paragraph(
    text: string,
    style: TextStyle,
    options: { tag?: string; indent?: number; pitch?: number; after?: number } = {},
  ): void {
    const { tag = 'P', indent = 0, pitch = style.size * LINE_HEIGHT, after = 0 } = options;
    const element = this.element(tag);
    const marked = indent > 0 ? `${'\u3000'.repeat(indent)}${text}` : text;
    const lines = this.lines(marked, style, this.width);
    lines.forEach((line, index) => {
      this.ensure(pitch);
      const justify = style.justify === true && index < lines.length - 1;
      const box = { x: this.left, y: this.y, width: this.width, pitch };
      element.add(() => this.line(line, { ...style, justify }, box));
      this.y += pitch;
    });
    element.end();
    this.y += after;
  }

  /** Rules, boxes and repeated heads: not part of the text that is read aloud. */
  artifact(draw: () => void): void {
    this.doc.markContent('Artifact', { type: 'Layout' });
    draw();
    this.doc.endMarkedContent();
  }

  async finish(): Promise<Buffer> {
    this.orientations.forEach((_, index) => this.drawFoot(index));
    const ended = new Promise<void>((resolve, reject) => {
      this.doc.on('end', resolve);
      this.doc.on('error', reject);
    });
    this.root.end();
    this.doc.end();
    await ended;
    return Buffer.concat(this.chunks);
  }

  private drawFoot(index: number): void {
    this.doc.switchToPage(index);
    this.area = this.orientations[index] === 'landscape' ? LANDSCAPE : PORTRAIT;
    const number = `— ${index + 1} / ${this.pageCount} —`;
    // The page number stands at the outer edge, one character in; the claim it belongs to at the other.
    const isOdd = index % 2 === 0;
    const box = { x: this.left + 12, y: this.bottom + 7 * MM - 10, width: this.width - 24 };
    this.artifact(() => {
      this.line(number, { face: 'song', size: SIZE.four, align: isOdd ? 'right' : 'left' }, box);
      const font = this.glyphsOf('figure');
      const claim = printable(this.options.footer, font);
      this.line(
        claim,
        { face: 'figure', size: 7.5, align: isOdd ? 'left' : 'right', color: '#555555' },
        { ...box, y: box.y + 4 },
      );
    });
  }

  private spread(text: string, style: TextStyle, width: number): number {
    const free = width - this.widthOf(text, style);
    const gaps = [...text].length - 1;
    // A line that a long word left half empty stays as it is.
    return gaps > 0 && free > 0 && free < style.size * 1.5 ? free / gaps : 0;
  }

  private glyphsOf(face: Typeface): GlyphSource {
    const known = this.glyphs.get(face);
    if (known !== undefined) {
      return known;
    }
    this.doc.font(face);
    const opened = this.doc as unknown as { _font: { font: OpenFont } };
    const source = glyphSource(opened._font.font);
    this.glyphs.set(face, source);
    return source;
  }
}

/** pdfkit writes the title into XML as it is. */
const plain = (text: string): string => text.replace(/[<>&\p{Cc}]/gu, ' ');
