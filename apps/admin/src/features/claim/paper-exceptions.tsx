import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Flex, Form, Input, Select } from 'antd';

import type { LineVerdict } from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { useReasons } from '../../shared/claim/reasons.js';
import { DateInput } from '../../shared/form/date-inputs.js';
import { YuanInput } from '../../shared/form/yuan-input.js';
import { LineSelect } from './line-select.js';

const VERDICTS: readonly LineVerdict[] = ['RETURNED', 'HELD', 'CUT'];

/** The lines that the paper did not grant in full. */
export function PaperExceptions({ claimId }: { readonly claimId: string }) {
  const { t } = useText();
  return (
    <Form.List name="exceptions">
      {(fields, { add, remove }) => (
        <fieldset className="yb-exceptions">
          <legend>{t('review:paper.exceptions')}</legend>
          {fields.map(({ key, name }) => (
            <Exception key={key} name={name} claimId={claimId} onRemove={() => remove(name)} />
          ))}
          <Button
            icon={<PlusOutlined aria-hidden />}
            onClick={() => add({ verdict: 'RETURNED' satisfies LineVerdict })}
          >
            {t('review:paper.addException')}
          </Button>
        </fieldset>
      )}
    </Form.List>
  );
}

interface ExceptionProps {
  readonly name: number;
  readonly claimId: string;
  readonly onRemove: () => void;
}

function Exception({ name, claimId, onRemove }: ExceptionProps) {
  const { t } = useText();
  const { options } = useReasons();
  const verdict = Form.useWatch<LineVerdict | undefined>(['exceptions', name, 'verdict']);
  const required = [{ required: true, message: t('review:required') }];
  return (
    <div className="yb-exception">
      <Form.Item name={[name, 'lineId']} label={t('review:paper.line')} rules={required}>
        <LineSelect claimId={claimId} />
      </Form.Item>
      <Flex gap={12}>
        <Form.Item
          name={[name, 'verdict']}
          label={t('review:paper.verdict')}
          rules={required}
          style={{ width: 120 }}
        >
          <Select
            options={VERDICTS.map((value) => ({ value, label: t(`claim:verdict.${value}`) }))}
          />
        </Form.Item>
        <Form.Item
          name={[name, 'code']}
          label={t('review:reasonLabel')}
          rules={required}
          style={{ flex: 1 }}
        >
          <Select options={options} />
        </Form.Item>
      </Flex>
      {verdict === 'CUT' ? (
        <Form.Item name={[name, 'cutFen']} label={t('review:dialog.cutFen')} rules={required}>
          <YuanInput />
        </Form.Item>
      ) : null}
      {verdict === 'HELD' ? (
        <Form.Item name={[name, 'heldUntil']} label={t('review:dialog.heldUntil')} rules={required}>
          <DateInput />
        </Form.Item>
      ) : null}
      <Flex gap={12} align="flex-end">
        <Form.Item
          name={[name, 'text']}
          label={t('review:decide.remark')}
          style={{ flex: 1, marginBottom: 0 }}
        >
          <Input maxLength={500} />
        </Form.Item>
        <Button
          icon={<DeleteOutlined />}
          aria-label={t('review:paper.removeException')}
          onClick={onRemove}
        />
      </Flex>
    </div>
  );
}
