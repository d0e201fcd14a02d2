import type { CSSProperties } from 'react';

import { useText } from '../i18n/use-text.js';
import { formatDay, formatFen, formatMoment, formatMonth } from './format.js';

const NOTHING = '—';

interface YuanProps {
  readonly fen: number | null | undefined;
  /** With "+" before an increase: for differences. */
  readonly signed?: boolean;
  /** With the name of the unit; leave it to the column head in tables. */
  readonly unit?: boolean;
  readonly style?: CSSProperties;
}

/** Money. The only way fen are shown. */
export function Yuan({ fen, signed = false, unit = false, style }: YuanProps) {
  const { t } = useText();
  if (fen === null || fen === undefined) {
    return (
      <span className="yb-nothing" style={style}>
        {NOTHING}
      </span>
    );
  }
  const text = `${signed && fen > 0 ? '+' : ''}${formatFen(fen)}`;
  return (
    <span className="yb-number" style={style}>
      {unit ? `${text} ${t('common:yuan')}` : text}
    </span>
  );
}

/** A day of the center's calendar. */
export function Day({ value }: { readonly value: string | null | undefined }) {
  const { locale } = useText();
  return (
    <span className={value ? 'yb-number' : 'yb-nothing'}>
      {value ? <time dateTime={value}>{formatDay(value, locale)}</time> : NOTHING}
    </span>
  );
}

/** A month of the calendar, such as that of a claim. */
export function Month({ value }: { readonly value: string | null | undefined }) {
  const { locale } = useText();
  return (
    <span className={value ? 'yb-number' : 'yb-nothing'}>
      {value ? formatMonth(value, locale) : NOTHING}
    </span>
  );
}

/** A moment, on the wall clock of China; the title names the zone. */
export function Moment({ value }: { readonly value: string | null | undefined }) {
  const { locale, t } = useText();
  return (
    <span className="yb-number">
      {value ? (
        <time dateTime={value} title={t('shell:zone')}>
          {formatMoment(value, locale)}
        </time>
      ) : (
        NOTHING
      )}
    </span>
  );
}

/** From–until, both days as the reader understands them; an open end is named. */
export function DaySpan(props: {
  readonly from: string;
  readonly until: string | null | undefined;
}) {
  const { t } = useText();
  return (
    <span className="yb-number">
      <Day value={props.from} /> {t('shell:span')}{' '}
      {props.until ? <Day value={props.until} /> : t('shell:openEnd')}
    </span>
  );
}
