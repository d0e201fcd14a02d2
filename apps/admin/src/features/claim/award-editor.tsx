import { App, Button, Form, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';

import { execute } from '../../api/execute.js';
import { newKey } from '../../api/new-key.js';
import { useText } from '../../i18n/use-text.js';
import { begun } from '../../shared/format.js';
import { useClear } from '../../shared/form/use-clear.js';
import { awardKey, type Award } from '../../shared/claim/award-tab.js';
import { staleAfter } from '../../shared/claim/claim-of.js';
import { centerPath } from '../../shared/feature.js';
import { DateInput } from '../../shared/form/date-inputs.js';
import { FormDrawer } from '../../shared/form/form-drawer.js';
import { useApiForm } from '../../shared/form/use-api-form.js';
import { YuanInput } from '../../shared/form/yuan-input.js';
import { today } from '../../shared/today.js';
import { useErrorText } from '../../shared/use-error-text.js';
import { OPEN_AWARD, SAVE_AWARD_PROJECT } from './apply.queries.js';

interface AwardEditorProps {
  readonly award: Award;
  readonly claimId: string;
}

/** The officer's button beside the project: enter its figures, or begin the next revision of what was sent back. */
export function AwardEditor({ award, claimId }: AwardEditorProps) {
  const { t } = useText();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const errorText = useErrorText();
  const [isOpen, setOpen] = useState(false);
  const reopen = async (): Promise<void> => {
    try {
      const input = {
        centerId: award.centerId,
        program: award.program,
        projectId: award.project.id,
        idempotencyKey: newKey(),
      };
      const { openAward } = await execute(OPEN_AWARD, { input });
      void navigate(centerPath(award.centerId, `claims/${openAward.claimId}`));
    } catch (error) {
      void message.error(errorText(error).sentence);
    }
  };
  if (award.canReopen) {
    return <Button onClick={() => void reopen()}>{t('claim:award.reopen')}</Button>;
  }
  return award.canEdit ? (
    <>
      <Button type="primary" ghost onClick={() => setOpen(true)}>
        {t('claim:award.edit')}
      </Button>
      {isOpen ? (
        <ProjectDrawer award={award} claimId={claimId} onClose={() => setOpen(false)} />
      ) : null}
    </>
  ) : null;
}

type FieldValue = string | number | boolean | null | undefined;

interface ProjectValues {
  readonly name: string;
  readonly kind: string;
  readonly areaM2?: number | null;
  readonly communities?: readonly string[];
  readonly completedOn?: string | null;
  readonly ownInvestmentFen?: number | null;
  readonly fields?: Readonly<Record<string, FieldValue>>;
}

interface ProjectDrawerProps extends AwardEditorProps {
  readonly onClose: () => void;
}

/** Only what the county's rules test of the project; they say themselves what that is. */
function ProjectDrawer({ award, claimId, onClose }: ProjectDrawerProps) {
  const { t, locale } = useText();
  const { project } = award;
  const form = useApiForm<ProjectValues>({
    draftKey: `award-project:${claimId}`,
    initial: {
      name: project.name,
      kind: project.kind,
      areaM2: project.areaM2,
      communities: project.communities,
      completedOn: project.completedOn,
      ownInvestmentFen: project.ownInvestmentFen,
      fields: Object.fromEntries(
        award.fields.map(({ name, value }) => [
          name,
          value ? (JSON.parse(value) as FieldValue) : null,
        ]),
      ),
    },
    save: async ({ fields, communities, ...values }) =>
      await execute(SAVE_AWARD_PROJECT, {
        input: {
          ...values,
          claimId,
          version: project.version,
          communities: [...(communities ?? [])],
          attributes: award.fields.map(({ name }) => ({
            name,
            value: fields?.[name] == null ? null : JSON.stringify(fields[name]),
          })),
        },
      }),
    onSaved: onClose,
    invalidates: [awardKey(claimId), ...staleAfter(claimId), ['claim-checks', claimId]],
    savedText: t('claim:award.saved'),
  });
  const required = [{ required: true, message: t('review:required') }];
  return (
    <FormDrawer title={t('claim:award.editTitle')} form={form} onClose={onClose}>
      <Form.Item name="name" label={t('claim:award.name')} rules={required}>
        <Input maxLength={120} autoComplete="off" />
      </Form.Item>
      <Form.Item name="kind" label={t('claim:award.kind')} rules={required}>
        <Select
          options={award.kinds.map(({ code, zh, en }) => ({
            value: code,
            label: locale === 'en' ? en : zh,
          }))}
        />
      </Form.Item>
      <Form.Item name="areaM2" label={t('claim:award.areaM2')}>
        <InputNumber min={0.01} max={1_000_000} style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item
        name="communities"
        label={t('claim:award.communities')}
        extra={t('claim:award.communitiesHint')}
      >
        <Select
          mode="tags"
          tokenSeparators={['、', ',', '，', ';', ' ']}
          open={false}
          suffixIcon={null}
        />
      </Form.Item>
      <Form.Item name="completedOn" label={t('claim:award.completedOn')}>
        <DateInput max={today()} />
      </Form.Item>
      <Form.Item name="ownInvestmentFen" label={t('claim:award.ownInvestment')}>
        <YuanInput />
      </Form.Item>
      {award.fields.map((field) => (
        <Form.Item
          key={field.name}
          name={['fields', field.name]}
          label={begun(locale === 'en' ? field.en : field.zh)}
        >
          <FieldInput field={field} />
        </Form.Item>
      ))}
    </FormDrawer>
  );
}

interface FieldInputProps {
  readonly field: Award['fields'][number];
  readonly id?: string;
  readonly value?: FieldValue;
  readonly onChange?: (value: FieldValue) => void;
}

/** A Form.Item gives and takes the value; what it looks like, the rules say. */
function FieldInput({ field, id, value, onChange }: FieldInputProps) {
  const { t, locale } = useText();
  const clear = useClear();
  const given = { ...(id ? { id } : {}), ...(onChange ? { onChange } : {}) };
  switch (field.type) {
    case 'BOOLEAN':
      return (
        <Select<'yes' | 'no' | null>
          {...(id ? { id } : {})}
          value={typeof value === 'boolean' ? (value ? 'yes' : 'no') : null}
          allowClear={clear}
          options={(['yes', 'no'] as const).map((answer) => ({
            value: answer,
            label: t(`claim:award.${answer}`),
          }))}
          onChange={(answer) => onChange?.(answer == null ? null : answer === 'yes')}
        />
      );
    case 'MONEY':
      return <YuanInput {...given} value={typeof value === 'number' ? value : null} />;
    case 'NUMBER':
      return (
        <InputNumber<number>
          {...given}
          value={typeof value === 'number' ? value : null}
          min={0}
          style={{ width: '100%' }}
        />
      );
    case 'CHOICE':
      return (
        <Select<string | null>
          {...given}
          value={typeof value === 'string' ? value : null}
          allowClear={clear}
          options={field.options.map(({ code, zh, en }) => ({
            value: code,
            label: locale === 'en' ? en : zh,
          }))}
        />
      );
  }
}
