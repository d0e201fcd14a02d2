export interface PaperPlace {
  readonly centerId: string;
  /** Where the paper settles what this very claim held. */
  readonly claimId?: string;
}

interface HeldArguments {
  readonly centerId: string | null;
  readonly claimId: string | null;
}

/** How to ask for held lines: a center that somebody else runs by now is not asked for by its id, its claims are. */
export const heldArguments = (
  { centerId, claimId }: PaperPlace,
  runs: readonly { readonly id: string }[],
): HeldArguments =>
  claimId !== undefined
    ? { centerId: null, claimId }
    : { centerId: runs.some(({ id }) => id === centerId) ? centerId : null, claimId: null };

const OPEN: readonly string[] = ['OPEN', 'OVERDUE'];

/** Of the lines found, those of the center that a paper may still settle. */
export const openOf = <Line extends { readonly centerId: string; readonly state: string }>(
  lines: readonly Line[],
  centerId: string,
): Line[] => lines.filter((line) => line.centerId === centerId && OPEN.includes(line.state));
