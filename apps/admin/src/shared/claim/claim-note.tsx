import { useText } from '../../i18n/use-text.js';

interface ClaimNoteProps {
  /** The other side: the center for the bureau, the operator for itself. */
  readonly name: string;
  readonly claim: { readonly number: string; readonly revision: number };
}

/** Whose claim, its number, its revision; none of them breaks in the middle. */
export function ClaimNote({ name, claim }: ClaimNoteProps) {
  const { t } = useText();
  const parts = [name, claim.number, t('claim:page.revision', { revision: claim.revision })];
  return parts.map((part, index) => (
    <span key={part}>
      {index > 0 ? ' · ' : ''}
      <span style={{ whiteSpace: 'nowrap' }}>{part}</span>
    </span>
  ));
}
