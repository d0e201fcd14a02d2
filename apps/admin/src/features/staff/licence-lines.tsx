import { useQuery } from '@tanstack/react-query';
import { Flex } from 'antd';
import { Link } from 'react-router';

import { execute } from '../../api/execute.js';
import type { HouseLicencesQuery, LicenceExpiry } from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { centerPath } from '../../shared/feature.js';
import { Panel } from '../../shared/panel.js';
import { QueryView } from '../../shared/query-view.js';
import { StatusTag, type StatusTone } from '../../shared/status-tag.js';
import { Day } from '../../shared/values.js';
import { HOUSE_LICENCES } from './staff.queries.js';
import './staff.css';

type Licence = HouseLicencesQuery['centerLicences'][number];

const TONES: Record<LicenceExpiry, StatusTone> = {
  VALID: 'done',
  DUE_60: 'waiting',
  DUE_30: 'warning',
  EXPIRED: 'stopped',
  NOT_PASSED: 'stopped',
};

/** Of each kind the paper that runs out last; of lifts and boilers one for each. The soonest end stands first. */
function lastOfEach(licences: readonly Licence[]): Licence[] {
  const last = new Map<string, Licence>();
  for (const one of licences) {
    const thing = one.kind === 'SPECIAL_EQUIPMENT' ? `${one.kind} ${one.number ?? ''}` : one.kind;
    const known = last.get(thing);
    if (known === undefined || endOf(known) < endOf(one)) {
      last.set(thing, one);
    }
  }
  return [...last.values()].toSorted((a, b) => (endOf(a) < endOf(b) ? -1 : 1));
}

const endOf = ({ validUntil }: Licence): string => validUntil ?? '9999-12-31';

const useLicences = (centerId: string) =>
  useQuery({
    queryKey: ['licences', centerId, 'last'],
    queryFn: async () => lastOfEach((await execute(HOUSE_LICENCES, { centerId })).centerLicences),
    enabled: centerId !== '',
  });

/** The papers of the house beside those of its staff; they are renewed on the page of the center. */
export function LicencePanel({ centerId }: { readonly centerId: string }) {
  const { t } = useText();
  const query = useLicences(centerId);
  return (
    <Panel title={t('staff:board.licences')}>
      <QueryView query={query}>
        {(licences) => (
          <>
            {licences.length === 0 ? <p>{t('staff:board.noLicences')}</p> : null}
            <ul className="yb-licence-lines">
              {licences.map((one) => (
                <li key={one.id}>
                  <Flex gap={12} align="center" wrap>
                    <StatusTag tone={TONES[one.expiry]}>
                      {t(`institution:licences.states.${one.expiry}`)}
                    </StatusTag>
                    <span>{t(`institution:licences.kinds.${one.kind}`)}</span>
                    {one.number ? <span>{one.number}</span> : null}
                    <span>
                      {one.validUntil ? (
                        <>
                          {t('institution:licences.validUntil')} <Day value={one.validUntil} />
                        </>
                      ) : (
                        t('institution:licences.forEver')
                      )}
                    </span>
                  </Flex>
                </li>
              ))}
            </ul>
            <Link to={centerPath(centerId, 'center?tab=licences')}>
              {t('staff:board.toLicences')}
            </Link>
          </>
        )}
      </QueryView>
    </Panel>
  );
}
