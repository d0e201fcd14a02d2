import { SwapOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';

import { execute } from '../../api/execute.js';
import type { PolicyPackQuery } from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { DownloadButton } from '../../shared/download-button.js';
import { PageHeader } from '../../shared/page-header.js';
import { Panel } from '../../shared/panel.js';
import { QueryView } from '../../shared/query-view.js';
import { StatusTag } from '../../shared/status-tag.js';
import { UrlTabs } from '../../shared/url-tabs.js';
import { DaySpan } from '../../shared/values.js';
import { ActivationDrawer } from './activation.drawer.js';
import { ClausesTab } from './clauses.tab.js';
import { DecisionsTab } from './decisions.tab.js';
import { DocumentsTab } from './documents.tab.js';
import { PACK } from './policy.queries.js';
import { ProgramsTab } from './programs.tab.js';
import { RemarkList } from './remark-list.js';
import { usePlace, type PolicyPlace } from './use-place.js';
import { STANDING_TONES, usePackWords } from './words.js';
import '../../shared/claim/claim.css';
import './policy.css';

export type PackShown = PolicyPackQuery['policyPack'];

/** One version: what the document says, and what is done with it. */
export function PackPage() {
  const { packId = '' } = useParams();
  const place = usePlace();
  const query = useQuery({
    queryKey: ['policy', 'pack', packId, place.countyCode],
    queryFn: async () => (await execute(PACK, { packId, countyCode: place.countyCode })).policyPack,
  });
  return <QueryView query={query}>{(pack) => <PackView pack={pack} place={place} />}</QueryView>;
}

function PackView({ pack, place }: { readonly pack: PackShown; readonly place: PolicyPlace }) {
  const { t } = useText();
  const { title } = usePackWords();
  const { countyCode } = place;
  const tabs = [
    { key: 'clauses', label: t('policy:pack.tab.clauses'), content: <ClausesTab pack={pack} /> },
    { key: 'programs', label: t('policy:pack.tab.programs'), content: <ProgramsTab pack={pack} /> },
    ...(countyCode === null
      ? []
      : [
          {
            key: 'decisions',
            label: t('policy:pack.tab.decisions'),
            content: <DecisionsTab packId={pack.head.id} place={{ ...place, countyCode }} />,
          },
        ]),
    {
      key: 'documents',
      label: t('policy:pack.tab.documents'),
      content: <DocumentsTab pack={pack} />,
    },
  ];
  return (
    <>
      <PackHeader pack={pack} place={place} />
      {pack.head.missingCount > 0 ? (
        <Alert
          type="warning"
          showIcon
          style={{ marginBottom: 16 }}
          title={t('policy:pack.missing', { count: pack.head.missingCount })}
        />
      ) : null}
      {pack.advice.length > 0 ? (
        <Panel title={t('policy:advice.title', { count: pack.advice.length })}>
          <p className="yb-soft" style={{ marginTop: 0 }}>
            {t('policy:advice.note')}
          </p>
          <RemarkList remarks={pack.advice} />
        </Panel>
      ) : null}
      <UrlTabs tabs={tabs} label={title(pack.head)} />
    </>
  );
}

function PackHeader({ pack, place }: { readonly pack: PackShown; readonly place: PolicyPlace }) {
  const { t } = useText();
  const { title, say } = usePackWords();
  const { head } = pack;
  const { countyCode } = place;
  const [isProposing, setProposing] = useState(false);
  return (
    <>
      <PageHeader
        title={title(head)}
        backTo={place.base}
        tags={
          countyCode === null ? null : (
            <StatusTag tone={STANDING_TONES[head.standing]}>
              {t(`policy:standing.${head.standing}`)}
            </StatusTag>
          )
        }
        note={
          <>
            {say(head.place)} · {t('policy:list.versionOf', { version: head.version })}
            {head.fromOn ? (
              <>
                {' · '}
                <DaySpan from={head.fromOn} until={head.untilOn} />
              </>
            ) : null}
          </>
        }
        actions={
          <>
            <Link to={`${place.base}/packs/${head.id}/compare`}>
              <Button icon={<SwapOutlined aria-hidden />} tabIndex={-1}>
                {t('policy:pack.compare')}
              </Button>
            </Link>
            <DownloadButton href={`/export/pack/${head.id}`}>
              {t('policy:pack.download')}
            </DownloadButton>
            {place.isBureau && countyCode !== null && head.standing !== 'IN_FORCE' ? (
              <Button type="primary" onClick={() => setProposing(true)}>
                {t('policy:pack.propose')}
              </Button>
            ) : null}
          </>
        }
      />
      {isProposing && countyCode !== null ? (
        <ActivationDrawer
          pack={head}
          place={{ ...place, countyCode }}
          onClose={() => setProposing(false)}
        />
      ) : null}
    </>
  );
}
