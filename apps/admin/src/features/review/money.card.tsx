import { useQuery } from '@tanstack/react-query';

import { execute } from '../../api/execute.js';
import type { YearClaimsQuery } from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { Chart } from '../../shared/chart/chart.js';
import { DashboardCard } from '../../shared/dashboard-card.js';
import { formatMonth } from '../../shared/format.js';
import { Yuan } from '../../shared/values.js';
import '../../shared/claim/claim.css';
import { YEAR_CLAIMS } from './review.queries.js';
import { thisYear } from '../../shared/today.js';

type ClaimSums = YearClaimsQuery['claims']['items'][number];

const PAGE_SIZE = 100;
const CHART_HEIGHT = 240;
const SUMS = ['claimedFen', 'decidedFen', 'paidFen'] as const;
const NAMES = { claimedFen: 'claimed', decidedFen: 'decided', paidFen: 'paid' } as const;

/** All of them, page by page: a sum over a part would be a wrong number. */
async function claimsOfYear(year: number): Promise<readonly ClaimSums[]> {
  const found: ClaimSums[] = [];
  for (let page = 1; ; page += 1) {
    const { claims } = await execute(YEAR_CLAIMS, { year, page, pageSize: PAGE_SIZE });
    found.push(...claims.items);
    if (claims.items.length === 0 || found.length >= claims.total) {
      // What was sent back asks for nothing; its next revision does.
      return found.filter(({ status }) => status !== 'RETURNED' && status !== 'WITHDRAWN');
    }
  }
}

const sum = (claims: readonly ClaimSums[], name: (typeof SUMS)[number]): number =>
  claims.reduce((total, claim) => total + (claim[name] ?? 0), 0);

function Figures({ claims }: { readonly claims: readonly ClaimSums[] }) {
  const { t, locale } = useText();
  const months = [...new Set(claims.map(({ period }) => period))].sort();
  return (
    <>
      <table className="yb-sum">
        <tbody>
          {SUMS.map((name) => (
            <tr key={name}>
              <td>{t(`claim:board.${NAMES[name]}`)}</td>
              <td>
                <Yuan fen={sum(claims, name)} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {months.length === 0 ? null : (
        <div style={{ marginTop: 16 }}>
          <Chart
            kind="bar"
            title={t('claim:board.chart')}
            height={CHART_HEIGHT}
            data={{
              categories: months.map((month) => formatMonth(month, locale)),
              categoryTitle: t('claim:board.month'),
              unit: 'fen',
              series: SUMS.map((name) => ({
                name: t(`claim:board.${NAMES[name]}`),
                values: months.map((month) =>
                  sum(
                    claims.filter(({ period }) => period === month),
                    name,
                  ),
                ),
              })),
            }}
          />
        </div>
      )}
    </>
  );
}

/** What the county's centers asked for this year, what was decided, what was paid. */
export function MoneyCard() {
  const { t } = useText();
  const year = thisYear();
  const query = useQuery({
    queryKey: ['review', 'year', year],
    queryFn: async () => await claimsOfYear(year),
  });
  return (
    <DashboardCard title={t('review:card.money', { year })} query={query} wide>
      {(claims) => <Figures claims={claims} />}
    </DashboardCard>
  );
}
