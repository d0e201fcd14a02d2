import type { Scope } from '../access/scope.js';
import { ExportRegistry, MAX_EXPORT_ROWS } from './export.registry.js';

const sheetsOf = async (rowCount: number): Promise<unknown> => {
  const registry = new ExportRegistry();
  registry.register<number>({
    name: 'numbers',
    permission: 'audit.read',
    title: () => 'Numbers',
    columns: () => [{ header: 'No.', kind: 'integer', value: (row) => row }],
    rows: (_scope, _filters, limit) =>
      Promise.resolve(Array.from({ length: rowCount }, (_, index) => index).slice(0, limit)),
  });
  return await registry.get('numbers')?.sheets({ locale: 'en' } as Scope, {});
};

describe('a list as a spreadsheet', () => {
  it('is handed over whole', async () => {
    expect(await sheetsOf(MAX_EXPORT_ROWS)).toMatchObject([{ rowCount: MAX_EXPORT_ROWS }]);
  });

  it('is refused with the number of rows that fit, rather than cut', async () => {
    await expect(sheetsOf(MAX_EXPORT_ROWS + 1)).rejects.toMatchObject({
      code: 'EXPORT_TOO_LARGE',
      params: { maxRows: MAX_EXPORT_ROWS },
    });
  });
});
