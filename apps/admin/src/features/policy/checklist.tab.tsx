import { useQuery } from '@tanstack/react-query';
import { Empty } from 'antd';
import { useState } from 'react';

import { execute } from '../../api/execute.js';
import { useText } from '../../i18n/use-text.js';
import { Panel } from '../../shared/panel.js';
import { QueryView } from '../../shared/query-view.js';
import { useCan } from '../../shared/session.js';
import { CHECKLIST, RECORD_COMPLIANCE } from './compliance.queries.js';
import { ItemList, type Item } from './item-list.js';
import { RecordDrawer } from './record.drawer.js';
import { usePackWords } from './words.js';

/** What the rules in force ask of this center beside the money. */
export function ChecklistTab({ centerId }: { readonly centerId: string }) {
  const { t } = useText();
  const { say } = usePackWords();
  const can = useCan();
  const [item, setItem] = useState<Item | null>(null);
  const query = useQuery({
    queryKey: ['policy', 'checklist', centerId],
    queryFn: async () => (await execute(CHECKLIST, { centerId })).complianceSheet,
  });
  return (
    <QueryView query={query}>
      {(sheet) =>
        sheet.items.length === 0 ? (
          <Empty description={t('policy:check.none')} />
        ) : (
          <Panel title={say(sheet.packTitle)}>
            <p style={{ marginTop: 0 }}>
              {t('policy:check.sums', {
                met: sheet.items.filter(({ status }) => status === 'MET').length,
                notMet: sheet.items.filter(({ status }) => status === 'NOT_MET').length,
                unknown: sheet.items.filter(({ status }) => status === 'UNKNOWN').length,
              })}{' '}
              <span className="yb-soft">
                {t('policy:check.known', {
                  beds: sheet.registeredBeds,
                  area: sheet.areaM2 ?? t('common:notRecorded'),
                })}
              </span>
            </p>
            <ItemList items={sheet.items} onRecord={can('grade.write') ? setItem : null} />
            {item ? (
              <RecordDrawer
                item={item}
                draftKey={`policy-check:${centerId}:${item.key}`}
                save={async (values) =>
                  await execute(RECORD_COMPLIANCE, {
                    input: { ...values, evidence: values.evidence ?? '', centerId, key: item.key },
                  })
                }
                onClose={() => setItem(null)}
              />
            ) : null}
          </Panel>
        )
      }
    </QueryView>
  );
}
