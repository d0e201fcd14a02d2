/** What an application is for: what a month brought, a center's yearly subsidy by itself, or a project, once. */
export const CLAIM_KINDS = ['MONTHLY', 'YEARLY_OPERATING', 'AWARD'] as const;
export type ClaimKind = (typeof CLAIM_KINDS)[number];
