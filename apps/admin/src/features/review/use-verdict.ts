import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';

import { execute } from '../../api/execute.js';
import type { GiveVerdictInput, LineVerdict } from '../../gql/graphql.js';
import { staleAfter } from '../../shared/claim/claim-of.js';
import { useErrorText } from '../../shared/use-error-text.js';
import { GIVE_VERDICT } from './review.queries.js';

/** The verdicts that take something from a line and must say why. */
export type Taking = Exclude<LineVerdict, 'ACCEPTED'>;

/** Gives a verdict at once, and goes on to the next line when the server has taken it. */
export function useVerdict(claimId: string, onGiven: () => void) {
  const { message } = App.useApp();
  const errorText = useErrorText();
  const client = useQueryClient();
  const mutation = useMutation({
    mutationFn: async (input: Omit<GiveVerdictInput, 'claimId'>) =>
      await execute(GIVE_VERDICT, { input: { ...input, claimId } }),
    onSuccess: async () => {
      onGiven();
      await Promise.all(
        staleAfter(claimId).map(async (queryKey) => await client.invalidateQueries({ queryKey })),
      );
    },
    onError: (error) => void message.error(errorText(error).sentence),
  });
  return { give: mutation.mutate, isPending: mutation.isPending };
}
