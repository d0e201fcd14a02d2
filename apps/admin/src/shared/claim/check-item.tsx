import { Button, Flex } from 'antd';
import { Link } from 'react-router';

import type { CheckSeverity } from '../../gql/graphql.js';
import type { TextKey } from '../../i18n/keys.js';
import { useText } from '../../i18n/use-text.js';
import { centerPath } from '../feature.js';
import { checkFigures } from '../../i18n/zh-CN/claim-checks.js';
import { formatDay, formatFen, formatMonth } from '../format.js';
import { SeverityTag } from './claim-status.js';

export interface CheckShown {
  readonly id: string;
  readonly code: string;
  readonly severity: CheckSeverity;
  readonly entity?: string | null | undefined;
  readonly entityId?: string | null | undefined;
  readonly subjectName?: string | null | undefined;
  readonly params: string;
}

interface CheckItemProps {
  readonly check: CheckShown;
  /** Where its records are mended; null where the reader may not (the bureau). */
  readonly centerId: string | null;
}

/** One finding: what it means, why it usually happens, what to do, and the way there. */
export function CheckItem({ check, centerId }: CheckItemProps) {
  const { t } = useText();
  const text = (part: 'title' | 'causes' | 'next'): string =>
    t(`claim:check.${check.code}.${part}` as TextKey);
  const link = mendingPath({ centerId, check });
  return (
    <div className="yb-check">
      <Flex gap={12} align="center" wrap>
        <SeverityTag severity={check.severity} />
        <strong>{text('title')}</strong>
        {check.subjectName ? <span>{check.subjectName}</span> : null}
        <CheckDates check={check} />
        <span style={{ flex: 1 }} />
        {link ? (
          <Link to={link}>
            <Button size="small" tabIndex={-1}>
              {t('claim:checks.mend')}
            </Button>
          </Link>
        ) : null}
      </Flex>
      <dl>
        <dt>{t('claim:checks.causes')}</dt>
        <dd>{text('causes')}</dd>
        <dt>{t('claim:checks.next')}</dt>
        <dd>{text('next')}</dd>
      </dl>
    </div>
  );
}

/** Only what people read: the name of a paper, figures, days and months. Codes and ids stay out. */
export function CheckDates({ check }: { readonly check: CheckShown }) {
  const { t, locale } = useText();
  const read = JSON.parse(check.params) as Record<string, unknown>;
  const shown = Object.values(read).filter(
    (value): value is string =>
      typeof value === 'string' && /^\d{4}-\d{2}(-\d{2})?( |$)/.test(value),
  );
  const worded = shown.map((value) =>
    /^\d{4}-\d{2}$/.test(value) ? formatMonth(value, locale) : formatDay(value, locale),
  );
  const named = read[locale === 'en' ? 'en' : 'zh'];
  const figures =
    check.code in checkFigures
      ? [t(`claim:checkFigures.${check.code}` as TextKey, inYuan(read))]
      : [];
  const parts = [...(typeof named === 'string' ? [named] : []), ...figures, ...new Set(worded)];
  return parts.length === 0 ? null : <span className="yb-number">{parts.join(' · ')}</span>;
}

/** Amounts are kept in fen; a sentence says them in yuan. */
const inYuan = (params: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(params).map(([name, value]) =>
      name.endsWith('Fen') && typeof value === 'number'
        ? [name.replace(/Fen$/, 'Yuan'), formatFen(value)]
        : [name, value],
    ),
  );

const PATHS: Readonly<Record<string, (id: string) => string>> = {
  resident: (id) => `residents/${id}`,
  staff: (id) => `staff/${id}`,
  staffList: () => 'staff',
  residentList: () => 'residents',
  licence: () => 'center?tab=licences',
  certificate: () => 'certificates',
  meal: () => 'meals',
  service: () => 'services',
  stay: () => 'stays',
  absence: () => 'stays',
  assessment: () => 'assessments',
  level: () => 'assessments',
};

interface Mending {
  readonly check: CheckShown;
  readonly centerId: string | null;
  readonly claimId?: string;
}

/** The page of the record that a finding is about. */
export function mendingPath({ check, centerId, claimId }: Mending): string | null {
  const { entity, entityId } = check;
  if (centerId === null) {
    return null;
  }
  if (check.code === 'F04' && claimId) {
    return centerPath(centerId, `claims/${claimId}?status=NEEDS_DECISION`);
  }
  if (entity === 'claim' && entityId) {
    return centerPath(centerId, `claims/${entityId}?tab=application`);
  }
  if (entity === 'bankAccount' || entity === 'center') {
    return centerPath(centerId, 'center');
  }
  if (entity === 'openingLedger' || check.code === 'F02') {
    return centerPath(centerId, 'claims');
  }
  const path = entity ? PATHS[entity] : undefined;
  return path && entityId ? centerPath(centerId, path(entityId)) : null;
}
