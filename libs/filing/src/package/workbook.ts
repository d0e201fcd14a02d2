import exceljs, { type CellValue, type Row, type Workbook, type Worksheet } from 'exceljs';
import { capitalYuan, fen } from '@yibu/kernel';

import type { FilingContext } from '../context.js';
import { quantityOf, type Amounts } from '../figures.js';
import type { AssessmentLine } from '../filing.js';
import { ageInMonth, subjectName } from '../parts/roster.js';
import { fill, periodText } from '../texts/index.js';
import { readZip, writeZip } from './zip.js';

/** Nothing here is calculated with the quotient: it is how a spreadsheet writes yuan. */
const yuan = (amountFen: number): number => amountFen / 100;

/** A text that a spreadsheet would take for a formula stays text, also after a detour over CSV. */
const safe = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

type Kind = 'text' | 'count' | 'money';

interface Column<T> {
  readonly title: string;
  readonly kind: Kind;
  readonly width: number;
  readonly value: (item: T, index: number) => string | number | null;
}

const FORMAT: Readonly<Record<Kind, string>> = { text: '@', count: '0.##', money: '#,##0.00' };

/** The numbers of the papers as numbers: same lines, same order, sums as formulas with their value. */
export async function buildWorkbook(context: FilingContext): Promise<Buffer> {
  const { input, texts } = context;
  const workbook = new exceljs.Workbook();
  const at = new Date(input.claim.submittedAt);
  workbook.created = at;
  workbook.modified = at;
  workbook.creator = 'Yibu';
  workbook.lastModifiedBy = 'Yibu';
  addSummary(workbook, context);
  addRoster(workbook, context);
  addRest(workbook, context);
  addAward(workbook, context);
  workbook.title = `${texts.form.title} ${input.claim.number}`;
  return await withoutClock(
    Buffer.from(await workbook.xlsx.writeBuffer()),
    input.claim.submittedAt,
  );
}

const OWN = { files: 100, bytes: 512 * 1024 * 1024, hasFolders: true } as const;

/** The archive that the library writes carries the hour at which it was written; this one does not. */
async function withoutClock(bytes: Buffer, submittedAt: string): Promise<Buffer> {
  const files = await readZip(bytes, OWN);
  return await writeZip(files, submittedAt.slice(0, 10));
}

const columnLetter = (number: number): string => String.fromCharCode(64 + number);

/** Head, rows, and under every money column the sum of what stands above it. */
function table<T>(
  sheet: Worksheet,
  columns: readonly Column<T>[],
  items: readonly T[],
  total: { readonly label: string; readonly sums: readonly number[] } | null,
): void {
  const head = sheet.addRow(columns.map(({ title }) => title));
  head.font = { bold: true };
  for (const [index, item] of items.entries()) {
    format(
      sheet.addRow(columns.map((column) => cellOf(column.value(item, index), column.kind))),
      columns,
    );
  }
  if (total !== null) {
    const last = head.number + items.length;
    const sums = [...total.sums];
    const values = columns.map(({ kind }, index): CellValue => {
      if (index === 0) {
        return total.label;
      }
      const letter = columnLetter(index + 1);
      return kind === 'money' && sums.length > 0
        ? {
            formula: `SUM(${letter}${head.number}:${letter}${last})`,
            result: yuan(sums.shift() ?? 0),
          }
        : null;
    });
    const row = sheet.addRow(values);
    row.font = { bold: true };
    format(row, columns);
  }
}

const cellOf = (value: string | number | null, kind: Kind): CellValue =>
  kind === 'money' && typeof value === 'number'
    ? yuan(value)
    : typeof value === 'string'
      ? safe(value)
      : value;

function format(row: Row, columns: readonly { readonly kind: Kind }[]): void {
  columns.forEach(({ kind }, index) => {
    row.getCell(index + 1).numFmt = FORMAT[kind];
  });
}

function widths(sheet: Worksheet, all: readonly number[]): void {
  all.forEach((width, index) => {
    sheet.getColumn(index + 1).width = width;
  });
}

const sumsOf = (amounts: Amounts): number[] => [
  amounts.normalFen,
  amounts.catchUpFen,
  amounts.reversalFen,
  amounts.totalFen,
];

interface SummaryRow {
  readonly name: string;
  readonly rateFen: number | null;
  readonly unit: string;
  readonly amounts: Amounts;
}

function addSummary(workbook: Workbook, { input, texts, figures }: FilingContext): void {
  const { claim, language } = input;
  const t = texts.form;
  const sheet = workbook.addWorksheet(texts.sheets.summary);
  sheet.addRow([`${texts.summary.title}　${periodText(claim.period, language)}`]).font = {
    bold: true,
    size: 14,
  };
  sheet.addRow([t.center, safe(claim.centerName)]);
  sheet.addRow([t.organization, safe(claim.organizationName)]);
  sheet.addRow([t.number, `${claim.number} (${fill(t.revision, { n: claim.revision })})`]);
  sheet.addRow([t.capital, capitalYuan(fen(figures.whole.totalFen))]);
  sheet.addRow([]);
  const money = (title: string, of: (amounts: Amounts) => number): Column<SummaryRow> => ({
    title,
    kind: 'money',
    width: 14,
    value: ({ amounts }) => of(amounts),
  });
  const rows = figures.programs.flatMap(({ program, byRate }) =>
    byRate.map((group) => ({
      name: program.name,
      rateFen: group.rateFen,
      unit: texts.unit[group.unit] ?? group.unit,
      amounts: group,
    })),
  );
  const columns: Column<SummaryRow>[] = [
    { title: t.program, kind: 'text', width: 24, value: ({ name }) => name },
    { title: t.subjects, kind: 'count', width: 34, value: ({ amounts }) => amounts.subjects },
    { title: t.quantity, kind: 'count', width: 12, value: ({ amounts }) => amounts.quantity },
    { title: texts.summary.unit, kind: 'text', width: 12, value: ({ unit }) => unit },
    money(t.normal, ({ normalFen }) => normalFen),
    money(t.catchUp, ({ catchUpFen }) => catchUpFen),
    money(t.reversal, ({ reversalFen }) => reversalFen),
    money(t.total, ({ totalFen }) => totalFen),
    { title: texts.summary.rate, kind: 'money', width: 12, value: ({ rateFen }) => rateFen },
  ];
  table(sheet, columns, rows, { label: t.total, sums: sumsOf(figures.whole) });
  widths(
    sheet,
    columns.map(({ width }) => width),
  );
}

type LineColumn = Column<AssessmentLine>;

function addRoster(workbook: Workbook, context: FilingContext): void {
  const { texts, figures } = context;
  const sheet = workbook.addWorksheet(texts.sheets.lines, {
    views: [{ state: 'frozen', ySplit: 1 }],
  });
  const columns = rosterColumns(context);
  table(
    sheet,
    columns,
    figures.programs.flatMap(({ payable }) => payable),
    {
      label: texts.form.total,
      sums: [figures.whole.totalFen],
    },
  );
  widths(
    sheet,
    columns.map(({ width }) => width),
  );
}

function rosterColumns(context: FilingContext): LineColumn[] {
  const { input, texts, people, figures } = context;
  const c = texts.roster.columns;
  const personOf = (line: AssessmentLine) =>
    line.subject.kind === 'person' ? people.get(line.subject.id) : undefined;
  const names = new Map(figures.programs.map(({ program }) => [program.id, program.name]));
  const person = (
    title: string,
    width: number,
    value: (of: NonNullable<ReturnType<typeof personOf>>, line: AssessmentLine) => string | null,
  ): LineColumn => ({
    title,
    kind: 'text',
    width,
    value: (line) => {
      const of = personOf(line);
      return of === undefined ? null : value(of, line);
    },
  });
  return [
    { title: c.index, kind: 'text', width: 8, value: (_, index) => String(index + 1) },
    { title: c.program, kind: 'text', width: 18, value: (l) => names.get(l.program) ?? l.program },
    { title: c.name, kind: 'text', width: 12, value: (line) => subjectName(context, line) },
    person(c.sex, 6, ({ sex }) => texts.sex[sex]),
    person(c.age, 6, (of, line) => ageInMonth(of, line.month)),
    person(c.idNumber, 22, ({ idNumber }) => idNumber),
    person(c.bed, 10, ({ bed }) => bed),
    person(c.careClass, 10, ({ careClass }) => careClass),
    person(c.admitted, 12, ({ admittedOn }) => admittedOn),
    { title: c.month, kind: 'text', width: 10, value: ({ month }) => month },
    { title: c.kind, kind: 'text', width: 10, value: ({ kind }) => texts.kind[kind] },
    { title: c.quantity, kind: 'count', width: 8, value: quantityOf },
    { title: c.amount, kind: 'money', width: 12, value: ({ amountFen }) => amountFen },
    { title: c.rate, kind: 'money', width: 12, value: ({ rateFen }) => rateFen },
    { title: c.reason, kind: 'text', width: 70, value: ({ id }) => input.reasons[id] ?? null },
  ];
}

type AwardRow = NonNullable<FilingContext['input']['award']>['items'][number];

/** The checklist of an award, as the papers print it. */
function addAward(workbook: Workbook, { input, texts }: FilingContext): void {
  const { award } = input;
  if (award === undefined) {
    return;
  }
  const t = texts.award;
  const sheet = workbook.addWorksheet(texts.sheets.award);
  const columns: readonly Column<AwardRow>[] = [
    { title: texts.roster.columns.index, kind: 'count', width: 6, value: (_, index) => index + 1 },
    { title: t.item, kind: 'text', width: 40, value: ({ text }) => text },
    { title: t.clause, kind: 'text', width: 14, value: ({ clause }) => clause },
    { title: t.state, kind: 'text', width: 12, value: ({ state }) => t.states[state] },
    { title: t.found, kind: 'text', width: 36, value: ({ found }) => found },
    { title: t.papers, kind: 'count', width: 10, value: ({ papers }) => papers.length },
  ];
  table(sheet, columns, award.items, null);
  widths(
    sheet,
    columns.map(({ width }) => width),
  );
}

function addRest(workbook: Workbook, context: FilingContext): void {
  const { input, texts, figures, people } = context;
  const c = texts.roster.columns;
  const names = new Map(figures.programs.map(({ program }) => [program.id, program.name]));
  const columns: LineColumn[] = [
    { title: c.index, kind: 'text', width: 8, value: (_, index) => String(index + 1) },
    { title: c.program, kind: 'text', width: 18, value: (l) => names.get(l.program) ?? l.program },
    { title: c.name, kind: 'text', width: 12, value: (line) => subjectName(context, line) },
    {
      title: c.idNumber,
      kind: 'text',
      width: 22,
      value: ({ subject }) => people.get(subject.id)?.idNumber ?? null,
    },
    { title: c.month, kind: 'text', width: 10, value: ({ month }) => month },
    { title: c.status, kind: 'text', width: 12, value: ({ status }) => texts.status[status] },
    { title: c.restReason, kind: 'text', width: 70, value: ({ id }) => input.reasons[id] ?? null },
  ];
  const sheet = workbook.addWorksheet(texts.sheets.rest, {
    views: [{ state: 'frozen', ySplit: 1 }],
  });
  table(sheet, columns, figures.rest, null);
  widths(
    sheet,
    columns.map(({ width }) => width),
  );
}
