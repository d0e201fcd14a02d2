import i18next from 'i18next';

import { formatFen, formatMoment } from '../shared/format.js';
import { preferredLocale, rememberLocale, type Locale } from './locale.js';

type Bundle = Readonly<Record<string, unknown>>;

const CORE: Record<Locale, () => Promise<{ core: Bundle }>> = {
  'zh-CN': () => import('./zh-CN/core.js'),
  en: () => import('./en/core.js'),
};

const FEATURES: Record<Locale, () => Promise<{ features: Bundle }>> = {
  'zh-CN': () => import('./zh-CN/features.js'),
  en: () => import('./en/features.js'),
};

let needsFeatures = false;

function add(locale: Locale, bundle: Bundle): void {
  for (const [name, catalogue] of Object.entries(bundle)) {
    i18next.addResourceBundle(locale, name, catalogue, true, true);
  }
}

async function load(locale: Locale): Promise<void> {
  const [core, features] = await Promise.all([
    CORE[locale](),
    needsFeatures ? FEATURES[locale]() : Promise.resolve({ features: {} }),
  ]);
  add(locale, core.core);
  add(locale, features.features);
}

/** The sign-in page needs a few sentences only; the catalogues of all features arrive with the shell. */
export async function loadFeatureTexts(): Promise<void> {
  needsFeatures = true;
  await load(i18next.language as Locale);
}

export async function switchLocale(locale: Locale): Promise<void> {
  await load(locale);
  rememberLocale(locale);
  document.documentElement.lang = locale;
  await i18next.changeLanguage(locale);
}

export async function startI18n(): Promise<void> {
  const locale = preferredLocale();
  await i18next.init({
    lng: locale,
    fallbackLng: false,
    ns: [],
    resources: {},
    interpolation: { escapeValue: false },
    returnNull: false,
    partialBundledLanguages: true,
  });
  const formatter = i18next.services.formatter;
  formatter?.add('moment', (value, language) => formatMoment(String(value), language ?? locale));
  formatter?.add('yuan', (value) => formatFen(Number(value)));
  await load(locale);
  document.documentElement.lang = locale;
}
