import { useText } from '../../i18n/use-text.js';
import { useSession } from '../session.js';
import type { PageFilter } from './types.js';

/** Narrows a county's list to one center; the lists call it alike, so a link can name it. */
export function useCenterFilter(): PageFilter {
  const { t } = useText();
  const { centers } = useSession();
  return {
    kind: 'select',
    key: 'center',
    label: t('claim:list.center'),
    options: centers.map(({ id, name }) => ({ value: id, label: name })),
    width: 240,
  };
}
