import { PlusOutlined } from '@ant-design/icons';
import { Button, Checkbox, Flex, Form, Input, Select, Tag } from 'antd';
import { useState } from 'react';

import { execute } from '../../api/execute.js';
import type { IdType } from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { ConfirmReason } from '../../shared/confirm-reason.js';
import { DateInput } from '../../shared/form/date-inputs.js';
import { FormDrawer } from '../../shared/form/form-drawer.js';
import { useApiForm } from '../../shared/form/use-api-form.js';
import { useUrlValue } from '../../shared/use-url-value.js';
import { Day } from '../../shared/values.js';
import { ID_TYPES } from './codes.js';
import type { FileTabProps } from './overview.tab.js';
import { PaperCard, PaperList } from './paper-list.js';
import { fileKeys, useRefreshFile } from './paper-refresh.js';
import { ADD_DOCUMENT, REMOVE_DOCUMENT } from './resident.queries.js';

type Paper = FileTabProps['resident']['documents'][number];

/** Passport, permits and former numbers: whoever comes with another paper is found by its number. */
export function DocumentsSection({ resident, canWrite }: FileTabProps) {
  const { t } = useText();
  const [form, setForm] = useUrlValue('form');
  const [removing, setRemoving] = useState<Paper | null>(null);
  const refresh = useRefreshFile(resident.id, resident.centerId);
  if (resident.documents.length === 0 && !canWrite) {
    return null;
  }
  return (
    <section style={{ marginTop: 24 }}>
      <Flex justify="space-between" align="center" gap={8} wrap style={{ marginBottom: 8 }}>
        <h2 className="yb-file-heading">{t('resident:documents.title')}</h2>
        {canWrite ? (
          <Button icon={<PlusOutlined aria-hidden />} onClick={() => setForm('document')}>
            {t('resident:documents.add')}
          </Button>
        ) : null}
      </Flex>
      {resident.documents.length === 0 ? (
        <p className="yb-file-empty">{t('resident:documents.empty')}</p>
      ) : (
        <PaperList>
          {resident.documents.map((paper) => (
            <PaperCard
              key={paper.id}
              title={t(`resident:idTypes.${paper.type}`)}
              tags={paper.isFormer ? <Tag>{t('resident:overview.former')}</Tag> : null}
              facts={[
                paper.numberMasked,
                paper.validUntil ? (
                  <>
                    {t('resident:fields.idValidUntil')} <Day value={paper.validUntil} />
                  </>
                ) : null,
              ]}
              actions={
                canWrite ? (
                  <Button type="link" danger onClick={() => setRemoving(paper)}>
                    {t('resident:documents.remove')}
                  </Button>
                ) : null
              }
            />
          ))}
        </PaperList>
      )}
      {canWrite && form === 'document' ? (
        <DocumentDrawer resident={resident} onClose={() => setForm(null)} />
      ) : null}
      <ConfirmReason
        open={removing !== null}
        danger
        title={t('resident:documents.removeTitle')}
        note={t('resident:documents.removeNote')}
        okText={t('resident:documents.remove')}
        onConfirm={async (reason) => {
          if (removing) {
            await execute(REMOVE_DOCUMENT, { input: { id: removing.id, reason } });
            await refresh();
          }
        }}
        onClose={() => setRemoving(null)}
      />
    </section>
  );
}

interface Values {
  type: IdType;
  number: string;
  validUntil?: string;
  isFormer?: boolean;
}

interface DocumentDrawerProps {
  readonly resident: FileTabProps['resident'];
  readonly onClose: () => void;
}

function DocumentDrawer({ resident, onClose }: DocumentDrawerProps) {
  const { t } = useText();
  const { id: residentId, centerId } = resident;
  const form = useApiForm<Values>({
    draftKey: `document:new:${residentId}`,
    secret: ['number'],
    save: async (values) => {
      const input = { ...values, isFormer: values.isFormer ?? false, residentId };
      return await execute(ADD_DOCUMENT, { input });
    },
    invalidates: fileKeys(residentId, centerId),
    onSaved: onClose,
  });
  const required = { required: true, message: t('rules:required') };
  return (
    <FormDrawer title={t('resident:documents.add')} form={form} onClose={onClose}>
      <Form.Item name="type" label={t('resident:fields.idType')} rules={[required]}>
        <Select
          options={ID_TYPES.filter((type) => type !== 'NONE').map((value) => ({
            value,
            label: t(`resident:idTypes.${value}`),
          }))}
        />
      </Form.Item>
      <Form.Item
        name="number"
        label={t('resident:documents.number')}
        extra={t('resident:documents.numberNote')}
        rules={[{ ...required, whitespace: true }]}
      >
        <Input maxLength={60} autoComplete="off" spellCheck={false} />
      </Form.Item>
      <Form.Item name="validUntil" label={t('resident:fields.idValidUntil')}>
        <DateInput />
      </Form.Item>
      <Form.Item name="isFormer" valuePropName="checked" extra={t('resident:documents.formerNote')}>
        <Checkbox>{t('resident:documents.isFormer')}</Checkbox>
      </Form.Item>
    </FormDrawer>
  );
}
