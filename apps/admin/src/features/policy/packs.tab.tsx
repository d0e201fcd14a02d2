import { useQuery } from '@tanstack/react-query';
import { Collapse, Empty } from 'antd';
import { Link } from 'react-router';

import { execute } from '../../api/execute.js';
import type { PolicyPacksQuery } from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { Panel } from '../../shared/panel.js';
import { QueryView } from '../../shared/query-view.js';
import { StatusTag } from '../../shared/status-tag.js';
import { DaySpan } from '../../shared/values.js';
import { COUNTY_PACKS, PACKS } from './policy.queries.js';
import type { PolicyPlace } from './use-place.js';
import { STANDING_TONES, usePackWords } from './words.js';

export type PackHead = PolicyPacksQuery['policyPacks'][number];

export function usePacks(countyCode: string | null) {
  return useQuery({
    queryKey: ['policy', 'packs', countyCode],
    queryFn: async () => (await execute(PACKS, { countyCode })).policyPacks,
  });
}

const ORDER = ['IN_FORCE', 'SCHEDULED', 'SUPERSEDED', 'PUBLISHED'];

/** The versions of each pack together, what is in force first. */
function families(packs: readonly PackHead[]): (readonly PackHead[])[] {
  const byCode = new Map<string, PackHead[]>();
  for (const pack of packs) {
    byCode.set(pack.code, [...(byCode.get(pack.code) ?? []), pack]);
  }
  const rank = (family: readonly PackHead[]): number =>
    Math.min(...family.map(({ standing }) => ORDER.indexOf(standing)));
  return [...byCode.values()].toSorted((a, b) => rank(a) - rank(b));
}

export function PacksTab({ place }: { readonly place: PolicyPlace }) {
  const { t } = useText();
  const query = usePacks(place.countyCode);
  return (
    <QueryView query={query}>
      {(packs) =>
        packs.length === 0 ? (
          <Empty description={t('policy:list.empty')} />
        ) : (
          <>
            {place.countyCode !== null && !packs.some(({ standing }) => standing === 'IN_FORCE') ? (
              <Panel>{t('policy:list.none')}</Panel>
            ) : null}
            {place.countyCode === null ? null : <Course countyCode={place.countyCode} />}
            {families(packs).map((family) => (
              <Family key={family[0]?.code} family={family} place={place} />
            ))}
          </>
        )
      }
    </QueryView>
  );
}

/** Which version was in force when, as soon as there was more than one. */
function Course({ countyCode }: { readonly countyCode: string }) {
  const { t } = useText();
  const { title } = usePackWords();
  const { data = [] } = useQuery({
    queryKey: ['policy', 'course', countyCode],
    queryFn: async () => (await execute(COUNTY_PACKS, { countyCode })).countyPacks,
  });
  return data.length < 2 ? null : (
    <Panel title={t('policy:list.course')}>
      <ul className="yb-words">
        {data.map((row) => (
          <li key={row.id}>
            <DaySpan from={row.fromOn} until={row.untilOn} /> {title(row)}{' '}
            {t('policy:list.versionOf', { version: row.packVersion })}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Family({
  family,
  place,
}: {
  readonly family: readonly PackHead[];
  readonly place: PolicyPlace;
}) {
  const { t } = useText();
  const [first, ...rest] = family.toSorted(
    (a, b) => ORDER.indexOf(a.standing) - ORDER.indexOf(b.standing) || b.version - a.version,
  );
  if (!first) {
    return null;
  }
  return (
    <Panel>
      <PackRow pack={first} place={place} isFirst />
      {rest.length > 0 ? (
        <Collapse
          ghost
          size="small"
          defaultActiveKey={rest.some(({ standing }) => standing !== 'PUBLISHED') ? ['rest'] : []}
          items={[
            {
              key: 'rest',
              label: t('policy:list.older', { count: rest.length }),
              children: rest.map((pack) => <PackRow key={pack.id} pack={pack} place={place} />),
            },
          ]}
        />
      ) : null}
    </Panel>
  );
}

interface PackRowProps {
  readonly pack: PackHead;
  readonly place: PolicyPlace;
  readonly isFirst?: boolean;
}

function PackRow({ pack, place, isFirst = false }: PackRowProps) {
  const { t } = useText();
  const { title, say } = usePackWords();
  const version = t('policy:list.versionOf', { version: pack.version });
  // Taken over from another county's document, it bears the same title as the document.
  const isOwn = pack.code.endsWith(`.${place.countyCode}`);
  const sourceOf = ({ uploadedByName: name }: PackHead): string => {
    if (!name) {
      return t('policy:list.builtIn');
    }
    const isTakenOver = isOwn && pack.version === 1;
    return t(isTakenOver ? 'policy:list.takenOver' : 'policy:list.uploadedBy', { name });
  };
  return (
    <div className="yb-pack-row">
      <div className="yb-pack-name">
        <Link to={`${place.base}/packs/${pack.id}`} className={isFirst ? 'yb-pack-title' : ''}>
          {isFirst ? `${title(pack)}${isOwn ? t('policy:list.ownCopy') : ''}` : version}
        </Link>
        <div className="yb-soft">
          {isFirst ? `${say(pack.place)} · ${version} · ` : ''}
          {sourceOf(pack)}
          {pack.fits ? '' : ` · ${t('policy:list.otherPlace')}`}
        </div>
      </div>
      <div className="yb-pack-state">
        {place.countyCode === null ? null : (
          <StatusTag tone={STANDING_TONES[pack.standing]}>
            {t(`policy:standing.${pack.standing}`)}
          </StatusTag>
        )}
        {pack.fromOn ? (
          <span className="yb-soft">
            <DaySpan from={pack.fromOn} until={pack.untilOn} />
          </span>
        ) : null}
        {pack.missingCount > 0 ? (
          <StatusTag tone="warning">
            {t('policy:toConfirmCount', { count: pack.missingCount })}
          </StatusTag>
        ) : null}
      </div>
    </div>
  );
}
