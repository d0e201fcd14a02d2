import { useQueryClient } from '@tanstack/react-query';

import type { BedMapQuery } from '../../gql/graphql.js';

/** What is done, and to which bed: its name is on the map that every page with these forms has loaded. */
export function useBedTitle(deed: string, bedId: string): string {
  const maps = useQueryClient().getQueriesData<BedMapQuery['bedMap']>({ queryKey: ['bed-map'] });
  const bed = maps
    .flatMap(([, map]) => map?.buildings ?? [])
    .flatMap(({ floors }) => floors)
    .flatMap(({ rooms }) => rooms)
    .flatMap(({ beds }) => beds)
    .find(({ id }) => id === bedId);
  return bed ? `${deed} · ${bed.name}` : deed;
}
