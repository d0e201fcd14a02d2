import { useQuery } from '@tanstack/react-query';

import { execute } from '../../api/execute.js';
import type { HouseCardQuery } from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { DashboardCard, TodoLine } from '../../shared/dashboard-card.js';
import { centerPath } from '../../shared/feature.js';
import type { SlotProps } from '../../shared/slots.js';
import { lastMonth } from '../../shared/today.js';
import { HOUSE_CARD } from './sheet.queries.js';

type Licence = HouseCardQuery['centerLicences'][number];

/** Each lift by itself; of the other kinds the latest paper speaks. */
const isReplaced = (one: Licence, all: readonly Licence[]): boolean =>
  all.some(
    (other) =>
      other.kind === one.kind &&
      other.validFrom > one.validFrom &&
      (one.kind !== 'SPECIAL_EQUIPMENT' || other.number === one.number),
  );

/** What the house itself owes: the sheets of the year, and papers that ran out. */
export function HouseCard({ centerId }: SlotProps['dashboard.cards']) {
  const { t } = useText();
  const id = centerId ?? '';
  const year = Number(lastMonth().slice(0, 4));
  const query = useQuery({
    queryKey: ['sheet', id, 'card', year],
    queryFn: async () => await execute(HOUSE_CARD, { centerId: id, year }),
  });
  const licences = centerPath(id, 'center?tab=licences');
  return (
    <DashboardCard title={t('institution:card.title')} query={query}>
      {({ institutionSheetMonths, centerLicences }) => {
        const live = centerLicences.filter((one) => !isReplaced(one, centerLicences));
        const count = (...states: string[]): number =>
          live.filter(({ expiry }) => states.includes(expiry)).length;
        return (
          <>
            <TodoLine
              label={t('institution:card.toFile')}
              count={institutionSheetMonths.filter((one) => one.isOver && !one.version).length}
              to={centerPath(id, 'sheets')}
              tone="warning"
            />
            <TodoLine
              label={t('institution:card.stopped')}
              count={count('EXPIRED', 'NOT_PASSED')}
              to={licences}
              tone="stopped"
            />
            <TodoLine
              label={t('institution:card.due')}
              count={count('DUE_30', 'DUE_60')}
              to={licences}
              tone="warning"
            />
          </>
        );
      }}
    </DashboardCard>
  );
}
