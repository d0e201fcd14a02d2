import { Button, Flex } from 'antd';
import { Link } from 'react-router';

import type { CheckSeverity } from '../../gql/graphql.js';
import type { TextKey } from '../../i18n/keys.js';
import { useText } from '../../i18n/use-text.js';
import { centerPath } from '../feature.js';
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
  const link = centerId === null ? null : mendingPath(centerId, check);
  return (
    <div className="yb-check">
      <Flex gap={12} align="center" wrap>
        <SeverityTag severity={check.severity} />
        <strong>{text('title')}</strong>
        {check.subjectName ? <span>{check.subjectName}</span> : null}
        <CheckParams params={check.params} />
        <span style={{ flex: 1 }} />
        {link ? (
          <Link to={link}>
            <Button size="small">{t('claim:checks.mend')}</Button>
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

/** Only what people read: days and months. Codes and ids stay out. */
function CheckParams({ params }: { readonly params: string }) {
  const read = JSON.parse(params) as Record<string, unknown>;
  const shown = Object.values(read).filter(
    (value): value is string =>
      typeof value === 'string' && /^\d{4}-\d{2}(-\d{2})?( |$)/.test(value),
  );
  return shown.length === 0 ? null : (
    <span className="yb-number">{[...new Set(shown)].join(' · ')}</span>
  );
}

const PATHS: Readonly<Record<string, (id: string) => string>> = {
  resident: (id) => `residents/${id}`,
  staff: (id) => `staff/${id}`,
  certificate: () => 'certificates',
  meal: () => 'meals',
  service: () => 'services',
  stay: () => 'stays',
  absence: () => 'stays',
  assessment: () => 'assessments',
  level: () => 'assessments',
};

function mendingPath(centerId: string, check: CheckShown): string | null {
  const { entity, entityId } = check;
  if (entity === 'bankAccount' || entity === 'center') {
    return centerPath(centerId, 'center');
  }
  if (entity === 'openingLedger' || check.code === 'F02') {
    return centerPath(centerId, 'claims');
  }
  const path = entity ? PATHS[entity] : undefined;
  return path && entityId ? centerPath(centerId, path(entityId)) : null;
}
