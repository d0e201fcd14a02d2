import { useQuery } from '@tanstack/react-query';
import { Alert, Form, Input, Select } from 'antd';
import { useNavigate } from 'react-router';

import { execute } from '../../api/execute.js';
import type { NoticeCandidatesQuery } from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { useClaimAbout } from '../../shared/claim/claim-title.js';
import { FirstOf } from '../../shared/first-of.js';
import { aboutOption, type AboutOption } from '../../shared/form/about-option.js';
import { DateInput } from '../../shared/form/date-inputs.js';
import { FormDrawer } from '../../shared/form/form-drawer.js';
import { useApiForm } from '../../shared/form/use-api-form.js';
import { formatFen, formatMonth } from '../../shared/format.js';
import { CANDIDATES, PUBLISH } from './notice.queries.js';
import { today } from '../../shared/today.js';

interface Values {
  readonly claimIds: string[];
  readonly number: string;
  readonly fromOn: string;
  readonly lastDay: string;
  readonly contact: string;
  readonly howTo?: string;
}

interface PublishDrawerProps {
  /** The claim from which somebody came here, or anything else for none. */
  readonly claimId: string;
  readonly onClose: () => void;
}

export function PublishDrawer(props: PublishDrawerProps) {
  const query = useQuery({
    queryKey: ['notices', 'candidates'],
    queryFn: async () => (await execute(CANDIDATES, {})).noticeCandidates,
  });
  return query.data ? <PublishForm {...props} found={query.data} /> : null;
}

type Found = NoticeCandidatesQuery['noticeCandidates'];

function PublishForm({ claimId, found, onClose }: PublishDrawerProps & { readonly found: Found }) {
  const { t, locale } = useText();
  const aboutOf = useClaimAbout();
  const navigate = useNavigate();
  const here = found.items.find((item) => item.claimId === claimId);
  const form = useApiForm<Values, string>({
    draftKey: `publish-notice:${claimId}`,
    initial: { fromOn: today(), ...(here ? { claimIds: [here.claimId] } : {}) },
    save: async ({ howTo, ...values }, idempotencyKey) =>
      (
        await execute(PUBLISH, {
          input: { ...values, howTo: howTo ?? null, idempotencyKey },
        })
      ).publishNotice.id,
    invalidates: [['notices'], ['claim'], ['claims'], ['review']],
    onSaved: (id) => {
      onClose();
      void navigate(`/bureau/notices/${id}`);
    },
    savedText: t('notice:published'),
  });
  const chosen = Form.useWatch('claimIds', form.form) as string[] | undefined;
  const period = found.items.find((item) => item.claimId === chosen?.[0])?.period;
  const required = [{ required: true, message: t('notice:required') }];
  return (
    <FormDrawer
      title={t('notice:publish')}
      form={form}
      onClose={onClose}
      submitText={t('notice:publish')}
    >
      <Alert type="info" showIcon style={{ marginBottom: 16 }} title={t('notice:publishNote')} />
      {found.items.length === 0 ? (
        <Alert
          type="warning"
          showIcon
          style={{ marginBottom: 16 }}
          title={t('notice:noCandidates')}
        />
      ) : null}
      <FirstOf shown={found.items.length} total={found.total} />
      <Form.Item
        name="claimIds"
        label={t('notice:claims')}
        extra={t('notice:claimsHint')}
        rules={required}
      >
        <Select<string[], AboutOption & { readonly disabled: boolean }>
          mode="multiple"
          optionRender={aboutOption}
          showSearch={{ optionFilterProp: 'label' }}
          options={found.items.map((item) => ({
            value: item.claimId,
            label: `${item.centerName} · ${formatMonth(item.period, locale)} · ${formatFen(item.decidedFen)}`,
            about: aboutOf(item),
            disabled: period !== undefined && item.period !== period,
          }))}
        />
      </Form.Item>
      <Form.Item
        name="number"
        label={t('notice:number')}
        extra={t('notice:numberHint')}
        rules={required}
      >
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="fromOn" label={t('notice:fromOn')} rules={required}>
        <DateInput min={today()} />
      </Form.Item>
      <Form.Item
        name="lastDay"
        label={t('notice:lastDay')}
        extra={found.minDays ? t('notice:minDays', { days: found.minDays }) : undefined}
        rules={required}
      >
        <DateInput min={today()} />
      </Form.Item>
      <Form.Item
        name="contact"
        label={t('notice:contact')}
        extra={t('notice:contactHint')}
        rules={required}
      >
        <Input.TextArea rows={2} maxLength={200} />
      </Form.Item>
      <Form.Item name="howTo" label={t('notice:howTo')} extra={t('notice:howToHint')}>
        <Input.TextArea rows={2} maxLength={500} />
      </Form.Item>
    </FormDrawer>
  );
}
