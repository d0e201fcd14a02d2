import type { StayEndKind, StayStatus } from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { StatusTag } from '../../shared/status-tag.js';

const TONES = {
  RESERVED: 'waiting',
  ACTIVE: 'done',
  ENDED: 'plain',
  CANCELLED: 'stopped',
} as const;

interface StayStatusProps {
  readonly status: StayStatus;
  readonly endKind?: StayEndKind | null | undefined;
}

/** An ended stay says how it ended. */
export function StayStatusTag({ status, endKind }: StayStatusProps) {
  const { t } = useText();
  return (
    <StatusTag tone={TONES[status]}>
      {endKind ? t(`bed:endKind.${endKind}`) : t(`bed:status.${status}`)}
    </StatusTag>
  );
}
