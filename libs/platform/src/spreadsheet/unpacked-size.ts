import yauzl, { type Entry, type ZipFile } from 'yauzl';

export interface UnpackedSize {
  readonly bytes: number;
  /** Of all its sheets, empty ones that are only formatted too. */
  readonly cells: number;
}

const SHEET = /^xl\/worksheets\/[^/]+\.xml$/i;
/** `<c r="A1">`, `<c/>`, and with the prefix some programs write. */
const CELL = /<(?:\w{1,8}:)?c[\s/>]/g;
const LONGEST_CELL_START = 12;

/**
 * What a workbook is once unpacked, counted by unpacking it piece by piece: its directory may say less than there is.
 * Stops as soon as `limit` is passed, and throws where the archive is broken.
 */
export async function unpackedSize(bytes: Buffer, limit: UnpackedSize): Promise<UnpackedSize> {
  const zip = await yauzl.fromBufferPromise(bytes, { lazyEntries: true });
  const size = { bytes: 0, cells: 0 };
  for await (const entry of zip.eachEntry()) {
    await count(zip, entry, { size, limit });
    if (isBeyond(size, limit)) {
      return size;
    }
  }
  return size;
}

const isBeyond = (size: UnpackedSize, limit: UnpackedSize): boolean =>
  size.bytes > limit.bytes || size.cells > limit.cells;

async function count(
  zip: ZipFile,
  entry: Entry,
  {
    size,
    limit,
  }: { readonly size: { bytes: number; cells: number }; readonly limit: UnpackedSize },
): Promise<void> {
  const isSheet = SHEET.test(entry.fileName);
  let tail = '';
  for await (const part of await zip.openReadStreamPromise(entry)) {
    const piece = part as Buffer;
    size.bytes += piece.length;
    if (isSheet) {
      const text = tail + piece.toString('latin1');
      size.cells += text.match(CELL)?.length ?? 0;
      // A start of a cell that was cut is counted with the next piece, and a whole one not twice.
      const cut = text.lastIndexOf('<');
      tail =
        text.length - cut < LONGEST_CELL_START && !isCell(text.slice(cut)) ? text.slice(cut) : '';
    }
    if (isBeyond(size, limit)) {
      return;
    }
  }
}

const isCell = (text: string): boolean => text.match(CELL) !== null;
