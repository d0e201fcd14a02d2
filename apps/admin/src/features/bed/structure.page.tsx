import { MoreOutlined, PlusOutlined } from '@ant-design/icons';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Dropdown, Empty, Tag } from 'antd';
import { useState } from 'react';

import { execute } from '../../api/execute.js';
import type { BedMapQuery } from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { centerPath } from '../../shared/feature.js';
import { PageHeader } from '../../shared/page-header.js';
import { Panel } from '../../shared/panel.js';
import { QueryView } from '../../shared/query-view.js';
import { useCan, useCenter } from '../../shared/session.js';
import { useErrorText } from '../../shared/use-error-text.js';
import { useUrlValue } from '../../shared/use-url-value.js';
import { BED_MAP, REMOVE_PLACE, SORT_PLACES } from './bed.queries.js';
import { BedShape } from './bed-shape.js';
import './bed.css';
import { DeedHost } from './deed-host.js';
import { LayoutDrawer } from './layout.drawer.js';
import { TOUCHED } from './outcome.js';
import { AddBedsForm, AddRoomsForm, RenameForm, type Place } from './place-forms.js';
import { useDeed } from './use-deed.js';

type Building = BedMapQuery['bedMap']['buildings'][number];
type Floor = Building['floors'][number];
type Room = Floor['rooms'][number];
type Bed = Room['beds'][number];

interface OpenForm {
  readonly form: 'rename' | 'rooms' | 'beds';
  readonly place: Place;
  readonly start: number;
}

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

interface Opens {
  readonly onOpen: (form: OpenForm) => void;
}

function BuildingView(
  props: Opens & { readonly building: Building; readonly siblings: readonly string[] },
) {
  const { building } = props;
  const place: Place = { kind: 'BUILDING', ...building };
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
  const place: Place = { kind: 'FLOOR', ...floor };
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
  const place: Place = { kind: 'ROOM', ...room };
  return (
    <div className="yb-structure-row">
      <div style={{ minWidth: 120 }}>
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
  const place: Place = { kind: 'BED', id: bed.id, name: bed.label, version: bed.version };
  return (
    <PlaceMenu place={place} bed={bed} siblings={props.siblings} onOpen={props.onOpen}>
      <Button size="middle" aria-label={`${bed.name} ${t(`bed:state.${bed.state}`)}`}>
        <BedShape state={bed.state} />
        {bed.label}
        <span className={`yb-bed-ink-${bed.state}`} style={{ fontSize: 13 }}>
          {t(`bed:state.${bed.state}`)}
        </span>
      </Button>
    </PlaceMenu>
  );
}

interface PlaceMenuProps extends Opens {
  readonly place: Place;
  readonly siblings: readonly string[];
  readonly more?: OpenForm;
  readonly bed?: Bed;
  readonly children?: React.ReactNode;
}

function useBedItems(bed: Bed | undefined) {
  const { t } = useText();
  if (!bed) {
    return [];
  }
  if (bed.state === 'CLOSED') {
    return [{ key: 'reopen', label: t('bed:deed.reopen') }];
  }
  return [
    bed.repair
      ? { key: 'end-repair', label: t('bed:deed.endRepair') }
      : { key: 'repair', label: t('bed:deed.repair') },
    { key: 'close', label: t('bed:deed.close') },
  ];
}

function PlaceMenu({ place, siblings, more, bed, onOpen, children }: PlaceMenuProps) {
  const { t } = useText();
  const can = useCan();
  const act = usePlaceDeeds(place, siblings);
  const [, openDeed] = useDeed();
  const bedItems = useBedItems(bed);
  if (!can('bed.write')) {
    return children;
  }
  const at = siblings.indexOf(place.id);
  const items = [
    ...(more
      ? [
          {
            key: 'more',
            label: t(more.form === 'rooms' ? 'bed:structure.addRooms' : 'bed:structure.addBeds'),
          },
        ]
      : []),
    ...bedItems,
    {
      key: 'rename',
      label: t(place.kind === 'ROOM' ? 'bed:structure.editRoom' : 'bed:structure.rename'),
    },
    { key: 'up', label: t('bed:structure.up'), disabled: at <= 0 },
    { key: 'down', label: t('bed:structure.down'), disabled: at === siblings.length - 1 },
    { key: 'remove', label: t('bed:structure.remove'), danger: true },
  ];
  const choose = (key: string): void => {
    switch (key) {
      case 'more':
        if (more) {
          onOpen(more);
        }
        break;
      case 'rename':
        onOpen({ form: 'rename', place, start: 1 });
        break;
      case 'repair':
      case 'end-repair':
      case 'close':
      case 'reopen':
        openDeed(key, place.id);
        break;
      case 'up':
      case 'down':
        void act.move(key === 'up' ? -1 : 1);
        break;
      case 'remove':
        act.remove();
    }
  };
  return (
    <Dropdown trigger={['click']} menu={{ items, onClick: ({ key }) => choose(key) }}>
      {children ?? (
        <Button
          type="text"
          icon={<MoreOutlined />}
          aria-label={t('bed:structure.actionsOf', { name: place.name })}
        />
      )}
    </Dropdown>
  );
}

function usePlaceDeeds(place: Place, siblings: readonly string[]) {
  const { t } = useText();
  const client = useQueryClient();
  const { modal, message } = App.useApp();
  const errorText = useErrorText();
  const attempt = async (deed: () => Promise<unknown>): Promise<void> => {
    try {
      await deed();
      await Promise.all(TOUCHED.map(async (queryKey) => client.invalidateQueries({ queryKey })));
    } catch (error) {
      void message.error(errorText(error).sentence);
    }
  };
  const move = async (by: number): Promise<void> => {
    const ids = siblings.filter((id) => id !== place.id);
    ids.splice(siblings.indexOf(place.id) + by, 0, place.id);
    await attempt(async () => execute(SORT_PLACES, { input: { kind: place.kind, ids } }));
  };
  const remove = (): void => {
    void modal.confirm({
      title: t('bed:structure.removeConfirm', { name: place.name }),
      content: t('bed:structure.removeNote'),
      okText: t('bed:structure.remove'),
      okButtonProps: { danger: true },
      cancelText: t('common:cancel'),
      onOk: async () => {
        const input = { kind: place.kind, id: place.id };
        await attempt(async () => execute(REMOVE_PLACE, { input }));
      },
    });
  };
  return { move, remove };
}
