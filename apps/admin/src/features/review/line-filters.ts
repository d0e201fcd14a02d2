import type { ClaimLineKind, ClaimLineStatus } from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { useClaimNames } from '../../shared/claim/claim-names.js';
import type { ClaimShown } from '../../shared/claim/claim-of.js';
import type { PageFilter } from '../../shared/table/types.js';

const KINDS: readonly ClaimLineKind[] = ['NORMAL', 'CATCH_UP', 'REVERSAL'];
const STATUSES: readonly ClaimLineStatus[] = ['PAYABLE', 'NEEDS_DECISION', 'NOT_PAYABLE'];
const VERDICTS = ['OPEN', 'ACCEPTED', 'RETURNED', 'HELD', 'CUT'] as const;
const NARROW = 120;

export function useLineFilters(claim: ClaimShown): readonly PageFilter[] {
  const { t } = useText();
  const { programName } = useClaimNames();
  return [
    { kind: 'search', key: 'search', label: t('claim:lines.search') },
    {
      kind: 'select',
      key: 'verdict',
      label: t('claim:lines.verdict'),
      width: NARROW,
      options: VERDICTS.map((value) => ({ value, label: t(`claim:verdict.${value}`) })),
    },
    {
      kind: 'select',
      key: 'warning',
      label: t('claim:lines.warning'),
      width: NARROW,
      options: [
        { value: 'yes', label: t('review:filter.withWarning') },
        { value: 'no', label: t('review:filter.withoutWarning') },
      ],
    },
    {
      kind: 'select',
      key: 'program',
      label: t('claim:lines.program'),
      width: NARROW,
      options: claim.totals.map(({ program }) => ({ value: program, label: programName(program) })),
    },
    {
      kind: 'select',
      key: 'kind',
      label: t('claim:lines.kind'),
      width: NARROW,
      options: KINDS.map((value) => ({ value, label: t(`claim:kind.${value}`) })),
    },
    {
      kind: 'select',
      key: 'status',
      label: t('claim:lines.status'),
      width: NARROW,
      options: STATUSES.map((value) => ({ value, label: t(`claim:lineStatus.${value}`) })),
    },
  ];
}
