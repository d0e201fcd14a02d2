import { centerPath, type Area } from '../shared/feature.js';
import type { Session } from '../shared/session.js';

const LAST_CENTER = 'yibu.last-center';

export const rememberedCenter = (): string | null => localStorage.getItem(LAST_CENTER);

export function rememberCenter(centerId: string): void {
  localStorage.setItem(LAST_CENTER, centerId);
}

/** Where a person's day begins: the center for those who run one, the county for the bureau. */
export function areaHome(session: Session, lastCenter: string | null): string {
  switch (session.organizationKind) {
    case 'BUREAU':
      return '/bureau';
    case 'PLATFORM':
      return '/org';
    case 'OPERATOR': {
      const center = session.centers.find(({ id }) => id === lastCenter) ?? session.centers[0];
      return center ? centerPath(center.id) : '/org';
    }
  }
}

export function areaOf(pathname: string): Area {
  if (pathname.startsWith('/c/')) {
    return 'center';
  }
  if (pathname.startsWith('/bureau')) {
    return 'bureau';
  }
  return pathname.startsWith('/me') ? 'me' : 'org';
}

export function centerIdOf(pathname: string): string | null {
  return /^\/c\/([^/]+)/.exec(pathname)?.[1] ?? null;
}
