import type { FilingLanguage } from '../filing.js';
import { textsOf } from './index.js';

/** What a reviewer's code says; null for a code of an earlier list or of a decision on paper. */
export const returnReason = (code: string, language: FilingLanguage): string | null =>
  textsOf(language).papers.reasons[code] ?? null;
