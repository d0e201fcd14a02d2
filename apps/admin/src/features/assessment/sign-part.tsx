import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Descriptions } from 'antd';

import { execute } from '../../api/execute.js';
import { useText } from '../../i18n/use-text.js';
import { ErrorAlert } from '../../shared/error-alert.js';
import { formatDay } from '../../shared/format.js';
import type { AssessmentRecord } from './assessment.queries.js';
import { SIGN } from './assessment.mutations.js';
import type { MissingEntry } from './form-bar.js';
import { pointsOf, type Part } from './form-values.js';
import { Problems } from './problems.js';
import type { Autosave } from './use-autosave.js';
import { useWords } from '../../shared/assessment/words.js';

interface SignPartProps {
  readonly record: AssessmentRecord;
  readonly parts: readonly Part[];
  readonly saver: Autosave;
  readonly missing: readonly MissingEntry[];
  readonly onOpen: (partId: string, entryId?: string) => void;
}

type ListProps = Omit<SignPartProps, 'record' | 'saver'>;

/** The entries themselves, by clause and name; each opens its place. */
function EntryButtons({
  ids,
  parts,
  onOpen,
}: Pick<ListProps, 'parts' | 'onOpen'> & { readonly ids: readonly string[] }) {
  const words = useWords();
  return (
    <div className="as-missing">
      {ids.map((id) => {
        const part = parts.find((one) =>
          [...(one.dimension?.items ?? []), ...one.fields].some((entry) => entry.id === id),
        );
        const known = [...(part?.dimension?.items ?? []), ...(part?.fields ?? [])].find(
          (entry) => entry.id === id,
        );
        return part && known ? (
          <Button key={id} onClick={() => onOpen(part.id, id)}>
            {id} {words(known.name)}
          </Button>
        ) : null;
      })}
    </div>
  );
}

function MissingList({ parts, missing, onOpen }: ListProps) {
  const { t } = useText();
  return (
    <Alert
      type="warning"
      showIcon
      style={{ marginBottom: 8 }}
      title={t('assessment:sign.missing', { count: missing.length })}
      description={<EntryButtons ids={missing.map(({ id }) => id)} parts={parts} onOpen={onOpen} />}
    />
  );
}

/** Contradictions, each with the places to mend it. */
function Contradictions({ parts, saver, onOpen }: Omit<SignPartProps, 'record' | 'missing'>) {
  return saver.checks.contradictions.map(({ code, fields }) => (
    <div key={code + fields.join()} style={{ marginBottom: 12 }}>
      <Problems codes={[code]} />
      <EntryButtons ids={fields} parts={parts} onOpen={onOpen} />
    </div>
  ));
}

function Scores({ parts, saver }: Pick<SignPartProps, 'parts' | 'saver'>) {
  const { t } = useText();
  const words = useWords();
  const dimensions = parts.flatMap((part) => (part.dimension ? [part.dimension] : []));
  const points = dimensions.map((dimension) => pointsOf(dimension, saver.values));
  return (
    <Descriptions
      bordered
      size="small"
      column={1}
      style={{ margin: '12px 0' }}
      items={[
        ...dimensions.map((dimension, index) => ({
          key: dimension.id,
          label: words(dimension.name),
          children: t('assessment:form.subtotal', {
            points: points[index] ?? 0,
            max: dimension.maxPoints,
          }),
        })),
        {
          key: 'total',
          label: t('assessment:report.total'),
          children: (
            <strong>
              {t('assessment:form.running', { points: points.reduce((a, b) => a + b, 0) })}
            </strong>
          ),
        },
      ]}
    />
  );
}

function useSign(record: AssessmentRecord, saver: Autosave) {
  const client = useQueryClient();
  const { message } = App.useApp();
  const { t } = useText();
  return useMutation({
    mutationFn: async () => {
      if (!(await saver.flush())) {
        return null;
      }
      return await execute(SIGN, { input: { id: record.id, version: saver.version() } });
    },
    onSuccess: async (signed) => {
      if (signed === null) {
        return;
      }
      void message.success(t('assessment:sign.doneFirst'));
      await client.invalidateQueries({ queryKey: ['assessment'] });
      await client.invalidateQueries({ queryKey: ['assessments'] });
    },
  });
}

/** The last look before the first signature: what is missing, what contradicts, what is being signed. */
export function SignPart(props: SignPartProps) {
  const { record, parts, saver, missing } = props;
  const { t, locale } = useText();
  const { modal } = App.useApp();
  const sign = useSign(record, saver);
  const isReady = missing.length === 0 && saver.checks.contradictions.length === 0;
  const ask = (): void => {
    void modal.confirm({
      title: t('assessment:sign.first'),
      content: (
        <>
          <p>
            {t('assessment:sign.statement', {
              date: formatDay(saver.values.assessedOn, locale),
              name: record.resident.name,
            })}
          </p>
          <p>{t('assessment:sign.firstNote')}</p>
        </>
      ),
      okText: t('assessment:sign.confirm'),
      cancelText: t('common:cancel'),
      onOk: () => sign.mutate(),
    });
  };
  return (
    <section className="as-card">
      <h3>{t('assessment:sign.title')}</h3>
      {sign.error ? <ErrorAlert error={sign.error} /> : null}
      {missing.length > 0 ? <MissingList {...props} /> : null}
      <Contradictions {...props} />
      {isReady ? <Alert type="success" showIcon title={t('assessment:sign.ready')} /> : null}
      <Scores parts={parts} saver={saver} />
      <p className="as-hint">{t('assessment:form.runningNote')}</p>
      <Button
        type="primary"
        size="large"
        block
        disabled={!isReady || saver.state === 'stale'}
        loading={sign.isPending}
        onClick={ask}
      >
        {t('assessment:sign.first')}
      </Button>
    </section>
  );
}
