import { useLocation } from 'react-router';

import { useText } from '../../i18n/use-text.js';
import { useCan, useSession } from '../../shared/session.js';
import { useUrlValue } from '../../shared/use-url-value.js';

export interface PolicyPlace {
  /** `/bureau/policy`, `/org/policy` or `/c/…/policy`. */
  readonly base: string;
  readonly countyCode: string | null;
  /** The center one works in. */
  readonly centerId: string | null;
  readonly counties: readonly { readonly code: string; readonly name: string }[];
  readonly chooseCounty: (code: string | null) => void;
  /** Of the county’s own bureau: proposes, confirms and tries. */
  readonly isBureau: boolean;
  /** May bring a text: the bureau for its county, the platform for everybody. */
  readonly canUpload: boolean;
}

/** Whose rules are looked at: the bureau’s own county, or that of the center one works in. */
export function usePlace(): PolicyPlace {
  const { pathname } = useLocation();
  const { locale } = useText();
  const { centers, counties, organizationKind } = useSession();
  const can = useCan();
  const [chosen, choose] = useUrlValue('county');
  const base = pathname.slice(0, pathname.indexOf('/policy') + '/policy'.length);
  const centerId = /^\/c\/([^/]+)/.exec(pathname)?.[1];
  const own = centers.find(({ id }) => id === centerId)?.countyCode;
  const known = counties.find(({ code }) => code === chosen)?.code;
  return {
    base,
    countyCode: own ?? known ?? counties[0]?.code ?? null,
    centerId: own === undefined ? null : (centerId ?? null),
    counties: counties.map(({ code, name, nameEn }) => ({
      code,
      name: locale === 'en' ? nameEn : name,
    })),
    chooseCounty: choose,
    isBureau: organizationKind === 'BUREAU' && can('pack.manage'),
    canUpload: can('pack.manage'),
  };
}
