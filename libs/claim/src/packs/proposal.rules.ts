import { AppError, type LocalDate } from '@yibu/kernel';

export const PROPOSAL_KINDS = ['ACTIVATION', 'DECISION', 'NOTICE', 'NOTICE_END'] as const;
export type ProposalKind = (typeof PROPOSAL_KINDS)[number];

export const PROPOSAL_STATUSES = ['PROPOSED', 'CONFIRMED', 'REJECTED', 'WITHDRAWN'] as const;
export type ProposalStatus = (typeof PROPOSAL_STATUSES)[number];

export interface NoticeDetails {
  readonly rate: string;
  readonly fen: number;
  readonly untilOn: LocalDate | null;
  readonly documentNumber: string;
  readonly documentTitle: string;
  readonly clause: string;
  readonly scanId: string;
}

/** What a proposal would change, by its kind. */
export interface ProposalDetails {
  readonly decision?: { readonly id: string; readonly from: string | null; readonly to: string };
  readonly notice?: NoticeDetails;
  readonly noticeId?: string;
}

export type Settlement = 'CONFIRMED' | 'REJECTED' | 'WITHDRAWN';

interface OpenProposal {
  readonly id: string;
  readonly status: ProposalStatus;
  readonly proposedBy: string;
}

/** Two people carry a change: one proposes, another confirms or rejects. Only the first may take it back. */
export function assertMaySettle(
  proposal: OpenProposal,
  userId: string,
  settlement: Settlement,
): void {
  if (proposal.status !== 'PROPOSED') {
    throw new AppError('PROPOSAL_SETTLED', `Proposal ${proposal.id} is ${proposal.status}`, {
      status: proposal.status,
    });
  }
  const isProposer = proposal.proposedBy === userId;
  if (settlement === 'WITHDRAWN' && !isProposer) {
    throw new AppError('PROPOSAL_NOT_YOURS', `Proposal ${proposal.id} is another person's`);
  }
  if (settlement !== 'WITHDRAWN' && isProposer) {
    throw new AppError('PROPOSAL_TWO_PEOPLE', `Proposal ${proposal.id} needs another person`);
  }
}

/** One open proposal for one thing: the county's pack, one of its questions, one of its figures. */
export const openKeyOf = (countyCode: string, kind: ProposalKind, thing: string): string =>
  `${countyCode}|${kind}|${thing}`.slice(0, 160);

interface InForce {
  readonly id: string;
  readonly fromOn: string;
  readonly untilOn: string | null;
}

export interface Timeline {
  /** Rows that give way altogether: in force from the same day. */
  readonly replaced: readonly string[];
  /** The row that ends where the new one begins. */
  readonly cut: string | null;
  readonly until: string | null;
}

/** Where a version that comes into force on a day finds its place between those that are there. */
export function timelineWith(rows: readonly InForce[], fromOn: string): Timeline {
  const later = rows.filter((row) => row.fromOn > fromOn).map((row) => row.fromOn);
  const before = rows.find(
    (row) => row.fromOn < fromOn && (row.untilOn === null || row.untilOn > fromOn),
  );
  return {
    replaced: rows.filter((row) => row.fromOn === fromOn).map(({ id }) => id),
    cut: before?.id ?? null,
    until: later.toSorted()[0] ?? null,
  };
}
