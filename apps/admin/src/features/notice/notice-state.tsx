import { useText } from '../../i18n/use-text.js';
import { todayHere } from '../../shared/claim/today.js';
import { StatusTag } from '../../shared/status-tag.js';
import { Day } from '../../shared/values.js';

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
  const today = todayHere();
  if (notice.withdrawnAt) {
    return <StatusTag tone="stopped">{t('notice:state.withdrawn')}</StatusTag>;
  }
  if (today < notice.fromOn) {
    return <StatusTag tone="waiting">{t('notice:state.waiting')}</StatusTag>;
  }
  return today < notice.untilOn ? (
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
