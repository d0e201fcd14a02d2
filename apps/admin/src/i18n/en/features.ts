import { audit } from './audit.js';
import { daily } from './daily.js';
import { doors } from './doors.js';
import { shell } from './shell.js';
import { staff } from './staff.js';

/** One line for each feature. */
export const features = {
  audit,
  daily,
  doors,
  staff,
  shell,
};
