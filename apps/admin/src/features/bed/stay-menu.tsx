import { MoreOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';

import type { StaysQuery } from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { undoName } from './undo-name.js';
import { useDeed, type Deed } from './use-deed.js';

type StayRow = StaysQuery['stays']['items'][number];

/** What the state of a stay allows next. */
function deedsOf(stay: StayRow): readonly Deed[] {
  switch (stay.status) {
    case 'RESERVED':
      return ['admit-stay', 'correct', 'cancel'];
    case 'ACTIVE':
      return [
        stay.absence ? 'return' : 'leave',
        'transfer',
        'swap',
        'discharge',
        'death',
        'correct',
        'undo-admission',
      ];
    case 'ENDED':
      return stay.endKind === 'DISCHARGE' || stay.endKind === 'DEATH'
        ? ['correct', 'undo-end']
        : ['correct'];
    case 'CANCELLED':
      return [];
  }
}

export function StayMenu({ stay }: { readonly stay: StayRow }) {
  const { t } = useText();
  const [, openDeed] = useDeed();
  const deeds = deedsOf(stay);
  if (deeds.length === 0) {
    return null;
  }
  const nameOf = (deed: Deed): string => {
    if (deed === 'undo-admission' || deed === 'undo-end') {
      return t(`bed:deed.${undoName(stay)}`);
    }
    return deed === 'admit-stay'
      ? t('bed:deed.admitReserved')
      : t(`bed:deed.${deed as 'transfer' | 'correct'}`);
  };
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: deeds.map((deed) => ({ key: deed, label: nameOf(deed) })),
        onClick: ({ key }) => {
          const deed = deeds.find((known) => known === key);
          if (deed) {
            openDeed(deed, stay.id);
          }
        },
      }}
    >
      <Button
        type="text"
        icon={<MoreOutlined />}
        aria-label={t('bed:structure.actionsOf', { name: `${stay.residentName} ${stay.bedName}` })}
      />
    </Dropdown>
  );
}
