import { PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Empty, Tag } from 'antd';
import { useState } from 'react';

import { execute } from '../../api/execute.js';
import type { BedMapQuery } from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { centerPath } from '../../shared/feature.js';
import { PageHeader } from '../../shared/page-header.js';
import { Panel } from '../../shared/panel.js';
import { QueryView } from '../../shared/query-view.js';
import { useCan, useCenter } from '../../shared/session.js';
import { useUrlValue } from '../../shared/use-url-value.js';
import { BED_MAP } from './bed.queries.js';
import { BedShape } from './bed-shape.js';
import './bed.css';
import { DeedHost } from './deed-host.js';
import { KindForm } from './kind-form.js';
import { KindMark } from './kind-mark.js';
import { LayoutDrawer } from './layout.drawer.js';
import { AddBedsForm, AddRoomsForm, RenameForm, type Place } from './place-forms.js';
import { PlaceMenu, type OpenForm, type Opens } from './place-menu.js';

type Building = BedMapQuery['bedMap']['buildings'][number];
type Floor = Building['floors'][number];
type Room = Floor['rooms'][number];
type Bed = Room['beds'][number];

const bedsIn = (floors: readonly Floor[]): string[] =>
  floors.flatMap(({ rooms }) => rooms.flatMap(({ beds }) => beds.map(({ id }) => id)));

/** The house as it is built: many places at once, or one by one. */
export function StructurePage() {
  const { t } = useText();
  const center = useCenter();
  const can = useCan();
  const [layout, setLayout] = useUrlValue('layout');
  const query = useQuery({
    queryKey: ['bed-map', center.id, null],
    queryFn: async () => (await execute(BED_MAP, { centerId: center.id })).bedMap,
  });
  return (
    <>
      <PageHeader
        title={t('bed:structure.title')}
        note={t('bed:structure.note')}
        backTo={centerPath(center.id, 'beds')}
        actions={
          can('bed.write') ? (
            <Button type="primary" icon={<PlusOutlined />} onClick={() => setLayout('new')}>
              {t('bed:structure.layOut')}
            </Button>
          ) : null
        }
      />
      <QueryView query={query}>
        {({ buildings }) => (
          <>
            <Buildings buildings={buildings} />
            {layout ? (
              <LayoutDrawer
                buildings={buildings}
                buildingId={layout === 'new' ? undefined : layout}
                onClose={() => setLayout(null)}
              />
            ) : null}
          </>
        )}
      </QueryView>
      <DeedHost />
    </>
  );
}

function Buildings({ buildings }: { readonly buildings: readonly Building[] }) {
  const { t } = useText();
  const [open, setOpen] = useState<OpenForm | null>(null);
  if (buildings.length === 0) {
    return (
      <Panel>
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('bed:structure.empty')} />
      </Panel>
    );
  }
  const close = (): void => setOpen(null);
  return (
    <>
      {buildings.map((building) => (
        <BuildingView
          key={building.id}
          building={building}
          siblings={buildings.map(({ id }) => id)}
          onOpen={setOpen}
        />
      ))}
      {open?.form === 'kind' ? <KindForm place={open.place} onClose={close} /> : null}
      {open?.form === 'rename' ? <RenameForm place={open.place} onClose={close} /> : null}
      {open?.form === 'rooms' ? (
        <AddRoomsForm place={open.place} start={open.start} onClose={close} />
      ) : null}
      {open?.form === 'beds' ? (
        <AddBedsForm place={open.place} start={open.start} onClose={close} />
      ) : null}
    </>
  );
}

function BuildingView(
  props: Opens & { readonly building: Building; readonly siblings: readonly string[] },
) {
  const { building } = props;
  const place: Place = {
    kind: 'BUILDING',
    fullName: building.name,
    bedIds: bedsIn(building.floors),
    ...building,
  };
  return (
    <div style={{ marginBottom: 16 }}>
      <Panel
        title={building.name}
        actions={<PlaceMenu place={place} siblings={props.siblings} onOpen={props.onOpen} />}
      >
        {building.floors.map((floor) => (
          <FloorView
            key={floor.id}
            floor={floor}
            siblings={building.floors.map(({ id }) => id)}
            onOpen={props.onOpen}
          />
        ))}
      </Panel>
    </div>
  );
}

function FloorView(props: Opens & { readonly floor: Floor; readonly siblings: readonly string[] }) {
  const { t } = useText();
  const { floor } = props;
  const beds = floor.rooms.flatMap((room) => room.beds).length;
  const place: Place = { kind: 'FLOOR', fullName: floor.name, bedIds: bedsIn([floor]), ...floor };
  return (
    <section style={{ marginTop: 12 }}>
      <div className="yb-structure-row" style={{ borderTop: 0, paddingBottom: 4 }}>
        <h3 style={{ margin: 0, fontSize: 15 }}>
          {floor.name}{' '}
          <span style={{ color: 'var(--yb-ink-soft)', fontWeight: 400 }}>
            {t('bed:structure.bedsCount', { count: beds })}
          </span>
        </h3>
        <PlaceMenu
          place={place}
          siblings={props.siblings}
          more={{ form: 'rooms', place, start: floor.rooms.length + 1 }}
          onOpen={props.onOpen}
        />
      </div>
      {floor.rooms.map((room) => (
        <RoomView
          key={room.id}
          room={room}
          siblings={floor.rooms.map(({ id }) => id)}
          onOpen={props.onOpen}
        />
      ))}
    </section>
  );
}

function RoomView(props: Opens & { readonly room: Room; readonly siblings: readonly string[] }) {
  const { t } = useText();
  const { room } = props;
  const place: Place = {
    kind: 'ROOM',
    fullName: room.name,
    bedIds: room.beds.map(({ id }) => id),
    ...room,
  };
  return (
    <div className="yb-structure-row">
      <div className="yb-structure-name">
        <strong>{room.name}</strong>{' '}
        {room.sexPolicy === 'ANY' ? null : <Tag>{t(`bed:sexPolicy.${room.sexPolicy}`)}</Tag>}
      </div>
      <div className="yb-structure-beds" style={{ flex: 1 }}>
        {room.beds.map((bed) => (
          <BedButton
            key={bed.id}
            bed={bed}
            siblings={room.beds.map(({ id }) => id)}
            onOpen={props.onOpen}
          />
        ))}
      </div>
      <PlaceMenu
        place={place}
        siblings={props.siblings}
        more={{ form: 'beds', place, start: room.beds.length + 1 }}
        onOpen={props.onOpen}
      />
    </div>
  );
}

function BedButton(props: Opens & { readonly bed: Bed; readonly siblings: readonly string[] }) {
  const { t } = useText();
  const { bed } = props;
  const { id, version } = bed;
  const place: Place = {
    kind: 'BED',
    id,
    name: bed.label,
    fullName: bed.name,
    bedIds: [id],
    version,
  };
  return (
    <PlaceMenu place={place} bed={bed} siblings={props.siblings} onOpen={props.onOpen}>
      <Button size="middle" aria-label={`${bed.name} ${t(`bed:state.${bed.state}`)}`}>
        <BedShape state={bed.state} />
        {bed.label}
        <KindMark kind={bed.kind} />
        <span className={`yb-bed-ink-${bed.state}`} style={{ fontSize: 13 }}>
          {t(`bed:state.${bed.state}`)}
        </span>
      </Button>
    </PlaceMenu>
  );
}
