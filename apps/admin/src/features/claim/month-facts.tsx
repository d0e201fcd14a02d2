import { Flex } from 'antd';
import { Link } from 'react-router';

import type { ClaimMonthBoardQuery } from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { centerPath } from '../../shared/feature.js';
import { StatusTag } from '../../shared/status-tag.js';
import { thisMonth } from '../../shared/today.js';

type Month = ClaimMonthBoardQuery['claimMonthBoard']['months'][number];

/** Nobody knows yet who will live here. */
export const isAhead = (month: string): boolean => month > thisMonth();

/** What is still missing for a month, each with the list where it is mended. */
export function MonthFacts(props: { readonly month: Month; readonly centerId: string }) {
  const { month, centerId } = props;
  const { t } = useText();
  const gaps = [
    { key: 'missingLevels', count: month.missingLevelCount, path: 'assessments?tab=OVERDUE' },
    { key: 'openAbsences', count: month.openAbsenceCount, path: 'stays?away=ANY' },
    { key: 'openDeaths', count: month.openDeathCount, path: 'stays?status=ACTIVE' },
  ] as const;
  if (isAhead(month.month)) {
    return <span className="yb-soft">—</span>;
  }
  const open = gaps.filter(({ count }) => count > 0);
  return (
    <Flex gap={10} wrap align="center">
      <span className={month.residentCount === 0 ? 'yb-soft' : undefined}>
        {month.residentCount === 0
          ? t('claim:board.nobody')
          : t('claim:board.residents', { count: month.residentCount })}
      </span>
      {open.length === 0 && month.isOver && month.residentCount > 0 ? (
        <StatusTag tone="done">{t('claim:board.complete')}</StatusTag>
      ) : null}
      {open.map(({ key, count, path }) => (
        <Link key={key} to={centerPath(centerId, path)}>
          {t(`claim:board.${key}`, { count })}
        </Link>
      ))}
    </Flex>
  );
}
