import { useQuery } from '@tanstack/react-query';
import { Empty } from 'antd';
import { Link } from 'react-router';

import { execute } from '../../api/execute.js';
import { useText } from '../../i18n/use-text.js';
import { centerPath } from '../../shared/feature.js';
import { QueryView } from '../../shared/query-view.js';
import { useCenter } from '../../shared/session.js';
import { DaySpan } from '../../shared/values.js';
import type { MapBed } from './bed-box.js';
import { STAYS } from './stay.queries.js';
import { StayStatusTag } from './stay-status.js';

/** More than anybody reads in a drawer; the list of stays holds all of them. */
const SHOWN = 8;
/** The search finds by a part of the name: `101-1` finds `101-10` as well. */
const ASKED = 50;

/** Who has lain in this bed, newest first. */
export function BedPast({ bed }: { readonly bed: MapBed }) {
  const { t } = useText();
  const center = useCenter();
  const query = useQuery({
    queryKey: ['stays', center.id, 'of-bed', bed.id],
    queryFn: async () =>
      (await execute(STAYS, { centerId: center.id, page: 1, pageSize: ASKED, search: bed.name }))
        .stays.items,
  });
  return (
    <QueryView query={query}>
      {(found) => {
        const stays = found.filter(({ bedId }) => bedId === bed.id);
        return stays.length === 0 ? (
          <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('bed:drawer.noStays')} />
        ) : (
          <>
            <ul className="yb-bed-past">
              {stays.slice(0, SHOWN).map((stay) => (
                <li key={stay.id}>
                  <Link to={centerPath(center.id, `residents/${stay.residentId}`)}>
                    {stay.residentName}
                  </Link>
                  <StayStatusTag status={stay.status} endKind={stay.endKind} />
                  <DaySpan from={stay.fromOn} until={stay.untilOn} />
                </li>
              ))}
            </ul>
            <Link
              className="yb-bed-open-file"
              to={`${centerPath(center.id, 'stays')}?search=${encodeURIComponent(bed.name)}`}
            >
              {t('bed:drawer.allStays')}
            </Link>
          </>
        );
      }}
    </QueryView>
  );
}
