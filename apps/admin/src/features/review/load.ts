/** The page of a claim under review, fetched ahead by the queue that opens it. */
export const loadReviewPage = async () => await import('./review.page.js');
