import type { RegistryListQuery } from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { StatusTag, type StatusTone } from '../../shared/status-tag.js';

export type List = RegistryListQuery['registryList'];

const TONES: Record<List['status'], StatusTone> = {
  CHECKED: 'waiting',
  ACCEPTING: 'going',
  ACCEPTED: 'done',
  WITHDRAWN: 'plain',
};

export function ListStatus({ status }: { readonly status: List['status'] }) {
  const { t } = useText();
  return <StatusTag tone={TONES[status]}>{t(`registry:status.${status}`)}</StatusTag>;
}

export const goodRows = ({ counts }: Pick<List, 'counts'>): number =>
  counts.fresh + counts.corrected + counts.withdrawn;
