import { DownloadOutlined } from '@ant-design/icons';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Button, Flex, Radio } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';

import { execute } from '../../api/execute.js';
import type { RosterImportsQuery, RosterKind } from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { ErrorAlert } from '../../shared/error-alert.js';
import { centerPath } from '../../shared/feature.js';
import { PageHeader } from '../../shared/page-header.js';
import { Panel } from '../../shared/panel.js';
import { QueryView } from '../../shared/query-view.js';
import { useCenter } from '../../shared/session.js';
import { StatusTag, type StatusTone } from '../../shared/status-tag.js';
import { Moment } from '../../shared/values.js';
import { SheetDrop } from '../../shared/files/sheet-drop.js';
import { ROSTER_IMPORTS } from './roster.queries.js';
import { RosterSteps } from './roster-steps.js';
import { uploadRoster } from './upload-roster.js';
import './roster.css';

const KINDS: readonly RosterKind[] = ['ROSTER', 'PAST_STAYS', 'ABSENCES'];

type Import = RosterImportsQuery['rosterImports'][number];

const TONES: Record<Import['status'], StatusTone> = {
  UPLOADED: 'waiting',
  CHECKING: 'going',
  CHECKED: 'waiting',
  APPLYING: 'going',
  DONE: 'done',
};

function UploadStep() {
  const { t } = useText();
  const center = useCenter();
  const navigate = useNavigate();
  const [kind, setKind] = useState<RosterKind>('ROSTER');
  const upload = useMutation({
    mutationFn: async (file: File) => await uploadRoster(file, { centerId: center.id, kind }),
    onSuccess: (id) => void navigate(centerPath(center.id, `roster/${id}`)),
  });
  return (
    <Panel>
      {upload.error ? <ErrorAlert error={upload.error} /> : null}
      <Flex gap={12} wrap align="center" style={{ marginBottom: 16 }}>
        <Radio.Group
          aria-label={t('roster:kind')}
          optionType="button"
          value={kind}
          options={KINDS.map((value) => ({ value, label: t(`roster:kinds.${value}`) }))}
          onChange={(event) => setKind(event.target.value as RosterKind)}
        />
        <Button icon={<DownloadOutlined aria-hidden />} href={`/files/roster/template/${kind}`}>
          {t('roster:template')}
        </Button>
      </Flex>
      <p className="yb-roster-note">{t(`roster:kindNotes.${kind}`)}</p>
      <SheetDrop
        text={upload.isPending ? t('roster:uploading') : t('roster:drop')}
        note={t('roster:dropNote')}
        isBusy={upload.isPending}
        onFile={(file) => upload.mutate(file)}
      />
    </Panel>
  );
}

function Recent({ items }: { readonly items: readonly Import[] }) {
  const { t } = useText();
  const center = useCenter();
  return (
    <ul className="yb-roster-recent">
      {items.map((item) => (
        <li key={item.id}>
          <Link to={centerPath(center.id, `roster/${item.id}`)}>{item.fileName}</Link>
          <span>{t(`roster:kinds.${item.kind}`)}</span>
          <StatusTag tone={TONES[item.status]}>{t(`roster:status.${item.status}`)}</StatusTag>
          <span>
            {item.status === 'DONE' && item.counts
              ? t('roster:recent.result', item.counts)
              : t('roster:recent.rows', { rows: item.rowCount })}
          </span>
          <span className="yb-roster-note">
            {item.createdBy} · <Moment value={item.createdAt} />
          </span>
        </li>
      ))}
    </ul>
  );
}

/** The first of five steps, and what came in before. */
export function RosterPage() {
  const { t } = useText();
  const center = useCenter();
  const query = useQuery({
    queryKey: ['rosters', center.id],
    queryFn: async () => (await execute(ROSTER_IMPORTS, { centerId: center.id })).rosterImports,
  });
  return (
    <>
      <PageHeader title={t('roster:menu')} note={t('roster:note')} />
      <RosterSteps current={0} />
      <UploadStep />
      <QueryView query={query} rows={3}>
        {(items) =>
          items.length === 0 ? null : (
            <Panel title={t('roster:recent.title')}>
              <Recent items={items} />
            </Panel>
          )
        }
      </QueryView>
    </>
  );
}
