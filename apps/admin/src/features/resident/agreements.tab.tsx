import { PlusOutlined } from '@ant-design/icons';
import { Button, Descriptions, Empty, Form, Input, Select } from 'antd';

import { execute } from '../../api/execute.js';
import type { AgreementClause, Relation } from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { DateInput } from '../../shared/form/date-inputs.js';
import { FormDrawer } from '../../shared/form/form-drawer.js';
import { useApiForm } from '../../shared/form/use-api-form.js';
import { StatusTag } from '../../shared/status-tag.js';
import { useIsPhone } from '../../shared/use-is-phone.js';
import { useUrlValue } from '../../shared/use-url-value.js';
import { Day, DaySpan } from '../../shared/values.js';
import { CLAUSES, RELATIONS } from './codes.js';
import type { FileTabProps } from './overview.tab.js';
import { PaperCard, PaperList } from './paper-list.js';
import { fileKeys } from './paper-refresh.js';
import { SIGN_AGREEMENT, UPDATE_AGREEMENT } from './resident.queries.js';
import { today } from '../../shared/today.js';

type Agreement = FileTabProps['resident']['agreements'][number];

export function AgreementsTab({ resident, canWrite }: FileTabProps) {
  const { t } = useText();
  const [form, setForm] = useUrlValue('form');
  const editing = resident.agreements.find(({ id }) => form === `agreement-${id}`) ?? null;
  return (
    <>
      {canWrite ? (
        <Button
          icon={<PlusOutlined aria-hidden />}
          style={{ marginBottom: 12 }}
          onClick={() => setForm('agreement')}
        >
          {t('resident:agreements.add')}
        </Button>
      ) : null}
      {resident.agreements.length === 0 ? (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('resident:agreements.empty')} />
      ) : (
        <PaperList>
          {resident.agreements.map((agreement) => (
            <AgreementCard
              key={agreement.id}
              agreement={agreement}
              onEdit={canWrite ? () => setForm(`agreement-${agreement.id}`) : null}
            />
          ))}
        </PaperList>
      )}
      {canWrite && (form === 'agreement' || editing) ? (
        <AgreementDrawer
          residentId={resident.id}
          residentName={resident.name}
          centerId={resident.centerId}
          agreement={editing}
          onClose={() => setForm(null)}
        />
      ) : null}
    </>
  );
}

interface AgreementCardProps {
  readonly agreement: Agreement;
  readonly onEdit: (() => void) | null;
}

function AgreementCard({ agreement, onEdit }: AgreementCardProps) {
  const { t } = useText();
  const isPhone = useIsPhone();
  const settled = new Map(agreement.clauses.map(({ clause, text }) => [clause, text]));
  const open = agreement.openClauses.length;
  return (
    <PaperCard
      title={agreement.number}
      tags={
        open === 0 ? (
          <StatusTag tone="done">{t('resident:agreements.complete')}</StatusTag>
        ) : (
          <StatusTag tone="warning">{t('resident:agreements.open', { number: open })}</StatusTag>
        )
      }
      facts={[
        <DaySpan key="days" from={agreement.fromOn} until={agreement.untilOn} />,
        `${agreement.signer} (${t(`resident:relations.${agreement.relation}`)})`,
        <span key="signed">
          {t('resident:agreements.signedOn')} <Day value={agreement.signedOn} />
        </span>,
      ]}
      body={
        <Descriptions
          column={1}
          size="small"
          layout={isPhone ? 'vertical' : 'horizontal'}
          style={{ marginTop: 8 }}
          items={CLAUSES.map((clause) => ({
            key: clause,
            label: t(`resident:clauseNames.${clause}`),
            children: settled.get(clause) ?? t('resident:agreements.unsettled'),
          }))}
        />
      }
      actions={
        onEdit ? (
          <Button type="link" onClick={onEdit}>
            {t('resident:agreements.edit')}
          </Button>
        ) : null
      }
    />
  );
}

interface Values {
  readonly number: string;
  readonly signedOn: string;
  readonly fromOn: string;
  readonly untilOn?: string | null;
  readonly signer: string;
  readonly relation: Relation;
  readonly clauses?: Partial<Record<AgreementClause, string>>;
  readonly reason: string;
}

interface AgreementDrawerProps {
  readonly residentId: string;
  readonly residentName: string;
  readonly centerId: string;
  readonly agreement: Agreement | null;
  readonly onClose: () => void;
}

const valuesOf = (agreement: Agreement): Partial<Values> => ({
  number: agreement.number,
  signedOn: agreement.signedOn,
  fromOn: agreement.fromOn,
  untilOn: agreement.untilOn ?? null,
  signer: agreement.signer,
  relation: agreement.relation,
  clauses: Object.fromEntries(agreement.clauses.map(({ clause, text }) => [clause, text])),
});

function AgreementDrawer(props: AgreementDrawerProps) {
  const { residentId, residentName, centerId, agreement, onClose } = props;
  const { t } = useText();
  const form = useApiForm<Values>({
    draftKey: `agreement:${agreement?.id ?? `new:${residentId}`}`,
    initial: agreement
      ? valuesOf(agreement)
      : { signer: residentName, relation: 'SELF', signedOn: today(), fromOn: today() },
    save: async ({ reason, clauses, ...rest }) => {
      const settled = CLAUSES.flatMap((clause) => {
        const text = (clauses?.[clause] ?? '').trim();
        return text === '' ? [] : [{ clause, text }];
      });
      const draft = { ...rest, clauses: settled };
      return agreement
        ? await execute(UPDATE_AGREEMENT, {
            input: { ...draft, reason, id: agreement.id, version: agreement.version },
          })
        : await execute(SIGN_AGREEMENT, { input: { ...draft, residentId } });
    },
    invalidates: fileKeys(residentId, centerId),
    onSaved: onClose,
  });
  const required = { required: true, message: t('rules:required') };
  return (
    <FormDrawer
      title={agreement ? t('resident:agreements.edit') : t('resident:agreements.add')}
      form={form}
      onClose={onClose}
      wide
    >
      <Form.Item name="number" label={t('resident:agreements.number')} rules={[required]}>
        <Input maxLength={40} />
      </Form.Item>
      <Form.Item name="signedOn" label={t('resident:agreements.signedOn')} rules={[required]}>
        <DateInput />
      </Form.Item>
      <Form.Item name="fromOn" label={t('resident:agreements.fromOn')} rules={[required]}>
        <DateInput />
      </Form.Item>
      <Form.Item
        name="untilOn"
        label={t('resident:agreements.untilOn')}
        extra={t('resident:agreements.untilNote')}
      >
        <DateInput />
      </Form.Item>
      <Form.Item name="signer" label={t('resident:agreements.signer')} rules={[required]}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="relation" label={t('resident:agreements.relation')} rules={[required]}>
        <Select
          options={RELATIONS.map((value) => ({ value, label: t(`resident:relations.${value}`) }))}
        />
      </Form.Item>
      <h3>{t('resident:agreements.clauses')}</h3>
      {CLAUSES.map((clause) => (
        <Form.Item
          key={clause}
          name={['clauses', clause]}
          label={t(`resident:clauseNames.${clause}`)}
        >
          <Input.TextArea rows={2} maxLength={1000} />
        </Form.Item>
      ))}
      {agreement ? (
        <Form.Item
          name="reason"
          label={t('common:reason')}
          rules={[{ required: true, whitespace: true, message: t('errors:REASON_REQUIRED') }]}
        >
          <Input.TextArea rows={2} maxLength={200} />
        </Form.Item>
      ) : null}
    </FormDrawer>
  );
}
