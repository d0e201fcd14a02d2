import type { ClaimKind, ClaimLineKind } from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { formatMonth } from '../format.js';
import { useClaimNames } from './claim-names.js';

/** A month as its reader writes it, or a whole year. */
function usePeriodWords(): (period: string) => string {
  const { t, locale } = useText();
  return (period) =>
    /^\d{4}$/.test(period) ? t('claim:kinds.year', { year: period }) : formatMonth(period, locale);
}

interface Titled {
  readonly kind: ClaimKind;
  readonly program: string;
  readonly period: string;
}

/** What a claim is for, as a heading: a month, a year of one program, or a project's award. */
export function useClaimTitle(): (claim: Titled) => string {
  const { t } = useText();
  const { programName } = useClaimNames();
  const periodWords = usePeriodWords();
  return ({ kind, program, period }) => {
    const month = periodWords(period);
    return kind === 'MONTHLY'
      ? month
      : t(`claim:kinds.title.${kind}`, { program: programName(program), month });
  };
}

/** The period, and in words what was applied for where it is not a month: for lists that mix all kinds. */
export function useClaimPeriod(): (claim: Titled) => string {
  const { t } = useText();
  const { programName } = useClaimNames();
  const periodWords = usePeriodWords();
  return ({ kind, program, period }) => {
    const month = periodWords(period);
    return kind === 'MONTHLY'
      ? month
      : [month, programName(program), t(`claim:kinds.${kind}`)].join(' · ');
  };
}

interface Content {
  readonly program: string;
  readonly kind: ClaimLineKind;
}

/** What money a decision is made of: its programs, and whether they come late or go back. */
export function useClaimContents(): (claim: { readonly contents: readonly Content[] }) => string {
  const { t } = useText();
  const { programName } = useClaimNames();
  return ({ contents }) =>
    contents
      .map(({ program, kind }) =>
        t(`claim:kinds.content.${kind}`, { program: programName(program) }),
      )
      .join(t('claim:kinds.comma'));
}

interface Decided extends Titled {
  readonly number: string;
  readonly contents: readonly Content[];
}

/** In words what a decided claim is and what money it is made of; its month stands elsewhere. */
export function useClaimAbout(): (claim: Decided) => string {
  const { t } = useText();
  const { programName } = useClaimNames();
  const contentsOf = useClaimContents();
  return (claim) =>
    [
      t(`claim:kinds.${claim.kind}`),
      claim.kind === 'MONTHLY' ? contentsOf(claim) : programName(claim.program),
      claim.number,
    ]
      .filter(Boolean)
      .join(' · ');
}
