import type { Locale } from '@yibu/platform';
import { formatYuan, fen } from '@yibu/kernel';

import type { FactCell, FactKind } from './sheet.catalogue.js';

type Word = readonly [zh: string, en: string];

const LICENCE: Readonly<Record<string, Word>> = {
  VALID: ['合格、有效', 'Passed, valid'],
  NOT_PASSED: ['不合格', 'Not passed'],
  EXPIRED: ['已到期', 'Run out'],
};

/** The words of codes, by the fact they belong to. */
const VALUES: Readonly<Record<string, Readonly<Record<string, Word>>>> = {
  legalForm: {
    PRIVATE_NON_ENTERPRISE: ['民办非企业单位', 'Private non-enterprise unit'],
    ENTERPRISE: ['企业', 'Enterprise'],
    PUBLIC_INSTITUTION: ['事业单位', 'Public institution'],
    OTHER: ['其他', 'Other'],
  },
  unitLevel: {
    FIRST: ['一级', 'First'],
    SECOND: ['二级', 'Second'],
  },
  founder: {
    GOVERNMENT: ['政府', 'Government'],
    COLLECTIVE: ['集体', 'Collective'],
    ENTERPRISE: ['企业', 'Enterprise'],
    SOCIAL_ORGANIZATION: ['社会组织', 'Social organization'],
    INDIVIDUAL: ['个人', 'Individual'],
    OTHER: ['其他', 'Other'],
  },
  ownership: {
    PUBLIC_BUILT_PRIVATE_RUN: ['公建民营', 'Publicly built, privately run'],
    PUBLIC: ['公办公营', 'Public'],
    PRIVATE: ['民办', 'Private'],
  },
  operatingState: {
    OPERATING: ['正常运营', 'Operating'],
    SUSPENDED: ['暂停', 'Suspended'],
    CLOSED: ['终止', 'Closed'],
  },
  premises: {
    OWNED: ['自有', 'Owned'],
    RENTED: ['租赁', 'Rented'],
    GOVERNMENT_PROVIDED: ['政府无偿提供', 'Provided by the government'],
    OTHER: ['其他', 'Other'],
  },
  location: {
    URBAN: ['城市', 'Urban'],
    RURAL: ['农村', 'Rural'],
  },
  preferences: {
    NONE: ['无', 'None'],
    TAX: ['税收', 'Tax'],
    CONSTRUCTION_SUBSIDY: ['建设补贴', 'Construction subsidy'],
    OPERATING_SUBSIDY: ['运营补贴', 'Operating subsidy'],
    LAND: ['土地', 'Land'],
    ADMINISTRATIVE_FEES: ['行政事业性收费', 'Administrative fees'],
    UTILITIES: ['水电气热', 'Utilities'],
  },
  internalMedical: {
    NONE: ['无', 'None'],
    HOSPITAL: ['医院', 'Hospital'],
    NURSING_STATION: ['护理站', 'Nursing station'],
    CLINIC: ['医务室', 'Clinic'],
  },
  contractedMedical: {
    NONE: ['无', 'None'],
    HOSPITAL: ['医院', 'Hospital'],
    TOWNSHIP_HEALTH_CENTER: ['乡镇卫生院', 'Township health center'],
    COMMUNITY_STATION: ['村卫生室、社区卫生站', 'Village or community station'],
  },
  chargingMode: {
    MONTHLY: ['按月', 'Monthly'],
    QUARTERLY: ['按季', 'Quarterly'],
    YEARLY: ['按年', 'Yearly'],
    OTHER: ['其他', 'Other'],
  },
  fire: LICENCE,
  food: LICENCE,
  equipment: LICENCE,
  liability: LICENCE,
  medicalLicence: LICENCE,
};

const YES_NO: Readonly<Record<string, Word>> = { true: ['是', 'Yes'], false: ['否', 'No'] };
const NO_REMARK: Word = ['无', 'None'];
const NO_END: Word = ['长期有效', 'No end printed'];
const SQUARE_METRES: Word = ['平方米', 'm²'];
const COMMA: Word = ['、', ', '];

const pick = (word: Word, locale: Locale): string => word[locale === 'en' ? 1 : 0];

/** A code without a word is shown as it is rather than hidden. */
const wordOf = (word: Word | undefined, code: string, locale: Locale): string =>
  word === undefined ? code : pick(word, locale);

type Reading = (raw: string, locale: Locale, key: string) => string;

const READINGS: Readonly<Record<FactKind, Reading>> = {
  TEXT: (raw) => raw,
  DAY: (raw) => raw,
  REMARK: (raw, locale) => (raw === '' ? pick(NO_REMARK, locale) : raw),
  UNTIL: (raw, locale) => (raw === '' ? pick(NO_END, locale) : raw),
  YES_NO: (raw, locale) => wordOf(YES_NO[raw], raw, locale),
  WORD: (raw, locale, key) => wordOf(VALUES[key]?.[raw], raw, locale),
  WORDS: (raw, locale, key) =>
    raw
      .split(',')
      .map((code) => wordOf(VALUES[key]?.[code], code, locale))
      .join(pick(COMMA, locale)),
  AREA: (raw, locale) => `${raw} ${pick(SQUARE_METRES, locale)}`,
  FEE: (raw) =>
    raw
      .split(',')
      .map((part) => formatYuan(fen(Number(part))))
      .join(' – '),
};

/** A fact as people read it. */
export const factText = (cell: FactCell, raw: string, locale: Locale): string =>
  READINGS[cell.fact](raw, locale, cell.key);
