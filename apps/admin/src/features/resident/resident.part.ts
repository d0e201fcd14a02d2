import { lazyPage } from '../../shared/lazy-page.js';

/** The page of a resident, fetched ahead by the list that opens it. */
export const ResidentPart = lazyPage(async () => ({
  default: (await import('./resident-detail.page.js')).ResidentDetailPage,
}));
