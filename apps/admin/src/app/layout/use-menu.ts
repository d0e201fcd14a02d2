import { useMemo } from 'react';
import { useLocation } from 'react-router';

import {
  centerPath,
  MENU_GROUPS,
  type Area,
  type FeatureRoute,
  type MenuEntry,
} from '../../shared/feature.js';
import { useCan, useSession, type Can, type Session } from '../../shared/session.js';
import { areaOf, centerIdOf, rememberedCenter } from '../areas.js';
import { FEATURES } from '../features.js';

export interface MenuLink extends MenuEntry {
  readonly to: string;
  readonly area: Area;
}

const ROUTES = FEATURES.flatMap((feature) => feature.routes);

function pathIn(area: Area, path: string, centerId: string | null): string | null {
  if (area === 'center') {
    return centerId === null ? null : centerPath(centerId, path);
  }
  return path === '' ? `/${area}` : `/${area}/${path}`;
}

/** An operator's menu holds its center and its organization; a bureau's the county and, while it looks at one, the center. */
function areasOf(session: Session, current: Area): readonly Area[] {
  switch (session.organizationKind) {
    case 'OPERATOR':
      return ['center', 'org'];
    case 'BUREAU':
      return current === 'center' ? ['bureau', 'center', 'org'] : ['bureau', 'org'];
    case 'PLATFORM':
      return current === 'center' ? ['org', 'center'] : ['org'];
  }
}

/** The organization's overview says nothing new to those who run one center. */
const isOpen = (route: FeatureRoute, can: Can, session: Session): boolean =>
  can(route.permission) &&
  route.menu?.concerns?.(session) !== false &&
  (route.area !== 'org' ||
    route.path !== '' ||
    session.organizationKind === 'PLATFORM' ||
    (session.organizationKind === 'OPERATOR' && session.centers.length > 1));

/** By area, then by group, then by the order inside the group. */
function placeOf(link: MenuLink, areas: readonly Area[]): number {
  const group = MENU_GROUPS.indexOf(link.group);
  return (areas.indexOf(link.area) * MENU_GROUPS.length + group) * 1000 + link.order;
}

export function useMenu(): readonly MenuLink[] {
  const { pathname } = useLocation();
  const session = useSession();
  const can = useCan();
  const area = areaOf(pathname);
  const shown = centerIdOf(pathname);
  return useMemo(() => {
    const fallback =
      session.centers.find(({ id }) => id === rememberedCenter()) ?? session.centers[0];
    const centerId = shown ?? fallback?.id ?? null;
    const areas = areasOf(session, area);
    return ROUTES.flatMap((route) => {
      const to = pathIn(route.area, route.path, centerId);
      const isListed =
        route.menu && to !== null && areas.includes(route.area) && isOpen(route, can, session);
      return isListed && route.menu ? [{ ...route.menu, to, area: route.area }] : [];
    }).sort((a, b) => placeOf(a, areas) - placeOf(b, areas));
  }, [session, can, area, shown]);
}

/** The entry that holds the current page: the longest path that begins it. */
export function activeLink(links: readonly MenuLink[], pathname: string): MenuLink | null {
  const holding = links.filter(({ to }) => pathname === to || pathname.startsWith(`${to}/`));
  return holding.reduce<MenuLink | null>(
    (best, link) => (best === null || link.to.length > best.to.length ? link : best),
    null,
  );
}
