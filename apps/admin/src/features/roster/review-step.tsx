import { DownloadOutlined } from '@ant-design/icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Checkbox, Flex, Radio } from 'antd';
import { useMemo, useState } from 'react';
import { useNavigate } from 'react-router';

import { execute } from '../../api/execute.js';
import { newKey } from '../../api/new-key.js';
import type {
  RosterAcceptMode,
  RosterOpenLevelChoice,
  RosterRowOutcome,
  RosterRowsQuery,
} from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { ErrorAlert } from '../../shared/error-alert.js';
import { centerPath } from '../../shared/feature.js';
import { Panel } from '../../shared/panel.js';
import { useCan, useCenter } from '../../shared/session.js';
import { StatusTag, type StatusTone } from '../../shared/status-tag.js';
import { PageTable } from '../../shared/table/page-table.js';
import { CategoryWords } from './category-words.js';
import { ACCEPT_ROSTER, ROSTER_ROWS } from './roster.queries.js';
import type { RosterList } from './roster-import.page.js';
import { useRemarkText } from './use-remark-text.js';

type Row = RosterRowsQuery['rosterRows']['items'][number];

const OUTCOMES: readonly RosterRowOutcome[] = ['PROBLEM', 'NEW', 'CHANGED', 'UNCHANGED', 'WRITTEN'];
const TONES: Record<RosterRowOutcome, StatusTone> = {
  PROBLEM: 'stopped',
  NEW: 'waiting',
  CHANGED: 'warning',
  UNCHANGED: 'plain',
  WRITTEN: 'done',
};

function Summary({ list }: { readonly list: RosterList }) {
  const { t } = useText();
  const { counts } = list;
  if (!counts) {
    return null;
  }
  const isDone = list.status === 'DONE';
  const good = isDone ? counts.written : counts.fresh;
  const text = isDone
    ? t('roster:review.done', { written: counts.written, problem: counts.problem })
    : t('roster:review.found', {
        fresh: counts.fresh,
        changed: counts.changed,
        unchanged: counts.unchanged,
        problem: counts.problem,
      });
  return (
    <Alert
      type={counts.problem > 0 ? 'warning' : 'success'}
      showIcon
      style={{ marginBottom: 12 }}
      title={text}
      description={
        counts.newBeds > 0 && good > 0
          ? t(isDone ? 'roster:review.bedsMade' : 'roster:review.bedsToMake', {
              beds: counts.newBeds,
            })
          : null
      }
    />
  );
}

const hasRemarks = ({ problems, warnings, differences }: Row): boolean =>
  problems.length + warnings.length + differences.length > 0;

/** What the file says differently; nothing of it is taken over unless somebody ticks the row. */
function Remarks({ row }: { readonly row: Row }) {
  const { t } = useText();
  const remarkText = useRemarkText();
  const lines = [
    ...row.problems.map((remark) => ({ tone: 'stopped' as const, text: remarkText(remark) })),
    ...row.warnings.map((remark) => ({ tone: 'warning' as const, text: remarkText(remark) })),
    ...row.differences.map(({ field, from, to }) => ({
      tone: 'plain' as const,
      text: t('roster:review.difference', {
        field: t(`roster:fields.${field}`),
        from: from ?? t('roster:review.nothing'),
        to,
      }),
    })),
  ];
  return (
    <div className="yb-roster-remarks">
      {lines.map(({ tone, text }) => (
        <StatusTag key={text} tone={tone}>
          {text}
        </StatusTag>
      ))}
    </div>
  );
}

interface RowsProps {
  readonly list: RosterList;
  readonly chosen: ReadonlySet<number>;
  readonly onChoose: (row: number, isChosen: boolean) => void;
}

function Rows({ list, chosen, onChoose }: RowsProps) {
  const { t } = useText();
  const center = useCenter();
  const isOpen = list.status === 'CHECKED';
  return (
    <PageTable<Row>
      id="roster-rows"
      label={t('roster:review.rows')}
      queryKey={['roster-rows', list.id, list.version]}
      load={async ({ page, pageSize, filters }) => {
        const outcome = (filters['outcome'] ?? null) as RosterRowOutcome | null;
        const withWarnings = filters['warnings'] === 'true';
        const input = { importId: list.id, page, pageSize, outcome, withWarnings };
        return (await execute(ROSTER_ROWS, { input })).rosterRows;
      }}
      columns={[
        {
          key: 'row',
          title: t('roster:review.row'),
          width: 90,
          render: ({ number }) => t('roster:review.rowNumber', { number }),
        },
        { key: 'name', title: t('roster:fields.name'), width: 120, render: ({ name }) => name },
        {
          key: 'outcome',
          title: t('roster:review.outcome'),
          width: 130,
          besideHeading: true,
          render: (row) => (
            <StatusTag tone={TONES[row.outcome]}>{t(`roster:outcomes.${row.outcome}`)}</StatusTag>
          ),
        },
        {
          key: 'remarks',
          title: t('roster:review.remarks'),
          wideOnCard: true,
          render: (row) => (hasRemarks(row) ? <Remarks row={row} /> : null),
        },
        ...(isOpen && (list.counts?.changed ?? 0) > 0
          ? [
              {
                key: 'take',
                title: t('roster:review.take'),
                width: 110,
                render: (row: Row) =>
                  row.outcome === 'CHANGED' ? (
                    <Checkbox
                      aria-label={t('roster:review.takeRow', { number: row.number })}
                      checked={chosen.has(row.number)}
                      onChange={(event) => onChoose(row.number, event.target.checked)}
                    />
                  ) : null,
              },
            ]
          : []),
      ]}
      rowKey={(row) => String(row.number)}
      rowLink={(row) =>
        row.residentId ? centerPath(center.id, `residents/${row.residentId}`) : null
      }
      filters={[
        {
          kind: 'select',
          key: 'outcome',
          label: t('roster:review.outcome'),
          options: OUTCOMES.map((value) => ({ value, label: t(`roster:outcomes.${value}`) })),
        },
        {
          kind: 'select',
          key: 'warnings',
          label: t('roster:review.warnings'),
          options: [{ value: 'true', label: t('roster:review.onlyWarnings') }],
        },
      ]}
      empty={{ text: t('roster:review.empty') }}
    />
  );
}

function Accept({
  list,
  chosen,
}: {
  readonly list: RosterList;
  readonly chosen: ReadonlySet<number>;
}) {
  const { t } = useText();
  const client = useQueryClient();
  const problems = list.counts?.problem ?? 0;
  const [mode, setMode] = useState<RosterAcceptMode>('GOOD_ROWS');
  const count = (list.counts?.fresh ?? 0) + chosen.size;
  const can = useCan();
  const openLevels = list.counts?.openLevels ?? 0;
  const [isWithoutEnd, setWithoutEnd] = useState(false);
  // The same choice pressed again, after an answer that was lost, is the same deed.
  const idempotencyKey = useMemo(newKey, [list.id, list.version, mode, chosen, isWithoutEnd]);
  const accept = useMutation({
    mutationFn: async () => {
      const { id: importId, version } = list;
      const changedRows = [...chosen];
      const choice: RosterOpenLevelChoice = isWithoutEnd ? 'WITHOUT_END' : 'ONE_BY_ONE';
      const input = { importId, version, mode, changedRows, openLevels: choice, idempotencyKey };
      return await execute(ACCEPT_ROSTER, { input });
    },
    onSuccess: async () => await client.invalidateQueries({ queryKey: ['roster', list.id] }),
  });
  return (
    <>
      {accept.error ? <ErrorAlert error={accept.error} /> : null}
      {openLevels > 0 && can('level.accept') ? (
        <Checkbox
          className="yb-roster-levels"
          checked={isWithoutEnd}
          onChange={(event) => setWithoutEnd(event.target.checked)}
        >
          {t('roster:review.levelsWithoutEnd', { number: openLevels })}
        </Checkbox>
      ) : null}
      <Flex gap={12} wrap align="center">
        <Radio.Group
          aria-label={t('roster:review.mode')}
          value={mode}
          onChange={(event) => setMode(event.target.value as RosterAcceptMode)}
          options={[
            { value: 'GOOD_ROWS', label: t('roster:review.goodRows') },
            {
              value: 'ALL_OR_NOTHING',
              label: t('roster:review.allOrNothing'),
              disabled: problems > 0,
            },
          ]}
        />
        <Button
          type="primary"
          disabled={count === 0}
          loading={accept.isPending}
          onClick={() => accept.mutate()}
        >
          {t('roster:review.accept', { number: count })}
        </Button>
      </Flex>
    </>
  );
}

export function ReviewStep({ list }: { readonly list: RosterList }) {
  const { t } = useText();
  const center = useCenter();
  const navigate = useNavigate();
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  const choose = (row: number, isChosen: boolean): void => {
    setChosen((current) => {
      const next = new Set(current);
      if (isChosen) {
        next.add(row);
      } else {
        next.delete(row);
      }
      return next;
    });
  };
  return (
    <div className="yb-roster-review">
      <Panel>
        <Summary list={list} />
        {list.status === 'CHECKED' ? <CategoryWords list={list} /> : null}
        <Flex gap={12} wrap align="center" justify="space-between">
          {list.status === 'CHECKED' ? (
            <Accept list={list} chosen={chosen} />
          ) : (
            <Button
              type="primary"
              onClick={() => void navigate(centerPath(center.id, 'residents'))}
            >
              {t('roster:review.toResidents')}
            </Button>
          )}
          {(list.counts?.problem ?? 0) > 0 ? (
            <Button
              icon={<DownloadOutlined aria-hidden />}
              href={`/files/roster/${list.id}/problems`}
            >
              {t('roster:review.problemFile')}
            </Button>
          ) : null}
        </Flex>
      </Panel>
      <Rows list={list} chosen={chosen} onChoose={choose} />
    </div>
  );
}
