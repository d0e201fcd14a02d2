import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Checkbox, Flex, Input, Select } from 'antd';
import { useState } from 'react';

import { execute } from '../../api/execute.js';
import type { RosterField } from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { ErrorAlert } from '../../shared/error-alert.js';
import { Panel } from '../../shared/panel.js';
import { CHECK_ROSTER } from './roster.queries.js';
import type { RosterList } from './roster-import.page.js';

interface MapStepProps {
  readonly list: RosterList;
  readonly onStarted: () => void;
}

function useCheck({ list, onStarted }: MapStepProps) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (input: {
      readonly mapping: (RosterField | null)[];
      readonly createBeds: boolean;
      readonly building: string;
      readonly floorPattern: string;
    }) =>
      await execute(CHECK_ROSTER, {
        input: { ...input, importId: list.id, version: list.version },
      }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['roster', list.id] });
      onStarted();
    },
  });
}

/** Which column says what: guessed from the headings, for people to put right. */
export function MapStep(props: MapStepProps) {
  const { list } = props;
  const { t } = useText();
  const [mapping, setMapping] = useState(() => list.columns.map(({ field }) => field ?? null));
  const [createBeds, setCreateBeds] = useState(list.createBeds);
  const [building, setBuilding] = useState(list.building || t('roster:map.defaultBuilding'));
  const [floorPattern, setFloorPattern] = useState(
    list.floorPattern === '{f}F' ? t('roster:map.defaultFloor') : list.floorPattern,
  );
  const isKnown = list.columns.some(({ field }) => field !== null);
  const check = useCheck(props);
  const missing = list.requiredFields.filter((field) => !mapping.includes(field));
  const choose = (index: number, field: RosterField | null): void => {
    // A field stands for one column: taking it elsewhere leaves its old column out.
    setMapping((current) =>
      current.map((known, at) => (at === index ? field : known === field ? null : known)),
    );
  };
  const options = list.fields.map((value) => ({
    value,
    label: `${t(`roster:fields.${value}`)}${list.requiredFields.includes(value) ? ' *' : ''}`,
  }));
  return (
    <Panel title={t('roster:map.title')}>
      {check.error ? <ErrorAlert error={check.error} /> : null}
      <p className="yb-roster-note">{t(isKnown ? 'roster:map.note' : 'roster:map.unknown')}</p>
      <ul className="yb-roster-columns">
        {list.columns.map((column) => (
          <li key={column.index}>
            <div>
              <strong>{column.heading || t('roster:map.noHeading')}</strong>
              <div className="yb-roster-note">{column.samples.join(' · ')}</div>
            </div>
            <Select
              aria-label={t('roster:map.columnOf', { heading: column.heading })}
              value={mapping[column.index] ?? null}
              options={[{ value: null, label: t('roster:map.ignore') }, ...options]}
              showSearch={{ optionFilterProp: 'label' }}
              popupMatchSelectWidth={false}
              onChange={(field: RosterField | null) => choose(column.index, field)}
            />
          </li>
        ))}
      </ul>
      {list.kind === 'ABSENCES' ? null : (
        <Flex gap={12} wrap align="center" style={{ margin: '16px 0' }} className="yb-roster-beds">
          <Checkbox checked={createBeds} onChange={(event) => setCreateBeds(event.target.checked)}>
            {t('roster:map.createBeds')}
          </Checkbox>
          {createBeds ? (
            <>
              <Input
                prefix={t('roster:map.building')}
                aria-label={t('roster:map.building')}
                value={building}
                maxLength={40}
                style={{ width: 220 }}
                onChange={(event) => setBuilding(event.target.value)}
              />
              <Input
                prefix={t('roster:map.floor')}
                aria-label={t('roster:map.floor')}
                value={floorPattern}
                maxLength={40}
                style={{ width: 220 }}
                onChange={(event) => setFloorPattern(event.target.value)}
              />
              <span className="yb-roster-note">{t('roster:map.floorNote')}</span>
            </>
          ) : null}
        </Flex>
      )}
      {missing.length > 0 ? (
        <Alert
          type="warning"
          showIcon
          style={{ marginBottom: 12 }}
          title={t('roster:map.missing', {
            fields: missing.map((field) => t(`roster:fields.${field}`)).join('、'),
          })}
        />
      ) : null}
      <Button
        type="primary"
        disabled={missing.length > 0}
        loading={check.isPending}
        onClick={() => check.mutate({ mapping, createBeds, building, floorPattern })}
      >
        {t('roster:map.check')}
      </Button>
    </Panel>
  );
}
