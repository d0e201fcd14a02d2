import { PlusOutlined } from '@ant-design/icons';
import { Button, Checkbox, Empty, Flex, Form, Input, Select, Tag } from 'antd';
import { useState } from 'react';

import { execute } from '../../api/execute.js';
import type { AddContactInput } from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { ConfirmReason } from '../../shared/confirm-reason.js';
import { FormDrawer } from '../../shared/form/form-drawer.js';
import { useApiForm } from '../../shared/form/use-api-form.js';
import { useUrlValue } from '../../shared/use-url-value.js';
import { GUARDIAN_BASES, RELATIONS } from './codes.js';
import type { FileTabProps } from './overview.tab.js';
import { fileKeys, useRefreshFile } from './paper-refresh.js';
import { PaperCard, PaperList } from './paper-list.js';
import { ADD_CONTACT, REMOVE_CONTACT, UPDATE_CONTACT } from './resident.queries.js';

type Contact = FileTabProps['resident']['contacts'][number];

const ROLES = ['isEmergency', 'isSigner', 'isPayer', 'isGuardian'] as const;

export function ContactsTab({ resident, canWrite }: FileTabProps) {
  const { t } = useText();
  const [form, setForm] = useUrlValue('form');
  const [removing, setRemoving] = useState<Contact | null>(null);
  const refresh = useRefreshFile(resident.id, resident.centerId);
  const editing = resident.contacts.find(({ id }) => form === `contact-${id}`) ?? null;
  return (
    <>
      {canWrite ? (
        <Button
          icon={<PlusOutlined aria-hidden />}
          style={{ marginBottom: 12 }}
          onClick={() => setForm('contact')}
        >
          {t('resident:contacts.add')}
        </Button>
      ) : null}
      {resident.contacts.length === 0 ? (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('resident:contacts.empty')} />
      ) : (
        <PaperList>
          {resident.contacts.map((contact) => (
            <PaperCard
              key={contact.id}
              title={contact.name}
              tags={ROLES.filter((role) => contact[role]).map((role) => (
                <Tag key={role}>{t(`resident:contacts.${role}`)}</Tag>
              ))}
              facts={[
                t(`resident:relations.${contact.relation}`),
                contact.phone ? <a href={`tel:${contact.phone}`}>{contact.phone}</a> : null,
                contact.guardianBasis ? t(`resident:guardianBases.${contact.guardianBasis}`) : null,
                contact.address,
                contact.note,
              ]}
              actions={
                canWrite ? (
                  <>
                    <Button type="link" onClick={() => setForm(`contact-${contact.id}`)}>
                      {t('common:edit')}
                    </Button>
                    <Button type="link" danger onClick={() => setRemoving(contact)}>
                      {t('resident:contacts.remove')}
                    </Button>
                  </>
                ) : null
              }
            />
          ))}
        </PaperList>
      )}
      {canWrite && (form === 'contact' || editing) ? (
        <ContactDrawer
          residentId={resident.id}
          centerId={resident.centerId}
          contact={editing}
          onClose={() => setForm(null)}
        />
      ) : null}
      <ConfirmReason
        open={removing !== null}
        danger
        title={t('resident:contacts.removeTitle')}
        note={t('resident:contacts.removeNote')}
        okText={t('resident:contacts.remove')}
        onConfirm={async (reason) => {
          if (removing) {
            const { id, version } = removing;
            await execute(REMOVE_CONTACT, { input: { id, version, reason } });
            await refresh();
          }
        }}
        onClose={() => setRemoving(null)}
      />
    </>
  );
}

interface ContactDrawerProps {
  readonly residentId: string;
  readonly centerId: string;
  readonly contact: Contact | null;
  readonly onClose: () => void;
}

type ContactDraft = Omit<AddContactInput, 'residentId'>;
type Values = Partial<ContactDraft> & Pick<ContactDraft, 'name' | 'relation'>;

function valuesOf(contact: Contact): Values {
  const { name, relation, phone, address, guardianBasis, note } = contact;
  const { isEmergency, isSigner, isPayer, isGuardian } = contact;
  return {
    ...{ name, relation, phone, address, guardianBasis, note },
    ...{ isEmergency, isSigner, isPayer, isGuardian },
  } as Values;
}

const draftOf = (values: Values): ContactDraft => ({
  ...values,
  isEmergency: values.isEmergency ?? false,
  isSigner: values.isSigner ?? false,
  isPayer: values.isPayer ?? false,
  isGuardian: values.isGuardian ?? false,
});

function ContactDrawer({ residentId, centerId, contact, onClose }: ContactDrawerProps) {
  const { t } = useText();
  const form = useApiForm<Values>({
    draftKey: `contact:${contact?.id ?? `new:${residentId}`}`,
    secret: ['idNumber'],
    initial: contact ? valuesOf(contact) : { isEmergency: true },
    save: async (values) =>
      contact
        ? await execute(UPDATE_CONTACT, {
            input: { ...draftOf(values), id: contact.id, version: contact.version },
          })
        : await execute(ADD_CONTACT, { input: { ...draftOf(values), residentId } }),
    invalidates: fileKeys(residentId, centerId),
    onSaved: onClose,
  });
  const isGuardian = Form.useWatch('isGuardian', form.form) ?? false;
  const isEmergency = Form.useWatch('isEmergency', form.form) ?? false;
  const required = { required: true, message: t('rules:required') };
  return (
    <FormDrawer
      title={contact ? t('resident:contacts.edit') : t('resident:contacts.add')}
      form={form}
      onClose={onClose}
    >
      <Form.Item name="name" label={t('resident:contacts.name')} rules={[required]}>
        <Input maxLength={60} autoComplete="off" />
      </Form.Item>
      <Form.Item name="relation" label={t('resident:contacts.relation')} rules={[required]}>
        <Select
          options={RELATIONS.map((value) => ({ value, label: t(`resident:relations.${value}`) }))}
        />
      </Form.Item>
      <Form.Item
        name="phone"
        label={t('resident:contacts.phone')}
        dependencies={['isEmergency']}
        rules={isEmergency ? [required] : []}
      >
        <Input maxLength={40} inputMode="tel" autoComplete="off" />
      </Form.Item>
      <Form.Item label={t('resident:contacts.roles')}>
        <Flex vertical gap={4}>
          {ROLES.map((role) => (
            <Form.Item key={role} name={role} valuePropName="checked" noStyle>
              <Checkbox>{t(`resident:contacts.${role}`)}</Checkbox>
            </Form.Item>
          ))}
        </Flex>
      </Form.Item>
      {isGuardian ? (
        <Form.Item
          name="guardianBasis"
          label={t('resident:contacts.guardianBasis')}
          rules={[required]}
        >
          <Select
            options={GUARDIAN_BASES.map((value) => ({
              value,
              label: t(`resident:guardianBases.${value}`),
            }))}
          />
        </Form.Item>
      ) : null}
      <Form.Item
        name="idNumber"
        label={t('resident:contacts.idNumber')}
        {...(contact?.idNumberMasked
          ? { extra: t('resident:fields.idNumberKeep', { masked: contact.idNumberMasked }) }
          : {})}
      >
        <Input maxLength={30} autoComplete="off" />
      </Form.Item>
      <Form.Item name="address" label={t('resident:contacts.address')}>
        <Input maxLength={200} autoComplete="off" />
      </Form.Item>
      <Form.Item name="note" label={t('resident:contacts.note')}>
        <Input.TextArea rows={2} maxLength={200} />
      </Form.Item>
    </FormDrawer>
  );
}
