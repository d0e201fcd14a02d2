/** The page of a resident, fetched ahead by the list that opens it. */
export const loadResidentPage = async () => await import('./resident-detail.page.js');
