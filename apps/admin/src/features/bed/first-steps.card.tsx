import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';

import { execute } from '../../api/execute.js';
import type { OccupancyQuery } from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { centerPath } from '../../shared/feature.js';
import { useCan } from '../../shared/session.js';
import type { SlotProps } from '../../shared/slots.js';
import { StatusTag } from '../../shared/status-tag.js';
import { OCCUPANCY } from './bed.queries.js';
import '../../shared/dashboard-card.css';
import './bed.css';

type Figures = OccupancyQuery['occupancy'];

const STEPS = [
  { key: 'beds', permission: 'bed.write', path: 'beds/structure' },
  { key: 'people', permission: 'roster.import', path: 'roster' },
  { key: 'staff', permission: 'staff.write', path: 'staff' },
  { key: 'papers', permission: 'institution.write', path: 'center?tab=profile' },
  { key: 'account', permission: 'account.write', path: 'center?tab=account' },
  { key: 'paperClaims', permission: 'opening.write', path: 'claims' },
] as const;

/** Nobody lives here, nobody is expected, and nobody has in the year behind. */
const isNew = ({ occupied, reserved, months }: Figures): boolean =>
  occupied === 0 && reserved === 0 && months.every(({ occupiedDays }) => occupiedDays === 0);

/** A house without people has nothing to do today but to begin: what comes first, and where. */
export function FirstStepsCard({ centerId }: SlotProps['dashboard.cards']) {
  const { t } = useText();
  const can = useCan();
  const { data: figures } = useQuery({
    queryKey: ['occupancy', centerId],
    queryFn: async () => (await execute(OCCUPANCY, { centerId: centerId ?? '' })).occupancy,
    enabled: centerId !== null,
  });
  const steps = STEPS.filter(({ permission }) => can(permission));
  if (centerId === null || !figures || !isNew(figures) || steps.length === 0) {
    return null;
  }
  return (
    <section className="yb-dash yb-dash-wide yb-first-steps">
      <h2>{t('bed:begin.title')}</h2>
      <ol>
        {steps.map(({ key, path }) => (
          <li key={key}>
            <Link to={centerPath(centerId, path)}>{t(`bed:begin.${key}`)}</Link>
            {key === 'beds' && figures.beds > 0 ? (
              <StatusTag tone="done">{t('bed:begin.done', { count: figures.beds })}</StatusTag>
            ) : null}
            <p className="yb-soft">{t(`bed:begin.why.${key}`)}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}
