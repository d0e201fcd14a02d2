import { ageOn, localDate } from '@yibu/kernel';
import { Button } from 'antd';
import { useNavigate } from 'react-router';

import type { AssessmentQueueTab, ReassessmentState } from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { centerPath } from '../../shared/feature.js';
import { PersonName } from '../../shared/person-name.js';
import { StatusTag, type StatusTone } from '../../shared/status-tag.js';
import type { PageColumn } from '../../shared/table/types.js';
import { Day } from '../../shared/values.js';
import type { QueueItem } from './queue.page.js';
import { StatusOf } from './status-of.js';
import { lastDayOf, useLevelText } from './words.js';
import { today } from '../../shared/today.js';

interface ColumnsOptions {
  readonly tab: AssessmentQueueTab;
  readonly centerId: string;
  readonly canWrite: boolean;
  /** An operator enters official results from their paper; it cannot fill that form itself. */
  readonly fillsOfficial: boolean;
  readonly onStart: (residentId: string) => void;
  readonly onEnter: (residentId: string) => void;
}

const TONES: Readonly<Record<ReassessmentState, StatusTone>> = {
  VALID: 'done',
  OPEN_ENDED: 'done',
  DUE_60: 'waiting',
  DUE_30: 'going',
  DUE_7: 'warning',
  OVERDUE: 'stopped',
};

/** How long the level still holds, in days and in a shape. */
export function DaysLeft({ item }: { readonly item: Pick<QueueItem, 'state' | 'daysLeft'> }) {
  const { t } = useText();
  const { state, daysLeft } = item;
  if (!state || daysLeft === null || daysLeft === undefined) {
    return null;
  }
  const text =
    daysLeft > 1
      ? t('assessment:queue.daysLeft', { count: daysLeft })
      : daysLeft === 1
        ? t('assessment:queue.lastDay')
        : t('assessment:queue.overdueBy', { count: 1 - daysLeft });
  return <StatusTag tone={TONES[state]}>{text}</StatusTag>;
}

function NextStep(props: { readonly item: QueueItem } & ColumnsOptions) {
  const { item, centerId, fillsOfficial, onStart, onEnter } = props;
  const { t } = useText();
  const navigate = useNavigate();
  const { openId, residentId } = item;
  if (openId) {
    return (
      <Button onClick={() => void navigate(centerPath(centerId, `assessments/${openId}`))}>
        {t('assessment:queue.resume')}
      </Button>
    );
  }
  return item.kind === 'OFFICIAL' && !fillsOfficial ? (
    <Button onClick={() => onEnter(residentId)}>{t('assessment:queue.enter')}</Button>
  ) : (
    <Button onClick={() => onStart(residentId)}>{t('assessment:queue.start')}</Button>
  );
}

type Columns = readonly PageColumn<QueueItem>[];

function useSharedColumns() {
  const { t } = useText();
  const levelText = useLevelText();
  const resident: PageColumn<QueueItem> = {
    key: 'resident',
    title: t('assessment:queue.resident'),
    fixed: true,
    render: (item) => <PersonName name={item.residentName} />,
  };
  const age: PageColumn<QueueItem> = {
    key: 'age',
    title: t('assessment:queue.age'),
    align: 'right',
    render: (item) =>
      t('assessment:queue.ageYears', {
        count: ageOn(localDate(item.bornOn), localDate(today())),
      }),
  };
  const kind: PageColumn<QueueItem> = {
    key: 'kind',
    title: t('assessment:queue.kind'),
    render: (item) => (item.kind ? t(`assessment:kinds.${item.kind}`) : null),
  };
  const levelOf = (title: string): PageColumn<QueueItem> => ({
    key: 'level',
    title,
    render: (item) =>
      item.level === null || item.level === undefined ? '—' : levelText(item.level, item.levelName),
  });
  return { resident, age, kind, levelOf };
}

/** Each tab shows what its question needs. */
export function useQueueColumns(options: ColumnsOptions): Columns {
  const { t } = useText();
  const { resident, age, kind, levelOf } = useSharedColumns();
  const step: PageColumn<QueueItem> = {
    key: 'step',
    title: '',
    align: 'right',
    fixed: true,
    render: (item) => <NextStep item={item} {...options} />,
  };
  const steps = options.canWrite ? [step] : [];
  const record: Columns = [
    resident,
    {
      key: 'number',
      title: t('assessment:queue.number'),
      render: (item) => <span className="yb-number">{item.number}</span>,
    },
    kind,
    {
      key: 'assessedOn',
      title: t('assessment:queue.assessedOn'),
      render: (item) => <Day value={item.assessedOn} />,
    },
  ];
  switch (options.tab) {
    case 'DUE':
    case 'OVERDUE':
      return [
        resident,
        age,
        kind,
        levelOf(t('assessment:queue.level')),
        {
          key: 'until',
          title: t('assessment:queue.until'),
          render: (item) => <Day value={lastDayOf(item.until)} />,
        },
        {
          key: 'state',
          title: t('assessment:queue.state'),
          render: (item) => <DaysLeft item={item} />,
        },
        ...steps,
      ];
    case 'NEVER':
      return [resident, age, ...steps];
    case 'OPEN':
      return [
        ...record,
        {
          key: 'assessor',
          title: t('assessment:queue.assessor'),
          render: (item) => item.assessor1Name ?? '—',
        },
        {
          key: 'state',
          title: t('assessment:queue.state'),
          render: (item) => (item.status ? <StatusOf status={item.status} /> : null),
        },
      ];
    case 'PENDING':
      return [
        ...record,
        levelOf(t('assessment:queue.proposed')),
        {
          key: 'origin',
          title: t('assessment:queue.origin'),
          render: (item) => (item.origin ? t(`assessment:origins.${item.origin}`) : null),
        },
      ];
  }
}
