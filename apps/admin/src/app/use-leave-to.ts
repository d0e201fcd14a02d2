import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useNavigate } from 'react-router';

import { LeavePermit } from '../shared/leave-permit.js';

/**
 * Leads out of the shell when the session is over. First the page, then the memory: a shell that loses its session while
 * it is still shown would go to the sign-in page on its own and forget to say why.
 */
export function useLeaveTo(): (path: string) => Promise<void> {
  const client = useQueryClient();
  const navigate = useNavigate();
  return useCallback(
    async (path: string) => {
      LeavePermit.grant();
      await navigate(path, { replace: true });
      LeavePermit.take();
      client.clear();
    },
    [client, navigate],
  );
}
