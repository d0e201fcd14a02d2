import { useQueryClient } from '@tanstack/react-query';
import { Button, Flex } from 'antd';
import { useState } from 'react';

import { execute } from '../../api/execute.js';
import type { HeldState } from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { staleAfter } from '../../shared/claim/claim-of.js';
import { useClaimContents } from '../../shared/claim/claim-title.js';
import { HeldOutcome, type HeldRow } from '../../shared/claim/held-state.js';
import { HELD_LINES } from '../../shared/claim/held.queries.js';
import { useReasons } from '../../shared/claim/reasons.js';
import { ConfirmReason } from '../../shared/confirm-reason.js';
import { PageHeader } from '../../shared/page-header.js';
import { useCenterFilter } from '../../shared/table/use-center-filter.js';
import { PageTable } from '../../shared/table/page-table.js';
import type { PageColumn } from '../../shared/table/types.js';
import { Day, Month, Yuan } from '../../shared/values.js';
import './bureau.css';
import { useAboutColumn, useSubjectColumn } from './line-cells.js';
import { REFUSE_HELD, RELEASE_HELD } from './held.queries.js';

const STATES: readonly HeldState[] = ['OVERDUE', 'OPEN', 'RELEASED', 'CARRIED', 'REFUSED'];

type Asking = { readonly deed: 'release' | 'refuse'; readonly row: HeldRow };

function useColumns(ask: (asking: Asking) => void): readonly PageColumn<HeldRow>[] {
  const { t } = useText();
  const subject = useSubjectColumn<HeldRow>();
  const about = useAboutColumn<HeldRow>();
  const { reasonName } = useReasons();
  return [
    subject,
    about,
    {
      key: 'amount',
      title: t('claim:lines.amount'),
      align: 'right',
      render: (row) => <Yuan fen={row.amountFen} />,
    },
    {
      key: 'reason',
      title: t('review:reasonLabel'),
      width: 240,
      render: (row) => [reasonName(row.code), row.text].filter(Boolean).join(' · '),
    },
    {
      key: 'until',
      title: t('bureau:held.until'),
      render: (row) => <Day value={row.heldUntil} />,
    },
    {
      key: 'state',
      title: t('bureau:held.stateTitle'),
      width: 240,
      render: (row) => <HeldOutcome line={row} />,
    },
    {
      key: 'deeds',
      title: '',
      render: (row) => (
        <Flex gap={8} wrap>
          {row.canRelease ? (
            <Button onClick={() => ask({ deed: 'release', row })}>{t('review:release.do')}</Button>
          ) : null}
          {row.canRefuse ? (
            <Button danger onClick={() => ask({ deed: 'refuse', row })}>
              {t('bureau:held.refuse')}
            </Button>
          ) : null}
        </Flex>
      ),
    },
  ];
}

function Ask({ asking, onClose }: { readonly asking: Asking; readonly onClose: () => void }) {
  const { t } = useText();
  const client = useQueryClient();
  const contentsOf = useClaimContents();
  const { deed, row } = asking;
  const isRelease = deed === 'release';
  return (
    <ConfirmReason
      open
      title={isRelease ? t('review:release.title') : t('bureau:held.refuseTitle')}
      note={
        <>
          <p style={{ marginTop: 0 }}>
            <strong>{row.subjectName ?? t('claim:lines.center')}</strong> ·{' '}
            {contentsOf({ contents: [row] })} · <Month value={row.month} /> ·{' '}
            <Yuan fen={row.amountFen} unit />
          </p>
          {isRelease ? t('review:release.note') : t('bureau:held.refuseNote')}
        </>
      }
      okText={isRelease ? t('review:release.do') : t('bureau:held.refuse')}
      danger={!isRelease}
      onConfirm={async (reason) => {
        const input = { lineId: row.lineId, reason };
        await (isRelease ? execute(RELEASE_HELD, { input }) : execute(REFUSE_HELD, { input }));
        await Promise.all(
          [...staleAfter(row.claimId), ['held']].map(
            async (queryKey) => await client.invalidateQueries({ queryKey }),
          ),
        );
      }}
      onClose={onClose}
    />
  );
}

/** Every line of the county that a decision left open. */
export function HeldPage() {
  const { t } = useText();
  const centerFilter = useCenterFilter();
  const [asking, ask] = useState<Asking | null>(null);
  const columns = useColumns(ask);
  return (
    <>
      <PageHeader title={t('bureau:held.menu')} note={t('bureau:held.note')} />
      <PageTable<HeldRow>
        id="held-lines"
        label={t('bureau:held.menu')}
        queryKey={['held']}
        load={async ({ page, pageSize, filters }) =>
          (
            await execute(HELD_LINES, {
              page,
              pageSize,
              state: (filters['state'] ?? null) as HeldState | null,
              centerId: filters['center'] ?? null,
            })
          ).heldLines
        }
        columns={columns}
        rowKey={(row) => row.lineId}
        filters={[
          {
            kind: 'select',
            key: 'state',
            label: t('bureau:held.stateTitle'),
            options: STATES.map((value) => ({ value, label: t(`bureau:held.state.${value}`) })),
            width: 200,
          },
          centerFilter,
        ]}
        empty={{ text: t('bureau:held.empty') }}
      />
      {asking ? <Ask asking={asking} onClose={() => ask(null)} /> : null}
    </>
  );
}
