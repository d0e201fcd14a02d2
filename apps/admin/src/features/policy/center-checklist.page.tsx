import { useParams } from 'react-router';

import { useText } from '../../i18n/use-text.js';
import { PageHeader } from '../../shared/page-header.js';
import { useSession } from '../../shared/session.js';
import { ChecklistTab } from './checklist.tab.js';
import { usePlace } from './use-place.js';
import '../../shared/claim/claim.css';
import './policy.css';

/** One center's checklist, read by the bureau. */
export function CenterChecklistPage() {
  const { t } = useText();
  const { centerId = '' } = useParams();
  const { centers } = useSession();
  const { base } = usePlace();
  const name = centers.find(({ id }) => id === centerId)?.name ?? '';
  return (
    <>
      <PageHeader
        title={`${name} · ${t('policy:tab.checklist')}`}
        backTo={`${base}?tab=progress`}
      />
      <ChecklistTab centerId={centerId} />
    </>
  );
}
