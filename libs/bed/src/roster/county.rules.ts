import { NOTHING, refused, said, tidyCell, type CellReading } from '@yibu/platform';

/** Counties whose names are known, and the one of the house. */
export interface Areas {
  readonly own: string;
  readonly known: readonly { readonly code: string; readonly name: string }[];
}

const OWN = new Set(['本县', '本市', '本区', '本地', '本县户籍', '本地户籍', '县内']);
/** 阳城 is 阳城县; a 县 that became a 市 or 区 is still called by its old name. */
const withoutRank = (name: string): string =>
  name.length > 2 ? name.replace(/[县市区旗]$/, '') : name;

/** Six digits, as numbers and with the zeros of twelve-digit area codes; or the name of a county that is known. */
export const readCounty =
  (areas: Areas) =>
  (cell: string): CellReading<string> => {
    const text = tidyCell(cell).replace(/\.0$/, '').replaceAll(' ', '');
    if (NOTHING.has(text.toLowerCase())) {
      return said<string>(null);
    }
    const code = /^(\d{6})(\d{3}|\d{6})?$/.exec(text)?.[1];
    return code === undefined ? byName(areas, text) : said(code);
  };

function byName({ own, known }: Areas, text: string): CellReading<string> {
  if (OWN.has(text)) {
    return said(own);
  }
  const alone = text.replace(/户籍$|户口$/, '').replace(/^.*(?:省|自治区)|^.*?市(?=.)/g, '');
  const named = known.filter(
    ({ name }) => text.includes(name) || withoutRank(name) === withoutRank(alone),
  );
  const codes = new Set(named.map(({ code }) => code));
  const [first] = codes;
  return codes.size === 1 && first !== undefined
    ? said(first)
    : refused('countyUnknown', { word: text.slice(0, 20) });
}
