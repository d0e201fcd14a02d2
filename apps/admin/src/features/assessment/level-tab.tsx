import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox, Empty, Flex } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';

import { execute } from '../../api/execute.js';
import { useText } from '../../i18n/use-text.js';
import { centerPath } from '../../shared/feature.js';
import { Guard } from '../../shared/guard.js';
import { QueryView } from '../../shared/query-view.js';
import type { SlotProps } from '../../shared/slots.js';
import { useUrlValue } from '../../shared/use-url-value.js';
import { Day } from '../../shared/values.js';
import type { LevelHistoryQuery } from '../../gql/graphql.js';
import { LEVEL_HISTORY, type LevelPeriod } from './level.queries.js';
import './assessment.css';
import { ExternalDrawer } from './external-drawer.js';
import { LevelRow } from './level-row.js';
import { LevelSection } from './level-section.js';
import { StartDrawer } from './start-drawer.js';
import { StatusOf } from './status-of.js';
import { useLevelText } from './words.js';
import { today } from '../../shared/today.js';

type Report = LevelHistoryQuery['assessments'][number];

const holdsToday = (period: LevelPeriod): boolean =>
  !period.supersededAt &&
  period.from <= today() &&
  (period.until === null || period.until === undefined || today() < period.until);

function Now({ periods }: { readonly periods: readonly LevelPeriod[] }) {
  const { t } = useText();
  const levelText = useLevelText();
  const now = periods.filter(holdsToday);
  if (now.length === 0) {
    return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('assessment:levels.none')} />;
  }
  return (
    <div className="as-now">
      {now.map((period) => (
        <div key={period.id} className="as-level">
          <span>
            {t(`assessment:kinds.${period.kind}`)} · {t(`assessment:levels.scales.${period.scale}`)}
          </span>
          <strong>{levelText(period.level, period.levelName)}</strong>
          <span>{t(`assessment:states.${period.state}`)}</span>
        </div>
      ))}
    </div>
  );
}

function Reports({ centerId, reports }: { centerId: string; reports: readonly Report[] }) {
  const { t } = useText();
  const levelText = useLevelText();
  if (reports.length === 0) {
    return (
      <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('assessment:levels.noReports')} />
    );
  }
  return (
    <ul className="as-list">
      {reports.map((report) => (
        <li key={report.id}>
          <Link to={centerPath(centerId, `assessments/${report.id}`)}>{report.number}</Link>
          <Day value={report.assessedOn} />
          <span>{t(`assessment:kinds.${report.kind}`)}</span>
          <span>{t(`assessment:origins.${report.origin}`)}</span>
          <span>
            {report.proposedLevel === null || report.proposedLevel === undefined
              ? null
              : levelText(report.proposedLevel, report.proposedLevelName)}
          </span>
          <StatusOf status={report.status} />
        </li>
      ))}
    </ul>
  );
}

function History({ centerId, periods }: { centerId: string; periods: readonly LevelPeriod[] }) {
  const { t } = useText();
  const [isShowingOld, showOld] = useState(false);
  const shown = periods.filter((period) => isShowingOld || !period.supersededAt);
  const hasOld = periods.some((period) => period.supersededAt);
  return (
    <LevelSection
      title={t('assessment:levels.history')}
      actions={
        hasOld ? (
          <Checkbox checked={isShowingOld} onChange={(event) => showOld(event.target.checked)}>
            {t('assessment:levels.showOld')}
          </Checkbox>
        ) : null
      }
    >
      {shown.length === 0 ? (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('assessment:levels.none')} />
      ) : (
        <ul className="as-list">
          {shown.map((period) => (
            <LevelRow key={period.id} centerId={centerId} period={period} />
          ))}
        </ul>
      )}
    </LevelSection>
  );
}

/** On the page of a resident: the level now, all levels with their versions, and the reports behind them. */
export function LevelTab({ centerId, residentId }: SlotProps['resident.tabs']) {
  const { t } = useText();
  const [opened, open] = useUrlValue('level');
  const history = useQuery({
    queryKey: ['assessments', centerId, 'resident', residentId],
    queryFn: async () => await execute(LEVEL_HISTORY, { residentId }),
  });
  return (
    <QueryView query={history}>
      {({ levelHistory, assessments }) => (
        <Flex vertical gap={28}>
          <LevelSection
            title={t('assessment:levels.now')}
            actions={
              <Guard permission="assessment.write">
                <Flex gap={8} wrap>
                  <Button onClick={() => open('external')}>
                    {t('assessment:levels.external')}
                  </Button>
                  <Button type="primary" onClick={() => open('start')}>
                    {t('assessment:levels.start')}
                  </Button>
                </Flex>
              </Guard>
            }
          >
            <Now periods={levelHistory} />
          </LevelSection>
          <History centerId={centerId} periods={levelHistory} />
          <LevelSection title={t('assessment:levels.reports')}>
            <Reports centerId={centerId} reports={assessments} />
          </LevelSection>
          {opened === 'start' ? (
            <StartDrawer centerId={centerId} residentId={residentId} onClose={() => open(null)} />
          ) : null}
          {opened === 'external' ? (
            <ExternalDrawer
              centerId={centerId}
              residentId={residentId}
              onClose={() => open(null)}
            />
          ) : null}
        </Flex>
      )}
    </QueryView>
  );
}
