export const LOCALES = ['zh-CN', 'en'] as const;

export type Locale = (typeof LOCALES)[number];

const STORAGE_KEY = 'yibu.locale';

export const isLocale = (text: unknown): text is Locale =>
  (LOCALES as readonly unknown[]).includes(text);

/** Before sign-in: the last choice on this device, else the browser's language; Chinese when neither says. */
export function preferredLocale(): Locale {
  const stored = localStorage.getItem(STORAGE_KEY);
  if (isLocale(stored)) {
    return stored;
  }
  return navigator.language.toLowerCase().startsWith('en') ? 'en' : 'zh-CN';
}

export function rememberLocale(locale: Locale): void {
  localStorage.setItem(STORAGE_KEY, locale);
}
