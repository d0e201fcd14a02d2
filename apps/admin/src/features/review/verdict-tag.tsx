import type { LineVerdict } from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { formatDay, formatFen } from '../../shared/format.js';
import { StatusTag, type StatusTone } from '../../shared/status-tag.js';

const TONES: Record<LineVerdict, StatusTone> = {
  ACCEPTED: 'done',
  RETURNED: 'stopped',
  HELD: 'waiting',
  CUT: 'warning',
};

interface VerdictTagProps {
  readonly line: {
    readonly status: string;
    readonly verdict?: LineVerdict | null | undefined;
    readonly cutFen?: number | null | undefined;
    readonly heldUntil?: string | null | undefined;
    readonly releasedAt?: string | null | undefined;
    readonly refusedAt?: string | null | undefined;
  };
}

export function VerdictTag({ line }: VerdictTagProps) {
  const { t, locale } = useText();
  const { verdict, status, cutFen, heldUntil, releasedAt, refusedAt } = line;
  if (!verdict) {
    return status === 'PAYABLE' ? (
      <span className="yb-soft">{t('claim:verdict.OPEN')}</span>
    ) : (
      <StatusTag tone="plain">{t(`claim:lineStatus.${status as 'NOT_PAYABLE'}`)}</StatusTag>
    );
  }
  if (refusedAt) {
    return <StatusTag tone="stopped">{t('bureau:held.state.REFUSED')}</StatusTag>;
  }
  if (releasedAt) {
    return <StatusTag tone="done">{t('review:released')}</StatusTag>;
  }
  const detail =
    verdict === 'CUT' && cutFen
      ? ` ${formatFen(cutFen)}`
      : verdict === 'HELD' && heldUntil
        ? ` ${t('review:until', { day: formatDay(heldUntil, locale) })}`
        : '';
  return (
    <StatusTag tone={TONES[verdict]}>
      {t(`claim:verdict.${verdict}`)}
      {detail}
    </StatusTag>
  );
}
