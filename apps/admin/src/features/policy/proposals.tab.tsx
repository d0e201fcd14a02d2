import { useQueryClient } from '@tanstack/react-query';
import { Button, Flex } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';

import { execute } from '../../api/execute.js';
import type { PolicyProposalsQuery } from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { ConfirmReason } from '../../shared/confirm-reason.js';
import { useCan } from '../../shared/session.js';
import { StatusTag } from '../../shared/status-tag.js';
import { PageTable } from '../../shared/table/page-table.js';
import type { PageColumn } from '../../shared/table/types.js';
import { Moment } from '../../shared/values.js';
import { Change } from './change.js';
import { ConfirmDialog } from './confirm.dialog.js';
import type { CountyPlace } from './policy.page.js';
import { PROPOSALS, REJECT_PROPOSAL, WITHDRAW_PROPOSAL } from './proposal.queries.js';
import { PROPOSAL_TONES } from './words.js';

export type Proposal = PolicyProposalsQuery['policyProposals']['items'][number];
type Refusal = { readonly proposal: Proposal; readonly deed: 'reject' | 'withdraw' };

const STATUSES = ['PROPOSED', 'CONFIRMED', 'REJECTED', 'WITHDRAWN'] as const;

/** What is waiting for a second person, and everything that was ever changed. */
export function ProposalsTab({ place }: { readonly place: CountyPlace }) {
  const { t } = useText();
  const client = useQueryClient();
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const columns = useColumns(place, setRefusal);
  const settle = async (reason: string): Promise<void> => {
    const input = { proposalId: refusal?.proposal.id ?? '', reason };
    await (refusal?.deed === 'reject'
      ? execute(REJECT_PROPOSAL, { input })
      : execute(WITHDRAW_PROPOSAL, { input }));
    await client.invalidateQueries({ queryKey: ['policy'] });
  };
  return (
    <>
      <PageTable<Proposal>
        id="policy-proposals"
        label={t('policy:tab.changes')}
        queryKey={['policy', 'proposals', place.countyCode]}
        load={async ({ page, pageSize, filters }) =>
          (
            await execute(PROPOSALS, {
              countyCode: place.countyCode,
              page,
              pageSize,
              status: (filters['status'] ?? null) as Proposal['status'] | null,
            })
          ).policyProposals
        }
        columns={columns}
        rowKey={(row) => row.id}
        {...(place.isBureau
          ? {
              filters: [
                {
                  kind: 'select' as const,
                  key: 'status',
                  label: t('policy:proposal.settled'),
                  options: STATUSES.map((value) => ({
                    value,
                    label: t(`policy:proposal.status.${value}`),
                  })),
                },
              ],
            }
          : {})}
        empty={{ text: t('policy:proposal.empty') }}
      />
      <ConfirmReason
        open={refusal !== null}
        title={t(
          refusal?.deed === 'withdraw'
            ? 'policy:proposal.withdrawTitle'
            : 'policy:proposal.rejectTitle',
        )}
        okText={t(
          refusal?.deed === 'withdraw' ? 'policy:proposal.withdraw' : 'policy:proposal.reject',
        )}
        danger
        onConfirm={settle}
        onClose={() => setRefusal(null)}
      />
    </>
  );
}

function useColumns(
  place: CountyPlace,
  refuse: (refusal: Refusal) => void,
): readonly PageColumn<Proposal>[] {
  const { t } = useText();
  return [
    {
      key: 'what',
      title: t('policy:proposal.what'),
      render: (row) => <What proposal={row} place={place} />,
    },
    {
      key: 'by',
      title: t('policy:proposal.by'),
      render: (row) => (
        <>
          {row.proposedByName}
          <div className="yb-soft">
            <Moment value={row.proposedAt} />
          </div>
        </>
      ),
    },
    {
      key: 'settled',
      title: t('policy:proposal.settled'),
      render: (row) => <Outcome proposal={row} />,
    },
    ...(place.isBureau
      ? [
          {
            key: 'do',
            title: '',
            render: (row: Proposal) => <Deeds proposal={row} refuse={refuse} />,
          },
        ]
      : []),
  ];
}

function What({ proposal, place }: { readonly proposal: Proposal; readonly place: CountyPlace }) {
  const { t } = useText();
  return (
    <div style={{ maxWidth: 520 }}>
      <strong>{t(`policy:proposal.kind.${proposal.kind}`)}</strong> <Change proposal={proposal} />
      <div className="yb-soft">{proposal.reason}</div>
      {proposal.runId && place.isBureau ? (
        <Link to={`${place.base}/runs/${proposal.runId}`}>{t('policy:proposal.effect')}</Link>
      ) : null}
      {proposal.scanId ? (
        <a href={`/files/policy-scan/${proposal.scanId}`} target="_blank" rel="noreferrer">
          {proposal.documentNumber} {proposal.documentTitle}
        </a>
      ) : null}
    </div>
  );
}

function Outcome({ proposal }: { readonly proposal: Proposal }) {
  const { t } = useText();
  return (
    <>
      <StatusTag tone={PROPOSAL_TONES[proposal.status]}>
        {t(`policy:proposal.status.${proposal.status}`)}
      </StatusTag>
      {proposal.settledByName ? (
        <div className="yb-soft">
          {proposal.settledByName} <Moment value={proposal.settledAt} />
        </div>
      ) : null}
      {proposal.settledReason ? <div>{proposal.settledReason}</div> : null}
    </>
  );
}

interface DeedsProps {
  readonly proposal: Proposal;
  readonly refuse: (refusal: Refusal) => void;
}

function Deeds({ proposal, refuse }: DeedsProps) {
  const { t } = useText();
  const can = useCan();
  const [isConfirming, setConfirming] = useState(false);
  if (proposal.status !== 'PROPOSED') {
    return null;
  }
  if (proposal.isOwn) {
    return (
      <Flex vertical gap={4} align="flex-start">
        <span className="yb-soft">{t('policy:proposal.own')}</span>
        <Button size="small" onClick={() => refuse({ proposal, deed: 'withdraw' })}>
          {t('policy:proposal.withdraw')}
        </Button>
      </Flex>
    );
  }
  if (!can('pack.confirm')) {
    return <span className="yb-soft">{t('policy:proposal.waitsForLeader')}</span>;
  }
  return (
    <Flex gap={8} wrap>
      <Button size="small" type="primary" onClick={() => setConfirming(true)}>
        {t('policy:proposal.confirm')}
      </Button>
      <Button size="small" onClick={() => refuse({ proposal, deed: 'reject' })}>
        {t('policy:proposal.reject')}
      </Button>
      {isConfirming ? (
        <ConfirmDialog proposal={proposal} onClose={() => setConfirming(false)} />
      ) : null}
    </Flex>
  );
}
