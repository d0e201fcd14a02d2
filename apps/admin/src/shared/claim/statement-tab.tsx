import { PaperClipOutlined } from '@ant-design/icons';
import { Empty } from 'antd';

import type { ClaimQuery } from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { AppealPanel } from './appeal-panel.js';
import { HeldPanel } from './held-panel.js';
import { ObjectionsAlert } from './objections-alert.js';
import { PaperLink } from './paper-links.js';
import { StatementView } from './statement-view.js';
import { Panel } from '../panel.js';
import { Day, Yuan } from '../values.js';

/** What the bureau decided and paid, so that it adds up. */
export function StatementTab({ claim }: { readonly claim: ClaimQuery['claim'] }) {
  const { t } = useText();
  if (!claim.submittedAt) {
    return (
      <Panel>
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('claim:statement.notYet')} />
      </Panel>
    );
  }
  return (
    <>
      <ObjectionsAlert claim={claim} />
      <Panel title={t('claim:statement.title')}>
        <StatementView statement={claim.statement} />
        <ScanLink id={claim.statement.attachmentId} />
        <Papers claim={claim} />
      </Panel>
      <HeldPanel claimId={claim.id} />
      <AppealPanel claim={claim} isDecided={claim.statement.isFinal} />
      <Panel title={t('claim:statement.payments')}>
        {claim.payments.length === 0 ? (
          t('claim:statement.noPayments')
        ) : (
          <table className="yb-sum">
            <tbody>
              {claim.payments.map((payment) => (
                <tr key={payment.id}>
                  <td>
                    <Day value={payment.paidOn} /> ·{' '}
                    {payment.kind === 'OFFSET'
                      ? t('bureau:recovery.offsetWith', { number: payment.offsetNumber ?? '' })
                      : `${t('claim:statement.receipt')} ${payment.receiptNumber}`}
                    {payment.batchNumber ? ` · ${t('bureau:pay.menu')} ${payment.batchNumber}` : ''}
                    <ScanLink id={payment.attachmentId} />
                    <div>
                      <PaperLink
                        label={t('claim:papers.receipt')}
                        path={`/export/receipt/${payment.id}`}
                      />
                    </div>
                  </td>
                  <td>
                    <Yuan fen={payment.amountFen} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Panel>
    </>
  );
}

/** What is printed and sealed of it. */
function Papers({ claim }: { readonly claim: ClaimQuery['claim'] }) {
  const { t } = useText();
  const year = claim.period.slice(0, 4);
  return (
    <div className="yb-papers">
      {claim.statement.isFinal ? (
        <PaperLink label={t('claim:papers.difference')} path={`/export/difference/${claim.id}`} />
      ) : null}
      <PaperLink
        label={t('claim:papers.account', { year })}
        path={`/export/account/${claim.centerId}?year=${year}`}
      />
    </div>
  );
}

/** The paper that proves it. */
function ScanLink({ id }: { readonly id: string | null | undefined }) {
  const { t } = useText();
  return id ? (
    <>
      {' '}
      <a href={`/files/${id}`} target="_blank" rel="noreferrer">
        <PaperClipOutlined aria-hidden /> {t('review:scan.open')}
      </a>
    </>
  ) : null;
}
