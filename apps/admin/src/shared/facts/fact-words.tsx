import type { AskedFactsQuery } from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { formatFen } from '../format.js';

export type Fact = AskedFactsQuery['askedFacts'][number];
export type FactValue = Fact['values'][number];

/** What the rules call it, and how a value is said, in the reader's language. */
export function useFactWords(): {
  label: (fact: Fact) => string;
  unit: (fact: Fact) => string;
  option: (option: Fact['options'][number]) => string;
  said: (fact: Fact, value: string) => string;
  askers: (fact: Fact) => string;
} {
  const { t, locale } = useText();
  const isEn = locale === 'en';
  const option = (one: Fact['options'][number]): string => (isEn ? one.en : one.zh);
  const unit = (fact: Fact): string => (isEn ? fact.unitEn : fact.unitZh) ?? '';
  const said = (fact: Fact, value: string): string => {
    switch (fact.kind) {
      case 'MONEY':
        return `${formatFen(Number(value))} ${t('common:yuan')}`;
      case 'YES_NO':
        return t(value === 'true' ? 'common:yes' : 'common:no');
      case 'CHOICE': {
        const chosen = fact.options.find((one) => one.value === value);
        return chosen ? option(chosen) : value === OTHER ? t('facts:other') : value;
      }
      case 'NUMBER':
        return `${value} ${unit(fact)}`.trim();
      case 'TEXT':
        return value;
    }
  };
  return {
    label: (fact) => (isEn ? fact.en : fact.zh),
    unit,
    option,
    said,
    askers: (fact) =>
      fact.asks
        .map((one) =>
          isEn
            ? `${one.en} (${one.documentEn} ${one.clause})`
            : `${one.zh}（${titled(one.documentZh)}${one.clause}）`,
        )
        .join(isEn ? '; ' : '；'),
  };
}

/** A document's title stands in its brackets, once. */
const titled = (title: string): string => (/^[《〈]/.test(title) ? title : `《${title}》`);

/** A choice that no rule names. */
export const OTHER = 'OTHER';
