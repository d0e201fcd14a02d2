import { AutoComplete, Form, InputNumber, Radio } from 'antd';
import { useQuery } from '@tanstack/react-query';

import { execute } from '../../api/execute.js';
import { useText } from '../../i18n/use-text.js';
import { CLAIM_LINE } from '../../shared/claim/claim.queries.js';
import { useMeasure } from '../../shared/claim/measure.js';
import { YuanInput } from '../../shared/form/yuan-input.js';
import { formatFen } from '../../shared/format.js';
import type { ReviewLine } from './use-review-lines.js';

interface CutFieldsProps {
  readonly line: ReviewLine;
}

/** How much is taken: an amount, or what remains of the days, services or people; and by which clause. */
export function CutFields({ line }: CutFieldsProps) {
  const { t } = useText();
  const required = { required: true, message: t('review:required') };
  const form = Form.useFormInstance<{ way?: string; recognizedQuantity?: number }>();
  const way = Form.useWatch('way', form) ?? 'AMOUNT';
  return (
    <>
      {line.measureTotal ? (
        <Form.Item name="way" label={t('bureau:cut.way')} initialValue="AMOUNT">
          <Radio.Group
            optionType="button"
            options={[
              { value: 'AMOUNT', label: t('bureau:cut.byAmount') },
              { value: 'QUANTITY', label: t('bureau:cut.byQuantity') },
            ]}
          />
        </Form.Item>
      ) : null}
      {way === 'QUANTITY' && line.measureTotal ? (
        <Quantity line={line} total={line.measureTotal} />
      ) : (
        <Form.Item
          name="cutFen"
          label={t('review:dialog.cutFen')}
          rules={[
            required,
            { type: 'number', min: 1, max: line.amountFen, message: t('review:dialog.cutRange') },
          ]}
        >
          <YuanInput />
        </Form.Item>
      )}
      <Clause line={line} />
    </>
  );
}

function Quantity({ line, total }: CutFieldsProps & { readonly total: number }) {
  const { t } = useText();
  const { unitOf } = useMeasure();
  const form = Form.useFormInstance<{ recognizedQuantity?: number }>();
  const recognized = Form.useWatch('recognizedQuantity', form);
  const isPart = typeof recognized === 'number' && recognized >= 0 && recognized < total;
  const left = isPart ? Math.round((line.amountFen * recognized) / total) : null;
  return (
    <Form.Item
      name="recognizedQuantity"
      label={t('bureau:cut.recognizedOf', { total, unit: unitOf(line) })}
      extra={
        left === null
          ? null
          : t('bureau:cut.takes', { yuan: formatFen(line.amountFen - left), left: formatFen(left) })
      }
      rules={[
        { required: true, message: t('review:required') },
        {
          validator: async (_rule, value: number | null | undefined) =>
            value === null || value === undefined || (value >= 0 && value < total)
              ? await Promise.resolve()
              : await Promise.reject(new Error(t('bureau:cut.range'))),
        },
      ]}
    >
      <InputNumber min={0} precision={2} style={{ width: '100%' }} suffix={unitOf(line)} />
    </Form.Item>
  );
}

/** The clauses that the line rests on are offered; another one may be written. */
function Clause({ line }: CutFieldsProps) {
  const { t } = useText();
  const { data: clauses = [] } = useQuery({
    queryKey: ['claim-line', line.id],
    queryFn: async () => (await execute(CLAIM_LINE, { id: line.id })).claimLine,
    select: ({ trace }) => [
      ...new Set(
        trace.flatMap(({ document, clause }) =>
          clause ? [[document, clause].filter(Boolean).join(' ')] : [],
        ),
      ),
    ],
  });
  return (
    <Form.Item
      name="clause"
      label={t('bureau:cut.clause')}
      rules={[{ required: true, whitespace: true, message: t('review:required') }]}
    >
      <AutoComplete maxLength={200} options={clauses.map((value) => ({ value }))} />
    </Form.Item>
  );
}
