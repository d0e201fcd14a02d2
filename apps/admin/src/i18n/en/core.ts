import { common } from './common.js';
import { errors } from './errors.js';
import { publicNotice } from './public-notice.js';
import { rules } from './rules.js';
import { signIn } from './sign-in.js';

/** What the sign-in page needs. Keep it small: it is loaded before anything else. */
export const core = { common, errors, publicNotice, rules, signIn };
