import { useQuery } from '@tanstack/react-query';
import { Collapse, Empty, Select } from 'antd';
import { useParams } from 'react-router';

import { execute } from '../../api/execute.js';
import type { PackComparisonQuery } from '../../gql/graphql.js';
import type { TextKey } from '../../i18n/keys.js';
import { useText } from '../../i18n/use-text.js';
import { PageHeader } from '../../shared/page-header.js';
import { Panel } from '../../shared/panel.js';
import { QueryView } from '../../shared/query-view.js';
import { useUrlValue } from '../../shared/use-url-value.js';
import { usePacks, type PackHead } from './packs.tab.js';
import { PACK_COMPARISON } from './policy.queries.js';
import { usePlace } from './use-place.js';
import { usePackWords } from './words.js';
import '../../shared/claim/claim.css';
import './policy.css';

type Comparison = PackComparisonQuery['packComparison'];

/** The version to compare with unless another is chosen: the one in force, else the one before. */
function otherOf(packs: readonly PackHead[], packId: string): string | null {
  const own = packs.find(({ id }) => id === packId);
  const rest = packs.filter(({ id }) => id !== packId);
  const family = rest.filter(({ code }) => code === own?.code);
  const found =
    family.find(({ standing }) => standing === 'IN_FORCE') ??
    family.find(({ version }) => version < (own?.version ?? 0)) ??
    family[0] ??
    rest.find(({ titleZh }) => titleZh === own?.titleZh) ??
    rest.find(({ standing }) => standing === 'IN_FORCE') ??
    rest[0];
  return found?.id ?? null;
}

/** What a version says differently, in words. */
export function ComparePage() {
  const { t } = useText();
  const { packId = '' } = useParams();
  const place = usePlace();
  const { title } = usePackWords();
  const packs = usePacks(place.countyCode);
  const [chosen, choose] = useUrlValue('with');
  const all = packs.data ?? [];
  const oldPackId = chosen ?? otherOf(all, packId);
  const name = (pack: PackHead): string =>
    `${title(pack)} · ${t('policy:list.versionOf', { version: pack.version })}`;
  const own = all.find(({ id }) => id === packId);
  return (
    <>
      <PageHeader
        title={t('policy:diff.title')}
        note={own ? name(own) : null}
        backTo={`${place.base}/packs/${packId}`}
        actions={
          <Select
            aria-label={t('policy:diff.with')}
            placeholder={t('policy:diff.with')}
            value={oldPackId}
            style={{ width: 420, maxWidth: '100%' }}
            popupMatchSelectWidth={false}
            options={all
              .filter(({ id }) => id !== packId)
              .map((pack) => ({ value: pack.id, label: name(pack) }))}
            onChange={choose}
          />
        }
      />
      {oldPackId === null ? null : <Differences oldPackId={oldPackId} packId={packId} />}
    </>
  );
}

function Differences({
  oldPackId,
  packId,
}: {
  readonly oldPackId: string;
  readonly packId: string;
}) {
  const { t } = useText();
  const query = useQuery({
    queryKey: ['policy', 'compare', oldPackId, packId],
    queryFn: async () => (await execute(PACK_COMPARISON, { oldPackId, packId })).packComparison,
  });
  return (
    <QueryView query={query}>
      {(comparison) =>
        comparison.paths.length === 0 ? (
          <Empty description={t('policy:diff.same')} />
        ) : (
          <>
            {comparison.parts.length === 0 ? <Panel>{t('policy:diff.wordsSame')}</Panel> : null}
            {comparison.parts.map((part) => (
              <Part key={`${part.kind}${part.part}`} part={part} />
            ))}
            <Panel>
              <Collapse
                ghost
                defaultActiveKey={comparison.parts.length === 0 ? ['paths'] : []}
                items={[
                  {
                    key: 'paths',
                    label: t('policy:diff.paths', { count: comparison.paths.length }),
                    children: (
                      <ul className="yb-paths">
                        {comparison.paths.map((path) => (
                          <li key={path}>{path}</li>
                        ))}
                      </ul>
                    ),
                  },
                ]}
              />
            </Panel>
          </>
        )
      }
    </QueryView>
  );
}

function Part({ part }: { readonly part: Comparison['parts'][number] }) {
  const { t } = useText();
  const { say, pick } = usePackWords();
  const removed = pick(part.removedZh, part.removedEn);
  const added = pick(part.addedZh, part.addedEn);
  const isSame = removed.length > 0 && removed.join('\n') === added.join('\n');
  return (
    <Panel title={`${t(`policy:diff.kind.${part.kind}` as TextKey)} · ${say(part.title)}`}>
      {isSame ? (
        <>
          <div>{removed.join(' ')}</div>
          <div className="yb-soft">{t('policy:diff.otherWords')}</div>
        </>
      ) : (
        <div className="yb-diff">
          <div aria-label={t('policy:diff.old')}>
            {removed.length === 0 ? (
              <span className="yb-soft">{t('policy:diff.nothing')}</span>
            ) : null}
            {removed.map((line) => (
              <del key={line}>{line}</del>
            ))}
          </div>
          <div aria-label={t('policy:diff.now')}>
            {added.length === 0 ? (
              <span className="yb-soft">{t('policy:diff.nothing')}</span>
            ) : null}
            {added.map((line) => (
              <ins key={line}>{line}</ins>
            ))}
          </div>
        </div>
      )}
    </Panel>
  );
}
