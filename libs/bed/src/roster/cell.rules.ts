import type { Sex } from '@yibu/kernel';
import { oneOf, tidyCell, type CellReading } from '@yibu/platform';
import type { Education, IdType, MaritalStatus, Relation } from '@yibu/resident';

import { WORDS } from './cell.words.js';
import { NATION_WORDS } from './nation.words.js';

/** A word as it stands; or without what is explained in brackets; or without its ending. */
function loosely<T extends string>(
  words: Readonly<Record<T, readonly string[]>>,
  ending?: RegExp,
): (cell: string) => CellReading<T> {
  const read = oneOf<T>(words, 'oneOf');
  return (cell) => {
    const exact = read(cell);
    if (exact.ok) {
      return exact;
    }
    const plain = tidyCell(cell).replace(/[([【].*?[)\]】]/g, '');
    const forms = ending === undefined ? [plain] : [plain, plain.replace(ending, '')];
    return (
      forms
        .filter((form) => form !== '')
        .map(read)
        .find(({ ok }) => ok) ?? exact
    );
  };
}

const SCHOOLING = /(?:文化程度|文化|毕业|肄业|学历|程度|结业)+(?:及?以[上下])?$/;

export const readSex = oneOf<Sex>(WORDS.sex, 'oneOf');
export const readIdType = loosely<IdType>(WORDS.idType);
export const readNation = loosely<string>(NATION_WORDS);
export const readEducation = loosely<Education>(WORDS.education, SCHOOLING);
export const readMarital = loosely<MaritalStatus>(WORDS.marital);
export const readRelation = loosely<Relation>(WORDS.relation);
export const readEndKind = oneOf<'DISCHARGE' | 'DEATH'>(WORDS.endKind, 'oneOf');
export const readAbsenceKind = oneOf<'HOSPITAL' | 'HOME_LEAVE'>(WORDS.absenceKind, 'oneOf');
export const readLevelKind = oneOf<'OFFICIAL' | 'INSTITUTION'>(WORDS.levelKind, 'oneOf');
