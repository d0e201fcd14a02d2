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

/** What was checked at admission, as it is kept with the stay; it prints with the page. */
export function SettledChecklist({ items }: { readonly items: Settled }) {
  const { t } = useText();
  if (items.length === 0) {
    return null;
  }
  return (
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
                  <StatusTag tone={TONES[item.state]}>
                    {t(`bed:checklist.items.${item.code}`)} ·{' '}
                    {t(`bed:checklist.${WORDS[item.state]}`)}
                  </StatusTag>{' '}
                  {item.reason ? t('bed:checklist.because', { reason: item.reason }) : ''}
                </li>
              ))}
            </ul>
          ),
        },
      ]}
    />
  );
}
