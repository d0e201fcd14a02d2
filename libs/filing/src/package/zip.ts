import yauzl, { type Entry, type ZipFile } from 'yauzl';
import yazl from 'yazl';

export interface NamedFile {
  readonly name: string;
  readonly bytes: Buffer;
}

/** Why an archive is not opened: a code for the report, never a stack. */
export class UnreadableArchive extends Error {
  override readonly name = 'UnreadableArchive';

  constructor(
    readonly reason: 'BROKEN' | 'TOO_MANY' | 'TOO_LARGE' | 'DUPLICATE' | 'NOT_PLAIN',
    readonly file: string = '',
  ) {
    super(`${reason} ${file}`.trim());
  }
}

export interface ArchiveLimits {
  readonly files: number;
  /** All files unpacked. The directory is believed only as a limit: more than it says is an error, too. */
  readonly bytes: number;
  /** Entries that are folders are passed over instead of refused: spreadsheets hold some. */
  readonly hasFolders?: true;
}

/** Noon of a calendar day on any machine's own clock: archives keep a wall clock without a zone. */
function noonOf(day: string): Date {
  const [year = 1980, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date, 12);
}

/** Files in the order given, with one date and one mode: the same files are the same archive. */
export async function writeZip(files: readonly NamedFile[], day: string): Promise<Buffer> {
  const zip = new yazl.ZipFile();
  const options = { mtime: noonOf(day), mode: 0o100644, forceDosTimestamp: true };
  for (const { name, bytes } of files) {
    zip.addBuffer(bytes, name, options);
  }
  zip.end();
  const parts: Buffer[] = [];
  for await (const part of zip.outputStream) {
    parts.push(Buffer.from(part as Buffer));
  }
  return Buffer.concat(parts);
}

/** Reads an archive that a stranger may have made. Paths that leave it are refused by yauzl. */
export async function readZip(bytes: Buffer, limits: ArchiveLimits): Promise<NamedFile[]> {
  try {
    const zip = await open(bytes);
    const entries = await entriesOf(zip, limits);
    const files: NamedFile[] = [];
    for (const entry of entries) {
      files.push({ name: entry.fileName, bytes: await contentOf(zip, entry) });
    }
    return files;
  } catch (error) {
    throw error instanceof UnreadableArchive ? error : new UnreadableArchive('BROKEN');
  }
}

const open = async (bytes: Buffer): Promise<ZipFile> =>
  await new Promise((resolve, reject) => {
    const options = { lazyEntries: true, strictFileNames: true, validateEntrySizes: true };
    yauzl.fromBuffer(bytes, options, (error, zip) => {
      if (error === null) {
        resolve(zip);
      } else {
        reject(error);
      }
    });
  });

const PLAIN_FILE = 0o100000;
const FILE_KIND = 0o170000;

const isFolder = ({ fileName }: Entry): boolean => fileName.endsWith('/');

function assertPlain(entry: Entry): void {
  const kind = (entry.externalFileAttributes >>> 16) & FILE_KIND;
  if (isFolder(entry) || entry.isEncrypted() || (kind !== 0 && kind !== PLAIN_FILE)) {
    throw new UnreadableArchive('NOT_PLAIN', entry.fileName);
  }
}

/** The whole directory first: a bomb, a double or a link is refused before anything is unpacked. */
async function entriesOf(zip: ZipFile, limits: ArchiveLimits): Promise<Entry[]> {
  return await new Promise((resolve, reject) => {
    const entries: Entry[] = [];
    const names = new Set<string>();
    let total = 0;
    zip.on('entry', (entry: Entry) => {
      try {
        if (limits.hasFolders === true && isFolder(entry)) {
          zip.readEntry();
          return;
        }
        assertPlain(entry);
        if (names.has(entry.fileName)) {
          throw new UnreadableArchive('DUPLICATE', entry.fileName);
        }
        names.add(entry.fileName);
        entries.push(entry);
        total += entry.uncompressedSize;
        if (entries.length > limits.files) {
          throw new UnreadableArchive('TOO_MANY');
        }
        if (total > limits.bytes) {
          throw new UnreadableArchive('TOO_LARGE', entry.fileName);
        }
        zip.readEntry();
      } catch (error) {
        reject(error);
      }
    });
    zip.on('end', () => {
      resolve(entries);
    });
    zip.on('error', reject);
    zip.readEntry();
  });
}

const contentOf = async (zip: ZipFile, entry: Entry): Promise<Buffer> =>
  await new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error !== null) {
        reject(error);
        return;
      }
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        resolve(Buffer.concat(parts));
      });
      stream.on('error', reject);
    });
  });
