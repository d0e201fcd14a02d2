import { audit } from './audit.js';
import { doors } from './doors.js';
import { shell } from './shell.js';

/** One line for each feature. */
export const features = {
  audit,
  doors,
  shell,
};
