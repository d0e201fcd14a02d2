import type { Params, Problems } from '../base/problem.js';
import type { Scalar } from '../facts/facts.types.js';
import type { SubjectKind } from '../facts/world.js';
import type { Locale } from '../nodes/node.js';
import { yuan } from '../explain/phrases.js';
import { word } from '../explain/vocabulary.js';
import { sayWords } from './describe-terms.js';
import type { AttributeOwner, AttributeSpec, Pack } from './pack.types.js';

/** A bed has no attributes of its own: the center's are asked. */
export const ownerOf = (kind: SubjectKind): AttributeOwner => (kind === 'bed' ? 'center' : kind);

export const declarationOf = (
  pack: Pick<Pack, 'attributes'>,
  of: AttributeOwner,
  name: string,
): AttributeSpec | undefined => pack.attributes?.find((one) => one.of === of && one.name === name);

/** A recorded value as the pack says it: an option's word, yuan for money, the unit behind a figure. */
export function declaredValue(
  declared: AttributeSpec | undefined,
  value: Scalar,
  locale: Locale,
): string {
  const option = declared?.options?.[String(value)];
  if (option !== undefined) {
    return sayWords(option, locale);
  }
  if (declared?.kind === 'MONEY' && typeof value === 'number') {
    return `${yuan(value)}${locale === 'zh' ? '元' : ' yuan'}`;
  }
  const unit = typeof value === 'number' ? sayWords(declared?.unit, locale) : '';
  return `${word(value, locale)}${unit === '' || locale === 'zh' ? unit : ` ${unit}`}`;
}

/** For the sentence of a step: the pack's own words. A pack without them leaves no trace of it. */
export function declaredParams(
  declared: AttributeSpec | undefined,
  value: Scalar | null,
  wanted: readonly Scalar[] = [],
): Params {
  if (declared === undefined) {
    return {};
  }
  const said = (locale: Locale): SaidOnce => ({
    name: sayWords(declared.label, locale),
    value: value === null ? '' : declaredValue(declared, value, locale),
    in: wanted.map((one) => declaredValue(declared, one, locale)),
    unit: sayWords(declared.unit, locale),
  });
  const [zh, en] = [said('zh'), said('en')];
  return {
    kind: declared.kind,
    nameZh: zh.name,
    nameEn: en.name,
    valueZh: zh.value,
    valueEn: en.value,
    inZh: zh.in,
    inEn: en.in,
    unitZh: zh.unit,
    unitEn: en.unit,
  };
}

interface SaidOnce {
  readonly name: string;
  readonly value: string;
  readonly in: readonly string[];
  readonly unit: string;
}

/** Two words for one thing: nobody could say which is recorded. */
export function uniqueAttributes({ attributes = [] }: Pack, problems: Problems): void {
  const seen = new Set<string>();
  attributes.forEach(({ of, name }, index) => {
    if (seen.has(`${of} ${name}`)) {
      problems.add(`$.attributes[${index}].name`, 'DUPLICATE_ID', { id: name });
    }
    seen.add(`${of} ${name}`);
  });
}
