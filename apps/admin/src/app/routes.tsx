import type { ReactNode } from 'react';
import { Navigate, Outlet, useLocation, useParams, type RouteObject } from 'react-router';

import type { Area, Feature, FeatureRoute } from '../shared/feature.js';
import { Forbidden, NotFound } from '../shared/result-pages.js';
import { useCan, useSession } from '../shared/session.js';
import { ErrorBoundary } from './error-boundary.js';
import { areaHome, rememberedCenter, rememberCenter } from './areas.js';

const PREFIX: Record<Area, string> = {
  center: '/c/:centerId',
  bureau: '/bureau',
  org: '/org',
  me: '/me',
};

function Gate({ route }: { readonly route: FeatureRoute }) {
  const can = useCan();
  const { pathname } = useLocation();
  if (!can(route.permission)) {
    return <Forbidden />;
  }
  const Page = route.element;
  return (
    <ErrorBoundary key={pathname}>
      <Page />
    </ErrorBoundary>
  );
}

/** A center that is not mine is not found, as on the server. */
function CenterGate(): ReactNode {
  const { centerId } = useParams();
  const { centers } = useSession();
  const center = centers.find(({ id }) => id === centerId);
  if (!center) {
    return <NotFound />;
  }
  rememberCenter(center.id);
  return <Outlet key={center.id} />;
}

function Home(): ReactNode {
  const session = useSession();
  return <Navigate replace to={areaHome(session, rememberedCenter())} />;
}

const toRoute = (route: FeatureRoute): RouteObject => ({
  path: route.path,
  element: <Gate route={route} />,
});

export function shellRoutes(features: readonly Feature[]): RouteObject[] {
  const all = features.flatMap((feature) => feature.routes);
  const of = (area: Area): RouteObject[] => [
    ...all.filter((route) => route.area === area).map(toRoute),
    { path: '*', element: <NotFound /> },
  ];
  return [
    { path: '/', element: <Home /> },
    { path: PREFIX.center, element: <CenterGate />, children: of('center') },
    { path: PREFIX.bureau, children: of('bureau') },
    { path: PREFIX.org, children: of('org') },
    { path: PREFIX.me, children: of('me') },
    { path: '*', element: <NotFound /> },
  ];
}
