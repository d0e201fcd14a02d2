import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { createContext, useCallback, useContext, useMemo } from 'react';
import { useParams } from 'react-router';

import { execute } from '../api/execute.js';
import { graphql } from '../api/graphql.js';
import type { SessionQuery } from '../gql/graphql.js';

export type Session = NonNullable<SessionQuery['session']>;
export type CenterRef = Session['centers'][number];

export const SESSION_KEY = ['session'] as const;

const SESSION = graphql(`
  query Session {
    session {
      userId
      userName
      displayName
      organizationId
      organizationName
      organizationKind
      permissions
      roleNames
      centers {
        id
        name
        code
        countyCode
        countyName
      }
      formerCenters {
        id
        name
        firstMonth
        lastMonth
      }
      counties {
        code
        name
        nameEn
      }
      mustChangePassword
      isDemo
      idleMinutes
      locale
    }
  }
`);

export function useSessionQuery(): UseQueryResult<Session | null> {
  return useQuery({
    queryKey: SESSION_KEY,
    queryFn: async () => (await execute(SESSION, {})).session ?? null,
    staleTime: 60_000,
  });
}

export const SessionContext = createContext<Session | null>(null);

/** Who is signed in. Only below the shell, which renders nothing without a session. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) {
    throw new Error('useSession is called outside the shell');
  }
  return session;
}

export type Can = (permission: string | null | undefined) => boolean;

/** `can('stay.admit')`. It hides what would be refused anyway; the server decides again on every request. */
export function useCan(): Can {
  const { permissions } = useSession();
  const held = useMemo(() => new Set(permissions), [permissions]);
  return useCallback((permission) => !permission || held.has(permission), [held]);
}

/** The center of the page under `/c/:centerId/…`. */
export function useCenter(): CenterRef {
  const { centerId } = useParams();
  const { centers } = useSession();
  const center = centers.find(({ id }) => id === centerId);
  if (!center) {
    throw new Error('useCenter is called outside a center page');
  }
  return center;
}
