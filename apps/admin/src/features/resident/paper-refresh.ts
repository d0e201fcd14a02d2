import { useQueryClient, type QueryKey } from '@tanstack/react-query';
import { useCallback } from 'react';

/** What shows the file of a person. */
export const fileKeys = (residentId: string, centerId: string): QueryKey[] => [
  ['resident', residentId],
  ['residents', centerId],
  ['history', 'resident', residentId],
];

export function useRefreshFile(residentId: string, centerId: string): () => Promise<void> {
  const client = useQueryClient();
  return useCallback(async () => {
    await Promise.all(
      fileKeys(residentId, centerId).map(
        async (queryKey) => await client.invalidateQueries({ queryKey }),
      ),
    );
  }, [client, residentId, centerId]);
}
