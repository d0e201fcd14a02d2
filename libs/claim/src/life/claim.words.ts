import type { ClaimKind } from './claim.kinds.js';

const KINDS: Readonly<Record<ClaimKind, { readonly zh: string; readonly en: string }>> = {
  MONTHLY: { zh: '月度申报', en: 'Monthly claim' },
  YEARLY_OPERATING: { zh: '年度单项申报', en: 'Yearly application' },
  AWARD: { zh: '一次性奖补', en: 'One-off award' },
};

/** What an application is for, in a list that leaves the product. */
export const kindWords = (kind: ClaimKind, locale: string): string =>
  KINDS[kind][locale === 'en' ? 'en' : 'zh'];
