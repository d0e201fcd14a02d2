import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Flex, Form, Input, Select } from 'antd';

import { execute } from '../../api/execute.js';
import type { AgreeRecoveryPlanInput } from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { useClaimAbout, useClaimContents, useClaimPeriod } from '../../shared/claim/claim-title.js';
import { aboutOption, type AboutOption } from '../../shared/form/about-option.js';
import { DateInput } from '../../shared/form/date-inputs.js';
import { FormDrawer } from '../../shared/form/form-drawer.js';
import { useApiForm } from '../../shared/form/use-api-form.js';
import { YuanInput } from '../../shared/form/yuan-input.js';
import { formatFen, formatMonth } from '../../shared/format.js';
import { Yuan } from '../../shared/values.js';
import type { RecoveryRow } from './recovery.page.js';
import { AGREE_PLAN, OFFSET_DEBT } from './recovery.queries.js';
import { today } from '../../shared/today.js';

interface DrawerProps {
  readonly row: RecoveryRow;
  readonly onClose: () => void;
}

const STALE = [
  ['recoveries'],
  ['batches'],
  ['claim'],
  ['claims'],
  ['review'],
  ['account'],
] as const;

function Owed({ row }: { readonly row: RecoveryRow }) {
  const { t } = useText();
  const periodOf = useClaimPeriod();
  const contentsOf = useClaimContents();
  return (
    <p style={{ marginTop: 0 }}>
      {row.centerName} · {periodOf(row)} · {t('bureau:recovery.open')}{' '}
      <Yuan fen={row.openFen} unit />
      <br />
      <span className="yb-soft">{[row.number, contentsOf(row)].filter(Boolean).join(' · ')}</span>
    </p>
  );
}

/** The debt in parts, as agreed with the operator. */
export function PlanDrawer({ row, onClose }: DrawerProps) {
  const { t } = useText();
  const form = useApiForm<Omit<AgreeRecoveryPlanInput, 'claimId'>>({
    draftKey: `recovery-plan:${row.claimId}`,
    initial: {
      agreedOn: today(),
      instalments: [{ dueOn: today(), amountFen: row.openFen }],
    },
    save: async (values) =>
      await execute(AGREE_PLAN, { input: { ...values, claimId: row.claimId } }),
    invalidates: STALE,
    onSaved: onClose,
    savedText: t('bureau:recovery.agreed'),
  });
  const required = [{ required: true, message: t('rules:required') }];
  return (
    <FormDrawer
      title={t('bureau:recovery.agreeTitle')}
      form={form}
      onClose={onClose}
      submitText={t('bureau:recovery.agree')}
    >
      <Owed row={row} />
      <p className="yb-soft">{t('bureau:recovery.agreeNote')}</p>
      <Form.List name="instalments">
        {(fields, { add, remove }) => (
          <>
            {fields.map(({ key, name }) => (
              <Flex key={key} gap={12} align="flex-end">
                <Form.Item
                  name={[name, 'dueOn']}
                  label={`${t('bureau:recovery.part', { seq: name + 1 })} ${t('bureau:recovery.dueOn')}`}
                  rules={required}
                  style={{ flex: 1 }}
                >
                  <DateInput />
                </Form.Item>
                <Form.Item
                  name={[name, 'amountFen']}
                  label={t('claim:lines.amount')}
                  rules={required}
                  style={{ flex: 1 }}
                >
                  <YuanInput />
                </Form.Item>
                <Form.Item>
                  <Button
                    icon={<DeleteOutlined />}
                    aria-label={t('bureau:recovery.removePart')}
                    disabled={fields.length === 1}
                    onClick={() => remove(name)}
                  />
                </Form.Item>
              </Flex>
            ))}
            <Form.Item>
              <Button icon={<PlusOutlined />} onClick={() => add({})}>
                {t('bureau:recovery.addPart')}
              </Button>
            </Form.Item>
          </>
        )}
      </Form.List>
      <Form.Item name="agreedOn" label={t('bureau:recovery.agreedOn')} rules={required}>
        <DateInput max={today()} />
      </Form.Item>
      <Form.Item name="documentNumber" label={t('claim:statement.document')}>
        <Input maxLength={80} autoComplete="off" />
      </Form.Item>
      <Form.Item name="note" label={t('bureau:recovery.remark')} rules={required}>
        <Input.TextArea rows={2} maxLength={500} />
      </Form.Item>
    </FormDrawer>
  );
}

interface OffsetValues {
  readonly againstClaimId: string;
  readonly amountFen: number;
}

/** No money moves: the debt is less by it, and so is what the other claim has coming. */
export function OffsetDrawer({ row, onClose }: DrawerProps) {
  const { t, locale } = useText();
  const aboutOf = useClaimAbout();
  const [first] = row.candidates;
  const form = useApiForm<OffsetValues>({
    draftKey: `offset:${row.claimId}`,
    initial: first
      ? { againstClaimId: first.claimId, amountFen: Math.min(first.openFen, row.openFen) }
      : {},
    save: async (values, idempotencyKey) =>
      await execute(OFFSET_DEBT, { input: { ...values, claimId: row.claimId, idempotencyKey } }),
    invalidates: STALE,
    onSaved: onClose,
    savedText: t('bureau:recovery.done'),
  });
  const required = [{ required: true, message: t('rules:required') }];
  return (
    <FormDrawer
      title={t('bureau:recovery.offsetTitle')}
      form={form}
      onClose={onClose}
      submitText={t('bureau:recovery.offsetDo')}
    >
      <Owed row={row} />
      <p className="yb-soft">{t('bureau:recovery.offsetNote')}</p>
      <Form.Item name="againstClaimId" label={t('bureau:recovery.against')} rules={required}>
        <Select<string, AboutOption>
          optionRender={aboutOption}
          options={row.candidates.map((claim) => ({
            value: claim.claimId,
            label: t('bureau:recovery.againstOption', {
              period: formatMonth(claim.period, locale),
              yuan: formatFen(claim.openFen),
            }),
            about: aboutOf(claim),
          }))}
        />
      </Form.Item>
      <Form.Item name="amountFen" label={t('bureau:recovery.amount')} rules={required}>
        <YuanInput />
      </Form.Item>
    </FormDrawer>
  );
}
