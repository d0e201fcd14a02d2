/** The page of a claim, fetched ahead by the lists that open it. */
export const loadClaimPage = async () => await import('./claim.page.js');
