import { PlusOutlined } from '@ant-design/icons';
import { Button, Checkbox, Empty, Form, Input, InputNumber } from 'antd';

import { execute } from '../../api/execute.js';
import type { CountiesQuery, CountyInput } from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { FormDrawer } from '../../shared/form/form-drawer.js';
import { useApiForm } from '../../shared/form/use-api-form.js';
import { HistoryPanel } from '../../shared/history-panel.js';
import { PageHeader } from '../../shared/page-header.js';
import { Panel } from '../../shared/panel.js';
import { QueryView } from '../../shared/query-view.js';
import { useCan } from '../../shared/session.js';
import { useUrlValue } from '../../shared/use-url-value.js';
import { useCounties } from './create-center.drawer.js';
import { CheckLimitFields } from './check-limit-fields.js';
import { SAVE_COUNTY } from './places.queries.js';
import { DataTable } from '../../shared/table/data-table.js';

type CountyRow = CountiesQuery['counties'][number];

const MOST = 60;
const NEW = 'new';

interface CountyDrawerProps {
  readonly county: CountyRow | null;
  readonly onClose: () => void;
}

function CountyDrawer({ county, onClose }: CountyDrawerProps) {
  const { t } = useText();
  const form = useApiForm<CountyInput>({
    draftKey: `county:${county?.code ?? NEW}`,
    initial: county
      ? {
          code: county.code,
          name: county.name,
          nameEn: county.nameEn,
          assessmentValidMonths: county.assessmentValidMonths ?? null,
          noticeDays: county.noticeDays ?? null,
          appealDays: county.appealDays ?? null,
          decidesOnPaper: county.decidesOnPaper,
          paysThroughFinance: county.paysThroughFinance,
          checkLimits: { ...county.checkLimits },
        }
      : {},
    save: async (values) => {
      const input = county ? { ...values, code: county.code, version: county.version } : values;
      return await execute(SAVE_COUNTY, { input });
    },
    invalidates: [['counties'], ['history', 'county']],
    onSaved: onClose,
  });
  const required = { required: true, message: t('rules:required') };
  return (
    <FormDrawer
      title={county ? t('doors:counties.edit') : t('doors:counties.create')}
      form={form}
      onClose={onClose}
    >
      <Form.Item
        name="code"
        label={t('doors:counties.code')}
        extra={t('doors:counties.codeNote')}
        rules={[required, { pattern: /^\d{6}$/, message: t('doors:counties.codeNote') }]}
      >
        <Input maxLength={6} inputMode="numeric" disabled={county !== null} />
      </Form.Item>
      <Form.Item name="name" label={t('doors:counties.name')} rules={[required]}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="nameEn" label={t('doors:counties.nameEn')} rules={[required]}>
        <Input maxLength={80} />
      </Form.Item>
      <Form.Item
        name="assessmentValidMonths"
        label={t('doors:counties.validMonths')}
        extra={t('doors:counties.note')}
      >
        <InputNumber
          min={1}
          max={MOST}
          precision={0}
          placeholder={t('doors:counties.notSaid')}
          suffix={t('doors:counties.monthUnit')}
          style={{ width: '100%' }}
        />
      </Form.Item>
      <Form.Item
        name="noticeDays"
        label={t('doors:counties.noticeDays')}
        extra={t('doors:counties.noticeNote')}
      >
        <InputNumber
          min={0}
          max={MOST}
          precision={0}
          placeholder={t('doors:counties.notSaid')}
          suffix={t('doors:counties.dayUnit')}
          style={{ width: '100%' }}
        />
      </Form.Item>
      <Form.Item
        name="appealDays"
        label={t('doors:counties.appealDays')}
        extra={t('doors:counties.appealNote')}
      >
        <InputNumber
          min={1}
          max={365}
          precision={0}
          placeholder={t('doors:counties.notSaid')}
          suffix={t('doors:counties.dayUnit')}
          style={{ width: '100%' }}
        />
      </Form.Item>
      <Form.Item
        name="decidesOnPaper"
        valuePropName="checked"
        extra={t('doors:counties.onPaperNote')}
      >
        <Checkbox>{t('doors:counties.onPaper')}</Checkbox>
      </Form.Item>
      <Form.Item
        name="paysThroughFinance"
        valuePropName="checked"
        extra={t('doors:counties.throughFinanceNote')}
      >
        <Checkbox>{t('doors:counties.throughFinance')}</Checkbox>
      </Form.Item>
      <CheckLimitFields />
      {county ? (
        <>
          <h3>{t('audit:history')}</h3>
          <HistoryPanel entity="county" entityId={county.code} />
        </>
      ) : null}
    </FormDrawer>
  );
}

interface CountyTableProps {
  readonly counties: readonly CountyRow[];
  readonly onEdit: ((code: string) => void) | null;
}

function CountyTable({ counties, onEdit }: CountyTableProps) {
  const { t } = useText();
  if (counties.length === 0) {
    return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('doors:counties.empty')} />;
  }
  const orNotSaid = (value: number | null | undefined, text: string): string =>
    value === null || value === undefined ? t('doors:counties.notSaid') : text;
  return (
    <DataTable<CountyRow>
      rowKey="code"
      dataSource={[...counties]}
      columns={[
        { key: 'name', title: t('doors:counties.name'), dataIndex: 'name' },
        { key: 'nameEn', title: t('doors:counties.nameEn'), dataIndex: 'nameEn' },
        { key: 'code', title: t('doors:counties.code'), dataIndex: 'code' },
        {
          key: 'months',
          title: t('doors:counties.validMonths'),
          render: (_, { assessmentValidMonths: months }) =>
            orNotSaid(months, t('doors:counties.months', { count: months ?? 0 })),
        },
        {
          key: 'days',
          title: t('doors:counties.noticeDays'),
          render: (_, { noticeDays: days }) =>
            orNotSaid(days, t('doors:counties.days', { count: days ?? 0 })),
        },
        ...(onEdit
          ? [
              {
                key: 'do',
                title: <span className="yb-visually-hidden">{t('common:more')}</span>,
                render: (_: unknown, { code }: CountyRow) => (
                  <Button size="small" onClick={() => onEdit(code)}>
                    {t('common:edit')}
                  </Button>
                ),
              },
            ]
          : []),
      ]}
    />
  );
}

export function CountyListPage() {
  const { t } = useText();
  const can = useCan();
  const { query } = useCounties();
  const [edited, setEdited] = useUrlValue('county');
  const canManage = can('organization.manage');
  const county = query.data?.find(({ code }) => code === edited) ?? null;
  const isOpen = canManage && (edited === NEW || county !== null);
  return (
    <>
      <PageHeader
        title={t('doors:menu.counties')}
        note={t('doors:counties.note')}
        actions={
          canManage ? (
            <Button
              type="primary"
              icon={<PlusOutlined aria-hidden />}
              onClick={() => setEdited(NEW)}
            >
              {t('doors:counties.create')}
            </Button>
          ) : null
        }
      />
      <Panel>
        <QueryView query={query}>
          {(counties) => <CountyTable counties={counties} onEdit={canManage ? setEdited : null} />}
        </QueryView>
      </Panel>
      {isOpen ? <CountyDrawer county={county} onClose={() => setEdited(null)} /> : null}
    </>
  );
}
