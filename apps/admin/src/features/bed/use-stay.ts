import { useQuery } from '@tanstack/react-query';

import { execute } from '../../api/execute.js';
import type { StayQuery } from '../../gql/graphql.js';
import { STAY } from './stay.queries.js';

export type StayView = StayQuery['stay'];

export const useStay = (id: string) =>
  useQuery({
    queryKey: ['stay', id],
    queryFn: async () => (await execute(STAY, { id })).stay,
    enabled: id !== '',
  });
