import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Flex } from 'antd';
import { useState } from 'react';

import { execute } from '../../api/execute.js';
import type { FactSubjectInput } from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { ConfirmReason } from '../confirm-reason.js';
import { Panel } from '../panel.js';
import { useCan } from '../session.js';
import { StatusTag } from '../status-tag.js';
import { DaySpan, Moment } from '../values.js';
import './asked-facts.css';
import { useFactWords, type Fact, type FactValue } from './fact-words.js';
import { FactDrawer } from './fact.drawer.js';
import { ASKED_FACTS, VOID_FACT } from './facts.queries.js';

const WRITE = {
  CENTER: 'institution.write',
  PERSON: 'resident.write',
  STAFF: 'staff.write',
} as const;
const ENTITY = { CENTER: 'center', PERSON: 'resident', STAFF: 'staff' } as const;

interface AskedFactsProps {
  readonly owner: FactSubjectInput['owner'];
  readonly subjectId: string;
}

interface Open {
  readonly fact: Fact;
  readonly value: FactValue | null;
}

/** What the county's rules ask of one of them and no register has. Nothing asked, nothing shown. */
export function AskedFacts({ owner, subjectId }: AskedFactsProps) {
  const { t } = useText();
  const can = useCan();
  const client = useQueryClient();
  const subject = { owner, subjectId };
  const query = useQuery({
    queryKey: ['asked-facts', subjectId],
    queryFn: async () => await execute(ASKED_FACTS, { subject }),
  });
  const [editing, setEditing] = useState<Open | null>(null);
  const [voiding, setVoiding] = useState<Open | null>(null);
  const facts = query.data?.askedFacts ?? [];
  if (facts.length === 0) {
    return null;
  }
  const canWrite = can(WRITE[owner]);
  const touches = [
    ['asked-facts', subjectId],
    ['history', ENTITY[owner], subjectId],
  ];
  return (
    <Panel title={t('facts:title')}>
      <p className="yb-asked-note">{t('facts:note')}</p>
      <ul className="yb-asked">
        {facts.map((fact) => (
          <FactItem
            key={fact.name}
            fact={fact}
            canWrite={canWrite}
            onEdit={(value) => setEditing({ fact, value })}
            onVoid={(value) => setVoiding({ fact, value })}
          />
        ))}
      </ul>
      {editing ? (
        <FactDrawer
          subject={subject}
          fact={editing.fact}
          value={editing.value}
          touches={touches}
          onClose={() => setEditing(null)}
        />
      ) : null}
      <ConfirmReason
        open={voiding !== null}
        danger
        title={t('facts:voidTitle')}
        note={t('facts:voidNote')}
        okText={t('facts:void')}
        onConfirm={async (reason) => {
          const value = voiding?.value;
          if (value) {
            const { id: factId, version } = value;
            await execute(VOID_FACT, { input: { ...subject, factId, version, reason } });
            await Promise.all(
              touches.map(async (queryKey) => await client.invalidateQueries({ queryKey })),
            );
          }
        }}
        onClose={() => setVoiding(null)}
      />
    </Panel>
  );
}

interface FactItemProps {
  readonly fact: Fact;
  readonly canWrite: boolean;
  readonly onEdit: (value: FactValue | null) => void;
  readonly onVoid: (value: FactValue) => void;
}

function FactItem({ fact, canWrite, onEdit, onVoid }: FactItemProps) {
  const { t } = useText();
  const words = useFactWords();
  const current = fact.values.find(({ id }) => id === fact.currentId) ?? null;
  const others = fact.values.filter((value) => value !== current);
  const isAsked = fact.asks.length > 0;
  return (
    <li>
      <Flex justify="space-between" align="flex-start" gap={12} wrap>
        <div className="yb-asked-words">
          <Flex gap={12} align="center" wrap>
            <span>{words.label(fact)}</span>
            {current ? (
              <strong className="yb-number">{words.said(fact, current.value)}</strong>
            ) : (
              <StatusTag tone="waiting">{t('facts:missing')}</StatusTag>
            )}
          </Flex>
          {current ? <ValueLine value={current} /> : null}
          <div className="yb-asked-soft">
            {isAsked ? words.askers(fact) : t('facts:notAskedAnyMore')}
          </div>
        </div>
        {canWrite ? (
          <Flex gap={8} wrap className="yb-no-print">
            {isAsked ? (
              <Button onClick={() => onEdit(null)}>
                {current ? t('facts:change') : t('facts:record')}
              </Button>
            ) : null}
            {current ? <ValueActions {...{ fact, value: current, onEdit, onVoid }} /> : null}
          </Flex>
        ) : null}
      </Flex>
      {others.length > 0 ? (
        <details>
          <summary>{t('facts:others', { count: others.length })}</summary>
          <ul>
            {others.map((value) => (
              <li key={value.id}>
                <Flex justify="space-between" gap={12} wrap>
                  <div>
                    <span className={value.voidedAt ? 'yb-asked-voided' : ''}>
                      {words.said(fact, value.value)}
                    </span>
                    <ValueLine value={value} />
                  </div>
                  {canWrite && !value.voidedAt ? (
                    <Flex gap={8} wrap>
                      <ValueActions {...{ fact, value, onEdit, onVoid }} />
                    </Flex>
                  ) : null}
                </Flex>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </li>
  );
}

type ValueActionsProps = Omit<FactItemProps, 'canWrite'> & { readonly value: FactValue };

function ValueActions({ fact, value, onEdit, onVoid }: ValueActionsProps) {
  const { t } = useText();
  return (
    <>
      {fact.asks.length > 0 ? (
        <Button type="link" onClick={() => onEdit(value)}>
          {t('facts:correct')}
        </Button>
      ) : null}
      <Button type="link" danger onClick={() => onVoid(value)}>
        {t('facts:void')}
      </Button>
    </>
  );
}

function ValueLine({ value }: { readonly value: FactValue }) {
  const { t } = useText();
  return (
    <div className="yb-asked-soft">
      <DaySpan from={value.fromOn} until={value.untilOn} /> · {value.evidence} ·{' '}
      {t('facts:by', { name: value.recordedByName })} <Moment value={value.recordedAt} />
      {value.voidedAt ? (
        <div>
          {t('facts:voidedBy', { name: value.voidedByName ?? '', reason: value.voidReason ?? '' })}{' '}
          <Moment value={value.voidedAt} />
        </div>
      ) : null}
    </div>
  );
}
