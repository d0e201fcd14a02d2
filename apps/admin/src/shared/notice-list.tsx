import { useText } from '../i18n/use-text.js';
import { formatMonth } from './format.js';
import './notice-list.css';
import { Yuan } from './values.js';

interface NoticeCenter {
  readonly name: string;
  readonly people: number;
  readonly amountFen: number;
  readonly rows: readonly {
    readonly seq: number;
    readonly name?: string | null;
    readonly programZh: string;
    readonly programEn: string;
    readonly months: readonly string[];
    readonly amountFen: number;
  }[];
}

/** The list of a notice, a table for each center, as the public and the bureau see it. */
export function NoticeList({ centers }: { readonly centers: readonly NoticeCenter[] }) {
  const { t, locale } = useText();
  return centers.map((center) => (
    <table key={center.name} className="yb-notice-list">
      <caption>{center.name}</caption>
      <thead>
        <tr>
          {(['seq', 'name', 'program', 'months', 'amount'] as const).map((key) => (
            <th key={key} scope="col" className={`yb-notice-${key}`}>
              {t(`publicNotice:columns.${key}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {center.rows.map((row) => (
          <tr key={row.seq}>
            <td className="yb-notice-seq">{row.seq}</td>
            <th scope="row" className="yb-notice-name">
              {row.name ?? t('publicNotice:center')}
            </th>
            <td className="yb-notice-program">{locale === 'en' ? row.programEn : row.programZh}</td>
            <td className="yb-notice-months">{monthRuns(row.months, locale)}</td>
            <td className="yb-notice-amount">
              <Yuan fen={row.amountFen} />
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <td className="yb-notice-seq" />
          <th scope="row" colSpan={3}>
            {t('publicNotice:subtotal', { count: center.people })}
          </th>
          <td className="yb-notice-amount">
            <Yuan fen={center.amountFen} />
          </td>
        </tr>
      </tfoot>
    </table>
  ));
}

const order = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5));

/** 2025-01, 2025-02, 2025-04 → "2025-01–2025-02, 2025-04". */
function monthRuns(months: readonly string[], locale: string): string {
  const runs: [string, string][] = [];
  for (const month of months) {
    const last = runs.at(-1);
    if (last !== undefined && order(month) === order(last[1]) + 1) {
      last[1] = month;
    } else {
      runs.push([month, month]);
    }
  }
  const name = (month: string): string => formatMonth(month, locale).replaceAll(' ', '\u00A0');
  return runs
    .map(([from, to]) => (from === to ? name(from) : `${name(from)}–${name(to)}`))
    .join(', ');
}
