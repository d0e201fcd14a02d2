import type { ClaimKind } from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { formatMonth } from '../format.js';
import { useClaimNames } from './claim-names.js';

interface Titled {
  readonly kind: ClaimKind;
  readonly program: string;
  readonly period: string;
}

/** What a claim is for, as a heading: a month, a year of one program, or a project's award. */
export function useClaimTitle(): (claim: Titled) => string {
  const { t, locale } = useText();
  const { programName } = useClaimNames();
  return ({ kind, program, period }) => {
    const month = formatMonth(period, locale);
    return kind === 'MONTHLY'
      ? month
      : t(`claim:kinds.title.${kind}`, { program: programName(program), month });
  };
}

/** The period, and in words what was applied for where it is not a month: for lists that mix all kinds. */
export function useClaimPeriod(): (claim: Titled) => string {
  const { t, locale } = useText();
  return ({ kind, period }) => {
    const month = formatMonth(period, locale);
    return kind === 'MONTHLY' ? month : `${month} · ${t(`claim:kinds.${kind}`)}`;
  };
}
