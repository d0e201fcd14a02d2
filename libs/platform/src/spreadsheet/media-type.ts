import { AppError } from '@yibu/kernel';

import { isPlainText } from './plain-text.js';
import { XLSX_TYPE } from './write-xlsx.js';

const ZIP = Buffer.from('PK');

/** By its first bytes, whatever it is called. */
export function sheetTypeOf(bytes: Buffer): string {
  if (bytes.subarray(0, 2).equals(ZIP)) {
    return XLSX_TYPE;
  }
  if (isPlainText(bytes)) {
    return 'text/csv';
  }
  throw new AppError('FILE_TYPE_REFUSED', 'The list is neither XLSX nor CSV', {
    allowed: 'XLSX, CSV',
  });
}
