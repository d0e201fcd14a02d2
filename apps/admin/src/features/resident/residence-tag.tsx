import type { Residence } from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { StatusTag, type StatusTone } from '../../shared/status-tag.js';

const TONES: Record<Residence, StatusTone> = {
  IN_HOUSE: 'done',
  RESERVED: 'waiting',
  LEFT: 'plain',
  DIED: 'stopped',
  NONE: 'plain',
};

export function ResidenceTag({ residence }: { readonly residence: Residence }) {
  const { t } = useText();
  return <StatusTag tone={TONES[residence]}>{t(`resident:residences.${residence}`)}</StatusTag>;
}
