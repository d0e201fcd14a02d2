import { useText } from '../../i18n/use-text.js';
import { PageHeader } from '../../shared/page-header.js';
import { useCan } from '../../shared/session.js';
import { ApplyButton } from './apply.drawer.js';
import { ClaimTable } from './claim-table.js';
import { RoundButton } from './round.dialog.js';
import { RoundPanel } from './round-panel.js';

export function ClaimListPage() {
  const { t } = useText();
  const mayPrepare = useCan()('claim.prepare');
  return (
    <>
      <PageHeader
        title={t('claim:menu.list')}
        note={t('claim:list.note')}
        actions={
          <>
            {mayPrepare ? <RoundButton /> : null}
            <ApplyButton />
          </>
        }
      />
      {mayPrepare ? <RoundPanel /> : null}
      <ClaimTable />
    </>
  );
}
