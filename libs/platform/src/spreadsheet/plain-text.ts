/** What spreadsheets write as text, by the mark that such a file begins with. */
const UTF16 = [
  { mark: Buffer.from([0xff, 0xfe]), encoding: 'utf-16le' },
  { mark: Buffer.from([0xfe, 0xff]), encoding: 'utf-16be' },
] as const;

/** Enough to tell a picture or a program from words. */
const LOOKED_AT = 4096;

const utf16Of = (bytes: Buffer): string | undefined =>
  UTF16.find(({ mark }) => bytes.subarray(0, mark.length).equals(mark))?.encoding;

/** Words hold no zero byte, but for UTF-16 ("Unicode text" of Excel), which says so by its mark. */
export const isPlainText = (bytes: Buffer): boolean =>
  bytes.length > 0 && (utf16Of(bytes) !== undefined || !bytes.subarray(0, LOOKED_AT).includes(0));

/**
 * UTF-16 by its mark, else UTF-8, else GB 18030 (which holds GBK and GB 2312): what Excel and WPS save as CSV on a
 * Chinese computer. Throws TypeError for bytes that are none of them: a guess would put strange names on record.
 */
export function decodePlainText(bytes: Buffer): string {
  const utf16 = utf16Of(bytes);
  if (utf16 !== undefined) {
    return new TextDecoder(utf16, { fatal: true }).decode(bytes);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030', { fatal: true }).decode(bytes);
  }
}
