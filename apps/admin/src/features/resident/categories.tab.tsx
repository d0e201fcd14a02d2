import { PlusOutlined } from '@ant-design/icons';
import { Button, Empty, Form, Input, Select } from 'antd';
import { useState } from 'react';

import { execute } from '../../api/execute.js';
import type { AddCategoryInput } from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { CATEGORIES } from '../../shared/categories.js';
import { ConfirmReason } from '../../shared/confirm-reason.js';
import { DateInput } from '../../shared/form/date-inputs.js';
import { FormDrawer } from '../../shared/form/form-drawer.js';
import { useApiForm } from '../../shared/form/use-api-form.js';
import { StatusTag } from '../../shared/status-tag.js';
import { useUrlValue } from '../../shared/use-url-value.js';
import { DaySpan } from '../../shared/values.js';
import type { FileTabProps } from './overview.tab.js';
import { PaperCard, PaperList } from './paper-list.js';
import { fileKeys, useRefreshFile } from './paper-refresh.js';
import { ADD_CATEGORY, UPDATE_CATEGORY, VOID_CATEGORY } from './resident.queries.js';
import { today } from '../../shared/today.js';

type Category = FileTabProps['resident']['categories'][number];

function CategoryState({ category }: { readonly category: Category }) {
  const { t } = useText();
  if (category.isVoided) {
    return <StatusTag tone="stopped">{t('resident:categories.voided')}</StatusTag>;
  }
  const isOver = category.untilOn && category.untilOn <= today();
  return isOver ? (
    <StatusTag tone="plain">{t('resident:categories.ended')}</StatusTag>
  ) : (
    <StatusTag tone="done">{t('resident:categories.holds')}</StatusTag>
  );
}

export function CategoriesTab({ resident, canWrite }: FileTabProps) {
  const { t } = useText();
  const [form, setForm] = useUrlValue('form');
  const [voiding, setVoiding] = useState<Category | null>(null);
  const refresh = useRefreshFile(resident.id, resident.centerId);
  const editing = resident.categories.find(({ id }) => form === `category-${id}`) ?? null;
  return (
    <>
      {canWrite ? (
        <Button
          icon={<PlusOutlined aria-hidden />}
          style={{ marginBottom: 12 }}
          onClick={() => setForm('category')}
        >
          {t('resident:categories.add')}
        </Button>
      ) : null}
      {resident.categories.length === 0 ? (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('resident:categories.empty')} />
      ) : (
        <PaperList>
          {resident.categories.map((category) => (
            <PaperCard
              key={category.id}
              isVoided={category.isVoided}
              title={t(`resident:categoryNames.${category.code}`)}
              tags={<CategoryState category={category} />}
              facts={[
                <DaySpan key="days" from={category.fromOn} until={category.untilOn} />,
                category.evidence,
              ]}
              actions={
                canWrite && !category.isVoided ? (
                  <>
                    <Button type="link" onClick={() => setForm(`category-${category.id}`)}>
                      {t('common:edit')}
                    </Button>
                    <Button type="link" danger onClick={() => setVoiding(category)}>
                      {t('resident:categories.void')}
                    </Button>
                  </>
                ) : null
              }
            />
          ))}
        </PaperList>
      )}
      {canWrite && (form === 'category' || editing) ? (
        <CategoryDrawer
          residentId={resident.id}
          centerId={resident.centerId}
          category={editing}
          onClose={() => setForm(null)}
        />
      ) : null}
      <ConfirmReason
        open={voiding !== null}
        danger
        title={t('resident:categories.voidTitle')}
        note={t('resident:categories.voidNote')}
        okText={t('resident:categories.void')}
        onConfirm={async (reason) => {
          if (voiding) {
            const { id, version } = voiding;
            await execute(VOID_CATEGORY, { input: { id, version, reason } });
            await refresh();
          }
        }}
        onClose={() => setVoiding(null)}
      />
    </>
  );
}

type Values = Omit<AddCategoryInput, 'residentId'> & { readonly reason: string };

interface CategoryDrawerProps {
  readonly residentId: string;
  readonly centerId: string;
  readonly category: Category | null;
  readonly onClose: () => void;
}

function CategoryDrawer({ residentId, centerId, category, onClose }: CategoryDrawerProps) {
  const { t } = useText();
  const form = useApiForm<Values>({
    draftKey: `category:${category?.id ?? `new:${residentId}`}`,
    ...(category ? { initial: valuesOf(category) } : {}),
    save: async ({ reason, ...draft }) =>
      category
        ? await execute(UPDATE_CATEGORY, {
            input: { ...draft, reason, id: category.id, version: category.version },
          })
        : await execute(ADD_CATEGORY, { input: { ...draft, residentId } }),
    invalidates: fileKeys(residentId, centerId),
    onSaved: onClose,
  });
  const required = { required: true, message: t('rules:required') };
  return (
    <FormDrawer
      title={category ? t('resident:categories.edit') : t('resident:categories.add')}
      form={form}
      onClose={onClose}
    >
      <Form.Item name="code" label={t('resident:categories.code')} rules={[required]}>
        <Select
          options={CATEGORIES.map((value) => ({
            value,
            label: t(`resident:categoryNames.${value}`),
          }))}
        />
      </Form.Item>
      <Form.Item name="fromOn" label={t('resident:categories.fromOn')} rules={[required]}>
        <DateInput />
      </Form.Item>
      <Form.Item
        name="untilOn"
        label={t('resident:categories.untilOn')}
        extra={t('resident:categories.untilNote')}
      >
        <DateInput />
      </Form.Item>
      <Form.Item
        name="evidence"
        label={t('resident:categories.evidence')}
        extra={t('resident:categories.evidenceNote')}
      >
        <Input maxLength={200} />
      </Form.Item>
      {category ? (
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

const valuesOf = ({ code, fromOn, untilOn, evidence }: Category): Partial<Values> => ({
  code,
  fromOn,
  untilOn: untilOn ?? null,
  evidence: evidence ?? null,
});
