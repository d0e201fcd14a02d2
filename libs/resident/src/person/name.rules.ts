import { pinyin } from 'pinyin-pro';

/** How a name is typed by people who search: whole pinyin and its initials, lower case, nothing but letters. */
export interface NameSound {
  readonly pinyin: string;
  readonly initials: string;
}

const MAX_PINYIN = 200;
const MAX_INITIALS = 60;

/** Spaces inside Chinese names are typing; the dot of minority names is kept in one form. */
export function tidyName(text: string): string {
  const name = text
    .normalize('NFC')
    .replace(/[\u200b\ufeff\u00a0\u3000\t\r\n]/g, ' ')
    .replace(/[•．・⋅∙‧]/g, '·')
    .trim()
    .replace(/ {2,}/g, ' ');
  return /^[\p{Script=Han}· ]+$/u.test(name) ? name.replaceAll(' ', '') : name;
}

/** Surnames are read as surnames: 单 shan, 解 xie, 仇 qiu. */
export function soundOf(name: string): NameSound {
  const syllables = pinyin(name, {
    toneType: 'none',
    type: 'array',
    surname: 'head',
    nonZh: 'consecutive',
    v: true,
  })
    .flatMap((syllable) => syllable.toLowerCase().split(/[^a-z]+/))
    .filter((syllable) => syllable !== '');
  return {
    pinyin: syllables.join('').slice(0, MAX_PINYIN),
    initials: syllables
      .map((syllable) => syllable.charAt(0))
      .join('')
      .slice(0, MAX_INITIALS),
  };
}
