import { PlusOutlined } from '@ant-design/icons';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Collapse, Empty, Flex, Table } from 'antd';
import { useState, type ReactNode } from 'react';

import { execute } from '../../api/execute.js';
import type { ResidentStaysQuery } from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { ConfirmReason } from '../../shared/confirm-reason.js';
import { QueryView } from '../../shared/query-view.js';
import { useCan } from '../../shared/session.js';
import type { SlotProps } from '../../shared/slots.js';
import { StatusTag } from '../../shared/status-tag.js';
import { Day, Moment } from '../../shared/values.js';
import { CorrectAbsenceForm, type AbsenceView } from './absence-forms.js';
import './bed.css';
import { DeedHost } from './deed-host.js';
import { CANCEL_ABSENCE } from './deed.queries.js';
import { TOUCHED } from './outcome.js';
import { SettledChecklist } from './settled-checklist.js';
import { StayMenu } from './stay-menu.js';
import { RESIDENT_STAYS } from './stay.queries.js';
import { StayStatusTag } from './stay-status.js';
import { useDeed } from './use-deed.js';

type Stays = ResidentStaysQuery['residentStays'];
type StayRow = Stays['stays'][number];

/** Where a person lived and when they were away, with every version of it. */
export function ResidentStaysTab({ residentId }: SlotProps['resident.tabs']) {
  const query = useQuery({
    queryKey: ['resident-stays', residentId],
    queryFn: async () => (await execute(RESIDENT_STAYS, { residentId })).residentStays,
  });
  return (
    <>
      <QueryView query={query}>
        {(data) => (
          <Flex vertical gap={24}>
            <StaysPanel data={data} residentId={residentId} />
            <AbsencesPanel data={data} />
          </Flex>
        )}
      </QueryView>
      <DeedHost />
    </>
  );
}

interface PartProps {
  readonly title: string;
  readonly actions: ReactNode;
  readonly children: ReactNode;
}

/** The tab lies on a sheet already. */
function Part({ title, actions, children }: PartProps) {
  return (
    <section aria-label={title}>
      <Flex justify="space-between" align="center" gap={12} wrap style={{ marginBottom: 12 }}>
        <h2 style={{ margin: 0, fontSize: 16, fontWeight: 600 }}>{title}</h2>
        {actions}
      </Flex>
      {children}
    </section>
  );
}

function StaysPanel({ data, residentId }: { readonly data: Stays; readonly residentId: string }) {
  const { t } = useText();
  const can = useCan();
  const [, openDeed] = useDeed();
  const hasBed = data.stays.some(({ status }) => status === 'ACTIVE' || status === 'RESERVED');
  const actions = can('stay.write') ? (
    <Flex gap={8} wrap>
      <Button onClick={() => openDeed('record-resident', residentId)}>
        {t('bed:deed.record')}
      </Button>
      {hasBed ? null : (
        <>
          <Button onClick={() => openDeed('reserve-resident', residentId)}>
            {t('bed:deed.reserve')}
          </Button>
          <Button type="primary" onClick={() => openDeed('admit-resident', residentId)}>
            {t('bed:deed.admit')}
          </Button>
        </>
      )}
    </Flex>
  ) : null;
  return (
    <Part title={t('bed:tab.stays')} actions={actions}>
      {data.stays.length === 0 ? (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('bed:tab.noStays')} />
      ) : (
        data.stays.map((stay) => <StayLine key={stay.id} stay={stay} data={data} />)
      )}
    </Part>
  );
}

function StayLine({ stay, data }: { readonly stay: StayRow; readonly data: Stays }) {
  const { t } = useText();
  const can = useCan();
  const revisions = data.revisions.filter(({ stayId }) => stayId === stay.id);
  return (
    <div className="yb-structure-row yb-stay-line">
      <div style={{ flex: '1 1 260px' }}>
        <Flex gap={12} wrap align="center">
          <strong>
            {stay.place} {stay.bedName}
          </strong>
          <StayStatusTag status={stay.status} endKind={stay.endKind} />
          {stay.source === 'IMPORTED' ? (
            <span style={{ color: 'var(--yb-ink-soft)' }}>{t('bed:tab.imported')}</span>
          ) : null}
        </Flex>
        <div>
          <Day value={stay.fromOn} /> –{' '}
          {stay.untilOn ? <Day value={stay.untilOn} /> : t('bed:tab.toDate')}
          {stay.stayDays > 0 ? ` · ${t('bed:stays.daysOf', { count: stay.stayDays })}` : ''}
        </div>
        {stay.note ? <div style={{ color: 'var(--yb-ink-soft)' }}>{stay.note}</div> : null}
        <SettledChecklist items={stay.checklist} />
        {revisions.length > 1 ? (
          <Collapse
            ghost
            size="small"
            items={[
              {
                key: 'versions',
                label: `${t('bed:tab.versions')} (${revisions.length})`,
                children: <Revisions revisions={revisions} />,
              },
            ]}
          />
        ) : null}
      </div>
      {can('stay.write') ? <StayMenu stay={stay} /> : null}
    </div>
  );
}

function Revisions({ revisions }: { readonly revisions: Stays['revisions'] }) {
  const { t, lookUp } = useText();
  return (
    <Table
      size="small"
      rowKey="id"
      pagination={false}
      scroll={{ x: 'max-content' }}
      dataSource={[...revisions]}
      columns={[
        {
          key: 'what',
          title: t('bed:tab.versions'),
          render: (_, one) =>
            `${t('bed:tab.revision', { number: one.revision })} · ${lookUp(`audit:actions.any.${one.action}`) ?? one.action}`,
        },
        { key: 'bed', title: t('bed:stays.bed'), render: (_, one) => one.bedName },
        {
          key: 'from',
          title: t('bed:stays.fromOn'),
          render: (_, one) => <Day value={one.fromOn} />,
        },
        {
          key: 'until',
          title: t('bed:stays.untilOn'),
          render: (_, one) => <Day value={one.untilOn} />,
        },
        { key: 'reason', title: t('common:reason'), render: (_, one) => one.reason },
        {
          key: 'who',
          title: t('audit:columns.user'),
          render: (_, one) => (
            <>
              {one.recordedBy} <Moment value={one.recordedAt} />
            </>
          ),
        },
      ]}
    />
  );
}

function AbsencesPanel({ data }: { readonly data: Stays }) {
  const { t } = useText();
  const can = useCan();
  const [, openDeed] = useDeed();
  const client = useQueryClient();
  const [correcting, setCorrecting] = useState<AbsenceView | null>(null);
  const [cancelling, setCancelling] = useState<AbsenceView | null>(null);
  const active = data.stays.find(({ status }) => status === 'ACTIVE');
  const last = active ?? data.stays.find(({ status }) => status === 'ENDED');
  const cancel = async (absence: AbsenceView, reason: string): Promise<void> => {
    const input = { absenceId: absence.id, version: absence.version, reason };
    await execute(CANCEL_ABSENCE, { input });
    await Promise.all(TOUCHED.map(async (queryKey) => client.invalidateQueries({ queryKey })));
  };
  return (
    <Part
      title={t('bed:tab.absences')}
      actions={
        can('stay.write') && last ? (
          <Button icon={<PlusOutlined />} onClick={() => openDeed('leave', last.id)}>
            {t('bed:tab.addAbsence')}
          </Button>
        ) : null
      }
    >
      {data.absences.length === 0 ? (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('bed:tab.noAbsences')} />
      ) : (
        data.absences.map((absence) => (
          <AbsenceLine
            key={absence.id}
            absence={absence}
            activeId={active?.id}
            onCorrect={setCorrecting}
            onCancel={setCancelling}
          />
        ))
      )}
      {correcting ? (
        <CorrectAbsenceForm absence={correcting} onClose={() => setCorrecting(null)} />
      ) : null}
      {cancelling ? (
        <ConfirmReason
          open
          danger
          title={t('bed:tab.cancelAbsence')}
          okText={t('bed:tab.cancelAbsence')}
          note={t('bed:form.undoNote')}
          onConfirm={async (reason) => cancel(cancelling, reason)}
          onClose={() => setCancelling(null)}
        />
      ) : null}
    </Part>
  );
}

interface AbsenceLineProps {
  readonly absence: AbsenceView;
  readonly activeId: string | undefined;
  readonly onCorrect: (absence: AbsenceView) => void;
  readonly onCancel: (absence: AbsenceView) => void;
}

function AbsenceLine({ absence, activeId, onCorrect, onCancel }: AbsenceLineProps) {
  const { t } = useText();
  const can = useCan();
  const [, openDeed] = useDeed();
  const isOpen = absence.untilOn === null && !absence.isCancelled;
  return (
    <div className="yb-structure-row">
      <div style={{ flex: '1 1 260px' }}>
        <Flex gap={12} wrap align="center">
          <strong>{t(`bed:absenceKind.${absence.kind}`)}</strong>
          {absence.isCancelled ? (
            <StatusTag tone="stopped">{t('bed:tab.cancelledAbsence')}</StatusTag>
          ) : isOpen ? (
            <StatusTag tone="going">{t('bed:tab.stillAway')}</StatusTag>
          ) : null}
        </Flex>
        <div>
          <Day value={absence.fromOn} /> –{' '}
          {isOpen ? t('bed:tab.toDate') : <Day value={absence.untilOn} />}
          {isOpen && absence.plannedUntilOn ? (
            <>
              {' '}
              · {t('bed:drawer.planned')} <Day value={absence.plannedUntilOn} />
            </>
          ) : null}
        </div>
        {absence.bedHeld ? null : <div>{t('bed:tab.bedNotHeld')}</div>}
        {absence.note ? <div style={{ color: 'var(--yb-ink-soft)' }}>{absence.note}</div> : null}
      </div>
      {can('stay.write') && !absence.isCancelled ? (
        <Flex gap={8} wrap>
          {isOpen && activeId ? (
            <Button type="primary" onClick={() => openDeed('return', activeId)}>
              {t('bed:deed.return')}
            </Button>
          ) : null}
          <Button onClick={() => onCorrect(absence)}>{t('bed:tab.editAbsence')}</Button>
          <Button danger onClick={() => onCancel(absence)}>
            {t('bed:tab.cancelAbsence')}
          </Button>
        </Flex>
      ) : null}
    </div>
  );
}
