import { Button, Descriptions, Empty } from 'antd';
import { Link } from 'react-router';

import { useText } from '../../i18n/use-text.js';
import { centerPath } from '../../shared/feature.js';
import { HistoryPanel } from '../../shared/history-panel.js';
import { useCan, useCenter } from '../../shared/session.js';
import { formatDay } from '../../shared/format.js';
import { Day } from '../../shared/values.js';
import { SideDrawer } from '../../shared/side-drawer.js';
import type { MapBed } from './bed-box.js';
import { BedPast } from './bed-past.js';
import { BedShape } from './bed-shape.js';
import { ageText } from './age.js';
import { undoName } from './undo-name.js';
import { useDeed, type Deed } from './use-deed.js';

const WIDTH = 420;

interface BedDrawerProps {
  readonly bed: MapBed | undefined;
  readonly isToday: boolean;
  readonly onClose: () => void;
}

/** One bed: who lives there, and what can be done next. */
export function BedDrawer({ bed, isToday, onClose }: BedDrawerProps) {
  const { t } = useText();
  const can = useCan();
  if (!bed) {
    return null;
  }
  return (
    <SideDrawer
      onClose={onClose}
      width={WIDTH}
      title={
        <span style={{ display: 'inline-flex', gap: 8, alignItems: 'center' }}>
          {bed.name}
          <BedShape state={bed.state} />
          <span className={`yb-bed-ink-${bed.state}`}>{t(`bed:state.${bed.state}`)}</span>
        </span>
      }
    >
      <WhoIsThere bed={bed} />
      {isToday ? <BedActions bed={bed} /> : null}
      {can('stay.read') ? (
        <details className="yb-bed-history" style={{ marginTop: 24 }}>
          <summary style={{ cursor: 'pointer', marginBottom: 12 }}>{t('bed:drawer.past')}</summary>
          <BedPast bed={bed} />
        </details>
      ) : null}
      {can('bed.read') ? (
        <details className="yb-bed-history" style={{ marginTop: 24 }}>
          <summary style={{ cursor: 'pointer', marginBottom: 12 }}>{t('audit:history')}</summary>
          <HistoryPanel
            entity={bed.stay ? 'stay' : 'bed'}
            entityId={bed.stay ? bed.stay.id : bed.id}
          />
        </details>
      ) : null}
    </SideDrawer>
  );
}

function WhoIsThere({ bed }: { readonly bed: MapBed }) {
  const { t, locale } = useText();
  const center = useCenter();
  const { stay, absence, repair, next } = bed;
  const items = [
    ...(stay
      ? [
          {
            key: 'since',
            label: stay.status === 'RESERVED' ? t('bed:state.RESERVED') : t('bed:drawer.since'),
            children: <Day value={stay.admittedOn} />,
          },
          ...(stay.fromOn === stay.admittedOn
            ? []
            : [
                {
                  key: 'in-bed',
                  label: t('bed:drawer.inBedSince'),
                  children: <Day value={stay.fromOn} />,
                },
              ]),
          ...(stay.expectedUntilOn
            ? [
                {
                  key: 'expected',
                  label: t('bed:drawer.expected'),
                  children: <Day value={stay.expectedUntilOn} />,
                },
              ]
            : []),
        ]
      : []),
    ...(absence
      ? [
          {
            key: 'away',
            label: t(`bed:absenceKind.${absence.kind}`),
            children: <Day value={absence.fromOn} />,
          },
          {
            key: 'planned',
            label: t('bed:drawer.planned'),
            children: absence.plannedUntilOn ? (
              <Day value={absence.plannedUntilOn} />
            ) : (
              t('bed:drawer.notSaid')
            ),
          },
        ]
      : []),
    ...(bed.kind
      ? [
          {
            key: 'kind',
            label: t('bed:kind.title'),
            children: bed.kindFromOn
              ? t('bed:kind.since', {
                  kind: t(`bed:kind.${bed.kind}`),
                  day: formatDay(bed.kindFromOn, locale),
                })
              : t(`bed:kind.${bed.kind}`),
          },
        ]
      : []),
    ...(repair
      ? [
          {
            key: 'repair',
            label: t('bed:drawer.repair'),
            children: (
              <>
                <Day value={repair.fromOn} /> {repair.reason}
              </>
            ),
          },
        ]
      : []),
    ...(next
      ? [
          {
            key: 'next',
            label: t('bed:drawer.next'),
            children: (
              <>
                <Day value={next.fromOn} /> {next.residentName}
              </>
            ),
          },
        ]
      : []),
  ];
  return (
    <>
      {stay ? (
        <div style={{ marginBottom: 12 }}>
          <div style={{ fontSize: 20, fontWeight: 600 }}>{stay.residentName}</div>
          <div style={{ color: 'var(--yb-ink-soft)' }}>
            {t(`bed:sex.${stay.sex as 'M' | 'F'}`)} · {t('bed:age', { age: ageText(stay.bornOn) })}
            {typeof stay.level === 'number' ? ` · ${t('bed:level', { level: stay.level })}` : ''}
          </div>
          <Link
            className="yb-bed-open-file"
            to={centerPath(center.id, `residents/${stay.residentId}`)}
          >
            {t('bed:drawer.openFile')}
          </Link>
        </div>
      ) : null}
      {!stay && !repair && !next && bed.state === 'FREE' ? (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('bed:drawer.empty')} />
      ) : null}
      {items.length > 0 ? <Descriptions column={1} size="small" items={items} /> : null}
    </>
  );
}

interface Action {
  readonly deed: Deed;
  readonly id: string;
  readonly label: string;
  readonly isMain?: boolean;
}

function useActions(bed: MapBed): readonly Action[] {
  const { t } = useText();
  const can = useCan();
  const { stay, next } = bed;
  if (bed.state === 'CLOSED') {
    return can('bed.write') ? [{ deed: 'reopen', id: bed.id, label: t('bed:deed.reopen') }] : [];
  }
  const ofBed: readonly Action[] = can('bed.write')
    ? [
        bed.repair
          ? { deed: 'end-repair', id: bed.id, label: t('bed:deed.endRepair'), isMain: true }
          : { deed: 'repair', id: bed.id, label: t('bed:deed.repair') },
        { deed: 'close', id: bed.id, label: t('bed:deed.close') },
      ]
    : [];
  if (!can('stay.write')) {
    return stay ? [] : ofBed;
  }
  const reserved = stay?.status === 'RESERVED' ? stay : next;
  if (stay && stay.status !== 'RESERVED') {
    return stay.status === 'ACTIVE' ? stayActions(stay, bed.absence !== null, t) : [];
  }
  return [
    ...(reserved
      ? [
          {
            deed: 'admit-stay' as const,
            id: reserved.id,
            label: t('bed:deed.admitReserved'),
            isMain: true,
          },
          { deed: 'cancel' as const, id: reserved.id, label: t('bed:deed.cancel') },
        ]
      : bed.repair
        ? []
        : [
            { deed: 'admit-bed' as const, id: bed.id, label: t('bed:deed.admit'), isMain: true },
            { deed: 'reserve-bed' as const, id: bed.id, label: t('bed:deed.reserve') },
          ]),
    ...ofBed,
  ];
}

function stayActions(
  stay: NonNullable<MapBed['stay']>,
  isAway: boolean,
  t: ReturnType<typeof useText>['t'],
): readonly Action[] {
  const { id } = stay;
  return [
    isAway
      ? { deed: 'return', id, label: t('bed:deed.return'), isMain: true }
      : { deed: 'leave', id, label: t('bed:deed.leave'), isMain: true },
    { deed: 'transfer', id, label: t('bed:deed.transfer') },
    { deed: 'swap', id, label: t('bed:deed.swap') },
    { deed: 'discharge', id, label: t('bed:deed.discharge') },
    { deed: 'death', id, label: t('bed:deed.death') },
    { deed: 'correct', id, label: t('bed:deed.correct') },
    { deed: 'undo-admission', id, label: t(`bed:deed.${undoName(stay)}`) },
  ];
}

function BedActions({ bed }: { readonly bed: MapBed }) {
  const [, openDeed] = useDeed();
  const actions = useActions(bed);
  return (
    <div className="yb-bed-actions">
      {actions.map(({ deed, id, label, isMain }) => (
        <Button key={deed} type={isMain ? 'primary' : 'default'} onClick={() => openDeed(deed, id)}>
          {label}
        </Button>
      ))}
    </div>
  );
}
