import { Button, Empty, Select } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';

import { execute } from '../../api/execute.js';
import { newKey } from '../../api/new-key.js';
import { useText } from '../../i18n/use-text.js';
import { PaperLink } from '../../shared/claim/paper-links.js';
import { ErrorAlert } from '../../shared/error-alert.js';
import { formatMonth } from '../../shared/format.js';
import { PageHeader } from '../../shared/page-header.js';
import { Panel } from '../../shared/panel.js';
import { useCan, useSession, type Session } from '../../shared/session.js';
import { thisMonth } from '../../shared/today.js';
import { PREPARE_CLAIM } from './board.queries.js';
import { ClaimTable } from './claim-table.js';
import './former.css';

type FormerCenter = Session['formerCenters'][number];

const MOST_MONTHS = 36;

/** The latest first: what is still to be claimed is there. */
function monthsOf({ firstMonth, lastMonth }: FormerCenter): string[] {
  const months: string[] = [];
  let [year = 0, month = 0] = lastMonth.split('-').map(Number);
  while (months.length < MOST_MONTHS) {
    const text = `${year}-${String(month).padStart(2, '0')}`;
    if (text < firstMonth) {
      return months;
    }
    if (text <= thisMonth()) {
      months.push(text);
    }
    [year, month] = month === 1 ? [year - 1, 12] : [year, month - 1];
  }
  return months;
}

/** Centers that another runs today: the months one answers for, one's own claims of them, and nothing of the house. */
export function FormerClaimsPage() {
  const { t } = useText();
  const { formerCenters } = useSession();
  return (
    <>
      <PageHeader title={t('claim:menu.former')} note={t('claim:former.note')} />
      {formerCenters.length === 0 ? (
        <Panel>
          <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('claim:former.none')} />
        </Panel>
      ) : (
        <>
          <Panel title={t('claim:former.centers')}>
            <ul className="yb-former">
              {formerCenters.map((center) => (
                <Center key={`${center.id}-${center.firstMonth}`} center={center} />
              ))}
            </ul>
          </Panel>
          <ClaimTable isFormer />
        </>
      )}
    </>
  );
}

function Center({ center }: { readonly center: FormerCenter }) {
  const { t, locale } = useText();
  const can = useCan();
  const { firstMonth, lastMonth } = center;
  return (
    <li>
      <div>
        <strong>{center.name}</strong>
        <div className="yb-soft">
          {t('claim:former.term', {
            first: formatMonth(firstMonth, locale),
            last: formatMonth(lastMonth, locale),
          })}
        </div>
      </div>
      <div className="yb-former-deeds">
        <PaperLink
          label={t('claim:former.account', { year: lastMonth.slice(0, 4) })}
          path={`/export/account/${center.id}?year=${lastMonth.slice(0, 4)}`}
        />
        {can('claim.prepare') ? <Prepare center={center} /> : null}
      </div>
    </li>
  );
}

function Prepare({ center }: { readonly center: FormerCenter }) {
  const { t, locale } = useText();
  const navigate = useNavigate();
  const months = monthsOf(center);
  const [month, setMonth] = useState(months[0] ?? '');
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const prepare = async (): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      const input = { centerId: center.id, period: month, idempotencyKey: newKey() };
      const { prepareClaim } = await execute(PREPARE_CLAIM, { input });
      void navigate(`/org/former-claims/${prepareClaim.claimId}`);
    } catch (refusal) {
      setError(refusal);
      setBusy(false);
    }
  };
  return (
    <>
      <Select
        aria-label={t('claim:former.month')}
        value={month}
        options={months.map((value) => ({ value, label: formatMonth(value, locale) }))}
        style={{ minWidth: 140 }}
        onChange={setMonth}
      />
      <Button loading={isBusy} disabled={month === ''} onClick={() => void prepare()}>
        {t('claim:former.prepare')}
      </Button>
      {error ? <ErrorAlert error={error} /> : null}
    </>
  );
}
