import { useQuery } from '@tanstack/react-query';
import { Empty, Select } from 'antd';
import { useParams } from 'react-router';

import { execute } from '../../api/execute.js';
import type { AccountStatementQuery } from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { useClaimTitle } from '../../shared/claim/claim-title.js';
import { DownloadButton } from '../../shared/download-button.js';
import { PageHeader } from '../../shared/page-header.js';
import { Panel } from '../../shared/panel.js';
import { QueryView } from '../../shared/query-view.js';
import { useSession } from '../../shared/session.js';
import { DataTable } from '../../shared/table/data-table.js';
import { useUrlValue } from '../../shared/use-url-value.js';
import { Day, Yuan } from '../../shared/values.js';
import './bureau.css';
import { ACCOUNT } from './recovery.queries.js';
import { thisYear } from '../../shared/today.js';
import { YearSelect } from '../../shared/year-select.js';

type Statement = AccountStatementQuery['accountStatement'];
type Entry = Statement['entries'][number];
type Kind = 'DECIDED' | 'PAID' | 'RECOVERED' | 'OFFSET';

const SUMS = [
  ['decided', (statement: Statement) => statement.decidedFen],
  ['paid', (statement: Statement) => statement.paidFen],
  ['recovered', (statement: Statement) => statement.recoveredFen],
  ['offset', (statement: Statement) => statement.offsetFen],
  ['balance', (statement: Statement) => statement.balanceFen],
] as const;

/** The account between county and operator of one center, the same page on both sides. */
export function AccountPage() {
  const { t } = useText();
  const { centerId: ofPath } = useParams();
  const { centers } = useSession();
  const [chosen, choose] = useUrlValue('center');
  const [typedYear, setYear] = useUrlValue('year');
  const centerId = ofPath ?? chosen ?? centers[0]?.id ?? '';
  const year = Number(typedYear ?? thisYear());
  const query = useQuery({
    queryKey: ['account', centerId, year],
    queryFn: async () => (await execute(ACCOUNT, { centerId, year })).accountStatement,
  });
  return (
    <>
      <PageHeader
        title={t('bureau:account.menu')}
        note={t('bureau:account.note')}
        actions={
          <>
            <DownloadButton href={`/export/account-entries?centerId=${centerId}&year=${year}`}>
              {t('common:export')}
            </DownloadButton>
            {ofPath ? null : (
              <Select
                value={centerId}
                aria-label={t('bureau:account.center')}
                style={{ width: 240 }}
                options={centers.map(({ id, name }) => ({ value: id, label: name }))}
                onChange={choose}
              />
            )}
            <YearSelect value={year} onChange={setYear} />
          </>
        }
      />
      <QueryView query={query}>{(statement) => <Account statement={statement} />}</QueryView>
    </>
  );
}

function Account({ statement }: { readonly statement: Statement }) {
  const { t } = useText();
  return (
    <Panel title={statement.centerName}>
      <dl className="yb-figures" style={{ marginBottom: 16 }}>
        {SUMS.map(([name, of]) => (
          <div key={name}>
            <dt>{t(`bureau:account.sums.${name}`)}</dt>
            <dd>
              <Yuan fen={of(statement)} />
            </dd>
          </div>
        ))}
      </dl>
      {statement.entries.length === 0 ? (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('bureau:account.empty')} />
      ) : (
        <Entries entries={statement.entries} />
      )}
    </Panel>
  );
}

function Entries({ entries }: { readonly entries: readonly Entry[] }) {
  const { t } = useText();
  const titleOf = useClaimTitle();
  return (
    <DataTable<Entry>
      rowKey={(row) => `${row.kind}-${row.id}`}
      dataSource={[...entries]}
      columns={[
        { key: 'on', title: t('bureau:account.on'), render: (_, row) => <Day value={row.on} /> },
        {
          key: 'kind',
          title: t('bureau:account.kindTitle'),
          render: (_, row) => t(`bureau:account.kind.${row.kind as Kind}`),
        },
        {
          key: 'claim',
          title: t('claim:list.period'),
          render: (_, row) => (
            <>
              {titleOf({ ...row, kind: row.claimKind })}
              <div className="yb-soft">{row.number}</div>
            </>
          ),
        },
        {
          key: 'reference',
          title: t('bureau:account.reference'),
          render: (_, row) =>
            row.kind === 'OFFSET'
              ? t('bureau:recovery.offsetWith', { number: row.reference ?? '' })
              : (row.reference ?? '—'),
        },
        {
          key: 'amount',
          title: t('bureau:account.amount'),
          align: 'right',
          render: (_, row) => <Yuan fen={row.amountFen} signed />,
        },
        {
          key: 'balance',
          title: t('bureau:account.balance'),
          align: 'right',
          render: (_, row) => <Yuan fen={row.balanceFen} />,
        },
      ]}
    />
  );
}
