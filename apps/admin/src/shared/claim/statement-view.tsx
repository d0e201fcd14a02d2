import type { ClaimStatementFieldsFragment } from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { Day, Moment, Yuan } from '../values.js';
import './claim.css';

interface StatementViewProps {
  readonly statement: ClaimStatementFieldsFragment;
}

/** claimed = returned + cut + held − released + decided, shown so that anybody can add it up. */
export function StatementView({ statement }: StatementViewProps) {
  const { t } = useText();
  const unpaid = statement.decidedFen - statement.paidFen;
  const rows: readonly (readonly [string, number, boolean])[] = [
    [t('claim:statement.claimed'), statement.claimedFen, true],
    [`− ${t('claim:statement.returned')}`, statement.returnedFen, false],
    [`− ${t('claim:statement.cut')}`, statement.cutFen, false],
    [`− ${t('claim:statement.held')}`, statement.heldFen, false],
    [`+ ${t('claim:statement.released')}`, statement.releasedFen, false],
    [`= ${t('claim:statement.decided')}`, statement.decidedFen, true],
    [t('claim:statement.paid'), statement.paidFen, false],
    [t('claim:statement.unpaid'), unpaid, false],
  ];
  return (
    <>
      {statement.isFinal ? null : <p style={{ marginTop: 0 }}>{t('claim:statement.soFar')}</p>}
      <table className="yb-sum">
        <tbody>
          {rows.map(([label, fen, isTotal]) => (
            <tr key={label} className={isTotal ? 'yb-sum-total' : ''}>
              <td>{label}</td>
              <td>
                <Yuan fen={fen} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p style={{ color: 'var(--yb-ink-soft)' }}>{t('claim:statement.equation')}</p>
      <Source statement={statement} />
      <Later statement={statement} />
    </>
  );
}

/** What was granted beside the decision, and decisions that were entered wrongly. */
function Later({ statement }: StatementViewProps) {
  const { t } = useText();
  const { supplements, annulled } = statement;
  return (
    <>
      {supplements.map((one) => (
        <p key={one.id}>
          {t('claim:statement.supplement')} <Yuan fen={one.decidedFen} unit />
          {one.documentNumber
            ? ` · ${t('claim:statement.document')} ${one.documentNumber}`
            : ''} ·{' '}
          <Day value={one.decidedOn} />
          {one.decidedByName
            ? ` · ${t(one.source === 'PAPER' ? 'claim:statement.enteredBy' : 'claim:statement.decidedBy')} ${one.decidedByName}`
            : ''}
          {one.note ? ` · ${one.note}` : ''}
          <ScanLink id={one.attachmentId} />
        </p>
      ))}
      {annulled.map((one) => (
        <p key={one.id} className="yb-soft">
          {t(`claim:statement.annulled.${one.kind === 'SUPPLEMENT' ? 'SUPPLEMENT' : 'DECISION'}`)}{' '}
          <Yuan fen={one.decidedFen} unit />
          {one.documentNumber
            ? ` · ${t('claim:statement.document')} ${one.documentNumber}`
            : ''} ·{' '}
          {one.annulReason} · {one.annulledByName ?? '—'} <Moment value={one.annulledAt} />
          <ScanLink id={one.attachmentId} />
        </p>
      ))}
    </>
  );
}

function ScanLink({ id }: { readonly id: string | null | undefined }) {
  const { t } = useText();
  return id ? (
    <>
      {' · '}
      <a href={`/files/${id}`} target="_blank" rel="noreferrer">
        {t('review:scan.open')}
      </a>
    </>
  ) : null;
}

function Source({ statement }: StatementViewProps) {
  const { t } = useText();
  const { source, documentNumber, decidedOn, decidedByName, note, isSinglePerson } = statement;
  if (!source) {
    return null;
  }
  return (
    <p>
      {t(`claim:statement.source.${source === 'PAPER' ? 'PAPER' : 'BUREAU'}`)}
      {documentNumber ? ` · ${t('claim:statement.document')} ${documentNumber}` : ''}
      {decidedOn ? (
        <>
          {' '}
          · {t('claim:statement.decidedOn')} <Day value={decidedOn} />
        </>
      ) : null}
      {decidedByName
        ? ` · ${t(source === 'PAPER' ? 'claim:statement.enteredBy' : 'claim:statement.decidedBy')} ${decidedByName}`
        : ''}
      {note ? ` · ${note}` : ''}
      {isSinglePerson ? ` · ${t('claim:statement.singlePerson')}` : ''}
    </p>
  );
}
