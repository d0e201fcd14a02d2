import { CalendarOutlined, PlusOutlined, SettingOutlined } from '@ant-design/icons';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Alert, Button, Empty, Segmented } from 'antd';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';

import { execute } from '../../api/execute.js';
import type { BedMapQuery, BedMapState } from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { centerPath } from '../../shared/feature.js';
import { DateInput } from '../../shared/form/date-inputs.js';
import { formatDay } from '../../shared/format.js';
import { PageHeader } from '../../shared/page-header.js';
import { Panel } from '../../shared/panel.js';
import { QueryView } from '../../shared/query-view.js';
import { useCan, useCenter } from '../../shared/session.js';
import { useIsPhone } from '../../shared/use-is-phone.js';
import { useUrlValue } from '../../shared/use-url-value.js';
import { BedBox, type MapBed, type MapRoom } from './bed-box.js';
import { BedDrawer } from './bed-drawer.js';
import { BED_MAP } from './bed.queries.js';
import './bed.css';
import { BedCounts } from './bed-counts.js';
import { DragMoves } from './drag-move.js';
import { DeedHost } from './deed-host.js';
import { useDeed } from './use-deed.js';
import { today } from '../../shared/today.js';

type Map = BedMapQuery['bedMap'];
type Floor = Map['buildings'][number]['floors'][number];

const EVERY_MINUTE = 60_000;

function useBedMap(asOf: string | null) {
  const center = useCenter();
  return useQuery({
    queryKey: ['bed-map', center.id, asOf],
    queryFn: async () => (await execute(BED_MAP, { centerId: center.id, asOf })).bedMap,
    placeholderData: keepPreviousData,
    refetchInterval: EVERY_MINUTE,
  });
}

/** 房态图: building, floor, room, bed – who lies where, on any day. */
export function BedMapPage() {
  const { t, locale } = useText();
  const [asOf, setAsOf] = useUrlValue('day');
  const query = useBedMap(asOf);
  const note = useNote();
  const isPast = asOf !== null && asOf !== today();
  return (
    <>
      <PageHeader
        title={t('bed:map.title')}
        note={note}
        actions={<Actions hasBeds={!query.data || hasBeds(query.data)} />}
      />
      <label className="yb-bed-day">
        {t('bed:map.asOf')}
        <DateInput
          aria-label={t('bed:map.asOf')}
          value={asOf ?? today()}
          onChange={(day) => setAsOf(day === null || day === today() ? null : day)}
        />
      </label>
      {isPast ? (
        <Alert
          type="warning"
          showIcon
          icon={<CalendarOutlined />}
          style={{ marginBottom: 16 }}
          title={t('bed:map.past', { day: formatDay(asOf, locale) })}
          action={
            <Button size="small" onClick={() => setAsOf(null)}>
              {t('bed:map.backToToday')}
            </Button>
          }
        />
      ) : null}
      <QueryView query={query}>{(map) => <MapView map={map} isToday={!isPast} />}</QueryView>
      <DeedHost />
    </>
  );
}

function useNote(): string {
  const { t } = useText();
  const can = useCan();
  const isPhone = useIsPhone();
  return isPhone || !can('stay.write')
    ? t('bed:map.note')
    : `${t('bed:map.note')} ${t('bed:map.drag')}`;
}

const hasBeds = ({ counts }: Map): boolean => counts.beds + counts.closed > 0;

function Actions(props: { readonly hasBeds: boolean }) {
  const { t } = useText();
  const can = useCan();
  const isPhone = useIsPhone();
  const center = useCenter();
  const navigate = useNavigate();
  const [, openDeed] = useDeed();
  return (
    <>
      {can('bed.write') ? (
        <Button
          icon={<SettingOutlined />}
          aria-label={t('bed:menu.structure')}
          style={isPhone ? { flex: 'none' } : {}}
          onClick={() => void navigate(centerPath(center.id, 'beds/structure'))}
        >
          {isPhone ? null : t('bed:menu.structure')}
        </Button>
      ) : null}
      {can('stay.write') && props.hasBeds ? (
        <>
          <Button onClick={() => openDeed('reserve')}>{t('bed:deed.reserve')}</Button>
          <Button type="primary" icon={<PlusOutlined />} onClick={() => openDeed('admit')}>
            {t('bed:deed.admit')}
          </Button>
        </>
      ) : null}
    </>
  );
}

const AWAY: readonly BedMapState[] = ['LEAVE', 'HOSPITAL'];

/** `AWAY` is both kinds of absence; occupied beds include them. */
const matches = (bed: MapBed, only: string | null): boolean =>
  only === null ||
  bed.state === only ||
  (only === 'NURSING' && bed.kind === 'NURSING' && bed.state !== 'CLOSED') ||
  (AWAY.includes(bed.state) && (only === 'AWAY' || only === 'OCCUPIED'));

function MapView({ map, isToday }: { readonly map: Map; readonly isToday: boolean }) {
  const { t } = useText();
  const [building, setBuilding] = useUrlValue('building');
  const [only, setOnly] = useUrlValue('only');
  const [bedId, setBedId] = useUrlValue('bed');
  const [deed] = useDeed();
  const can = useCan();
  const buildings = map.buildings.filter(({ id }) => building === null || id === building);
  const floors = buildings.flatMap((one) =>
    one.floors.map((floor) => ({
      floor: onlyMatching(floor, only),
      title: map.buildings.length > 1 ? `${one.name} ${floor.name}` : floor.name,
    })),
  );
  const shown = floors.filter(({ floor }) => floor.rooms.length > 0);
  if (!hasBeds(map)) {
    return <NoBeds />;
  }
  return (
    <>
      <BedCounts counts={map.counts} only={only} onOnly={setOnly} />
      {map.buildings.length > 1 ? (
        <Segmented
          style={{ marginBottom: 16 }}
          aria-label={t('bed:structure.building')}
          value={building ?? ''}
          options={[
            { value: '', label: t('bed:map.allBuildings') },
            ...map.buildings.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={(value) => setBuilding(value === '' ? null : value)}
        />
      ) : null}
      {shown.length === 0 ? (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('bed:map.noMatch')} />
      ) : null}
      <Moves isOn={isToday && can('stay.write')}>
        {shown.map(({ floor, title }) => (
          <FloorView
            key={floor.id}
            floor={floor}
            title={title}
            asOf={map.asOf}
            isFiltered={only !== null}
            openBed={bedId}
            onOpen={setBedId}
          />
        ))}
      </Moves>
      {bedId && deed === null ? (
        <BedDrawer bed={findBed(map, bedId)} isToday={isToday} onClose={() => setBedId(null)} />
      ) : null}
    </>
  );
}

/** Past days are looked at, not changed. */
const Moves = ({ isOn, children }: { readonly isOn: boolean; readonly children: ReactNode }) =>
  isOn ? <DragMoves>{children}</DragMoves> : children;

function onlyMatching(floor: Floor, only: string | null): Floor {
  const rooms = floor.rooms
    .map((room) => ({ ...room, beds: room.beds.filter((bed) => matches(bed, only)) }))
    .filter(({ beds }) => beds.length > 0);
  return { ...floor, rooms };
}

const findBed = (map: Map, bedId: string): MapBed | undefined =>
  map.buildings
    .flatMap(({ floors }) => floors.flatMap(({ rooms }) => rooms.flatMap(({ beds }) => beds)))
    .find(({ id }) => id === bedId);

interface FloorProps {
  readonly floor: Floor;
  readonly title: string;
  readonly asOf: string;
  /** Only some of the beds are shown, so they are not counted. */
  readonly isFiltered: boolean;
  readonly openBed: string | null;
  readonly onOpen: (bedId: string) => void;
}

function FloorView({ floor, title, asOf, isFiltered, openBed, onOpen }: FloorProps) {
  const { t } = useText();
  const beds = floor.rooms.flatMap((room) => room.beds);
  const free = beds.filter(({ state }) => state === 'FREE').length;
  return (
    <div className="yb-bed-floor">
      <Panel
        title={title}
        actions={
          <span style={{ color: 'var(--yb-ink-soft)' }}>
            {isFiltered ? null : t('bed:map.freeIn', { free, beds: beds.length })}
          </span>
        }
      >
        <div className="yb-bed-rooms">
          {floor.rooms.map((room) => (
            <RoomView key={room.id} room={room} asOf={asOf} openBed={openBed} onOpen={onOpen} />
          ))}
        </div>
      </Panel>
    </div>
  );
}

function RoomView({
  room,
  asOf,
  openBed,
  onOpen,
}: Omit<FloorProps, 'floor' | 'title' | 'isFiltered'> & { readonly room: MapRoom }) {
  const { t } = useText();
  return (
    <section className="yb-bed-room">
      <h3>
        {t('bed:map.room', { name: room.name })}
        {room.sexPolicy === 'ANY' ? null : <span>{t(`bed:sexPolicy.${room.sexPolicy}`)}</span>}
      </h3>
      <div className="yb-bed-boxes">
        {room.beds.map((bed) => (
          <BedBox key={bed.id} bed={bed} asOf={asOf} isOpen={bed.id === openBed} onOpen={onOpen} />
        ))}
      </div>
    </section>
  );
}

function NoBeds() {
  const { t } = useText();
  const can = useCan();
  const center = useCenter();
  const navigate = useNavigate();
  return (
    <Panel>
      <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('bed:map.noBeds')}>
        {can('bed.write') ? (
          <Button
            type="primary"
            onClick={() => void navigate(centerPath(center.id, 'beds/structure?layout=new'))}
          >
            {t('bed:map.makeBeds')}
          </Button>
        ) : null}
      </Empty>
    </Panel>
  );
}
