import { useText } from '../../i18n/use-text.js';
import { formatDay } from '../format.js';
import { StatusTag } from '../status-tag.js';
import { today } from '../today.js';

const DAY_MS = 86_400_000;

const daysPast = (day: string, today: string): number =>
  Math.round((Date.parse(today) - Date.parse(day)) / DAY_MS);

/** By when the next step is due; past that day, for how long it has been. */
export function DueTag({ dueOn }: { readonly dueOn: string | null | undefined }) {
  const { t, locale } = useText();
  if (!dueOn) {
    return null;
  }
  const past = daysPast(dueOn, today());
  return past > 0 ? (
    <StatusTag tone="stopped">{t('bureau:clock.overdue', { count: past })}</StatusTag>
  ) : (
    <span className="yb-soft">{t('bureau:clock.dueBy', { day: formatDay(dueOn, locale) })}</span>
  );
}

/** A claim that came in after the county's window says so wherever it is shown. */
export function LateTag({ lateDays }: { readonly lateDays: number | null | undefined }) {
  const { t } = useText();
  return lateDays ? (
    <StatusTag tone="warning">{t('bureau:clock.lateTag', { count: lateDays })}</StatusTag>
  ) : null;
}

/** Words of the other side that nobody here has read. */
export function UnreadTag({ count }: { readonly count: number | null | undefined }) {
  const { t } = useText();
  return count ? (
    <StatusTag tone="warning">{t('bureau:messages.unread', { count })}</StatusTag>
  ) : null;
}
