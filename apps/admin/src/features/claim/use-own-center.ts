import { centerPath } from '../../shared/feature.js';
import { useSession } from '../../shared/session.js';

interface OfCenter {
  readonly id: string;
  readonly centerId: string;
}

/** False: the center is run by another operator today, and of it one sees one's own claims alone. */
export function useIsOwnCenter(): (centerId: string) => boolean {
  const { centers } = useSession();
  return (centerId) => centers.some(({ id }) => id === centerId);
}

/** The page of a claim: in its center, or among those of centers that one ran. */
export function useClaimPath(): (claim: OfCenter) => string {
  const isOwn = useIsOwnCenter();
  return ({ id, centerId }) =>
    isOwn(centerId) ? centerPath(centerId, `claims/${id}`) : `/org/former-claims/${id}`;
}
