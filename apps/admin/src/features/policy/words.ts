import type { PackStanding, ProposalStatus } from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { formatPackText } from '../../shared/format.js';
import type { StatusTone } from '../../shared/status-tag.js';

interface Both {
  readonly zh: string;
  readonly en: string;
}

/** Texts of packs come in both languages; the reader sees one. */
export function usePackWords() {
  const { locale, lookUp } = useText();
  const isEn = locale === 'en';
  return {
    say: (words: Both | null | undefined): string =>
      formatPackText((isEn ? words?.en : words?.zh) ?? '', locale),
    title: (pack: { readonly titleZh: string; readonly titleEn: string }): string =>
      formatPackText(isEn ? pack.titleEn : pack.titleZh, locale),
    /** Packs write units in the words of their document. */
    unit: (unit: string | null | undefined): string =>
      unit ? (lookUp(`policy:units.${unit}`) ?? unit) : '',
    pick: <T>(inZh: T, inEn: T): T => (isEn ? inEn : inZh),
  };
}

export const STANDING_TONES: Readonly<Record<PackStanding, StatusTone>> = {
  IN_FORCE: 'done',
  SCHEDULED: 'waiting',
  SUPERSEDED: 'plain',
  PUBLISHED: 'plain',
};

export const PROPOSAL_TONES: Readonly<Record<ProposalStatus, StatusTone>> = {
  PROPOSED: 'waiting',
  CONFIRMED: 'done',
  REJECTED: 'stopped',
  WITHDRAWN: 'plain',
};
