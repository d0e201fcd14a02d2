import type { RegistryRowFieldsFragment } from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { StatusTag } from '../../shared/status-tag.js';
import { Day, DaySpan, Moment } from '../../shared/values.js';

interface RowProps {
  readonly row: RegistryRowFieldsFragment;
}

/** What a row says, and when. */
export function RowSays({ row }: RowProps) {
  const { t } = useText();
  const isSpan = row.what === 'INPATIENT' || row.what === 'LOW_INCOME' || row.what === 'DESTITUTE';
  return (
    <>
      {t(`registry:what.${row.what}`)}{' '}
      {isSpan ? <DaySpan from={row.fromOn} until={row.untilOn} /> : <Day value={row.fromOn} />}
      {row.crematedOn ? (
        <>
          {' · '}
          {t('registry:cremated')} <Day value={row.crematedOn} />
        </>
      ) : null}
    </>
  );
}

/** Whether it holds; and if not, who ended it, by what and why. */
export function RowState({ row }: RowProps) {
  const { t } = useText();
  if (!row.endedKind) {
    return <StatusTag tone="done">{t('registry:holds')}</StatusTag>;
  }
  return (
    <>
      <StatusTag tone="plain">{t(`registry:ended.${row.endedKind}`)}</StatusTag>
      <div className="yb-soft">
        {row.endedFileName ? t('registry:endedBy', { file: row.endedFileName }) : row.endedByName}{' '}
        <Moment value={row.endedAt} />
        {row.endedReason ? ` · ${row.endedReason}` : ''}
      </div>
    </>
  );
}
