import { useQuery } from '@tanstack/react-query';
import { Button, Drawer } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';

import { execute } from '../../api/execute.js';
import type { CountyProgressQuery } from '../../gql/graphql.js';
import type { TextKey } from '../../i18n/keys.js';
import { useText } from '../../i18n/use-text.js';
import { Panel } from '../../shared/panel.js';
import { QueryView } from '../../shared/query-view.js';
import { DataTable } from '../../shared/table/data-table.js';
import { PROGRESS, RECORD_PROGRESS } from './compliance.queries.js';
import { ItemList, type Item } from './item-list.js';
import type { CountyPlace } from './policy.page.js';
import { RecordDrawer } from './record.drawer.js';

type Sheet = CountyProgressQuery['countyProgress'];

const PERCENT = 100;

/** How far the county has come: counts over its own records, the targets of its documents, and each center's checklist. */
export function ProgressTab({ place }: { readonly place: CountyPlace }) {
  const { countyCode } = place;
  const [item, setItem] = useState<Item | null>(null);
  const query = useQuery({
    queryKey: ['policy', 'progress', countyCode],
    queryFn: async () => (await execute(PROGRESS, { countyCode })).countyProgress,
  });
  return (
    <QueryView query={query}>
      {(sheet) => (
        <>
          <Counts sheet={sheet} />
          <Centers sheet={sheet} place={place} />
          <Targets sheet={sheet} onRecord={setItem} />
          {item ? (
            <RecordDrawer
              item={item}
              draftKey={`policy-progress:${countyCode}:${item.key}`}
              save={async (values) =>
                await execute(RECORD_PROGRESS, {
                  input: { ...values, evidence: values.evidence ?? '', countyCode, key: item.key },
                })
              }
              onClose={() => setItem(null)}
            />
          ) : null}
        </>
      )}
    </QueryView>
  );
}

type Count = Sheet['counts'][number];

const shareOf = ({ value, outOf }: Pick<Count, 'value' | 'outOf'>): string | null =>
  outOf ? `${Math.round((PERCENT * value) / outOf)}%` : null;

/** Each figure opens the centers it is made of. */
function Counts({ sheet }: { readonly sheet: Sheet }) {
  const { t } = useText();
  const [opened, open] = useState<Count | null>(null);
  return (
    <Panel title={t('policy:progress.counts')}>
      <dl className="yb-effect" style={{ marginBottom: 0 }}>
        {sheet.counts.map((count) => (
          <div key={count.key}>
            <dt>{t(`policy:progress.count.${count.key}` as TextKey)}</dt>
            <dd className="yb-number">
              <Button
                type="link"
                className="yb-number"
                style={{ padding: 0, height: 'auto', fontSize: 'inherit' }}
                onClick={() => open(count)}
              >
                {count.value}
                {count.outOf ? (
                  <span style={{ fontSize: 14, fontWeight: 400 }}>
                    {' '}
                    / {count.outOf} · {shareOf(count)}
                  </span>
                ) : null}
              </Button>
            </dd>
          </div>
        ))}
      </dl>
      <Drawer
        open={opened !== null}
        title={opened ? t(`policy:progress.count.${opened.key}` as TextKey) : ''}
        onClose={() => open(null)}
      >
        {opened ? <CountCenters count={opened} /> : null}
      </Drawer>
    </Panel>
  );
}

function CountCenters({ count }: { readonly count: Count }) {
  const { t } = useText();
  return (
    <DataTable<Count['centers'][number]>
      rowKey="centerId"
      dataSource={[...count.centers].sort((a, b) => b.value - a.value)}
      columns={[
        { key: 'name', title: t('policy:run.center'), dataIndex: 'centerName' },
        { key: 'value', title: t('policy:progress.value'), align: 'right', dataIndex: 'value' },
        ...(count.outOf === null
          ? []
          : [
              {
                key: 'outOf',
                title: t('policy:progress.outOf'),
                align: 'right' as const,
                render: (_: unknown, row: Count['centers'][number]) =>
                  `${row.outOf ?? 0}${row.outOf ? ` · ${shareOf(row)}` : ''}`,
              },
            ]),
      ]}
    />
  );
}

function Centers({ sheet, place }: { readonly sheet: Sheet; readonly place: CountyPlace }) {
  const { t } = useText();
  return (
    <Panel title={t('policy:progress.centers')}>
      <DataTable<Sheet['centers'][number]>
        rowKey="centerId"
        dataSource={[...sheet.centers]}
        columns={[
          {
            key: 'name',
            title: t('policy:run.center'),
            render: (_, row) => (
              <Link to={`${place.base}/centers/${row.centerId}`}>{row.centerName}</Link>
            ),
          },
          { key: 'met', title: t('policy:check.status.MET'), align: 'right', dataIndex: 'met' },
          {
            key: 'notMet',
            title: t('policy:check.status.NOT_MET'),
            align: 'right',
            dataIndex: 'notMet',
          },
          {
            key: 'unknown',
            title: t('policy:check.status.UNKNOWN'),
            align: 'right',
            dataIndex: 'unknown',
          },
        ]}
      />
    </Panel>
  );
}

interface TargetsProps {
  readonly sheet: Sheet;
  readonly onRecord: (item: Item) => void;
}

function Targets({ sheet, onRecord }: TargetsProps) {
  const { t } = useText();
  return (
    <Panel title={t('policy:progress.targets')}>
      {sheet.items.length === 0 ? (
        <p className="yb-soft">{t('policy:progress.noTargets')}</p>
      ) : (
        <ItemList items={sheet.items} onRecord={onRecord} />
      )}
    </Panel>
  );
}
