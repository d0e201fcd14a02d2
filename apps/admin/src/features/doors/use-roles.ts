import { useQuery } from '@tanstack/react-query';

import { execute } from '../../api/execute.js';
import type { OrganizationKind, RolesQuery } from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { ROLES } from './users.queries.js';

export type Role = RolesQuery['roles'][number];

const HALF_HOUR_MS = 30 * 60_000;

export function useRoles() {
  const { locale } = useText();
  const query = useQuery({
    queryKey: ['roles'],
    queryFn: async () => (await execute(ROLES, {})).roles,
    staleTime: HALF_HOUR_MS,
  });
  /** Nothing until the names are known: a code is no word for people. */
  const nameOf = (code: string): string => {
    if (query.isPending) {
      return '';
    }
    const role = query.data?.find((one) => one.code === code);
    return role ? (locale === 'en' ? role.nameEn : role.name) : code;
  };
  const optionsFor = (kind: OrganizationKind) =>
    (query.data ?? [])
      .filter((role) => role.organizationKind === kind)
      .map(({ code }) => ({ value: code, label: nameOf(code) }));
  return { query, nameOf, optionsFor };
}
