import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Select } from 'antd';
import { useState } from 'react';

import { execute } from '../../api/execute.js';
import type { CategoryCode, RosterImportQuery } from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { ErrorAlert } from '../../shared/error-alert.js';
import { CATEGORIES } from '../../shared/categories.js';
import { CHECK_ROSTER } from './roster.queries.js';

type List = RosterImportQuery['rosterImport'];

const NONE = 'NONE';
type Choice = CategoryCode | typeof NONE;

/** The list is checked once more with what its words stand for. */
function useSettle(list: List) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (chosen: ReadonlyMap<string, Choice>) => {
      const { id: importId, version, createBeds, building, floorPattern } = list;
      const mapping = list.columns.map(({ field }) => field ?? null);
      const said = new Map([
        ...list.categoryWords.map(({ word, code }) => [word, code ?? NONE] as const),
        ...chosen,
      ]);
      const categoryWords = [...said].map(([word, choice]) => ({
        word,
        code: choice === NONE ? null : choice,
      }));
      const input = { importId, version, mapping, createBeds, building, floorPattern };
      return await execute(CHECK_ROSTER, { input: { ...input, categoryWords } });
    },
    onSuccess: async () => await client.invalidateQueries({ queryKey: ['roster', list.id] }),
  });
}

/** Words of the list that are no category of ours: said once for all rows, and for the next list of the center. */
export function CategoryWords({ list }: { readonly list: List }) {
  const { t } = useText();
  const [chosen, setChosen] = useState<ReadonlyMap<string, Choice>>(new Map());
  const settle = useSettle(list);
  const known = list.categoryWords.map(({ word, code }) => ({
    word,
    rows: null,
    choice: (code ?? NONE) as Choice | undefined,
  }));
  const words = [
    ...list.unknownCategories.map(({ word, rows }) => ({ word, rows, choice: undefined })),
    ...known,
  ];
  if (words.length === 0) {
    return null;
  }
  const options = [
    { value: NONE as Choice, label: t('roster:words.none') },
    ...CATEGORIES.map((value) => ({
      value: value as Choice,
      label: t(`resident:categoryNames.${value}`),
    })),
  ];
  const open = list.unknownCategories.length;
  return (
    <Alert
      className="yb-roster-words"
      type={open > 0 ? 'warning' : 'info'}
      title={open > 0 ? t('roster:words.title', { number: open }) : t('roster:words.settled')}
      description={
        <>
          {settle.error ? <ErrorAlert error={settle.error} /> : null}
          <ul>
            {words.map(({ word, rows, choice }) => (
              <li key={word}>
                <span>
                  <strong>{word}</strong>
                  {rows === null ? null : ` ${t('roster:words.rows', { number: rows })}`}
                </span>
                <Select<Choice>
                  aria-label={t('roster:words.meaning', { word })}
                  placeholder={t('roster:words.choose')}
                  value={chosen.get(word) ?? choice ?? null}
                  options={options}
                  popupMatchSelectWidth={false}
                  onChange={(value) => setChosen((now) => new Map(now).set(word, value))}
                />
              </li>
            ))}
          </ul>
          <Button
            type={open > 0 ? 'primary' : 'default'}
            disabled={chosen.size === 0}
            loading={settle.isPending}
            onClick={() => settle.mutate(chosen)}
          >
            {t('roster:words.apply')}
          </Button>
        </>
      }
    />
  );
}
