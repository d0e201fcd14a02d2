import { readIdNumber } from '@yibu/kernel';
import { Col, Divider, Form, Input, Radio, Row, Select, Checkbox, type FormInstance } from 'antd';
import type { ReactNode } from 'react';

import type { CreateResidentInput } from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { useClear } from '../../shared/form/use-clear.js';
import { DateInput } from '../../shared/form/date-inputs.js';
import { EDUCATIONS, ID_TYPES, INCOMES, LIVINGS, MARITALS, NATIONS, PAYMENTS } from './codes.js';
import { IdNumberInput } from './id-number-input.js';
import { today } from '../../shared/today.js';

export type ResidentValues = Omit<CreateResidentInput, 'centerId' | 'idempotencyKey'> & {
  readonly reason?: string;
};

interface ResidentFieldsProps {
  readonly form: FormInstance<ResidentValues>;
  /** The masked number of somebody who has one. */
  readonly kept: string | null;
  /** Right under the number: who might be here already. */
  readonly hint?: ReactNode;
}

const Half = ({ children }: { readonly children: ReactNode }) => (
  <Col xs={24} md={12}>
    {children}
  </Col>
);

export function ResidentFields({ form, kept, hint }: ResidentFieldsProps) {
  const { t } = useText();
  return (
    <>
      <Divider titlePlacement="start" style={{ marginTop: 0 }}>
        {t('resident:form.identity')}
      </Divider>
      <IdentityFields form={form} kept={kept} hint={hint} />
      <Divider titlePlacement="start">{t('resident:form.household')}</Divider>
      <HouseholdFields />
      <Divider titlePlacement="start">{t('resident:form.more')}</Divider>
      <MoreFields />
    </>
  );
}

function IdentityFields({ form, kept, hint }: ResidentFieldsProps) {
  const { t } = useText();
  const idType = Form.useWatch('idType', form) ?? 'CITIZEN';
  const required = { required: true, message: t('rules:required') };
  return (
    <Row gutter={16}>
      <Half>
        <Form.Item name="name" label={t('resident:fields.name')} rules={[required]}>
          <Input maxLength={60} autoComplete="off" />
        </Form.Item>
      </Half>
      <Half>
        <Form.Item name="idType" label={t('resident:fields.idType')} rules={[required]}>
          <Select
            options={ID_TYPES.map((value) => ({ value, label: t(`resident:idTypes.${value}`) }))}
          />
        </Form.Item>
      </Half>
      {idType === 'NONE' ? (
        <Col span={24}>
          <Form.Item name="noIdReason" label={t('resident:fields.noIdReason')} rules={[required]}>
            <Input maxLength={200} />
          </Form.Item>
        </Col>
      ) : (
        <>
          <Half>
            <IdNumberInput form={form} kept={kept} />
          </Half>
          <Half>
            <Form.Item name="idValidUntil" label={t('resident:fields.idValidUntil')}>
              <DateInput />
            </Form.Item>
          </Half>
        </>
      )}
      {hint ? <Col span={24}>{hint}</Col> : null}
      <Half>
        <Form.Item name="sex" label={t('resident:fields.sex')} rules={[required]}>
          <Radio.Group
            options={(['F', 'M'] as const).map((value) => ({
              value,
              label: t(`resident:sexes.${value}`),
            }))}
          />
        </Form.Item>
      </Half>
      <Half>
        <Form.Item name="bornOn" label={t('resident:fields.bornOn')} rules={[required]}>
          <DateInput max={today()} />
        </Form.Item>
      </Half>
      <ContradictionField form={form} />
    </Row>
  );
}

/** Asked only where the form says something else than the number. */
function ContradictionField({ form }: { readonly form: FormInstance<ResidentValues> }) {
  const { t } = useText();
  const read = readIdNumber(Form.useWatch('idNumber', form) ?? '');
  const sex = Form.useWatch('sex', form);
  const bornOn = Form.useWatch('bornOn', form);
  const kept = Form.useWatch('contradictionReason', form) ?? '';
  const errors = form.getFieldsError(['sex', 'bornOn']).flatMap((field) => field.errors);
  const isContradicted =
    read.ok && ((sex && sex !== read.sex) || (bornOn && bornOn !== read.bornOn));
  if (!isContradicted && errors.length === 0 && kept === '') {
    return null;
  }
  return (
    <Col span={24}>
      <Form.Item
        name="contradictionReason"
        label={t('resident:fields.contradictionReason')}
        extra={t('resident:fields.contradictionNote')}
      >
        <Input maxLength={200} />
      </Form.Item>
    </Col>
  );
}

function HouseholdFields() {
  const { t } = useText();
  return (
    <Row gutter={16}>
      <Half>
        <Form.Item name="phone" label={t('resident:fields.phone')}>
          <Input maxLength={40} inputMode="tel" autoComplete="off" />
        </Form.Item>
      </Half>
      <Half>
        <Form.Item
          name="householdCounty"
          label={t('resident:fields.householdCounty')}
          extra={t('resident:fields.householdCountyNote')}
          rules={[{ pattern: /^\d{6}$/, message: t('rules:countyCode') }]}
        >
          <Input maxLength={6} inputMode="numeric" />
        </Form.Item>
      </Half>
      <Col span={24}>
        <Form.Item name="householdAddress" label={t('resident:fields.householdAddress')}>
          <Input maxLength={200} autoComplete="off" />
        </Form.Item>
      </Col>
    </Row>
  );
}

function MoreFields() {
  const { t } = useText();
  const clear = useClear();
  return (
    <Row gutter={16}>
      <Half>
        <Form.Item name="nation" label={t('resident:fields.nation')}>
          <Select
            allowClear={clear}
            showSearch={{ optionFilterProp: 'label' }}
            options={NATIONS.map((value) => ({
              value,
              label: t(`nations:${value as '01'}`),
            }))}
          />
        </Form.Item>
      </Half>
      <Half>
        <Form.Item name="education" label={t('resident:fields.education')}>
          <Select
            allowClear={clear}
            options={EDUCATIONS.map((value) => ({
              value,
              label: t(`resident:educations.${value}`),
            }))}
          />
        </Form.Item>
      </Half>
      <Half>
        <Form.Item name="marital" label={t('resident:fields.marital')}>
          <Select
            allowClear={clear}
            options={MARITALS.map((value) => ({ value, label: t(`resident:maritals.${value}`) }))}
          />
        </Form.Item>
      </Half>
      <Half>
        <Form.Item name="living" label={t('resident:fields.living')}>
          <Select
            mode="multiple"
            options={LIVINGS.map((value) => ({ value, label: t(`resident:livings.${value}`) }))}
          />
        </Form.Item>
      </Half>
      <Half>
        <Form.Item name="payment" label={t('resident:fields.payment')}>
          <Select
            mode="multiple"
            options={PAYMENTS.map((value) => ({ value, label: t(`resident:payments.${value}`) }))}
          />
        </Form.Item>
      </Half>
      <Half>
        <Form.Item name="income" label={t('resident:fields.income')}>
          <Select
            mode="multiple"
            options={INCOMES.map((value) => ({ value, label: t(`resident:incomes.${value}`) }))}
          />
        </Form.Item>
      </Half>
      <Half>
        <Form.Item
          name="lunarBirthday"
          label={t('resident:fields.lunarBirthday')}
          extra={t('resident:fields.lunarNote')}
        >
          <Input maxLength={40} />
        </Form.Item>
      </Half>
      <Half>
        <Form.Item name="isBirthEstimated" valuePropName="checked" label=" " colon={false}>
          <Checkbox>{t('resident:fields.isBirthEstimated')}</Checkbox>
        </Form.Item>
      </Half>
      <Col span={24}>
        <Form.Item name="note" label={t('resident:fields.note')}>
          <Input.TextArea rows={2} maxLength={500} />
        </Form.Item>
      </Col>
    </Row>
  );
}
