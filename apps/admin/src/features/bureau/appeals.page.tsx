import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';

import { execute } from '../../api/execute.js';
import type { AppealState } from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { AppealDay, AppealOutcome, type AppealRow } from '../../shared/claim/appeal-state.js';
import { AnswerDrawer } from '../../shared/claim/appeal.drawers.js';
import { CLAIM_APPEALS } from '../../shared/claim/appeal.queries.js';
import { useClaimNames } from '../../shared/claim/claim-names.js';
import { PageHeader } from '../../shared/page-header.js';
import { useCan } from '../../shared/session.js';
import { useCenterFilter } from '../../shared/table/use-center-filter.js';
import { PageTable } from '../../shared/table/page-table.js';
import type { PageColumn } from '../../shared/table/types.js';
import { Month, Yuan } from '../../shared/values.js';
import './bureau.css';
import { useSubjectColumn } from './line-cells.js';

const STATES: readonly AppealState[] = ['OPEN', 'UPHELD', 'CARRIED', 'REJECTED', 'ANNULLED'];

function useColumns(answer: (appeal: AppealRow) => void): readonly PageColumn<AppealRow>[] {
  const { t } = useText();
  const subject = useSubjectColumn<AppealRow>();
  const { programName } = useClaimNames();
  const can = useCan();
  return [
    subject,
    {
      key: 'about',
      title: t('review:about'),
      render: (row) => (
        <>
          {programName(row.program)} · <Month value={row.month} />
          <div>
            <Link to={`/bureau/claims/${row.claimId}?tab=statement`}>{row.claimNumber}</Link>
          </div>
        </>
      ),
    },
    {
      key: 'asked',
      title: t('bureau:appeal.asked'),
      align: 'right',
      render: (row) => (
        <>
          <Yuan fen={row.askedFen} />
          <div className="yb-soft">{t(`bureau:appeal.ground.${row.ground}`)}</div>
        </>
      ),
    },
    {
      key: 'reason',
      title: t('bureau:appeal.reason'),
      width: 280,
      render: (row) => (
        <>
          {row.reason}
          <div className="yb-soft">
            <AppealDay appeal={row} />
          </div>
        </>
      ),
    },
    {
      key: 'state',
      title: t('bureau:held.stateTitle'),
      width: 220,
      render: (row) => (
        <>
          <AppealOutcome appeal={row} />
          {row.state === 'OPEN' && !row.canAnswer && can('review.decide') ? (
            <div className="yb-soft">{t('bureau:appeal.otherAnswers')}</div>
          ) : null}
        </>
      ),
    },
    {
      key: 'deeds',
      title: '',
      render: (row) =>
        row.canAnswer ? (
          <Button onClick={() => answer(row)}>{t('bureau:appeal.answerDo')}</Button>
        ) : null,
    },
  ];
}

/** Appeals of the county's operators: those that wait for an answer first. */
export function AppealsPage() {
  const { t } = useText();
  const centerFilter = useCenterFilter();
  const [answered, answer] = useState<AppealRow | null>(null);
  const columns = useColumns(answer);
  return (
    <>
      <PageHeader title={t('bureau:appeal.menu')} note={t('bureau:appeal.note')} />
      <PageTable<AppealRow>
        id="appeals"
        label={t('bureau:appeal.menu')}
        queryKey={['appeals']}
        load={async ({ page, pageSize, filters }) =>
          (
            await execute(CLAIM_APPEALS, {
              page,
              pageSize,
              state: (filters['state'] ?? null) as AppealState | null,
              centerId: filters['center'] ?? null,
            })
          ).claimAppeals
        }
        columns={columns}
        rowKey={(row) => row.id}
        filters={[
          {
            kind: 'select',
            key: 'state',
            label: t('bureau:held.stateTitle'),
            options: STATES.map((value) => ({ value, label: t(`bureau:appeal.state.${value}`) })),
            width: 200,
          },
          centerFilter,
        ]}
        empty={{ text: t('bureau:appeal.empty') }}
      />
      {answered ? <AnswerDrawer appeal={answered} onClose={() => answer(null)} /> : null}
    </>
  );
}
