import { useText } from '../i18n/use-text.js';

interface FirstOfProps {
  readonly shown: number;
  readonly total: number;
}

/** Says that a list goes on beyond what is shown; nothing when it does not. */
export function FirstOf({ shown, total }: FirstOfProps) {
  const { t } = useText();
  return total > shown ? <p className="yb-soft">{t('shell:firstOf', { shown, total })}</p> : null;
}
