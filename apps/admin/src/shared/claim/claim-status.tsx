import type { CheckSeverity, ClaimLineStatus, ClaimStatus } from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { StatusTag, type StatusTone } from '../status-tag.js';
import './claim.css';

const TONES: Record<ClaimStatus, StatusTone> = {
  DRAFT: 'warning',
  CHECKED: 'waiting',
  SUBMITTED: 'going',
  IN_REVIEW: 'going',
  DECIDED: 'going',
  NOTICED: 'going',
  PAID: 'done',
  CLOSED: 'done',
  RETURNED: 'stopped',
  WITHDRAWN: 'plain',
};

export function ClaimStatusTag({ status }: { readonly status: ClaimStatus }) {
  const { t } = useText();
  return <StatusTag tone={TONES[status]}>{t(`claim:status.${status}`)}</StatusTag>;
}

/** The usual life of a claim, in order; a notice is a station only where the county gives one. */
const LIFE: readonly ClaimStatus[] = [
  'CHECKED',
  'SUBMITTED',
  'IN_REVIEW',
  'DECIDED',
  'PAID',
  'CLOSED',
];
const PLACE: Record<ClaimStatus, number> = {
  DRAFT: 0,
  CHECKED: 0,
  SUBMITTED: 1,
  IN_REVIEW: 2,
  DECIDED: 3,
  NOTICED: 3,
  PAID: 4,
  CLOSED: 5,
  RETURNED: 2,
  WITHDRAWN: 1,
};

export function ClaimLife({ status }: { readonly status: ClaimStatus }) {
  const { t } = useText();
  const place = PLACE[status];
  return (
    <ol className="yb-life">
      {LIFE.map((station, index) => (
        <li
          key={station}
          className={index < place ? 'yb-life-past' : index === place ? 'yb-life-now' : ''}
          {...(index === place ? { 'aria-current': 'step' as const } : {})}
        >
          {t(`claim:status.${index === place ? status : station}`)}
        </li>
      ))}
    </ol>
  );
}

const LINE_TONES: Record<ClaimLineStatus, StatusTone> = {
  PAYABLE: 'done',
  NOT_PAYABLE: 'plain',
  NEEDS_DECISION: 'warning',
};

export function LineStatusTag({ status }: { readonly status: ClaimLineStatus }) {
  const { t } = useText();
  return <StatusTag tone={LINE_TONES[status]}>{t(`claim:lineStatus.${status}`)}</StatusTag>;
}

const SEVERITY_TONES: Record<CheckSeverity, StatusTone> = {
  BLOCK: 'stopped',
  WARN: 'warning',
  INFO: 'plain',
};

export function SeverityTag({ severity }: { readonly severity: CheckSeverity }) {
  const { t } = useText();
  return (
    <StatusTag tone={SEVERITY_TONES[severity]}>{t(`claim:checks.severity.${severity}`)}</StatusTag>
  );
}
