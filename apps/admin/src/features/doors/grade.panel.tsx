import { useQuery } from '@tanstack/react-query';
import { Button, Empty, Form, Input } from 'antd';

import { execute } from '../../api/execute.js';
import type {
  AddCenterGradeInput,
  CenterGradesQuery,
  CorrectCenterGradeInput,
} from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { Attachments } from '../../shared/files/attachments.js';
import { DateInput } from '../../shared/form/date-inputs.js';
import { FormDrawer } from '../../shared/form/form-drawer.js';
import { useApiForm } from '../../shared/form/use-api-form.js';
import { HistoryPanel } from '../../shared/history-panel.js';
import { Panel } from '../../shared/panel.js';
import { QueryView } from '../../shared/query-view.js';
import { useCan } from '../../shared/session.js';
import { useUrlValue } from '../../shared/use-url-value.js';
import { Day } from '../../shared/values.js';
import { ADD_GRADE, CORRECT_GRADE, GRADES } from './places.queries.js';
import { DataTable } from '../../shared/table/data-table.js';
import { SchemeInput, useSchemes } from './scheme-input.js';

type Grade = CenterGradesQuery['centerGrades'][number];

function GradeFields() {
  const { t } = useText();
  const required = { required: true, message: t('rules:required') };
  return (
    <>
      <Form.Item
        name="scheme"
        label={t('doors:grades.scheme')}
        extra={t('doors:grades.schemeNote')}
        rules={[required]}
      >
        <SchemeInput />
      </Form.Item>
      <Form.Item name="grade" label={t('doors:grades.grade')} rules={[required]}>
        <Input maxLength={20} />
      </Form.Item>
      <Form.Item name="issuer" label={t('doors:grades.issuer')}>
        <Input maxLength={120} />
      </Form.Item>
      <Form.Item name="fromOn" label={t('doors:grades.fromOn')} rules={[required]}>
        <DateInput />
      </Form.Item>
      <Form.Item
        name="untilOn"
        label={t('doors:grades.untilOn')}
        extra={t('doors:grades.untilNote')}
      >
        <DateInput />
      </Form.Item>
    </>
  );
}

interface DrawerProps {
  readonly centerId: string;
  readonly onClose: () => void;
}

function AddDrawer({ centerId, onClose }: DrawerProps) {
  const { t } = useText();
  const form = useApiForm<Omit<AddCenterGradeInput, 'centerId'>>({
    draftKey: `grade-new:${centerId}`,
    save: async (values) => await execute(ADD_GRADE, { input: { ...values, centerId } }),
    invalidates: [['grades', centerId]],
    onSaved: onClose,
  });
  return (
    <FormDrawer title={t('doors:grades.create')} form={form} onClose={onClose}>
      <GradeFields />
    </FormDrawer>
  );
}

function CorrectDrawer({ centerId, grade, onClose }: DrawerProps & { readonly grade: Grade }) {
  const { t } = useText();
  const can = useCan();
  const { id, version, scheme, issuer, fromOn, untilOn } = grade;
  const form = useApiForm<Omit<CorrectCenterGradeInput, 'id' | 'version' | 'centerId'>>({
    draftKey: `grade-correct:${id}`,
    initial: {
      scheme,
      grade: grade.grade,
      issuer: issuer ?? null,
      fromOn,
      untilOn: untilOn ?? null,
    },
    save: async (values) =>
      await execute(CORRECT_GRADE, { input: { ...values, id, version, centerId } }),
    invalidates: [
      ['grades', centerId],
      ['history', 'centerGrade', id],
    ],
    onSaved: onClose,
  });
  return (
    <FormDrawer title={t('doors:grades.correctTitle')} wide form={form} onClose={onClose}>
      <GradeFields />
      <Form.Item
        name="reason"
        label={t('common:reason')}
        rules={[{ required: true, whitespace: true, message: t('errors:REASON_REQUIRED') }]}
      >
        <Input.TextArea rows={2} maxLength={500} />
      </Form.Item>
      <h3>{t('doors:grades.papers')}</h3>
      <Attachments
        centerId={centerId}
        entity="centerGrade"
        entityId={id}
        canWrite={can('grade.write')}
        kinds={[
          { value: 'GRADE', label: t('doors:kinds.GRADE') },
          { value: 'OTHER', label: t('doors:kinds.OTHER') },
        ]}
      />
      <h3>{t('audit:history')}</h3>
      <HistoryPanel entity="centerGrade" entityId={id} />
    </FormDrawer>
  );
}

interface GradeTableProps {
  readonly grades: readonly Grade[];
  readonly onCorrect: ((grade: Grade) => void) | null;
}

function GradeTable({ grades, onCorrect }: GradeTableProps) {
  const { t } = useText();
  const { schemeName } = useSchemes();
  if (grades.length === 0) {
    return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('doors:grades.empty')} />;
  }
  return (
    <DataTable<Grade>
      rowKey="id"
      dataSource={[...grades]}
      columns={[
        {
          key: 'scheme',
          title: t('doors:grades.scheme'),
          render: (_, grade) => schemeName(grade.scheme),
        },
        { key: 'grade', title: t('doors:grades.grade'), dataIndex: 'grade' },
        {
          key: 'issuer',
          title: t('doors:grades.issuer'),
          render: (_, grade) => grade.issuer ?? '—',
        },
        {
          key: 'from',
          title: t('doors:grades.fromOn'),
          render: (_, grade) => <Day value={grade.fromOn} />,
        },
        {
          key: 'until',
          title: t('doors:grades.untilOn'),
          render: (_, grade) => <Day value={grade.untilOn} />,
        },
        ...(onCorrect
          ? [
              {
                key: 'do',
                title: <span className="yb-visually-hidden">{t('common:more')}</span>,
                render: (_: unknown, grade: Grade) => (
                  <Button size="small" onClick={() => onCorrect(grade)}>
                    {t('doors:grades.correct')}
                  </Button>
                ),
              },
            ]
          : []),
      ]}
    />
  );
}

/** The evaluated grade of the center under the schemes of its county, with dates and evidence. */
export function GradePanel({ centerId }: { readonly centerId: string }) {
  const { t } = useText();
  const can = useCan();
  const [form, setForm] = useUrlValue('grade');
  const grades = useQuery({
    queryKey: ['grades', centerId],
    queryFn: async () => (await execute(GRADES, { centerId })).centerGrades,
  });
  const canWrite = can('grade.write');
  const corrected = grades.data?.find(({ id }) => id === form);
  const close = (): void => setForm(null);
  return (
    <Panel
      title={t('doors:center.tabs.grades')}
      actions={
        canWrite ? (
          <Button type="primary" onClick={() => setForm('new')}>
            {t('doors:grades.create')}
          </Button>
        ) : null
      }
    >
      <QueryView query={grades} rows={3}>
        {(rows) => (
          <GradeTable grades={rows} onCorrect={canWrite ? ({ id }) => setForm(id) : null} />
        )}
      </QueryView>
      {form === 'new' && canWrite ? <AddDrawer centerId={centerId} onClose={close} /> : null}
      {corrected && canWrite ? (
        <CorrectDrawer centerId={centerId} grade={corrected} onClose={close} />
      ) : null}
    </Panel>
  );
}
