import type { UserStatus as Status } from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { StatusTag, type StatusTone } from '../../shared/status-tag.js';

const TONES: Record<Status, StatusTone> = {
  ACTIVE: 'done',
  INVITED: 'waiting',
  DISABLED: 'stopped',
};

interface UserStatusProps {
  readonly status: Status;
  readonly lockedUntil?: string | null | undefined;
}

export function UserStatus({ status, lockedUntil }: UserStatusProps) {
  const { t } = useText();
  const isLocked = lockedUntil && new Date(lockedUntil) > new Date();
  return isLocked ? (
    <StatusTag tone="warning">{t('doors:users.locked')}</StatusTag>
  ) : (
    <StatusTag tone={TONES[status]}>{t(`doors:users.status.${status}`)}</StatusTag>
  );
}
