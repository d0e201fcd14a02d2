import i18next from 'i18next';
import { useSyncExternalStore } from 'react';

import type { TextKey, Translate } from './keys.js';
import type { Locale } from './locale.js';

interface Text {
  readonly t: Translate;
  readonly locale: Locale;
  /** For codes that come from the server: the sentence, or nothing when the catalogue does not know the code. */
  readonly lookUp: (key: string, params?: Readonly<Record<string, unknown>>) => string | null;
}

type Params = Readonly<Record<string, unknown>>;

/** Words without figures in them are read once: a table asks for the same ones in every row. */
function textIn(locale: Locale): Text {
  const known = new Map<string, string>();
  const lookUp = (key: string, params?: Params): string | null => {
    const read = (): string | null =>
      i18next.exists(key, { ...params, lng: locale })
        ? i18next.t(key, { ...params, lng: locale })
        : null;
    if (params !== undefined) {
      return read();
    }
    const text = known.get(key) ?? read();
    if (text !== null) {
      known.set(key, text);
    }
    return text;
  };
  const t: Translate = (key: TextKey, params?: Params) =>
    (params === undefined ? lookUp(key) : null) ?? i18next.t(key, { ...params, lng: locale });
  return { t, locale, lookUp };
}

const TEXTS: Readonly<Record<Locale, Text>> = { 'zh-CN': textIn('zh-CN'), en: textIn('en') };

const textNow = (): Text => TEXTS[i18next.language as Locale];

function onSwitch(tell: () => void): () => void {
  i18next.on('languageChanged', tell);
  return () => i18next.off('languageChanged', tell);
}

/** Words in the reader's language. Every cell of a table asks, so that it must cost next to nothing. */
export const useText = (): Text => useSyncExternalStore(onSwitch, textNow);
