import type { BedKind } from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';

/** A nursing bed bears a letter in a frame; an ordinary one needs no mark. */
export function KindMark({ kind }: { readonly kind: BedKind | null | undefined }) {
  const { t } = useText();
  return kind === 'NURSING' ? (
    <abbr className="yb-bed-kind" title={t('bed:kind.NURSING')}>
      {t('bed:kind.mark')}
    </abbr>
  ) : null;
}
