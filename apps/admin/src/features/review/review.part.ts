import { lazyPage } from '../../shared/lazy-page.js';

/** The page of a claim under review, fetched ahead by the queue that opens it. */
export const ReviewPart = lazyPage(async () => ({
  default: (await import('./review.page.js')).ReviewPage,
}));
