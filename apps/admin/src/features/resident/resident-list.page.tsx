import { ImportOutlined, PlusOutlined } from '@ant-design/icons';
import { ageOn, localDate } from '@yibu/kernel';
import { Button, Flex } from 'antd';
import { useNavigate } from 'react-router';

import { execute } from '../../api/execute.js';
import type {
  CategoryCode,
  Residence,
  ResidentSort,
  ResidentsQuery,
  Sex,
} from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { CATEGORIES } from '../../shared/categories.js';
import { centerPath } from '../../shared/feature.js';
import { PageHeader } from '../../shared/page-header.js';
import { PersonName } from '../../shared/person-name.js';
import { useCan, useCenter } from '../../shared/session.js';
import { PageTable } from '../../shared/table/page-table.js';
import type { PageColumn, PageFilter } from '../../shared/table/types.js';
import { useUrlValue } from '../../shared/use-url-value.js';
import { Day } from '../../shared/values.js';
import { RESIDENCES } from './codes.js';
import { ResidenceTag } from './residence-tag.js';
import { AddResidentDrawer } from './resident-drawers.js';
import { RESIDENTS } from './resident.queries.js';
import { today } from '../../shared/today.js';
import { useWarm } from '../../shared/warm.js';
import { ResidentPart } from './resident.part.js';

type Row = ResidentsQuery['residents']['items'][number];

/** Heads of columns that the server can put in order. */
const SORTS: Readonly<Record<string, ResidentSort>> = {
  name: 'NAME',
  bed: 'BED',
  age: 'AGE',
  admitted: 'ADMITTED',
};
const AGES = ['60', '70', '80', '90', '100'];

function useColumns(): readonly PageColumn<Row>[] {
  const { t } = useText();
  return [
    {
      key: 'name',
      title: t('resident:fields.name'),
      sortable: true,
      render: (row) => <PersonName name={row.name} />,
    },
    {
      key: 'residence',
      title: t('resident:list.residence'),
      render: (row) => <ResidenceTag residence={row.residence} />,
    },
    {
      key: 'bed',
      title: t('resident:list.bed'),
      sortable: true,
      render: (row) => row.bedName ?? '—',
    },
    {
      key: 'sex',
      title: t('resident:list.sex'),
      render: (row) => t(`resident:sexes.${row.sex}`),
    },
    {
      key: 'age',
      title: t('resident:list.age'),
      sortable: true,
      align: 'right',
      render: (row) =>
        t('resident:list.years', {
          years: ageOn(localDate(row.bornOn), localDate(row.diedOn ?? today())),
        }),
    },
    {
      key: 'level',
      title: t('resident:list.level'),
      render: (row) =>
        row.level === null || row.level === undefined
          ? '—'
          : t('resident:list.levelValue', { level: row.level }),
    },
    {
      key: 'category',
      title: t('resident:list.category'),
      render: (row) =>
        row.categories.map((code) => t(`resident:categoryNames.${code}`)).join(' · ') || '—',
    },
    {
      key: 'admitted',
      title: t('resident:list.admitted'),
      sortable: true,
      render: (row) => <Day value={row.stayFrom} />,
    },
    {
      key: 'idNumber',
      title: t('resident:fields.idNumber'),
      optional: true,
      render: (row) => row.idNumberMasked ?? '—',
    },
  ];
}

function useFilters(): readonly PageFilter[] {
  const { t } = useText();
  return [
    { kind: 'search', key: 'search', label: t('resident:list.search') },
    {
      kind: 'select',
      key: 'residence',
      label: t('resident:list.residence'),
      options: RESIDENCES.map((value) => ({ value, label: t(`resident:residences.${value}`) })),
    },
    {
      kind: 'select',
      key: 'category',
      label: t('resident:list.category'),
      options: CATEGORIES.map((value) => ({ value, label: t(`resident:categoryNames.${value}`) })),
    },
    {
      kind: 'select',
      key: 'sex',
      label: t('resident:list.sex'),
      options: (['F', 'M'] as const).map((value) => ({
        value,
        label: t(`resident:sexes.${value}`),
      })),
    },
    {
      kind: 'select',
      key: 'ageFrom',
      label: t('resident:list.ageFrom'),
      options: AGES.map((value) => ({ value, label: t('resident:list.years', { years: value }) })),
    },
  ];
}

async function load(
  centerId: string,
  state: {
    readonly page: number;
    readonly pageSize: number;
    readonly sort: { readonly field: string } | null;
    readonly filters: Readonly<Record<string, string | undefined>>;
  },
): Promise<ResidentsQuery['residents']> {
  const { search = null, residence, category, sex, ageFrom } = state.filters;
  const answer = await execute(RESIDENTS, {
    centerId,
    page: state.page,
    pageSize: state.pageSize,
    search,
    residence: (residence ?? null) as Residence | null,
    category: (category ?? null) as CategoryCode | null,
    sex: (sex ?? null) as Sex | null,
    ageFrom: ageFrom === undefined ? null : Number(ageFrom),
    sort: SORTS[state.sort?.field ?? ''] ?? 'NAME',
  });
  return answer.residents;
}

export function ResidentListPage() {
  const { t } = useText();
  const can = useCan();
  const center = useCenter();
  const navigate = useNavigate();
  const columns = useColumns();
  const filters = useFilters();
  useWarm(ResidentPart.fetch);
  const [form, setForm] = useUrlValue('form');
  const actions = (
    <>
      {can('roster.import') ? (
        <Button
          icon={<ImportOutlined aria-hidden />}
          onClick={() => void navigate(centerPath(center.id, 'roster'))}
        >
          {t('resident:list.import')}
        </Button>
      ) : null}
      {can('resident.write') ? (
        <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setForm('add')}>
          {t('resident:list.add')}
        </Button>
      ) : null}
    </>
  );
  return (
    <>
      <PageHeader
        title={t('resident:menu.residents')}
        note={t('resident:list.note')}
        actions={actions}
      />
      <PageTable<Row>
        id="residents"
        label={t('resident:menu.residents')}
        queryKey={['residents', center.id]}
        load={async (state) => await load(center.id, state)}
        columns={columns}
        rowKey={(row) => row.id}
        rowLink={(row) => centerPath(center.id, `residents/${row.id}`)}
        filters={filters}
        exportAs={{ list: 'residents', args: { centerId: center.id } }}
        empty={{
          text: t('resident:list.empty'),
          action: (
            <Flex gap={8} wrap justify="center">
              {actions}
            </Flex>
          ),
        }}
      />
      {form === 'add' && can('resident.write') ? (
        <AddResidentDrawer
          centerId={center.id}
          onClose={() => setForm(null)}
          onSaved={(id) => void navigate(centerPath(center.id, `residents/${id}`))}
        />
      ) : null}
    </>
  );
}
