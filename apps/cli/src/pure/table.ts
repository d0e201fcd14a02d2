/** Columns of a terminal: a Chinese character is two wide. */
const width = (text: string): number =>
  [...text].reduce(
    (sum, character) =>
      sum +
      (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/.test(
        character,
      )
        ? 2
        : 1),
    0,
  );

export interface Column {
  readonly title: string;
  readonly align?: 'right';
}

function padded(text: string, to: number, column: Column | undefined): string {
  const gap = ' '.repeat(Math.max(0, to - width(text)));
  return column?.align === 'right' ? `${gap}${text}` : `${text}${gap}`;
}

export function table(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const widths = columns.map((column, index) =>
    rows.reduce((most, row) => Math.max(most, width(row[index] ?? '')), width(column.title)),
  );
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, index) => padded(cell, widths[index] ?? 0, columns[index]))
      .join('  ')
      .trimEnd();
  return [
    line(columns.map((column) => column.title)),
    line(widths.map((size) => '-'.repeat(size))),
    ...rows.map(line),
  ].join('\n');
}
