import { hasWord } from '../explain/vocabulary.js';
import type { Advise } from './advise-pack.js';
import { attributeUses, kindOfUses, type AttributeUse } from './asked-attributes.js';
import { declarationOf } from './declared-attributes.js';
import type { AttributeKind, AttributeSpec, Pack } from './pack.types.js';

const TEXTS: readonly AttributeKind[] = ['CHOICE', 'TEXT'];

/** A figure read as money or a plain number is one number to the engine, a choice and a text are one text. */
const isSame = (declared: AttributeKind, used: AttributeKind): boolean =>
  declared === used || (TEXTS.includes(declared) && TEXTS.includes(used));

const keyOf = ({ of, name }: Pick<AttributeSpec, 'of' | 'name'>): string => `${of} ${name}`;

/** What is asked under `attributes`: whether people can read its name, and whether it is recorded as it is tested. */
export function adviseAttributes(pack: Pack, advise: Advise): void {
  const groups = new Map<string, AttributeUse[]>();
  for (const use of attributeUses(pack)) {
    groups.set(keyOf(use), [...(groups.get(keyOf(use)) ?? []), use]);
  }
  for (const uses of groups.values()) {
    const [{ of, name, path }] = uses as [AttributeUse];
    const declared = declarationOf(pack, of, name);
    const used = kindOfUses(uses);
    // A name in Chinese is its own word.
    if (declared === undefined && !hasWord(name) && /^[\x20-\x7e]+$/.test(name)) {
      advise(path, 'ATTRIBUTE_WITHOUT_WORD', { name, of, kind: used });
    } else if (declared !== undefined && !isSame(declared.kind, used)) {
      advise(path, 'ATTRIBUTE_OTHERWISE', { name, of, declared: declared.kind, used });
    }
  }
  pack.attributes?.forEach((one, index) => {
    if (!groups.has(keyOf(one))) {
      advise(`$.attributes[${index}]`, 'ATTRIBUTE_NOT_ASKED', { name: one.name, of: one.of });
    }
  });
}
