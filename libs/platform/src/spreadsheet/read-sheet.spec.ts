import exceljs from 'exceljs';
import yazl from 'yazl';

import { sheetTypeOf } from './media-type.js';
import { readSheet } from './read-sheet.js';
import { XLSX_TYPE } from './write-xlsx.js';

describe('a sheet that people made', () => {
  it('repeats a cell merged downwards for each row, and a title merged sideways once', async () => {
    const workbook = new exceljs.Workbook();
    const sheet = workbook.addWorksheet('名册');
    sheet.addRows([['2026 年老人名册'], ['房间', '姓名'], ['301', '王芳'], ['', '李兰']]);
    sheet.mergeCells('A1:B1');
    sheet.mergeCells('A3:A4');
    const bytes = Buffer.from(await workbook.xlsx.writeBuffer());
    const read = await readSheet(bytes, XLSX_TYPE);
    expect(read.header).toEqual(['房间', '姓名']);
    expect(read.rows.map(({ cells }) => cells)).toEqual([
      ['301', '王芳'],
      ['301', '李兰'],
    ]);
  });

  it('is found behind a cover, a hidden list of choices and an empty form', async () => {
    const workbook = new exceljs.Workbook();
    workbook.addWorksheet('封面').addRow(['养老服务中心名册']);
    workbook.addWorksheet('选项', { state: 'hidden' }).addRows([
      ['性别', '类别'],
      ['男', '特困'],
    ]);
    workbook.addWorksheet('空表').addRow(['姓名', '电话']);
    workbook.addWorksheet('在住').addRows([
      ['姓名', '电话'],
      ['王芳', '1380000'],
    ]);
    const read = await readSheet(Buffer.from(await workbook.xlsx.writeBuffer()), XLSX_TYPE);
    expect(read).toMatchObject({ sheetName: '在住', header: ['姓名', '电话'] });
    expect(read.rows.map(({ cells }) => cells)).toEqual([['王芳', '1380000']]);
  });

  it.each([',', ';', '\t'])('may separate its cells by "%s"', async (mark) => {
    const text = ['姓名', '电话'].join(mark) + '\n' + ['王芳', '1380000'].join(mark);
    const read = await readSheet(Buffer.from(`\ufeff${text}`), 'text/csv');
    expect(read.header).toEqual(['姓名', '电话']);
    expect(read.rows[0]?.cells).toEqual(['王芳', '1380000']);
  });

  // 姓名,电话 and 王芳,1380
  const GBK = Buffer.from('d0d5c3fb2cb5e7bbb00acdf5b7bc2c31333830', 'hex');
  const WORDS = '姓名\t电话\n王芳\t1380';
  it.each([
    ['GBK, as Excel and WPS save it in China', GBK],
    ['"Unicode text" of Excel', Buffer.from(`\ufeff${WORDS}`, 'utf16le')],
    ['UTF-16 the other way round', Buffer.from(`\ufeff${WORDS}`, 'utf16le').swap16()],
    ['UTF-8 without a mark', Buffer.from(WORDS)],
  ])('may be text in %s', async (_name, bytes) => {
    const read = await readSheet(bytes, sheetTypeOf(bytes));
    expect(read.header).toEqual(['姓名', '电话']);
    expect(read.rows[0]?.cells).toEqual(['王芳', '1380']);
  });

  it('in letters that cannot be read is refused rather than guessed', async () => {
    const latin = Buffer.from([0x4e, 0x2c, 0x50, 0x0a, 0xff, 0xff, 0x2c, 0x31]);
    await expect(readSheet(latin, sheetTypeOf(latin))).rejects.toMatchObject({
      code: 'SHEET_UNREADABLE',
    });
  });

  it.each([';', '\t', ','])('is separated by "%s" below a title that has no mark', async (mark) => {
    const lines = [
      '2026年在住老人名册',
      ['姓名', '类别'].join(mark),
      ['王芳', '"低保,独居;"'].join(mark),
    ];
    const read = await readSheet(Buffer.from(lines.join('\n')), 'text/csv');
    expect(read.header).toEqual(['姓名', '类别']);
    expect(read.rows).toEqual([{ number: 3, cells: ['王芳', '低保,独居;'] }]);
  });

  it('is read to its last person, however many empty rows stand between', async () => {
    const workbook = new exceljs.Workbook();
    const sheet = workbook.addWorksheet('名册');
    sheet.addRows([
      ['姓名', '电话'],
      ['王芳', '1380000'],
    ]);
    sheet.getRow(30_000).values = ['李兰', '1390000'];
    const read = await readSheet(Buffer.from(await workbook.xlsx.writeBuffer()), XLSX_TYPE);
    expect(read.rows).toEqual([
      { number: 2, cells: ['王芳', '1380000'] },
      { number: 30_000, cells: ['李兰', '1390000'] },
    ]);
  });

  it('formatted to its last corner is read by the cells it has', async () => {
    const workbook = new exceljs.Workbook();
    const sheet = workbook.addWorksheet('名册');
    sheet.addRows([
      ['姓名', '电话'],
      ['王芳', '1380000'],
    ]);
    sheet.getCell('XFD1048576').value = ' ';
    const made = jest.spyOn(exceljsRow(sheet), 'getCell');
    const read = await readSheet(Buffer.from(await workbook.xlsx.writeBuffer()), XLSX_TYPE);
    expect(read.rows.map(({ cells }) => cells.slice(0, 2))).toEqual([['王芳', '1380000']]);
    expect(made.mock.calls.length).toBeLessThan(1000);
    made.mockRestore();
  });
});

const SHEET = 'xl/worksheets/sheet1.xml';

async function zipOf(content: Buffer): Promise<Buffer> {
  const zip = new yazl.ZipFile();
  zip.addBuffer(content, SHEET);
  zip.end();
  const parts: Buffer[] = [];
  for await (const part of zip.outputStream) {
    parts.push(part as Buffer);
  }
  return Buffer.concat(parts);
}

describe('a workbook that would fill the memory', () => {
  it('is refused by what it unpacks to, whatever its directory says', async () => {
    const bytes = await zipOf(Buffer.alloc(201 * 1024 * 1024, ' '));
    await expect(readSheet(bytes, XLSX_TYPE)).rejects.toMatchObject({
      params: { reason: 'TOO_LARGE' },
    });
    // The size stands 22 bytes before the name in both places, four further ones in the directory.
    const lying = Buffer.from(bytes);
    lying.writeUInt32LE(100, lying.lastIndexOf(SHEET) - 22);
    await expect(readSheet(lying, XLSX_TYPE)).rejects.toMatchObject({
      params: { reason: 'BROKEN' },
    });
  });

  it('is refused by its cells before one of them is made, also when they are cut between two pieces', async () => {
    const cells = '<x:c r="A1" s="3"/>'.repeat(1_000_001);
    const bytes = await zipOf(Buffer.from(`<worksheet>${cells}</worksheet>`));
    await expect(readSheet(bytes, XLSX_TYPE)).rejects.toMatchObject({
      params: { reason: 'TOO_LARGE' },
    });
  });
});

/** The class behind a row: every row's cells are made there. */
const exceljsRow = (sheet: exceljs.Worksheet): exceljs.Row =>
  Object.getPrototypeOf(sheet.getRow(1)) as exceljs.Row;
