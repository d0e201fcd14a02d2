import { Form, Input, InputNumber, Radio } from 'antd';

import { useText } from '../../i18n/use-text.js';
import { FormDrawer } from '../../shared/form/form-drawer.js';
import { useApiForm } from '../../shared/form/use-api-form.js';
import { askedText, type Item } from './item-list.js';
import { usePackWords } from './words.js';

export interface FoundValues {
  readonly status: Item['status'];
  readonly figure?: number;
  readonly size?: number;
  readonly evidence?: string;
}

interface RecordDrawerProps {
  readonly item: Item;
  readonly draftKey: string;
  readonly save: (values: FoundValues) => Promise<unknown>;
  readonly onClose: () => void;
}

const STATUSES: readonly Item['status'][] = ['MET', 'NOT_MET', 'UNKNOWN', 'NOT_APPLICABLE'];
const MAX_EVIDENCE = 500;

/** What was found for one requirement, and where that can be seen. A figure speaks for itself. */
export function RecordDrawer({ item, draftKey, save, onClose }: RecordDrawerProps) {
  const { t } = useText();
  const { say, unit } = usePackWords();
  const form = useApiForm<FoundValues>({
    draftKey,
    initial: {
      status: item.status,
      ...(item.figure == null ? {} : { figure: item.figure }),
      ...(item.size == null ? {} : { size: item.size }),
      ...(item.evidence ? { evidence: item.evidence } : {}),
    },
    save,
    onSaved: onClose,
    invalidates: [['policy']],
  });
  const hasFigure = item.isFigure && item.figures.length > 0;
  return (
    <FormDrawer title={t('policy:check.drawer')} form={form} onClose={onClose}>
      <p style={{ marginTop: 0 }}>
        <strong>{say(item.name)}</strong> {askedText(item, unit)}
      </p>
      {hasFigure ? (
        <>
          <p className="yb-soft">{t('policy:check.figureNote')}</p>
          {item.per == null ? null : (
            <Form.Item name="size" label={t('policy:check.size')}>
              <InputNumber min={0} style={{ width: '100%' }} />
            </Form.Item>
          )}
          <Form.Item name="figure" label={t('policy:check.figure')}>
            <InputNumber
              min={0}
              style={{ width: '100%' }}
              suffix={unit(item.per == null ? item.unit : item.unit?.split('/')[0])}
            />
          </Form.Item>
        </>
      ) : null}
      <Form.Item name="status" label={t('policy:check.status.label')}>
        <Radio.Group
          options={STATUSES.map((value) => ({ value, label: t(`policy:check.status.${value}`) }))}
        />
      </Form.Item>
      <Form.Item
        name="evidence"
        label={t('policy:check.evidence')}
        extra={t('policy:check.evidenceNote')}
      >
        <Input.TextArea rows={3} maxLength={MAX_EVIDENCE} />
      </Form.Item>
    </FormDrawer>
  );
}
