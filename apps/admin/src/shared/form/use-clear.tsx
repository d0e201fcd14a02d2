import { CloseCircleFilled } from '@ant-design/icons';
import { useMemo, type ReactNode } from 'react';

import { useText } from '../../i18n/use-text.js';

interface Clear {
  readonly clearIcon: ReactNode;
  readonly label: string;
}

/** The button that empties a list to choose from, named in the reader's language: `allowClear={useClear()}`. */
export function useClear(): Clear {
  const { t } = useText();
  return useMemo(
    () => ({ clearIcon: <CloseCircleFilled aria-hidden />, label: t('common:clear') }),
    [t],
  );
}
