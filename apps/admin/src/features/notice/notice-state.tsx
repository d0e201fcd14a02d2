import { useText } from '../../i18n/use-text.js';
import { StatusTag } from '../../shared/status-tag.js';
import { Day } from '../../shared/values.js';
import { today } from '../../shared/today.js';

interface Notice {
  readonly fromOn: string;
  readonly untilOn: string;
  readonly withdrawnAt?: string | null;
}

const DAY_MS = 86_400_000;

/** The last day of a notice whose end is the first day after it. */
export const lastDayOf = (untilOn: string): string =>
  new Date(Date.parse(`${untilOn}T00:00:00Z`) - DAY_MS).toISOString().slice(0, 10);

export function NoticeState({ notice }: { readonly notice: Notice }) {
  const { t } = useText();
  const now = today();
  if (notice.withdrawnAt) {
    return <StatusTag tone="stopped">{t('notice:state.withdrawn')}</StatusTag>;
  }
  if (now < notice.fromOn) {
    return <StatusTag tone="waiting">{t('notice:state.waiting')}</StatusTag>;
  }
  return now < notice.untilOn ? (
    <StatusTag tone="going">{t('notice:state.running')}</StatusTag>
  ) : (
    <StatusTag tone="done">{t('notice:state.over')}</StatusTag>
  );
}

export const NoticeTerm = ({ notice }: { readonly notice: Notice }) => (
  <>
    <Day value={notice.fromOn} /> – <Day value={lastDayOf(notice.untilOn)} />
  </>
);
