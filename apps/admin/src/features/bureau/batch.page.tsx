import { PaperClipOutlined } from '@ant-design/icons';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Flex, Form, Input } from 'antd';
import { useState } from 'react';
import { useParams } from 'react-router';

import { execute } from '../../api/execute.js';
import type { PaymentBatchItemState, PaymentBatchQuery } from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { useClaimPeriod } from '../../shared/claim/claim-title.js';
import { ScanInput } from '../../shared/claim/scan-input.js';
import { ConfirmReason } from '../../shared/confirm-reason.js';
import { DownloadButton } from '../../shared/download-button.js';
import { DateInput } from '../../shared/form/date-inputs.js';
import { FormDrawer } from '../../shared/form/form-drawer.js';
import { useApiForm } from '../../shared/form/use-api-form.js';
import { YuanInput } from '../../shared/form/yuan-input.js';
import { HistoryPanel } from '../../shared/history-panel.js';
import { PageHeader } from '../../shared/page-header.js';
import { Panel } from '../../shared/panel.js';
import { QueryView } from '../../shared/query-view.js';
import { StatusTag, type StatusTone } from '../../shared/status-tag.js';
import { DataTable } from '../../shared/table/data-table.js';
import { Day, Moment, Yuan } from '../../shared/values.js';
import './bureau.css';
import { BATCH_TONES } from './batches.page.js';
import { BudgetPanel } from './budget.panel.js';
import { CANCEL_BATCH, CONFIRM_BATCH, PAYMENT_BATCH, REFUSE_BATCH } from './pay.queries.js';
import { today } from '../../shared/today.js';

type Batch = PaymentBatchQuery['paymentBatch'];
type Item = Batch['items'][number];
type Doing =
  | { readonly deed: 'confirm' | 'refuse'; readonly item: Item }
  | { readonly deed: 'cancel' };

const TONES: Record<PaymentBatchItemState, StatusTone> = {
  ASKED: 'waiting',
  PAID: 'done',
  REFUSED: 'stopped',
  CANCELLED: 'plain',
};
const STALE = [['batches'], ['budget'], ['claim'], ['claims'], ['review']] as const;

export function BatchPage() {
  const { batchId = '' } = useParams();
  const query = useQuery({
    queryKey: ['batches', batchId],
    queryFn: async () => (await execute(PAYMENT_BATCH, { id: batchId })).paymentBatch,
  });
  return <QueryView query={query}>{(batch) => <BatchView batch={batch} />}</QueryView>;
}

function BatchView({ batch }: { readonly batch: Batch }) {
  const { t } = useText();
  const [doing, setDoing] = useState<Doing | null>(null);
  return (
    <>
      <PageHeader
        title={`${t('bureau:pay.batch')} ${batch.month} · ${batch.number}`}
        note={`${t('bureau:pay.by')} ${batch.createdByName ?? '—'}${batch.note ? ` · ${batch.note}` : ''}`}
        backTo="/bureau/payments"
        tags={
          <StatusTag tone={BATCH_TONES[batch.status]}>
            {t(`bureau:pay.status.${batch.status}`)}
          </StatusTag>
        }
        actions={
          <>
            {batch.canCancel ? (
              <Button danger onClick={() => setDoing({ deed: 'cancel' })}>
                {t('bureau:pay.cancel')}
              </Button>
            ) : null}
            <DownloadButton href={`/export/payment-batch?batchId=${batch.id}`}>
              {t('bureau:pay.export')}
            </DownloadButton>
          </>
        }
      />
      <BudgetPanel budget={batch.budget} />
      <Panel>
        {batch.status === 'SENT' && !batch.canConfirm ? (
          <Alert type="info" showIcon title={t('bureau:pay.waits')} style={{ marginBottom: 12 }} />
        ) : null}
        <Items batch={batch} onDo={setDoing} />
        <p>
          {t('bureau:pay.total')} <Yuan fen={batch.totalFen} unit /> · {t('bureau:pay.paid')}{' '}
          <Yuan fen={batch.paidFen} unit />
        </p>
      </Panel>
      <Panel title={t('claim:tabs.history')}>
        <HistoryPanel entity="paymentBatch" entityId={batch.id} />
      </Panel>
      {doing === null ? null : <Deed batch={batch} doing={doing} onClose={() => setDoing(null)} />}
    </>
  );
}

/** Holder, bank and last digits of the account; null where none was filed. */
const payeeText = ({ payeeHolder, payeeBank, payeeLast4 }: Item): string | null =>
  payeeHolder ? `${payeeHolder} · ${payeeBank ?? ''} ··${payeeLast4 ?? ''}` : null;

function Items({ batch, onDo }: { readonly batch: Batch; readonly onDo: (doing: Doing) => void }) {
  const { t } = useText();
  const periodOf = useClaimPeriod();
  return (
    <DataTable<Item>
      rowKey="id"
      dataSource={[...batch.items]}
      columns={[
        {
          key: 'center',
          title: t('claim:list.center'),
          render: (_, row) => (
            <>
              {row.centerName} · {periodOf(row)}
              <div className="yb-soft">{row.number}</div>
            </>
          ),
        },
        {
          key: 'payee',
          title: t('bureau:pay.payee'),
          render: (_, row) => payeeText(row) ?? t('bureau:pay.noPayee'),
        },
        {
          key: 'asked',
          title: t('bureau:pay.asked'),
          align: 'right',
          render: (_, row) => <Yuan fen={row.amountFen} />,
        },
        {
          key: 'state',
          title: t('bureau:pay.statusTitle'),
          render: (_, row) => <ItemState item={row} />,
        },
        {
          key: 'deeds',
          title: '',
          render: (_, row) =>
            batch.canConfirm && row.state === 'ASKED' ? (
              <Flex gap={8} wrap>
                <Button type="primary" onClick={() => onDo({ deed: 'confirm', item: row })}>
                  {t('bureau:pay.confirm')}
                </Button>
                <Button danger onClick={() => onDo({ deed: 'refuse', item: row })}>
                  {t('bureau:pay.refuse')}
                </Button>
              </Flex>
            ) : null,
        },
      ]}
    />
  );
}

function ItemState({ item }: { readonly item: Item }) {
  const { t } = useText();
  return (
    <>
      <StatusTag tone={TONES[item.state]}>{t(`bureau:pay.state.${item.state}`)}</StatusTag>
      {item.state === 'PAID' ? (
        <div className="yb-soft">
          <Yuan fen={item.paidFen} unit /> · <Day value={item.paidOn} /> · {item.receiptNumber}
          {item.attachmentId ? (
            <>
              {' '}
              <a href={`/files/${item.attachmentId}`} target="_blank" rel="noreferrer">
                <PaperClipOutlined aria-hidden /> {t('review:scan.open')}
              </a>
            </>
          ) : null}
        </div>
      ) : null}
      {item.settledByName ? (
        <div className="yb-soft">
          {item.settledByName} <Moment value={item.settledAt} /> {item.reason}
        </div>
      ) : null}
    </>
  );
}

function Deed({
  batch,
  doing,
  onClose,
}: {
  readonly batch: Batch;
  readonly doing: Doing;
  readonly onClose: () => void;
}) {
  const { t } = useText();
  const client = useQueryClient();
  if (doing.deed === 'confirm') {
    return <ConfirmDrawer item={doing.item} onClose={onClose} />;
  }
  const isRefusal = doing.deed === 'refuse';
  return (
    <ConfirmReason
      open
      danger
      title={isRefusal ? t('bureau:pay.refuseTitle') : t('bureau:pay.cancelTitle')}
      note={isRefusal ? t('bureau:pay.refuseNote') : t('bureau:pay.cancelNote')}
      okText={isRefusal ? t('bureau:pay.refuse') : t('bureau:pay.cancel')}
      onConfirm={async (reason) => {
        await (doing.deed === 'refuse'
          ? execute(REFUSE_BATCH, { input: { itemId: doing.item.id, reason } })
          : execute(CANCEL_BATCH, { input: { batchId: batch.id, reason } }));
        await Promise.all(
          STALE.map(async (queryKey) => await client.invalidateQueries({ queryKey })),
        );
      }}
      onClose={onClose}
    />
  );
}

interface ConfirmValues {
  readonly amountFen: number;
  readonly paidOn: string;
  readonly receiptNumber: string;
  readonly attachmentId?: string;
}

function ConfirmDrawer({ item, onClose }: { readonly item: Item; readonly onClose: () => void }) {
  const { t } = useText();
  const form = useApiForm<ConfirmValues>({
    draftKey: `batch-item:${item.id}`,
    initial: { amountFen: item.amountFen, paidOn: today() },
    save: async (values, idempotencyKey) =>
      await execute(CONFIRM_BATCH, { input: { ...values, itemId: item.id, idempotencyKey } }),
    invalidates: STALE,
    onSaved: onClose,
    savedText: t('bureau:pay.confirmed'),
  });
  const required = { required: true, message: t('rules:required') };
  return (
    <FormDrawer
      title={t('bureau:pay.confirmTitle', { number: item.number })}
      form={form}
      onClose={onClose}
      submitText={t('bureau:pay.confirm')}
    >
      <p style={{ marginTop: 0 }}>{payeeText(item) ?? t('bureau:pay.noPayee')}</p>
      <Form.Item
        name="amountFen"
        label={t('review:pay.amount')}
        extra={t('bureau:pay.part')}
        rules={[required, { type: 'number', min: 1, max: item.amountFen }]}
      >
        <YuanInput />
      </Form.Item>
      <Form.Item name="paidOn" label={t('bureau:pay.paidOn')} rules={[required]}>
        <DateInput max={today()} />
      </Form.Item>
      <Form.Item name="receiptNumber" label={t('bureau:pay.voucher')} rules={[required]}>
        <Input maxLength={80} autoComplete="off" />
      </Form.Item>
      <Form.Item name="attachmentId" label={t('review:scan.receipt')}>
        <ScanInput claim={{ id: item.claimId, centerId: item.centerId }} kind="RECEIPT" />
      </Form.Item>
    </FormDrawer>
  );
}
