import { PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Empty, Form, Input } from 'antd';
import { useState } from 'react';

import { execute } from '../../api/execute.js';
import type { CountyNoticesQuery } from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { MonthPicker } from '../../shared/form/date-inputs.js';
import { FormDrawer } from '../../shared/form/form-drawer.js';
import { useApiForm } from '../../shared/form/use-api-form.js';
import { Panel } from '../../shared/panel.js';
import { QueryView } from '../../shared/query-view.js';
import { StatusTag } from '../../shared/status-tag.js';
import { DataTable } from '../../shared/table/data-table.js';
import { DaySpan, Yuan } from '../../shared/values.js';
import { NoticeDrawer, useRates } from './notice.drawer.js';
import { usePacks } from './packs.tab.js';
import type { CountyPlace } from './policy.page.js';
import { NOTICES, PROPOSE_NOTICE_END } from './proposal.queries.js';
import { usePackWords } from './words.js';

type Notice = CountyNoticesQuery['countyNotices'][number];

const MAX_REASON = 500;

/** Dated notices of the county, each with number, clause and paper. */
export function NoticesTab({ place }: { readonly place: CountyPlace }) {
  const { t } = useText();
  const [isAdding, setAdding] = useState(false);
  const [ended, setEnded] = useState<Notice | null>(null);
  const packs = usePacks(place.countyCode);
  const inForce = packs.data?.find(({ standing }) => standing === 'IN_FORCE');
  const rates = useRates(inForce?.id ?? '', place.countyCode);
  const query = useQuery({
    queryKey: ['policy', 'notices', place.countyCode],
    queryFn: async () => (await execute(NOTICES, { countyCode: place.countyCode })).countyNotices,
  });
  return (
    <Panel>
      <p style={{ marginTop: 0 }}>{t('policy:notice.note')}</p>
      {place.isBureau ? (
        <Button
          type="primary"
          icon={<PlusOutlined aria-hidden />}
          disabled={inForce === undefined}
          onClick={() => setAdding(true)}
          style={{ marginBottom: 16 }}
        >
          {t('policy:notice.add')}
        </Button>
      ) : null}
      <QueryView query={query}>
        {(notices) =>
          notices.length === 0 ? (
            <Empty
              image={Empty.PRESENTED_IMAGE_SIMPLE}
              description={t(inForce ? 'policy:notice.empty' : 'policy:notice.noPack')}
            />
          ) : (
            <NoticeTable notices={notices} rates={rates} onEnd={place.isBureau ? setEnded : null} />
          )
        }
      </QueryView>
      {isAdding && inForce ? (
        <NoticeDrawer packId={inForce.id} place={place} onClose={() => setAdding(false)} />
      ) : null}
      {ended ? <EndDrawer notice={ended} place={place} onClose={() => setEnded(null)} /> : null}
    </Panel>
  );
}

interface NoticeTableProps {
  readonly notices: readonly Notice[];
  readonly rates: ReturnType<typeof useRates>;
  readonly onEnd: ((notice: Notice) => void) | null;
}

function NoticeTable({ notices, rates, onEnd }: NoticeTableProps) {
  const { t } = useText();
  const { say } = usePackWords();
  return (
    <DataTable<Notice>
      rowKey="id"
      dataSource={[...notices]}
      columns={[
        {
          key: 'document',
          title: t('policy:notice.documentNumber'),
          render: (_, row) => (
            <>
              <a href={`/files/policy-scan/${row.scanId}`} target="_blank" rel="noreferrer">
                {row.documentNumber}
              </a>
              <div className="yb-soft">
                {row.documentTitle} {row.clause}
              </div>
            </>
          ),
        },
        {
          key: 'rate',
          title: t('policy:notice.rate'),
          render: (_, { rate }) => say(rates.find(({ id }) => id === rate)?.label) || rate,
        },
        {
          key: 'fen',
          title: t('policy:program.amount'),
          align: 'right',
          render: (_, row) => <Yuan fen={row.fen} />,
        },
        {
          key: 'span',
          title: t('policy:notice.span'),
          render: (_, row) =>
            row.isVoid ? (
              <StatusTag tone="stopped">{t('policy:notice.isVoid')}</StatusTag>
            ) : (
              <DaySpan from={row.fromOn} until={row.untilOn} />
            ),
        },
        {
          key: 'by',
          title: t('policy:proposal.by'),
          render: (_, row) =>
            t('policy:notice.carriedBy', { by: row.proposedByName, name: row.confirmedByName }),
        },
        ...(onEnd
          ? [
              {
                key: 'do',
                title: <span className="yb-visually-hidden">{t('common:more')}</span>,
                render: (_: unknown, row: Notice) =>
                  row.isVoid ? null : (
                    <Button size="small" onClick={() => onEnd(row)}>
                      {t('policy:notice.end')}
                    </Button>
                  ),
              },
            ]
          : []),
      ]}
    />
  );
}

interface EndDrawerProps {
  readonly notice: Notice;
  readonly place: CountyPlace;
  readonly onClose: () => void;
}

function EndDrawer({ notice, place, onClose }: EndDrawerProps) {
  const { t } = useText();
  const form = useApiForm<{ fromMonth: string; reason: string }>({
    draftKey: `policy-notice-end:${notice.id}`,
    save: async (values) =>
      await execute(PROPOSE_NOTICE_END, {
        input: { ...values, countyCode: place.countyCode, noticeId: notice.id },
      }),
    onSaved: onClose,
    invalidates: [['policy']],
    savedText: t('policy:decision.proposed'),
  });
  const required = [{ required: true, message: t('rules:required') }];
  return (
    <FormDrawer
      title={`${t('policy:notice.endTitle')} ${notice.documentNumber}`}
      form={form}
      onClose={onClose}
      submitText={t('policy:decision.propose')}
    >
      <p style={{ marginTop: 0 }}>{t('policy:notice.endNote')}</p>
      <Form.Item name="fromMonth" label={t('policy:notice.endFrom')} rules={required}>
        <MonthPicker />
      </Form.Item>
      <Form.Item name="reason" label={t('common:reason')} rules={required}>
        <Input.TextArea rows={3} maxLength={MAX_REASON} showCount />
      </Form.Item>
    </FormDrawer>
  );
}
