import { lazyPage } from '../../shared/lazy-page.js';

/** The page of a claim, fetched ahead by the lists that open it. */
export const ClaimPart = lazyPage(async () => ({
  default: (await import('./claim.page.js')).ClaimPage,
}));
