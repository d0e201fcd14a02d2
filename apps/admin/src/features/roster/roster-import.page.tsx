import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useCallback, useState } from 'react';
import { useNavigate, useParams } from 'react-router';

import { execute } from '../../api/execute.js';
import type { RosterImportQuery } from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { centerPath } from '../../shared/feature.js';
import { DiscardButton } from '../../shared/files/discard-button.js';
import { JobProgress } from '../../shared/jobs/job-progress.js';
import { PageHeader } from '../../shared/page-header.js';
import { Panel } from '../../shared/panel.js';
import { QueryView } from '../../shared/query-view.js';
import { useCenter } from '../../shared/session.js';
import { MapStep } from './map-step.js';
import { ReviewStep } from './review-step.js';
import { DISCARD_ROSTER, ROSTER_IMPORT } from './roster.queries.js';
import { RosterSteps } from './roster-steps.js';
import './roster.css';

export type RosterList = RosterImportQuery['rosterImport'];

const STEP_OF: Record<RosterList['status'], number> = {
  UPLOADED: 1,
  CHECKING: 2,
  CHECKED: 3,
  APPLYING: 3,
  DONE: 4,
};

function Working({ list }: { readonly list: RosterList }) {
  const { t } = useText();
  const client = useQueryClient();
  const refresh = useCallback(
    () =>
      void Promise.all(
        [['roster', list.id], ['rosters'], ['roster-rows', list.id], ['residents']].map(
          async (queryKey) => await client.invalidateQueries({ queryKey }),
        ),
      ),
    [client, list.id],
  );
  return (
    <Panel title={t(list.status === 'CHECKING' ? 'roster:working.check' : 'roster:working.accept')}>
      {list.jobId ? <JobProgress jobId={list.jobId} onDone={refresh} /> : null}
    </Panel>
  );
}

function ImportView({ list }: { readonly list: RosterList }) {
  const { t } = useText();
  const center = useCenter();
  const navigate = useNavigate();
  const [isMapping, setMapping] = useState(false);
  const isWorking = list.status === 'CHECKING' || list.status === 'APPLYING';
  const showMapping = list.status === 'UPLOADED' || (isMapping && !isWorking);
  return (
    <>
      <PageHeader
        title={list.fileName}
        note={[
          t(`roster:kinds.${list.kind}`),
          ...(list.sheetName === 'CSV' ? [] : [t('roster:sheet', { name: list.sheetName })]),
          t('roster:recent.rows', { rows: list.rowCount }),
        ].join(' · ')}
        backTo={centerPath(center.id, 'roster')}
        actions={
          <>
            {list.status === 'CHECKED' && !isMapping ? (
              <Button onClick={() => setMapping(true)}>{t('roster:map.again')}</Button>
            ) : null}
            {isWorking || list.status === 'DONE' ? null : (
              <DiscardButton
                label={t('roster:discard')}
                note={t('roster:discardNote')}
                onDiscard={async () => {
                  await execute(DISCARD_ROSTER, { importId: list.id });
                  void navigate(centerPath(center.id, 'roster'));
                }}
              />
            )}
          </>
        }
      />
      <RosterSteps current={showMapping ? 1 : STEP_OF[list.status]} />
      {isWorking ? <Working list={list} /> : null}
      {showMapping ? <MapStep list={list} onStarted={() => setMapping(false)} /> : null}
      {!showMapping && !isWorking ? <ReviewStep list={list} /> : null}
    </>
  );
}

export function RosterImportPage() {
  const { importId = '' } = useParams();
  const query = useQuery({
    queryKey: ['roster', importId],
    queryFn: async () => (await execute(ROSTER_IMPORT, { id: importId })).rosterImport,
  });
  return <QueryView query={query}>{(list) => <ImportView key={list.id} list={list} />}</QueryView>;
}
