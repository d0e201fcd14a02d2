import { Alert, Button, Form, Input } from 'antd';
import { useState } from 'react';

import { execute } from '../../api/execute.js';
import type { AddAppropriationInput, YearBudgetFieldsFragment } from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { DateInput } from '../../shared/form/date-inputs.js';
import { FormDrawer } from '../../shared/form/form-drawer.js';
import { useApiForm } from '../../shared/form/use-api-form.js';
import { YuanInput } from '../../shared/form/yuan-input.js';
import { formatFen } from '../../shared/format.js';
import { Panel } from '../../shared/panel.js';
import { useCan } from '../../shared/session.js';
import { Day, Yuan } from '../../shared/values.js';
import './bureau.css';
import { ADD_APPROPRIATION } from './pay.queries.js';
import { today } from '../../shared/today.js';

type Budget = YearBudgetFieldsFragment;

/** The figures stand below it, not under it. */
const GAP = { marginBottom: 12 };

/** What the county set aside for the year, and how far it has gone. */
export function BudgetPanel({ budget }: { readonly budget: Budget }) {
  const { t } = useText();
  const can = useCan();
  const [isOpen, setOpen] = useState(false);
  const figures = [
    ['appropriated', budget.appropriatedFen],
    ['decided', budget.decidedFen],
    ['paid', budget.paidFen],
    ['inBatch', budget.inBatchFen],
    ['left', budget.leftFen],
  ] as const;
  return (
    <Panel
      title={t('bureau:budget.title', { year: budget.year })}
      actions={
        can('payment.write') ? (
          <Button onClick={() => setOpen(true)}>{t('bureau:budget.add')}</Button>
        ) : null
      }
    >
      <Warning budget={budget} />
      <dl className="yb-figures">
        {figures.map(([name, fen]) => (
          <div key={name}>
            <dt>{t(`bureau:budget.${name}`)}</dt>
            <dd>
              <Yuan fen={fen} />
            </dd>
          </div>
        ))}
      </dl>
      {budget.entries.length > 0 ? (
        <p className="yb-soft">
          {t('bureau:budget.entries')}:{' '}
          {budget.entries.map((entry, index) => (
            <span key={entry.id}>
              {index > 0 ? ' · ' : ''}
              <Day value={entry.onDay} /> {entry.documentNumber}{' '}
              <Yuan fen={entry.amountFen} signed unit />
            </span>
          ))}
        </p>
      ) : null}
      {isOpen ? <BudgetDrawer budget={budget} onClose={() => setOpen(false)} /> : null}
    </Panel>
  );
}

function Warning({ budget }: { readonly budget: Budget }) {
  const { t } = useText();
  const { appropriatedFen, leftFen, decidedFen, entries } = budget;
  if (entries.length === 0) {
    return <Alert type="info" showIcon style={GAP} title={t('bureau:budget.none')} />;
  }
  if (leftFen < 0) {
    const yuan = formatFen(-leftFen);
    return <Alert type="warning" showIcon style={GAP} title={t('bureau:budget.over', { yuan })} />;
  }
  if (decidedFen > appropriatedFen) {
    const yuan = formatFen(decidedFen - appropriatedFen);
    return (
      <Alert type="warning" showIcon style={GAP} title={t('bureau:budget.overDecided', { yuan })} />
    );
  }
  return null;
}

function BudgetDrawer({
  budget,
  onClose,
}: {
  readonly budget: Budget;
  readonly onClose: () => void;
}) {
  const { t } = useText();
  const { countyCode, year } = budget;
  const form = useApiForm<Omit<AddAppropriationInput, 'countyCode' | 'year'>>({
    draftKey: `appropriation:${year}`,
    initial: { onDay: today() },
    save: async (values) =>
      await execute(ADD_APPROPRIATION, { input: { ...values, countyCode, year } }),
    invalidates: [['budget'], ['batches']],
    onSaved: onClose,
    savedText: t('bureau:budget.saved'),
  });
  const required = [{ required: true, message: t('rules:required') }];
  return (
    <FormDrawer title={t('bureau:budget.add')} form={form} onClose={onClose}>
      <Form.Item name="amountFen" label={t('bureau:budget.amount')} rules={required}>
        <YuanInput />
      </Form.Item>
      <Form.Item name="onDay" label={t('bureau:budget.onDay')} rules={required}>
        <DateInput />
      </Form.Item>
      <Form.Item name="documentNumber" label={t('bureau:budget.document')} rules={required}>
        <Input maxLength={80} autoComplete="off" />
      </Form.Item>
      <Form.Item name="note" label={t('bureau:pay.remark')}>
        <Input.TextArea rows={2} maxLength={500} />
      </Form.Item>
    </FormDrawer>
  );
}
