import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Empty, Flex, Form, Input } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';

import { execute } from '../../api/execute.js';
import type { PayableClaimsQuery } from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { useClaimPeriod } from '../../shared/claim/claim-title.js';
import { FirstOf } from '../../shared/first-of.js';
import { ApiFormView } from '../../shared/form/api-form-view.js';
import { MonthPicker } from '../../shared/form/date-inputs.js';
import { useApiForm } from '../../shared/form/use-api-form.js';
import { YuanInput } from '../../shared/form/yuan-input.js';
import { formatFen } from '../../shared/format.js';
import { PageHeader } from '../../shared/page-header.js';
import { Panel } from '../../shared/panel.js';
import { QueryView } from '../../shared/query-view.js';
import { DataTable } from '../../shared/table/data-table.js';
import { Yuan } from '../../shared/values.js';
import './bureau.css';
import { CREATE_BATCH, PAYABLE_CLAIMS } from './pay.queries.js';
import { today } from '../../shared/today.js';

type Payable = PayableClaimsQuery['payableClaims']['items'][number];
type Amounts = Readonly<Record<string, number | null>>;

interface BatchValues {
  readonly month: string;
  readonly number: string;
  readonly note?: string;
}

const MONTH = 7;

const WIDE = { flex: '1 1 180px' } as const;

/** The bureau chooses what the finance bureau is asked to pay. */
export function ComposePage() {
  const { t } = useText();
  const query = useQuery({
    queryKey: ['batches', 'payable'],
    queryFn: async () => (await execute(PAYABLE_CLAIMS, {})).payableClaims,
  });
  return (
    <>
      <PageHeader
        title={t('bureau:pay.compose')}
        note={t('bureau:pay.composeNote')}
        backTo="/bureau/payments"
      />
      <QueryView query={query}>
        {({ items, total }) =>
          items.length === 0 ? (
            <Panel>
              <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('bureau:pay.nothing')} />
            </Panel>
          ) : (
            <>
              <FirstOf shown={items.length} total={total} />
              <Compose claims={items} />
            </>
          )
        }
      </QueryView>
    </>
  );
}

function useBlocked() {
  const { t } = useText();
  return (claim: Payable): string | null => {
    if (claim.batchName) {
      return t('bureau:pay.inBatch', { name: claim.batchName });
    }
    if (!claim.isDue) {
      return t('bureau:pay.notDue');
    }
    return claim.debtDueFen > 0
      ? t('bureau:pay.debt', { yuan: formatFen(claim.debtDueFen) })
      : null;
  };
}

function Compose({ claims }: { readonly claims: readonly Payable[] }) {
  const { t } = useText();
  const navigate = useNavigate();
  const blocked = useBlocked();
  const free = claims.filter((claim) => blocked(claim) === null);
  const [amounts, setAmounts] = useState<Amounts>(() =>
    Object.fromEntries(free.map(({ claimId, openFen }) => [claimId, openFen])),
  );
  const [chosen, setChosen] = useState<readonly string[]>(() => free.map(({ claimId }) => claimId));
  const sum = chosen.reduce((total, id) => total + (amounts[id] ?? 0), 0);
  const form = useApiForm<BatchValues, { id: string }>({
    draftKey: 'payment-batch',
    initial: { month: today().slice(0, MONTH) },
    save: async (values, idempotencyKey) => {
      const items = chosen.map((claimId) => ({ claimId, amountFen: amounts[claimId] ?? 0 }));
      return (await execute(CREATE_BATCH, { input: { ...values, items, idempotencyKey } }))
        .createPaymentBatch;
    },
    invalidates: [['batches'], ['budget'], ['review']],
    savedText: t('bureau:pay.sent'),
    onSaved: ({ id }) => void navigate(`/bureau/payments/${id}`, { replace: true }),
  });
  const required = [{ required: true, message: t('rules:required') }];
  return (
    <>
      <Panel>
        <PayableTable
          claims={claims}
          amounts={amounts}
          chosen={chosen}
          onChoose={setChosen}
          onAmount={(id, fen) => setAmounts({ ...amounts, [id]: fen })}
        />
      </Panel>
      <Panel>
        <ApiFormView form={form}>
          <Flex gap="0 16px" wrap>
            <Form.Item name="month" label={t('bureau:pay.month')} rules={required} style={WIDE}>
              <MonthPicker style={{ width: '100%' }} />
            </Form.Item>
            <Form.Item name="number" label={t('bureau:pay.number')} rules={required} style={WIDE}>
              <Input maxLength={40} autoComplete="off" />
            </Form.Item>
            <Form.Item name="note" label={t('bureau:pay.remark')} style={{ flex: '3 1 280px' }}>
              <Input maxLength={500} />
            </Form.Item>
          </Flex>
        </ApiFormView>
        {chosen.length === 0 ? (
          <Alert
            type="info"
            showIcon
            title={t('bureau:pay.noItems')}
            style={{ marginBottom: 12 }}
          />
        ) : (
          <p>{t('bureau:pay.chosen', { count: chosen.length, yuan: formatFen(sum) })}</p>
        )}
        <Button
          type="primary"
          disabled={chosen.length === 0}
          loading={form.isPending}
          onClick={form.submit}
        >
          {t('bureau:pay.send')}
        </Button>
      </Panel>
    </>
  );
}

interface PayableTableProps {
  readonly claims: readonly Payable[];
  readonly amounts: Amounts;
  readonly chosen: readonly string[];
  readonly onChoose: (ids: readonly string[]) => void;
  readonly onAmount: (id: string, fen: number | null) => void;
}

function PayableTable({ claims, amounts, chosen, onChoose, onAmount }: PayableTableProps) {
  const { t } = useText();
  const blocked = useBlocked();
  const periodOf = useClaimPeriod();
  return (
    <DataTable<Payable>
      rowKey="claimId"
      dataSource={[...claims]}
      rowSelection={{
        selectedRowKeys: [...chosen],
        onChange: (keys) => onChoose(keys.map(String)),
        getCheckboxProps: (row) => ({
          disabled: blocked(row) !== null,
          'aria-label': `${row.centerName} ${periodOf(row)}`,
        }),
      }}
      columns={[
        {
          key: 'center',
          title: t('claim:list.center'),
          render: (_, row) => (
            <>
              {row.centerName} · {periodOf(row)}
              <div className="yb-soft">
                {row.number} · {row.organizationName}
              </div>
              {blocked(row) === null ? null : <div className="yb-warn">{blocked(row)}</div>}
              {row.refusedReason && row.batchName === null ? (
                <div className="yb-warn">
                  {t('bureau:pay.refusedBefore', { reason: row.refusedReason })}
                </div>
              ) : null}
              {row.hasPayee ? null : <div className="yb-warn">{t('bureau:pay.noPayee')}</div>}
            </>
          ),
        },
        {
          key: 'decided',
          title: t('claim:board.decided'),
          align: 'right',
          render: (_, row) => <Yuan fen={row.decidedFen} />,
        },
        {
          key: 'open',
          title: t('bureau:pay.open'),
          align: 'right',
          render: (_, row) => <Yuan fen={row.openFen} />,
        },
        {
          key: 'ask',
          title: t('bureau:pay.ask'),
          align: 'right',
          width: 160,
          render: (_, row) => (
            <YuanInput
              value={amounts[row.claimId] ?? null}
              disabled={!chosen.includes(row.claimId)}
              aria-label={`${t('bureau:pay.ask')} ${row.centerName} ${periodOf(row)}`}
              onChange={(fen) => onAmount(row.claimId, fen ?? null)}
            />
          ),
        },
      ]}
    />
  );
}
