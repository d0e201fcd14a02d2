import { useQuery } from '@tanstack/react-query';
import { Button, Flex, Form, Input } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';

import { execute } from '../../api/execute.js';
import type { ChecklistAction, StayChecklistQuery } from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { centerPath } from '../../shared/feature.js';
import { formatDay } from '../../shared/format.js';
import { QueryView } from '../../shared/query-view.js';
import { useCenter } from '../../shared/session.js';
import { StatusTag } from '../../shared/status-tag.js';
import { STAY_CHECKLIST } from './stay.queries.js';

type Item = StayChecklistQuery['stayChecklist'][number];

const REASON_MAX = 500;
const MENTIONED_WHEN_OPEN: readonly string[] = [
  'ROOM_SEX',
  'ABSENCE_OPEN',
  'DRAFT_ASSESSMENT',
  'RESERVED_FUTURE',
  'AGREEMENT_OPEN',
];

interface ChecklistProps {
  readonly action: ChecklistAction;
  readonly residentId: string | undefined;
  readonly on: string | undefined;
  readonly bedId?: string | undefined;
  readonly stayId?: string | undefined;
}

function useItemText(): (item: Item) => string {
  const { t, lookUp, locale } = useText();
  return (item) => {
    const isOpen = item.state !== 'DONE' && MENTIONED_WHEN_OPEN.includes(item.code);
    const policy = item.sexPolicy ? t(`bed:sexPolicy.${item.sexPolicy}`) : '';
    const day = item.day ? formatDay(item.day, locale) : '';
    const params = { day, room: item.room, policy };
    const code = item.code === 'ROOM_SEX' && item.sexPolicy === 'ANY' ? 'ROOM_MIXED' : item.code;
    const key = isOpen ? `bed:checklist.stillOpen.${code}` : `bed:checklist.items.${item.code}`;
    return lookUp(key, params) ?? item.code;
  };
}

function useTarget(residentId: string): (item: Item) => string {
  const center = useCenter();
  return (item) => {
    switch (item.targetKind) {
      case 'ROOM':
        return centerPath(center.id, 'beds/structure');
      case 'RESIDENT':
        return centerPath(
          center.id,
          `residents/${item.targetId}${item.targetPart ? `?tab=${item.targetPart}` : ''}`,
        );
      case 'STAY':
      case 'ABSENCE':
        return centerPath(center.id, `residents/${residentId}?tab=stays`);
    }
  };
}

/** What is looked at before the deed: each open item with the way to mend it, or a reason that stands in for it. */
export function Checklist(props: ChecklistProps) {
  const { t } = useText();
  const { action, residentId, on, bedId, stayId } = props;
  const query = useQuery({
    queryKey: ['stay-checklist', action, residentId, on, bedId, stayId],
    queryFn: async () => {
      const input = {
        action,
        residentId: residentId ?? '',
        on: on ?? '',
        bedId: bedId ?? null,
        stayId: stayId ?? null,
      };
      return (await execute(STAY_CHECKLIST, { input })).stayChecklist;
    },
    enabled: residentId !== undefined && on !== undefined,
  });
  if (residentId === undefined || on === undefined) {
    return null;
  }
  return (
    <section className="yb-checklist" aria-label={t('bed:checklist.title')}>
      <h3>{t('bed:checklist.title')}</h3>
      <QueryView query={query} rows={3}>
        {(items) => (
          <ul>
            {items.map((item) => (
              <ChecklistLine key={item.code + item.targetId} item={item} residentId={residentId} />
            ))}
          </ul>
        )}
      </QueryView>
    </section>
  );
}

const TONES = { DONE: 'done', OPEN: 'stopped', WARNING: 'warning' } as const;

function ChecklistLine({ item, residentId }: { readonly item: Item; readonly residentId: string }) {
  const { t } = useText();
  const textOf = useItemText();
  const target = useTarget(residentId);
  const form = Form.useFormInstance();
  const reason = Form.useWatch(['reasons', item.code], { form, preserve: true }) as
    | string
    | undefined;
  const [isWriting, setWriting] = useState(false);
  const isOpen = item.state === 'OPEN';
  const words = { DONE: 'done', OPEN: 'open', WARNING: 'warning' } as const;
  const isOverridden = isOpen && item.mayOverride && Boolean(reason?.trim());
  return (
    <li>
      <Flex justify="space-between" align="start" gap={8} wrap>
        <span className="yb-checklist-text">{textOf(item)}</span>
        <StatusTag tone={isOverridden ? 'warning' : TONES[item.state]}>
          {isOverridden ? t('bed:checklist.overridden') : t(`bed:checklist.${words[item.state]}`)}
        </StatusTag>
      </Flex>
      {item.state === 'DONE' || item.targetKind === 'ROOM' ? null : (
        <Flex gap={12} wrap align="center" className="yb-checklist-ways">
          <Link to={target(item)}>{t('bed:checklist.mend')}</Link>
          {isOpen && item.mayOverride && !isWriting ? (
            <Button type="link" size="small" onClick={() => setWriting(true)}>
              {t('bed:checklist.override')}
            </Button>
          ) : null}
          {isOpen && !item.mayOverride ? <span>{t('bed:checklist.mustMend')}</span> : null}
        </Flex>
      )}
      {isOpen && item.mayOverride && (isWriting || reason) ? (
        <Form.Item
          name={['reasons', item.code]}
          extra={
            item.code === 'ABSENCE_OPEN'
              ? t('bed:checklist.endsAbsence')
              : t('bed:checklist.overrideNote')
          }
          style={{ margin: '4px 0 0' }}
        >
          <Input.TextArea
            rows={2}
            maxLength={REASON_MAX}
            placeholder={t('common:reason')}
            aria-label={t('common:reason')}
          />
        </Form.Item>
      ) : null}
    </li>
  );
}

export type Reasons = Readonly<Partial<Record<Item['code'], string>>>;

export const overridesOf = (reasons: Reasons | undefined) =>
  Object.entries(reasons ?? {}).flatMap(([code, reason]) =>
    reason?.trim() ? [{ code: code as Item['code'], reason: reason.trim() }] : [],
  );
