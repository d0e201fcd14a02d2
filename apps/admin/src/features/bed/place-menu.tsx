import { MoreOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Dropdown } from 'antd';
import type { ReactNode } from 'react';

import { execute } from '../../api/execute.js';
import { useText } from '../../i18n/use-text.js';
import { useCan } from '../../shared/session.js';
import { useErrorText } from '../../shared/use-error-text.js';
import type { MapBed } from './bed-box.js';
import { REMOVE_PLACE, SORT_PLACES } from './bed.queries.js';
import { TOUCHED } from './outcome.js';
import type { Place } from './place-forms.js';
import { useDeed } from './use-deed.js';

export interface OpenForm {
  readonly form: 'rename' | 'rooms' | 'beds' | 'kind';
  readonly place: Place;
  readonly start: number;
}

export interface Opens {
  readonly onOpen: (form: OpenForm) => void;
}

interface PlaceMenuProps extends Opens {
  readonly place: Place;
  readonly siblings: readonly string[];
  readonly more?: OpenForm;
  readonly bed?: MapBed;
  readonly children?: ReactNode;
}

function useBedItems(bed: MapBed | undefined) {
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

export function PlaceMenu({ place, siblings, more, bed, onOpen, children }: PlaceMenuProps) {
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
    ...(place.bedIds.length > 0 ? [{ key: 'kind', label: t('bed:kind.set') }] : []),
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
      case 'kind':
        onOpen({ form: key, place, start: 1 });
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
          aria-label={t('bed:structure.actionsOf', { name: place.fullName })}
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
      title: t('bed:structure.removeConfirm', { name: place.fullName }),
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
