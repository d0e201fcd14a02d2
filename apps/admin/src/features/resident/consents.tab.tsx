import { PlusOutlined } from '@ant-design/icons';
import { Button, Checkbox, Empty, Form, Input, Radio, Select } from 'antd';
import { useState } from 'react';

import { execute } from '../../api/execute.js';
import type { ConsentBasis, ConsentPurpose, Relation } from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { ConfirmReason } from '../../shared/confirm-reason.js';
import { DateInput } from '../../shared/form/date-inputs.js';
import { FormDrawer } from '../../shared/form/form-drawer.js';
import { useApiForm } from '../../shared/form/use-api-form.js';
import { StatusTag } from '../../shared/status-tag.js';
import { useUrlValue } from '../../shared/use-url-value.js';
import { Day } from '../../shared/values.js';
import { BASES, PURPOSES, RELATIONS } from './codes.js';
import type { FileTabProps } from './overview.tab.js';
import { PaperCard, PaperList } from './paper-list.js';
import { fileKeys, useRefreshFile } from './paper-refresh.js';
import { RECORD_CONSENTS, WITHDRAW_CONSENT } from './resident.queries.js';
import { today } from '../../shared/today.js';

type Consent = FileTabProps['resident']['consents'][number];

function ConsentState({ consent }: { readonly consent: Consent }) {
  const { t } = useText();
  if (consent.withdrawnOn) {
    return <StatusTag tone="stopped">{t('resident:consents.withdrawn')}</StatusTag>;
  }
  return consent.isGiven ? (
    <StatusTag tone="done">{t('resident:consents.given')}</StatusTag>
  ) : (
    <StatusTag tone="warning">{t('resident:consents.refused')}</StatusTag>
  );
}

export function ConsentsTab({ resident, canWrite }: FileTabProps) {
  const { t } = useText();
  const [form, setForm] = useUrlValue('form');
  const [withdrawing, setWithdrawing] = useState<Consent | null>(null);
  const refresh = useRefreshFile(resident.id, resident.centerId);
  return (
    <>
      {canWrite ? (
        <Button
          icon={<PlusOutlined aria-hidden />}
          style={{ marginBottom: 12 }}
          onClick={() => setForm('consent')}
        >
          {t('resident:consents.add')}
        </Button>
      ) : null}
      {resident.consents.length === 0 ? (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('resident:consents.empty')} />
      ) : (
        <PaperList>
          {resident.consents.map((consent) => (
            <PaperCard
              key={consent.id}
              title={t(`resident:purposeNames.${consent.purpose}`)}
              tags={<ConsentState consent={consent} />}
              facts={[
                t(`resident:bases.${consent.basis}`),
                `${consent.signer} (${t(`resident:relations.${consent.relation}`)})`,
                <Day key="on" value={consent.signedOn} />,
                `${t('resident:consents.textVersion')} ${consent.textVersion}`,
              ]}
              actions={
                canWrite && consent.isGiven && !consent.withdrawnOn ? (
                  <Button type="link" danger onClick={() => setWithdrawing(consent)}>
                    {t('resident:consents.withdraw')}
                  </Button>
                ) : null
              }
            />
          ))}
        </PaperList>
      )}
      {canWrite && form === 'consent' ? (
        <ConsentDrawer
          residentId={resident.id}
          residentName={resident.name}
          centerId={resident.centerId}
          onClose={() => setForm(null)}
        />
      ) : null}
      <ConfirmReason
        open={withdrawing !== null}
        danger
        title={t('resident:consents.withdrawTitle')}
        note={t('resident:consents.withdrawNote')}
        okText={t('resident:consents.withdraw')}
        onConfirm={async (reason) => {
          if (withdrawing) {
            const { id, version } = withdrawing;
            await execute(WITHDRAW_CONSENT, {
              input: { id, version, reason, withdrawnOn: today() },
            });
            await refresh();
          }
        }}
        onClose={() => setWithdrawing(null)}
      />
    </>
  );
}

interface Values {
  readonly purposes: ConsentPurpose[];
  readonly basis: ConsentBasis;
  readonly textVersion: string;
  readonly answer: 'given' | 'refused';
  readonly signer: string;
  readonly relation: Relation;
  readonly signedOn: string;
}

interface ConsentDrawerProps {
  readonly residentId: string;
  readonly residentName: string;
  readonly centerId: string;
  readonly onClose: () => void;
}

function ConsentDrawer({ residentId, residentName, centerId, onClose }: ConsentDrawerProps) {
  const { t } = useText();
  const form = useApiForm<Values>({
    draftKey: `consents:${residentId}`,
    initial: {
      basis: 'CONSENT',
      answer: 'given',
      signer: residentName,
      relation: 'SELF',
      signedOn: today(),
    },
    save: async ({ purposes, answer, ...rest }) =>
      await execute(RECORD_CONSENTS, {
        input: {
          residentId,
          consents: purposes.map((purpose) => ({ ...rest, purpose, isGiven: answer === 'given' })),
        },
      }),
    invalidates: fileKeys(residentId, centerId),
    onSaved: onClose,
  });
  const required = { required: true, message: t('rules:required') };
  return (
    <FormDrawer title={t('resident:consents.add')} form={form} onClose={onClose}>
      <Form.Item name="purposes" label={t('resident:consents.purposes')} rules={[required]}>
        <Checkbox.Group
          options={PURPOSES.map((value) => ({
            value,
            label: t(`resident:purposeNames.${value}`),
          }))}
          style={{ display: 'grid', gridTemplateColumns: 'repeat(2, minmax(0, 1fr))', gap: 8 }}
        />
      </Form.Item>
      <Form.Item name="answer" label={t('resident:consents.isGiven')} rules={[required]}>
        <Radio.Group
          options={(['given', 'refused'] as const).map((value) => ({
            value,
            label: t(`resident:consents.${value}`),
          }))}
        />
      </Form.Item>
      <Form.Item name="basis" label={t('resident:consents.basis')} rules={[required]}>
        <Select options={BASES.map((value) => ({ value, label: t(`resident:bases.${value}`) }))} />
      </Form.Item>
      <Form.Item name="textVersion" label={t('resident:consents.textVersion')} rules={[required]}>
        <Input maxLength={40} />
      </Form.Item>
      <Form.Item name="signer" label={t('resident:consents.signer')} rules={[required]}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="relation" label={t('resident:consents.relation')} rules={[required]}>
        <Select
          options={RELATIONS.map((value) => ({ value, label: t(`resident:relations.${value}`) }))}
        />
      </Form.Item>
      <Form.Item name="signedOn" label={t('resident:consents.signedOn')} rules={[required]}>
        <DateInput max={today()} />
      </Form.Item>
    </FormDrawer>
  );
}
