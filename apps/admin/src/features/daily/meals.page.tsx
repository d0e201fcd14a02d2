import { CheckOutlined } from '@ant-design/icons';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Empty, Flex, Segmented } from 'antd';

import { execute } from '../../api/execute.js';
import type { Meal, MealSheetQuery } from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { DateInput } from '../../shared/form/date-inputs.js';
import { PageHeader } from '../../shared/page-header.js';
import { Panel } from '../../shared/panel.js';
import { QueryView } from '../../shared/query-view.js';
import { useCan, useCenter } from '../../shared/session.js';
import { StatusTag } from '../../shared/status-tag.js';
import { useErrorText } from '../../shared/use-error-text.js';
import { useUrlValue } from '../../shared/use-url-value.js';
import { CHECK_IN_MEALS, MEAL_SHEET } from './daily.queries.js';
import './meals.css';
import { today } from '../../shared/today.js';

type Sheet = MealSheetQuery['mealSheet'];
type Row = Sheet['rows'][number];

const MEALS: readonly Meal[] = ['BREAKFAST', 'LUNCH', 'DINNER'];

interface Entry {
  readonly residentId: string;
  readonly count: number;
}

function useSheet(centerId: string, onDate: string, meal: Meal) {
  const { message } = App.useApp();
  const errorText = useErrorText();
  const client = useQueryClient();
  const queryKey = ['meals', centerId, onDate, meal];
  const query = useQuery({
    queryKey,
    queryFn: async () => (await execute(MEAL_SHEET, { centerId, onDate, meal })).mealSheet,
  });
  const checkIn = useMutation({
    mutationFn: async (entries: readonly Entry[]) =>
      (await execute(CHECK_IN_MEALS, { input: { centerId, onDate, meal, entries: [...entries] } }))
        .checkInMeals,
    // The tap shows at once; a refusal takes it back and says why.
    onMutate: (entries) => {
      const before = client.getQueryData<Sheet>(queryKey);
      client.setQueryData<Sheet>(queryKey, (sheet) => sheet && withEntries(sheet, entries));
      return before;
    },
    onSuccess: (sheet) => client.setQueryData(queryKey, sheet),
    onError: (error, _entries, before) => {
      client.setQueryData(queryKey, before);
      void message.error(errorText(error).sentence);
    },
  });
  return { query, checkIn: checkIn.mutate };
}

function withEntries(sheet: Sheet, entries: readonly Entry[]): Sheet {
  const counts = new Map(entries.map(({ residentId, count }) => [residentId, count]));
  const rows = sheet.rows.map((row) => ({
    ...row,
    count: counts.get(row.residentId) ?? row.count,
  }));
  return { ...sheet, rows, checkedIn: rows.filter(({ count }) => count > 0).length };
}

interface PersonProps {
  readonly row: Row;
  readonly canWrite: boolean;
  readonly onToggle: () => void;
}

function Person({ row, canWrite, onToggle }: PersonProps) {
  const { t } = useText();
  const isIn = row.count > 0;
  return (
    <button
      type="button"
      className={isIn ? 'yb-meal yb-meal-in' : 'yb-meal'}
      aria-pressed={isIn}
      disabled={!canWrite}
      onClick={onToggle}
    >
      <span className="yb-meal-who">
        <strong>{row.name}</strong>
        <span>{row.bedLabel ?? ''}</span>
      </span>
      {row.absence ? (
        <StatusTag tone="plain">{t(`daily:meals.away.${row.absence as 'HOSPITAL'}`)}</StatusTag>
      ) : null}
      <span className="yb-meal-state">
        {isIn ? (
          <>
            <CheckOutlined aria-hidden /> {t('daily:meals.eaten')}
          </>
        ) : (
          t('daily:meals.notYet')
        )}
      </span>
    </button>
  );
}

interface SheetViewProps {
  readonly sheet: Sheet;
  readonly onEntries: (entries: readonly Entry[]) => void;
}

function SheetView({ sheet, onEntries }: SheetViewProps) {
  const { t } = useText();
  const canWrite = useCan()('meal.write');
  const present = sheet.rows.filter(({ absence }) => !absence);
  const away = sheet.rows.filter(({ absence }) => absence);
  const open = present.filter(({ count }) => count === 0);
  const people = (rows: readonly Row[]) => (
    <div className="yb-meals">
      {rows.map((row) => (
        <Person
          key={row.residentId}
          row={row}
          canWrite={canWrite}
          onToggle={() => onEntries([{ residentId: row.residentId, count: row.count > 0 ? 0 : 1 }])}
        />
      ))}
    </div>
  );
  return (
    <>
      <Panel
        title={t('daily:meals.counted', { done: sheet.checkedIn, expected: sheet.expected })}
        actions={
          canWrite && open.length > 0 ? (
            <Button
              type="primary"
              onClick={() => onEntries(open.map(({ residentId }) => ({ residentId, count: 1 })))}
            >
              {t('daily:meals.everyone')}
            </Button>
          ) : null
        }
      >
        {present.length === 0 ? (
          <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('daily:meals.empty')} />
        ) : (
          people(present)
        )}
      </Panel>
      {away.length > 0 ? (
        <Panel title={t('daily:meals.awaySection')}>
          <p style={{ marginTop: 0 }}>{t('daily:meals.awayNote')}</p>
          {people(away)}
        </Panel>
      ) : null}
    </>
  );
}

export function MealsPage() {
  const { t } = useText();
  const center = useCenter();
  const [day, setDay] = useUrlValue('day');
  const [chosen, setMeal] = useUrlValue('meal');
  const onDate = day ?? today();
  const meal = MEALS.find((value) => value === chosen) ?? 'LUNCH';
  const { query, checkIn } = useSheet(center.id, onDate, meal);
  return (
    <>
      <PageHeader title={t('daily:menu.meals')} note={t('daily:meals.note')} />
      <Flex gap={8} wrap className="yb-meal-when">
        <Segmented
          size="large"
          aria-label={t('daily:meals.meal')}
          value={meal}
          onChange={setMeal}
          options={MEALS.map((value) => ({ value, label: t(`daily:meals.kinds.${value}`) }))}
        />
        <DateInput
          value={onDate}
          max={today()}
          onChange={setDay}
          aria-label={t('daily:meals.day')}
          style={{ width: 160 }}
        />
      </Flex>
      <QueryView query={query}>
        {(sheet) => <SheetView sheet={sheet} onEntries={checkIn} />}
      </QueryView>
    </>
  );
}
