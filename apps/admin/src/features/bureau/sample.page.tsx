import { PrinterOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Descriptions, Flex } from 'antd';
import { useState } from 'react';
import { useParams } from 'react-router';

import { execute } from '../../api/execute.js';
import type { ClaimSampleQuery } from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { DownloadButton } from '../../shared/download-button.js';
import { ErrorAlert } from '../../shared/error-alert.js';
import { formatFen, formatMonth } from '../../shared/format.js';
import { PageHeader } from '../../shared/page-header.js';
import { Panel } from '../../shared/panel.js';
import { QueueCallButton } from '../../shared/claim/queue-call-button.js';
import { useCan } from '../../shared/session.js';
import { QueryView } from '../../shared/query-view.js';
import { useIsPhone } from '../../shared/use-is-phone.js';
import { Moment } from '../../shared/values.js';
import './bureau.css';
import { RollCall } from './roll-call.js';
import { REDRAW, SAMPLE } from './sample.queries.js';

export type Sample = ClaimSampleQuery['claimSample'];

export function SamplePage() {
  const { sampleId = '' } = useParams();
  const query = useQuery({
    queryKey: ['samples', sampleId],
    queryFn: async () => (await execute(SAMPLE, { id: sampleId })).claimSample,
  });
  return <QueryView query={query}>{(sample) => <SampleView sample={sample} />}</QueryView>;
}

function SampleView({ sample }: { readonly sample: Sample }) {
  const { t, locale } = useText();
  const can = useCan();
  const isPhone = useIsPhone();
  const [isAsked, ask] = useState(false);
  const actions = (
    <>
      {can('review.write') ? <QueueCallButton whom={{ sampleId: sample.id }} /> : null}
      <Button onClick={() => ask(true)}>{t('bureau:sample.redraw')}</Button>
      <DownloadButton href={sample.path}>{t('bureau:sample.file')}</DownloadButton>
      <Button type="primary" icon={<PrinterOutlined />} onClick={() => window.print()}>
        {t('bureau:sample.print')}
      </Button>
    </>
  );
  const about = (
    <Panel>
      <About sample={sample} />
    </Panel>
  );
  return (
    <>
      <PageHeader
        title={`${t('bureau:sample.sheet')} ${formatMonth(sample.period, locale)}`}
        note={t('bureau:sample.sheetNote')}
        backTo="/bureau/samples"
        actions={isPhone ? null : actions}
      />
      {isPhone ? null : about}
      {isAsked && !isPhone ? <Redrawn sample={sample} /> : null}
      <Panel>
        <RollCall sample={sample} />
        <p className="yb-sign">
          <span>{t('bureau:sample.signInspector')}</span>
          <span>{t('bureau:sample.signCenter')}</span>
          <span>{t('bureau:sample.signDate')}</span>
        </p>
      </Panel>
      {isPhone ? (
        // Whoever stands in the room ticks; what an auditor asks for comes after the list.
        <>
          {about}
          <Flex vertical gap={8} className="yb-roll-after yb-no-print">
            {actions}
          </Flex>
          {isAsked ? <Redrawn sample={sample} /> : null}
        </>
      ) : null}
    </>
  );
}

function About({ sample }: { readonly sample: Sample }) {
  const { t } = useText();
  const facts = [
    ['methodTitle', t(`bureau:sample.method.${sample.method}`)],
    ['seed', <span className="yb-digest">{sample.seed}</span>],
    [
      'population',
      t('bureau:sample.populationShown', {
        count: sample.populationCount,
        yuan: formatFen(sample.populationFen),
      }),
    ],
    ['digest', <span className="yb-digest">{sample.populationSha256}</span>],
  ] as const;
  return (
    <>
      <Descriptions
        column={{ xs: 1, md: 2 }}
        items={[
          ...facts.map(([name, value]) => ({
            key: name,
            label: t(`bureau:sample.${name}`),
            children: value,
          })),
          {
            key: 'by',
            label: t('bureau:sample.by'),
            children: (
              <span>
                {sample.drawnByName} · <Moment value={sample.drawnAt} />
              </span>
            ),
          },
          {
            key: 'progress',
            label: t('bureau:sample.resultTitle'),
            children: t('bureau:sample.progress', { seen: sample.seenCount, size: sample.size }),
          },
        ]}
      />
      <p className="yb-soft" style={{ marginBottom: 0 }}>
        {t('bureau:sample.fileNote')}
      </p>
    </>
  );
}

/** Draws once more on the spot, for whoever doubts it. */
function Redrawn({ sample }: { readonly sample: Sample }) {
  const { t } = useText();
  const { data, error } = useQuery({
    queryKey: ['samples', sample.id, 'redraw'],
    queryFn: async () => (await execute(REDRAW, { id: sample.id })).redrawClaimSample,
    gcTime: 0,
  });
  if (error) {
    return <ErrorAlert error={error} />;
  }
  return data ? (
    <Alert
      type={data.isSame && data.isPopulationSame ? 'success' : 'error'}
      showIcon
      style={{ margin: '16px 0' }}
      title={
        data.isSame && data.isPopulationSame
          ? t('bureau:sample.redrawSame', { count: data.drawn.length })
          : t('bureau:sample.redrawOther')
      }
    />
  ) : null;
}
