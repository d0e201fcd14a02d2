import { ApiError } from '../../api/api-error.js';
import type { AdmitResidentMutation } from '../../gql/graphql.js';

export type StayOutcome = AdmitResidentMutation['admitResident'];

interface Conflict {
  readonly bed: string;
  readonly holder: string;
  readonly from: string;
  readonly until?: string | null | undefined;
}

/** Who holds it and how long, as a refusal that every form can show. `noEnd`: the word for an open end. */
function taken(code: 'BED_TAKEN' | 'PERSON_TAKEN', conflict: Conflict, noEnd: string): never {
  const { bed, holder, from, until } = conflict;
  throw new ApiError(code, { params: { bed, holder, from, until: until ?? noEnd } });
}

/** The stay that was saved; any other outcome is thrown, so that the form keeps what was typed. */
export function savedStay(outcome: StayOutcome, noEnd: string) {
  switch (outcome.__typename) {
    case 'StaySaved':
      return outcome.stay;
    case 'BedConflict':
      return taken('BED_TAKEN', outcome, noEnd);
    case 'PersonConflict':
      return taken('PERSON_TAKEN', outcome, noEnd);
    case 'BedUnavailable':
      throw new ApiError('BED_OUT_OF_USE', {
        params: {
          bed: outcome.bed,
          from: outcome.unavailableFrom ?? '…',
          until: outcome.unavailableUntil ?? noEnd,
        },
      });
    case 'StayBlocked':
      throw new ApiError('STAY_BLOCKED');
  }
}

type BedOutcome =
  | { readonly __typename: 'BedSaved' }
  | ({ readonly __typename: 'BedConflict' } & Conflict);

export function savedBed(outcome: BedOutcome, noEnd: string): void {
  if (outcome.__typename === 'BedConflict') {
    taken('BED_TAKEN', outcome, noEnd);
  }
}

/** What shows beds, stays or people who have one. */
export const TOUCHED = [
  ['bed-map'],
  ['stays'],
  ['stay'],
  ['resident-stays'],
  ['occupancy'],
  ['free-beds'],
  ['stay-candidates'],
  ['stay-checklist'],
  ['residents'],
  ['resident'],
  ['history'],
] as const;
