import { useQuery } from '@tanstack/react-query';
import i18next from 'i18next';
import { Typography } from 'antd';

import { execute } from '../api/execute.js';
import { useText } from '../i18n/use-text.js';
import { ABILITY_FORM, FORM_KEY } from './assessment/ability-form.queries.js';
import { useHistoryWords } from './assessment/history-words.js';
import type { EntryWords } from './entry-words.js';
import { begun, formatDay, formatFen, formatMonth } from './format.js';
import { useCan } from './session.js';
import { Moment } from './values.js';

export interface AuditEventView {
  readonly id: string;
  readonly at: string;
  readonly userName: string;
  readonly action: string;
  readonly entity: string;
  readonly reason?: string | null;
  readonly changes: readonly {
    readonly field: string;
    readonly from?: string | null;
    readonly to?: string | null;
  }[];
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

/** Words for the codes of the audit trail; a code without a word is shown as it is rather than hidden. */
export function useAuditWords() {
  const { lookUp, locale } = useText();
  return {
    /** Every entity with a name, for filters. */
    entityOptions: (): { value: string; label: string }[] => {
      const names = i18next.getResource(locale, 'audit', 'entities') as Record<string, string>;
      return Object.entries(names).map(([value, label]) => ({ value, label: begun(label) }));
    },
    action: (entity: string, action: string) =>
      lookUp(`audit:actions.${entity}.${action}`) ??
      lookUp(`audit:actions.any.${action}`) ??
      action,
    entity: (entity: string) => begun(lookUp(`audit:entities.${entity}`) ?? entity),
    field: (entity: string, field: string) =>
      lookUp(`audit:fields.${entity}.${field}`) ?? lookUp(`audit:fields.any.${field}`) ?? field,
    /** Several codes are kept as one text: each has its word. */
    value: (entity: string, value: string | null | undefined) =>
      value === null || value === undefined || value === ''
        ? null
        : value
            .split(', ')
            .map(
              (part) =>
                lookUp(`audit:valuesOf.${entity}.${part}`) ??
                lookUp(`audit:values.${part}`) ??
                (DAY.test(part)
                  ? formatDay(part, locale)
                  : MONTH.test(part)
                    ? formatMonth(part, locale)
                    : part),
            )
            .join(', '),
  };
}

/** Entries of a form answer with codes of that form, which mean other things elsewhere. */
const FORM_ENTRY = /^[A-Z]\.\d/;

function useChangeWords(own: EntryWords | undefined) {
  const words = useAuditWords();
  return {
    field: (entity: string, field: string) => own?.field(field) ?? words.field(entity, field),
    value: (entity: string, field: string, value: string | null | undefined) =>
      value !== null && value !== undefined && value !== '' && FORM_ENTRY.test(field)
        ? (own?.value(field, value) ?? value)
        : words.value(entity, shown(field, value)),
  };
}

/** Where assessments stand among other records: the words of the form, for whoever may read it. */
function useFormWords({ entity, changes }: AuditEventView, isGiven: boolean): EntryWords {
  const can = useCan();
  const { data } = useQuery({
    queryKey: FORM_KEY,
    queryFn: async () => (await execute(ABILITY_FORM, {})).abilityForm,
    staleTime: Number.POSITIVE_INFINITY,
    enabled:
      !isGiven &&
      entity === 'assessment' &&
      changes.some(({ field }) => FORM_ENTRY.test(field)) &&
      can('assessment.read'),
  });
  return useHistoryWords(data);
}

/** Money is kept in fen and read in yuan. */
const shown = (field: string, value: string | null | undefined): string | null | undefined =>
  /fen$/i.test(field) && value && /^-?\d+$/.test(value) ? formatFen(Number(value)) : value;

interface AuditEntryProps {
  readonly event: AuditEventView;
  readonly words?: EntryWords | undefined;
}

export function AuditChanges({ event, words: own }: AuditEntryProps) {
  const { t } = useText();
  const ofForm = useFormWords(event, own !== undefined);
  const words = useChangeWords(own ?? ofForm);
  // What was nothing and is nothing did not change.
  const changes = event.changes.filter(({ from, to }) => (from ?? '') !== '' || (to ?? '') !== '');
  if (changes.length === 0) {
    return null;
  }
  return (
    <ul style={{ margin: 0, padding: 0, listStyle: 'none' }}>
      {changes.map(({ field, from, to }) => (
        <li key={field} style={{ overflowWrap: 'anywhere' }}>
          {words.field(event.entity, field)}
          {t('audit:colon')}
          {words.value(event.entity, field, from) === null ? null : (
            <>
              <Typography.Text delete type="secondary">
                {words.value(event.entity, field, from)}
              </Typography.Text>{' '}
              →{' '}
            </>
          )}
          {words.value(event.entity, field, to) ?? t('audit:emptied')}
        </li>
      ))}
    </ul>
  );
}

export function AuditEntry({ event, words: own }: AuditEntryProps) {
  const { t } = useText();
  const words = useAuditWords();
  return (
    <div>
      <strong>{words.action(event.entity, event.action)}</strong>{' '}
      <Typography.Text type="secondary">
        {event.userName} · <Moment value={event.at} />
      </Typography.Text>
      {event.reason ? (
        <div>
          {t('common:reason')}
          {t('audit:colon')}
          {event.reason}
        </div>
      ) : null}
      <AuditChanges event={event} words={own} />
    </div>
  );
}
