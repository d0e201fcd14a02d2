import { useQuery } from '@tanstack/react-query';
import { Empty, Timeline } from 'antd';

import { execute } from '../api/execute.js';
import { graphql } from '../api/graphql.js';
import { AuditEntry } from './audit-entry.js';
import type { EntryWords } from './entry-words.js';
import { useText } from '../i18n/use-text.js';
import { FirstOf } from './first-of.js';
import { QueryView } from './query-view.js';

const HISTORY = graphql(`
  query History($entity: String!, $entityId: ID!) {
    history(entity: $entity, entityId: $entityId) {
      total
      items {
        id
        at
        userName
        action
        entity
        entityId
        centerId
        reason
        changes {
          field
          from
          to
        }
        requestId
      }
    }
  }
`);

interface HistoryPanelProps {
  readonly entity: string;
  readonly entityId: string;
  /** Of a record whose entries are named by a form. */
  readonly words?: EntryWords;
}

/** 历史: who changed what in this record, when, from what to what, and why. */
export function HistoryPanel({ entity, entityId, words }: HistoryPanelProps) {
  const { t } = useText();
  const history = useQuery({
    queryKey: ['history', entity, entityId],
    queryFn: async () => (await execute(HISTORY, { entity, entityId })).history,
  });
  return (
    <QueryView query={history}>
      {({ items, total }) =>
        items.length === 0 ? (
          <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('audit:empty')} />
        ) : (
          <>
            <FirstOf shown={items.length} total={total} />
            <Timeline
              items={items.map((event) => ({
                key: event.id,
                content: <AuditEntry event={event} words={words} />,
              }))}
            />
          </>
        )
      }
    </QueryView>
  );
}
