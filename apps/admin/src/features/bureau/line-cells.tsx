import { useText } from '../../i18n/use-text.js';
import { useClaimContents } from '../../shared/claim/claim-title.js';
import type { PageColumn } from '../../shared/table/types.js';
import { Month } from '../../shared/values.js';

interface OfSomebody {
  readonly subjectName: string | null | undefined;
  readonly centerName: string;
}

/** Whose line it is, and of which center. */
export function useSubjectColumn<Row extends OfSomebody>(): PageColumn<Row> {
  const { t } = useText();
  return {
    key: 'subject',
    title: t('claim:lines.subject'),
    render: (row) => (
      <>
        {row.subjectName ?? t('claim:lines.center')}
        <div className="yb-soft">{row.centerName}</div>
      </>
    ),
  };
}

type Content = Parameters<ReturnType<typeof useClaimContents>>[0]['contents'][number];
type OfMoney = Content & { readonly month: string; readonly claimNumber: string };

/** What money it is, of which month and claim. */
export function useAboutColumn<Row extends OfMoney>(): PageColumn<Row> {
  const { t } = useText();
  const contentsOf = useClaimContents();
  return {
    key: 'about',
    title: t('review:about'),
    render: (row) => (
      <>
        {contentsOf({ contents: [row] })} · <Month value={row.month} />
        <div className="yb-soft">{row.claimNumber}</div>
      </>
    ),
  };
}
