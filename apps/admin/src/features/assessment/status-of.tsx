import type { AssessmentStatus } from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { StatusTag, type StatusTone } from '../../shared/status-tag.js';

const TONES: Readonly<Record<AssessmentStatus, StatusTone>> = {
  DRAFT: 'going',
  AWAITING_SECOND: 'waiting',
  SIGNED: 'waiting',
  ACCEPTED: 'done',
  REJECTED: 'stopped',
  DISCARDED: 'plain',
};

export function StatusOf({ status }: { readonly status: AssessmentStatus }) {
  const { t } = useText();
  return <StatusTag tone={TONES[status]}>{t(`assessment:statuses.${status}`)}</StatusTag>;
}
