import { useQuery } from '@tanstack/react-query';

import { execute } from '../../api/execute.js';
import { Day } from '../../shared/values.js';
import { RESIDENT_NAME } from './assessment.queries.js';

/** Whom a drawer is about, when it was opened for somebody. */
export function ResidentLine({ residentId }: { readonly residentId: string }) {
  const resident = useQuery({
    queryKey: ['residents', 'name', residentId],
    queryFn: async () => (await execute(RESIDENT_NAME, { id: residentId })).resident,
  });
  return (
    <p style={{ display: 'flex', alignItems: 'baseline', gap: 12, marginTop: 0 }}>
      <strong style={{ fontSize: 18 }}>{resident.data?.name}</strong>
      <Day value={resident.data?.bornOn} />
    </p>
  );
}
