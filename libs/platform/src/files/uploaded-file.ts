import { AppError } from '@yibu/kernel';

import { tidyFileName } from './file-name.rules.js';

/** What the multipart parser hands over. */
export interface UploadedBytes {
  readonly originalname: string;
  readonly buffer: Buffer;
}

/** Name and bytes of the one file of a request; INPUT_INVALID when there is none. */
export function readUpload(file: UploadedBytes | undefined): { fileName: string; bytes: Buffer } {
  if (!file) {
    throw new AppError('INPUT_INVALID', 'No file in the request', {});
  }
  // Browsers send the name as UTF-8 bytes, which the parser reads as Latin-1.
  const fileName = tidyFileName(Buffer.from(file.originalname, 'latin1').toString('utf8'));
  return { fileName, bytes: file.buffer };
}
