import type { core } from './zh-CN/core.js';
import type { features } from './zh-CN/features.js';

export type Catalogues = typeof core & typeof features;

/** `count_one` and `count_other` are two forms of the one key `count`. */
type Form<Key extends string> = Key extends `${infer Stem}_one`
  ? Stem
  : Key extends `${infer Stem}_other`
    ? Stem
    : Key;

type Leaf<Tree, Prefix extends string = ''> = {
  [Key in keyof Tree & string]: Tree[Key] extends string
    ? `${Prefix}${Form<Key>}`
    : Leaf<Tree[Key], `${Prefix}${Key}.`>;
}[keyof Tree & string];

/** Every sentence of the product, as `catalogue:path.to.key`. A key that does not exist is a compile error. */
export type TextKey = {
  [Name in keyof Catalogues & string]: `${Name}:${Leaf<Catalogues[Name]>}`;
}[keyof Catalogues & string];

export type TextParams = Readonly<Record<string, unknown>>;

export type Translate = (key: TextKey, params?: TextParams) => string;
