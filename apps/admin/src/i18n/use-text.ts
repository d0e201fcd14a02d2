import i18next from 'i18next';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';

import type { TextKey, Translate } from './keys.js';
import type { Locale } from './locale.js';

interface Text {
  readonly t: Translate;
  readonly locale: Locale;
  /** For codes that come from the server: the sentence, or nothing when the catalogue does not know the code. */
  readonly lookUp: (key: string, params?: Readonly<Record<string, unknown>>) => string | null;
}

export function useText(): Text {
  const { i18n } = useTranslation();
  const locale = i18n.language as Locale;
  const t = useCallback<Translate>(
    (key: TextKey, params) => i18next.t(key, { ...params, lng: locale }),
    [locale],
  );
  const lookUp = useCallback<Text['lookUp']>(
    (key, params) =>
      i18next.exists(key, { ...params, lng: locale })
        ? i18next.t(key, { ...params, lng: locale })
        : null,
    [locale],
  );
  return useMemo(() => ({ t, locale, lookUp }), [t, locale, lookUp]);
}
