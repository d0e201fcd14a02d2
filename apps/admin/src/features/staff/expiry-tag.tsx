import type { ExpiryState } from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { StatusTag, type StatusTone } from '../../shared/status-tag.js';

const TONES: Record<ExpiryState, StatusTone> = {
  VALID: 'done',
  DUE_60: 'waiting',
  DUE_30: 'warning',
  EXPIRED: 'stopped',
};

export const EXPIRY_STATES: readonly ExpiryState[] = ['EXPIRED', 'DUE_30', 'DUE_60', 'VALID'];

export function ExpiryTag({ state }: { readonly state: ExpiryState }) {
  const { t } = useText();
  return <StatusTag tone={TONES[state]}>{t(`staff:state.${state}`)}</StatusTag>;
}
