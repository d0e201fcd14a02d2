import type { Align, Element, Paper, TextStyle } from './paper.js';
import { SIZE } from './paper.js';
import type { Typeface } from './fonts.js';

export interface Column {
  readonly title: string;
  /** Share of the table's width. */
  readonly share: number;
  readonly align?: Align;
  readonly face?: Typeface;
}

export interface Cell {
  readonly text: string;
  readonly span?: number;
  readonly align?: Align;
  readonly face?: Typeface;
  readonly size?: number;
  readonly isHead?: boolean;
  /** Two places to sign and, below them at the right edge, one to seal and date; the text then stands on top. */
  readonly signs?: readonly [string, string, string];
}

export interface Row {
  readonly cells: readonly Cell[];
  readonly minHeight?: number;
  readonly shade?: string;
}

const PAD_Y = 3.2;
const RULE = 0.5;
/** Free height for a hand to sign in. */
const SIGN_GAP = 18;
export const SHADE = '#F1F1EE';

interface TableOptions {
  readonly size?: number;
  readonly hasHead?: boolean;
  /** Line pitch as a multiple of the type size. */
  readonly pitch?: number;
  readonly padding?: number;
}

interface Placed {
  readonly cell: Cell;
  readonly style: TextStyle;
  readonly x: number;
  readonly width: number;
  readonly lines: readonly string[];
}

interface Measured {
  readonly placed: readonly Placed[];
  readonly height: number;
  readonly row: Row;
}

/** A ruled table that breaks between rows and repeats its head on each page. */
export class Table {
  private readonly element: Element;
  private readonly edges: number[];
  private readonly head: Measured | null;

  constructor(
    private readonly paper: Paper,
    private readonly columns: readonly Column[],
    private readonly options: TableOptions = {},
  ) {
    const shares = columns.reduce((sum, column) => sum + column.share, 0);
    this.edges = [paper.left];
    for (const column of columns) {
      this.edges.push((this.edges.at(-1) ?? 0) + (paper.width * column.share) / shares);
    }
    this.element = paper.element('Table');
    this.head = (options.hasHead ?? true) ? this.measure(this.headRow()) : null;
    if (this.head !== null) {
      paper.ensure(this.head.height * 2.5);
      this.draw(this.head, true);
    }
  }

  /** Cells by column; a shorter list needs spans that fill it. */
  row(row: Row | readonly string[]): void {
    const whole: Row = 'cells' in row ? row : { cells: row.map((text) => ({ text })) };
    const measured = this.measure(whole);
    if (this.paper.ensure(measured.height) && this.head !== null) {
      const head = this.head;
      this.paper.artifact(() => this.paint(head));
      this.paper.y += head.height;
    }
    this.draw(measured, false);
  }

  /** Keeps the rows to come together with what stands above them. */
  keep(height: number): void {
    if (this.paper.ensure(height) && this.head !== null) {
      const head = this.head;
      this.paper.artifact(() => this.paint(head));
      this.paper.y += head.height;
    }
  }

  end(): void {
    this.element.end();
  }

  private headRow(): Row {
    return {
      cells: this.columns.map(({ title }) => ({ text: title, isHead: true, align: 'center' })),
      shade: SHADE,
    };
  }

  private get size(): number {
    return this.options.size ?? SIZE.smallFive;
  }

  private get pitch(): number {
    return this.options.pitch ?? 1.34;
  }

  private get padding(): number {
    return this.options.padding ?? 3.5;
  }

  private measure(row: Row): Measured {
    const placed: Placed[] = [];
    let index = 0;
    let height = row.minHeight ?? 0;
    for (const cell of row.cells) {
      const span = cell.span ?? 1;
      const x = this.edges[index] ?? 0;
      const width = (this.edges[index + span] ?? x) - x;
      const style = this.styleOf(cell, this.columns[index]);
      const lines = this.paper.lines(cell.text, style, width - 2 * this.padding);
      placed.push({ cell, style, x, width, lines });
      const signs = cell.signs === undefined ? 0 : SIGN_GAP + 2 * style.size * this.pitch;
      height = Math.max(height, lines.length * style.size * this.pitch + signs + 2 * PAD_Y);
      index += span;
    }
    return { placed, height, row };
  }

  private styleOf(cell: Cell, column: Column | undefined): TextStyle {
    const face = cell.face ?? (cell.isHead === true ? 'hei' : (column?.face ?? 'song'));
    const align = cell.align ?? column?.align ?? 'left';
    return { face, size: cell.size ?? this.size, align };
  }

  private draw(measured: Measured, isHead: boolean): void {
    this.paper.artifact(() => this.rules(measured));
    const row = this.paper.element('TR', this.element);
    for (const placed of measured.placed) {
      const isHeadCell = isHead || placed.cell.isHead === true;
      const cell = this.paper.doc.struct(isHeadCell ? 'TH' : 'TD', isHeadCell ? scope(isHead) : {});
      row.add(cell);
      if (placed.cell.text !== '') {
        cell.add(() => this.text(placed, measured.height));
      }
      cell.end();
    }
    row.end();
    this.paper.y += measured.height;
  }

  private paint(measured: Measured): void {
    this.rules(measured);
    for (const placed of measured.placed) {
      this.text(placed, measured.height);
    }
  }

  private rules({ placed, height, row }: Measured): void {
    const { doc, y } = this.paper;
    const right = this.edges.at(-1) ?? 0;
    const left = this.edges[0] ?? 0;
    if (row.shade !== undefined) {
      doc.rect(left, y, right - left, height).fill(row.shade);
    }
    doc.lineWidth(RULE).strokeColor('#000000');
    doc
      .moveTo(left, y)
      .lineTo(right, y)
      .lineTo(right, y + height)
      .lineTo(left, y + height);
    for (const { x } of placed) {
      doc.moveTo(x, y).lineTo(x, y + height);
    }
    doc.stroke();
  }

  private text({ cell, style, x, width, lines }: Placed, height: number): void {
    const pitch = style.size * this.pitch;
    const free = cell.signs === undefined ? (height - lines.length * pitch) / 2 : PAD_Y;
    const box = { x: x + this.padding, width: width - 2 * this.padding, pitch };
    lines.forEach((line, index) => {
      this.paper.line(line, style, { ...box, y: this.paper.y + free + index * pitch });
    });
    if (cell.signs !== undefined) {
      const [first, second, seal] = cell.signs;
      const y = this.paper.y + height - PAD_Y - 2 * pitch;
      this.paper.line(first, style, { ...box, y });
      this.paper.line(second, style, { ...box, x: box.x + box.width / 2, y });
      this.paper.line(seal, { ...style, align: 'right' }, { ...box, y: y + pitch });
    }
  }
}

const scope = (isColumn: boolean): object => ({ scope: isColumn ? 'Column' : 'Row' });
