import { PaperClipOutlined } from '@ant-design/icons';
import { Empty } from 'antd';

import type { ClaimQuery } from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { HeldPanel } from './held-panel.js';
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
      <Panel title={t('claim:statement.title')}>
        <StatementView statement={claim.statement} />
        <ScanLink id={claim.statement.attachmentId} />
      </Panel>
      <HeldPanel claimId={claim.id} />
      <Panel title={t('claim:statement.payments')}>
        {claim.payments.length === 0 ? (
          t('claim:statement.noPayments')
        ) : (
          <table className="yb-sum">
            <tbody>
              {claim.payments.map((payment) => (
                <tr key={payment.id}>
                  <td>
                    <Day value={payment.paidOn} /> · {t('claim:statement.receipt')}{' '}
                    {payment.receiptNumber}
                    <ScanLink id={payment.attachmentId} />
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
