import { useQueryClient } from '@tanstack/react-query';
import { App, Flex, Radio } from 'antd';
import { useState } from 'react';

import { execute } from '../../api/execute.js';
import type { InspectionResult } from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { ConfirmReason } from '../../shared/confirm-reason.js';
import { useCan } from '../../shared/session.js';
import { useErrorText } from '../../shared/use-error-text.js';
import { Moment, Yuan } from '../../shared/values.js';
import { RECORD_INSPECTION } from './sample.queries.js';
import type { Sample } from './sample.page.js';

type Item = Sample['items'][number];

const RESULTS: readonly InspectionResult[] = ['PRESENT', 'ABSENT', 'OTHER'];

/** The drawn people center by center: ticked on a phone on the spot, or printed and ticked by hand. */
export function RollCall({ sample }: { readonly sample: Sample }) {
  const { t } = useText();
  const [asking, ask] = useState<{ item: Item; result: InspectionResult } | null>(null);
  const record = useRecord(sample.id);
  return (
    <>
      <table className="yb-roll">
        <thead>
          <tr>
            <th scope="col">{t('bureau:sample.person')}</th>
            <th scope="col" className="yb-roll-money">
              {t('claim:lines.amount')}
            </th>
            <th scope="col" className="yb-roll-money">
              {t('bureau:sample.change')}
            </th>
            <th scope="col">{t('bureau:sample.resultTitle')}</th>
            <th scope="col">{t('bureau:sample.noteTitle')}</th>
          </tr>
        </thead>
        <tbody>
          {sample.items.map((item) => (
            <Row
              key={item.id}
              item={item}
              onResult={(result) =>
                result === 'PRESENT' ? void record(item.id, result, null) : ask({ item, result })
              }
            />
          ))}
        </tbody>
      </table>
      {asking ? (
        <ConfirmReason
          open
          title={`${asking.item.subjectName ?? ''} · ${t(`bureau:sample.result.${asking.result}`)}`}
          note={t('bureau:sample.noteAsk')}
          okText={t('common:save')}
          onConfirm={async (note) => await record(asking.item.id, asking.result, note)}
          onClose={() => ask(null)}
        />
      ) : null}
    </>
  );
}

function useRecord(sampleId: string) {
  const { t } = useText();
  const { message } = App.useApp();
  const errorText = useErrorText();
  const client = useQueryClient();
  return async (itemId: string, result: InspectionResult, note: string | null): Promise<void> => {
    try {
      await execute(RECORD_INSPECTION, { input: { itemId, result, note } });
      void message.success(t('bureau:sample.saved'));
    } catch (error) {
      void message.error(errorText(error).sentence);
      throw error;
    } finally {
      await client.invalidateQueries({ queryKey: ['samples', sampleId] });
      await client.invalidateQueries({ queryKey: ['claim-line'] });
    }
  };
}

interface RowProps {
  readonly item: Item;
  readonly onResult: (result: InspectionResult) => void;
}

function Row({ item, onResult }: RowProps) {
  const { t } = useText();
  const can = useCan();
  return (
    <tr>
      <th scope="row">
        {item.subjectName ?? '—'}
        <div className="yb-soft">
          {item.centerName}
          <span className="yb-roll-number"> · {item.claimNumber}</span>
        </div>
      </th>
      <td className="yb-roll-money" data-label={t('claim:lines.amount')}>
        <Yuan fen={item.amountFen} />
      </td>
      <td className="yb-roll-money" data-label={t('bureau:sample.change')}>
        <Yuan fen={item.deltaFen} signed />
      </td>
      <td data-label={t('bureau:sample.resultTitle')}>
        <Flex>
          <Radio.Group
            className="yb-roll-result"
            optionType="button"
            value={item.result ?? null}
            disabled={!can('review.write')}
            aria-label={`${t('bureau:sample.resultTitle')} ${item.subjectName ?? ''}`}
            options={RESULTS.map((value) => ({
              value,
              label: t(`bureau:sample.result.${value}`),
            }))}
            onChange={(event) => onResult(event.target.value as InspectionResult)}
          />
        </Flex>
      </td>
      <td data-label={t('bureau:sample.noteTitle')}>
        {item.note}
        {item.seenAt ? (
          <div className="yb-soft">
            {item.seenByName} <Moment value={item.seenAt} />
          </div>
        ) : null}
      </td>
    </tr>
  );
}
