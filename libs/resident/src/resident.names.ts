import type { Sex } from '@yibu/kernel';
import type { Locale } from '@yibu/platform';

import type { CategoryCode } from './resident.codes.js';

/** Words for spreadsheets, which leave the server finished. Screens take theirs from the client's catalogue. */
export const SEX_NAMES: Record<Locale, Record<Sex, string>> = {
  'zh-CN': { M: '男', F: '女' },
  en: { M: 'Male', F: 'Female' },
};

export const CATEGORY_NAMES: Record<Locale, Record<CategoryCode, string>> = {
  'zh-CN': {
    LOW_INCOME: '低保',
    DESTITUTE: '特困',
    LIVING_ALONE: '独居',
    LOST_ONLY_CHILD: '失独',
    EMPTY_NEST: '空巢',
    LEFT_BEHIND: '留守',
    DISABILITY: '残疾',
    SEVERE_DISABILITY: '重残',
    VETERAN: '优抚对象',
    FAMILY_PLANNING_SPECIAL: '计生特殊家庭',
    DEMENTIA: '失智',
  },
  en: {
    LOW_INCOME: 'Minimum living allowance',
    DESTITUTE: 'Extreme poverty support',
    LIVING_ALONE: 'Living alone',
    LOST_ONLY_CHILD: 'Lost only child',
    EMPTY_NEST: 'Empty nest',
    LEFT_BEHIND: 'Left behind',
    DISABILITY: 'Disability',
    SEVERE_DISABILITY: 'Severe disability',
    VETERAN: 'Veterans and their families',
    FAMILY_PLANNING_SPECIAL: 'Special family-planning family',
    DEMENTIA: 'Dementia',
  },
};
