import { Collapse } from 'antd';

import type { ResidentStaysQuery } from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { StatusTag } from '../../shared/status-tag.js';

type Settled = ResidentStaysQuery['residentStays']['stays'][number]['checklist'];

const TONES = {
  DONE: 'done',
  OPEN: 'stopped',
  WARNING: 'warning',
  OVERRIDDEN: 'warning',
} as const;
const WORDS = { DONE: 'done', OPEN: 'open', WARNING: 'warning', OVERRIDDEN: 'overridden' } as const;

/** What was checked at admission, as kept with the stay. What was overridden, and why, always shows and prints. */
export function SettledChecklist({ items }: { readonly items: Settled }) {
  const { t } = useText();
  if (items.length === 0) {
    return null;
  }
  const overridden = items.filter(({ state }) => state === 'OVERRIDDEN');
  return (
    <>
      {overridden.map((item) => (
        <SettledLine key={item.code} item={item} />
      ))}
      <Collapse
        ghost
        size="small"
        items={[
          {
            key: 'checklist',
            label: t('bed:tab.checklist'),
            forceRender: true,
            children: (
              <ul style={{ margin: 0, padding: 0, listStyle: 'none' }}>
                {items.map((item) => (
                  <li key={item.code}>
                    <SettledLine item={item} />
                  </li>
                ))}
              </ul>
            ),
          },
        ]}
      />
    </>
  );
}

function SettledLine({ item }: { readonly item: Settled[number] }) {
  const { t } = useText();
  return (
    <div>
      <StatusTag tone={TONES[item.state]}>
        {t(`bed:checklist.items.${item.code}`)} · {t(`bed:checklist.${WORDS[item.state]}`)}
      </StatusTag>{' '}
      {item.reason ? t('bed:checklist.because', { reason: item.reason }) : ''}
    </div>
  );
}
