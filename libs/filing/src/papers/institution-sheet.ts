import { HEADING, label, overTable, SMALL, title } from '../parts/shared.js';
import { Paper, SIZE } from '../pdf/paper.js';
import { Table, type Cell } from '../pdf/table.js';
import { fill, textsOf, type Texts } from '../texts/index.js';
import type { BuiltPaper, InstitutionSheetInput, SheetPaperCell } from './paper.types.js';
import { dayText, fileNameOf, pairs, sealRow } from './shared.js';

/** 养老机构基本信息月报: one filed month of a center, as it was filed. */
export async function buildInstitutionSheet(input: InstitutionSheetInput): Promise<BuiltPaper> {
  const { language, centerCode, month, version } = input;
  const texts = textsOf(language);
  const t = texts.papers.sheet;
  const paper = new Paper({
    title: `${t.title} ${centerCode} ${month}`,
    language,
    createdAt: new Date(input.filedAt),
    footer: `${centerCode} ${month} V${version} · ${input.digest.slice(0, 16)}`,
  });
  paper.beginPart(t.title);
  title(paper, t.title);
  const [year = '', monthOfYear = ''] = month.split('-');
  overTable(
    paper,
    fill(t.month, { year, month: language === 'en' ? monthOfYear : Number(monthOfYear) }),
    fill(t.version, { n: version }),
  );
  pairs(paper, [
    [t.center, input.centerName, t.county, input.countyName],
    [t.operator, input.operatorName, t.asOf, dayText(input.lastDay, language)],
    [t.filedBy, input.filedBy, t.filedOn, dayText(input.filedOn, language)],
    ...(input.reason === null ? [] : [[t.reason, input.reason] as const]),
  ]);
  for (const section of input.sections) {
    paper.y += 10;
    paper.ensure(64);
    paper.paragraph(section.title, HEADING, { tag: 'H2', after: 3 });
    drawCells(paper, section.cells, texts);
  }
  paper.y += 8;
  paper.paragraph(t.note, { ...SMALL, size: 9 });
  paper.paragraph(`SHA-256 ${input.digest}`, { ...SMALL, size: 7.5, face: 'figure' });
  sealRow(paper, [t.sign, t.confirm], { date: texts.form.date, language });
  return {
    fileName: fileNameOf('institution-sheet', centerCode, month, `V${version}`, language),
    bytes: await paper.finish(),
  };
}

/** Two figures or facts a row; a long fact takes the whole of it. */
function drawCells(paper: Paper, cells: readonly SheetPaperCell[], texts: Texts): void {
  const table = new Table(
    paper,
    [
      { title: '', share: 24 },
      { title: '', share: 26 },
      { title: '', share: 24 },
      { title: '', share: 26 },
    ],
    { size: SIZE.smallFive, hasHead: false },
  );
  for (const row of rowsOf(cells)) {
    const drawn = row.flatMap((cell) => [label(cell.label), valueOf(cell, texts)]);
    const [first, second] = drawn;
    table.row({
      cells: row.length === 1 && first && second ? [first, { ...second, span: 3 }] : drawn,
      minHeight: 18,
    });
  }
  table.end();
}

const LONG = 22;
const isLong = ({ value, isFigure }: SheetPaperCell): boolean =>
  !isFigure && (value?.length ?? 0) > LONG;

function rowsOf(cells: readonly SheetPaperCell[]): SheetPaperCell[][] {
  const rows: SheetPaperCell[][] = [];
  let open: SheetPaperCell[] | null = null;
  for (const cell of cells) {
    if (isLong(cell)) {
      rows.push([cell]);
    } else if (open === null) {
      open = [cell];
      rows.push(open);
    } else {
      open.push(cell);
      open = null;
    }
  }
  return rows;
}

const valueOf = ({ value, isFigure }: SheetPaperCell, texts: Texts): Cell =>
  isFigure
    ? { text: value ?? '', align: 'right', face: 'figure' }
    : { text: value ?? texts.papers.sheet.missing };
