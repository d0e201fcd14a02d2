import { ABILITY_LEVELS } from './gbt42195/level.rules.js';
import { words, type Words } from './scale.types.js';

/**
 * Scales whose results a center may hold. Only GB/T 42195 is ever scored here; every other result is entered as
 * its paper says and never converted: what a level is worth belongs to the policy pack.
 */
export const SCALE_IDS = [
  'GBT42195',
  'MZT039',
  'LTC',
  'BARTHEL',
  'DESTITUTE_SELF_CARE',
  'DISABILITY_CERTIFICATE',
] as const;
export type ScaleId = (typeof SCALE_IDS)[number];

export interface LevelName {
  readonly level: number;
  readonly name: Words;
}

export interface ScaleDefinition {
  readonly id: ScaleId;
  readonly name: Words;
  /** The document the levels come from. */
  readonly document: string;
  readonly min: number;
  readonly max: number;
  /** Results are multiples of it, counted from `min`. */
  readonly step: number;
  /** Which end is the more severe: scales run both ways, and comparing their numbers is always wrong. */
  readonly worse: 'HIGHER' | 'LOWER';
  /** Names of the levels; empty where the result is a score. */
  readonly levels: readonly LevelName[];
  /** Names or range still have to be checked against the paper; forms say so. */
  readonly isToBeConfirmed: boolean;
}

const levels = (...names: readonly [number, string, string][]): readonly LevelName[] =>
  names.map(([level, zh, en]) => ({ level, name: words(zh, en) }));

export const SCALES: Readonly<Record<ScaleId, ScaleDefinition>> = {
  GBT42195: {
    id: 'GBT42195',
    name: words('老年人能力评估', 'Ability of older adults'),
    document: 'GB/T 42195-2022',
    min: 0,
    max: 4,
    step: 1,
    worse: 'HIGHER',
    levels: ABILITY_LEVELS.map(({ level, name }) => ({ level, name })),
    isToBeConfirmed: false,
  },
  MZT039: {
    id: 'MZT039',
    name: words(
      '老年人能力评估（旧行业标准）',
      'Ability of older adults (former industry standard)',
    ),
    document: 'MZ/T 039-2013',
    min: 0,
    max: 3,
    step: 1,
    worse: 'HIGHER',
    levels: levels(
      [0, '能力完好', 'Able'],
      [1, '轻度失能', 'Mildly disabled'],
      [2, '中度失能', 'Moderately disabled'],
      [3, '重度失能', 'Severely disabled'],
    ),
    isToBeConfirmed: true,
  },
  LTC: {
    id: 'LTC',
    name: words('长期护理失能等级', 'Long-term care disability level'),
    document: '医保办发〔2021〕37号',
    min: 0,
    max: 5,
    step: 1,
    worse: 'HIGHER',
    levels: levels(
      [0, '基本正常', 'Nearly normal'],
      [1, '轻度失能', 'Mild'],
      [2, '中度失能', 'Moderate'],
      [3, '重度失能Ⅰ级', 'Severe, I'],
      [4, '重度失能Ⅱ级', 'Severe, II'],
      [5, '重度失能Ⅲ级', 'Severe, III'],
    ),
    isToBeConfirmed: false,
  },
  BARTHEL: {
    id: 'BARTHEL',
    name: words('巴氏指数', 'Barthel index'),
    document: 'Barthel',
    min: 0,
    max: 100,
    step: 5,
    worse: 'LOWER',
    levels: [],
    isToBeConfirmed: true,
  },
  DESTITUTE_SELF_CARE: {
    id: 'DESTITUTE_SELF_CARE',
    name: words('特困人员生活自理能力', 'Self-care of destitute persons'),
    document: '民发〔2021〕43号',
    min: 0,
    max: 2,
    step: 1,
    worse: 'HIGHER',
    levels: levels(
      [0, '全自理', 'Self-caring'],
      [1, '半护理', 'Half care'],
      [2, '全护理', 'Full care'],
    ),
    isToBeConfirmed: true,
  },
  DISABILITY_CERTIFICATE: {
    id: 'DISABILITY_CERTIFICATE',
    name: words('残疾人证等级', 'Disability certificate'),
    document: 'GB/T 26341',
    min: 1,
    max: 4,
    step: 1,
    worse: 'LOWER',
    levels: levels(
      [1, '一级', 'Grade 1'],
      [2, '二级', 'Grade 2'],
      [3, '三级', 'Grade 3'],
      [4, '四级', 'Grade 4'],
    ),
    isToBeConfirmed: true,
  },
};

export const isScaleId = (text: string): text is ScaleId => SCALE_IDS.some((id) => id === text);

export function isLevelOf(scale: ScaleId, level: number): boolean {
  const { min, max, step } = SCALES[scale];
  return Number.isInteger(level) && level >= min && level <= max && (level - min) % step === 0;
}
