import { words, type BackgroundField } from '../scale.types.js';
import { alone, choices, EVENT_TIMES } from './background.options.js';

/**
 * Annex A.1 to A.3. Name, sex, birthday, nation and identity number (A.2.1–A.2.3, A.2.6, A.2.8) come from the
 * resident's own record and are not asked again; number and reference date (A.1.1, A.1.2) belong to the record.
 * Options of A.2.9–A.2.13 have the ids of the resident's file, so that what is known there can be taken over.
 */
const REASON: BackgroundField = {
  id: 'A.1.3',
  section: 'A.1',
  kind: 'single',
  name: words('评估原因', 'Reason'),
  isRequired: true,
  options: choices(
    ['FIRST', '首次评估', 'First assessment'],
    ['REGULAR', '常规评估', 'Regular re-assessment'],
    ['IMMEDIATE', '即时评估（情况有变化）', 'Condition has changed'],
    ['REVIEW', '对结果有疑问的复评', 'Review of a doubted result'],
    ['OTHER', '其他', 'Other'],
  ),
};

const PERSON: readonly BackgroundField[] = [
  {
    id: 'A.2.4',
    section: 'A.2',
    kind: 'number',
    name: words('身高（厘米）', 'Height (cm)'),
    min: 50,
    max: 250,
  },
  {
    id: 'A.2.5',
    section: 'A.2',
    kind: 'number',
    name: words('体重（公斤）', 'Weight (kg)'),
    min: 15,
    max: 250,
  },
  { id: 'A.2.7', section: 'A.2', kind: 'text', name: words('宗教信仰', 'Religion') },
  {
    id: 'A.2.9',
    section: 'A.2',
    kind: 'single',
    name: words('文化程度', 'Education'),
    options: choices(
      ['ILLITERATE', '文盲', 'Cannot read'],
      ['PRIMARY', '小学', 'Primary school'],
      ['JUNIOR', '初中', 'Junior middle school'],
      ['SENIOR', '高中、技校、中专', 'Senior middle or vocational school'],
      ['COLLEGE', '大学专科及以上', 'College or above'],
      ['UNKNOWN', '不详', 'Unknown'],
    ),
  },
  {
    id: 'A.2.10',
    section: 'A.2',
    kind: 'multi',
    name: words('居住情况', 'Lives with'),
    options: [
      ...alone(['ALONE', '独居', 'Alone']),
      ...choices(
        ['SPOUSE', '与配偶', 'Spouse'],
        ['CHILDREN', '与子女', 'Children'],
        ['PARENTS', '与父母', 'Parents'],
        ['SIBLINGS', '与兄弟姐妹', 'Siblings'],
        ['OTHER_RELATIVES', '与其他亲属', 'Other relatives'],
        ['NON_RELATIVES', '与非亲属关系的人', 'Others, not relatives'],
        ['INSTITUTION', '养老机构', 'Elder-care institution'],
      ),
    ],
  },
  {
    id: 'A.2.11',
    section: 'A.2',
    kind: 'single',
    name: words('婚姻状况', 'Marital status'),
    options: choices(
      ['UNMARRIED', '未婚', 'Never married'],
      ['MARRIED', '已婚', 'Married'],
      ['WIDOWED', '丧偶', 'Widowed'],
      ['DIVORCED', '离婚', 'Divorced'],
      ['UNSTATED', '未说明', 'Not stated'],
    ),
  },
  {
    id: 'A.2.12',
    section: 'A.2',
    kind: 'multi',
    name: words('医疗费用支付方式', 'Medical costs are paid by'),
    options: choices(
      ['EMPLOYEE_INSURANCE', '城镇职工基本医疗保险', 'Employee medical insurance'],
      ['RESIDENT_INSURANCE', '城乡居民基本医疗保险', 'Resident medical insurance'],
      ['SELF_PAID', '自费', 'Self'],
      ['CIVIL_SERVANT', '公务员补助', 'Civil servant supplement'],
      ['ENTERPRISE_SUPPLEMENT', '企业补充保险', 'Enterprise supplement'],
      ['PUBLIC_FUNDED', '公费医疗及医疗照顾对象', 'Publicly funded care'],
      ['MEDICAL_ASSISTANCE', '医疗救助', 'Medical relief'],
      ['SERIOUS_ILLNESS', '大病保险', 'Major illness insurance'],
    ),
  },
  {
    id: 'A.2.13',
    section: 'A.2',
    kind: 'multi',
    name: words('经济来源', 'Income'),
    options: choices(
      ['PENSION', '退休金、养老金', 'Pension'],
      ['CHILDREN_SUPPORT', '子女补贴', 'From children'],
      ['RELATIVES_SUPPORT', '亲友资助', 'From relatives and friends'],
      ['STATE_ALLOWANCE', '国家普惠型补贴', 'General state allowance'],
      ['SAVINGS', '个人储蓄', 'Savings'],
      ['OTHER_ALLOWANCE', '其他补贴', 'Other allowance'],
    ),
  },
];

const event = (number: number, zh: string, en: string): BackgroundField => ({
  id: `A.2.14.${number}`,
  section: 'A.2',
  kind: 'single',
  name: words(`近 30 天${zh}`, `${en} in the last 30 days`),
  isRequired: true,
  options: EVENT_TIMES,
});

const EVENTS: readonly BackgroundField[] = [
  event(1, '跌倒', 'Falls'),
  event(2, '走失', 'Getting lost'),
  event(3, '噎食', 'Choking'),
  event(4, '自杀、自伤', 'Suicide attempt or self-harm'),
  event(5, '其他照护风险事件', 'Other care incidents'),
];

const PROVIDER: readonly BackgroundField[] = [
  {
    id: 'A.3.1',
    section: 'A.3',
    kind: 'text',
    name: words('信息提供者姓名', 'Informant'),
    isRequired: true,
  },
  {
    id: 'A.3.2',
    section: 'A.3',
    kind: 'single',
    name: words('信息提供者与老人的关系', 'Relation to the resident'),
    isRequired: true,
    options: choices(
      ['SELF', '本人', 'The resident'],
      ['SPOUSE', '配偶', 'Spouse'],
      ['CHILD', '子女', 'Child'],
      ['RELATIVE', '其他亲属', 'Other relative'],
      ['CARER', '雇佣照顾者', 'Employed carer'],
      ['COMMITTEE', '村（居）民委员会工作人员', 'Village or neighbourhood committee'],
      ['OTHER', '其他', 'Other'],
    ),
  },
  { id: 'A.3.3', section: 'A.3', kind: 'text', name: words('联系人姓名', 'Contact') },
  { id: 'A.3.4', section: 'A.3', kind: 'text', name: words('联系人电话', 'Phone of the contact') },
];

export const PERSON_FIELDS: readonly BackgroundField[] = [
  REASON,
  ...PERSON,
  ...EVENTS,
  ...PROVIDER,
];

export const EVENT_FIELDS: readonly string[] = EVENTS.map((field) => field.id);
