import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';

import { execute } from '../../api/execute.js';
import type { ClaimSamplesQuery } from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { formatFen, formatMonth } from '../../shared/format.js';
import { PageHeader } from '../../shared/page-header.js';
import { useCan } from '../../shared/session.js';
import { StatusTag } from '../../shared/status-tag.js';
import { PageTable } from '../../shared/table/page-table.js';
import { useUrlValue } from '../../shared/use-url-value.js';
import { Moment } from '../../shared/values.js';
import './bureau.css';
import { SampleDrawer } from './sample.drawer.js';
import { SAMPLES } from './sample.queries.js';

type Row = ClaimSamplesQuery['claimSamples']['items'][number];

/** Every draw of the county, with how far its inspection has come. */
export function SamplesPage() {
  const { t, locale } = useText();
  const can = useCan();
  const [drawing, setDrawing] = useUrlValue('draw');
  return (
    <>
      <PageHeader
        title={t('bureau:sample.menu')}
        note={t('bureau:sample.note')}
        actions={
          can('review.write') ? (
            <Button type="primary" icon={<PlusOutlined />} onClick={() => setDrawing('yes')}>
              {t('bureau:sample.draw')}
            </Button>
          ) : null
        }
      />
      <PageTable<Row>
        id="claim-samples"
        label={t('bureau:sample.menu')}
        queryKey={['samples']}
        load={async ({ page, pageSize }) =>
          (await execute(SAMPLES, { page, pageSize })).claimSamples
        }
        columns={[
          {
            key: 'period',
            title: t('bureau:sample.period'),
            render: (row) =>
              `${formatMonth(row.period, locale)} · ${t(`bureau:sample.method.${row.method}`)} · ${t(`calls:purpose.${row.purpose}`)}`,
          },
          {
            key: 'population',
            title: t('bureau:sample.population'),
            render: (row) =>
              t('bureau:sample.populationShown', {
                count: row.populationCount,
                yuan: formatFen(row.populationFen),
              }),
          },
          {
            key: 'progress',
            title: t('bureau:sample.resultTitle'),
            render: (row) =>
              // Who was called is told by the calls, not by a visit.
              row.purpose === 'CALL' ? (
                '—'
              ) : (
                <>
                  {t('bureau:sample.progress', { seen: row.seenCount, size: row.size })}{' '}
                  {row.absentCount > 0 ? (
                    <StatusTag tone="stopped">
                      {t('bureau:sample.absent', { count: row.absentCount })}
                    </StatusTag>
                  ) : null}
                </>
              ),
          },
          {
            key: 'by',
            title: t('bureau:sample.by'),
            render: (row) => (
              <>
                {row.drawnByName} <Moment value={row.drawnAt} />
              </>
            ),
          },
        ]}
        rowKey={(row) => row.id}
        rowLink={(row) => `/bureau/samples/${row.id}`}
        empty={{ text: t('bureau:sample.empty') }}
      />
      {drawing ? <SampleDrawer onClose={() => setDrawing(null)} /> : null}
    </>
  );
}
