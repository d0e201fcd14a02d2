const PARTS = ['Q1', 'Q2', 'Q3', 'Q4', 'H1', 'H2'] as const;
type Part = (typeof PARTS)[number];

export type PeriodWords =
  | { readonly word: 'year' | Part; readonly year: string }
  | { readonly word: 'month'; readonly year: string; readonly month: string };

/** "2026-09", "2026-Q3" and "2026" as an official notice writes them: which words of the catalogue, filled with what. */
export function periodWords(period: string, locale: string): PeriodWords {
  const [year = '', part] = period.split('-');
  if (part === undefined) {
    return { word: 'year', year };
  }
  const known = PARTS.find((one) => one === part);
  return known === undefined
    ? { word: 'month', year, month: monthName(part, locale) }
    : { word: known, year };
}

/** 9 in Chinese, where 月 follows; September in English. */
const monthName = (month: string, locale: string): string =>
  locale === 'en'
    ? new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' }).format(
        new Date(`2000-${month}-01T00:00:00Z`),
      )
    : String(Number(month));
