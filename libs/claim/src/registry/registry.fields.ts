import type { Headings } from '@yibu/platform';

/** Lists that a county's registers give, and under which headings their columns stand. */
export const REGISTRY_KINDS = ['DEATH', 'HOUSEHOLD', 'SUPPORT', 'INPATIENT'] as const;
export type RegistryKind = (typeof REGISTRY_KINDS)[number];

/** What a row says about a person. */
export const REGISTRY_WHATS = [
  'DEATH',
  'CREMATION',
  'OUT',
  'IN',
  'LOW_INCOME',
  'DESTITUTE',
  'INPATIENT',
] as const;
export type RegistryWhat = (typeof REGISTRY_WHATS)[number];

export const SUPPORT_WHATS = ['LOW_INCOME', 'DESTITUTE'] as const;
export type SupportWhat = (typeof SUPPORT_WHATS)[number];

export const REGISTRY_FIELDS = [
  'name',
  'idNumber',
  'diedOn',
  'crematedOn',
  'direction',
  'movedOn',
  'support',
  'supportFrom',
  'supportUntil',
  'hospital',
  'admittedOn',
  'dischargedOn',
  'place',
  'deed',
  'formerOn',
  'note',
] as const;
export type RegistryField = (typeof REGISTRY_FIELDS)[number];

const PERSON: readonly RegistryField[] = ['name', 'idNumber'];
const DEED: readonly RegistryField[] = ['deed', 'formerOn', 'note'];

export const FIELDS_OF: Readonly<Record<RegistryKind, readonly RegistryField[]>> = {
  DEATH: [...PERSON, 'diedOn', 'crematedOn', 'place', ...DEED],
  HOUSEHOLD: [...PERSON, 'direction', 'movedOn', 'place', ...DEED],
  SUPPORT: [...PERSON, 'support', 'supportFrom', 'supportUntil', ...DEED],
  INPATIENT: [...PERSON, 'hospital', 'admittedOn', 'dischargedOn', ...DEED],
};

/** Without one column of each group a list cannot be read at all. */
export const REQUIRED_OF: Readonly<Record<RegistryKind, readonly (readonly RegistryField[])[]>> = {
  DEATH: [['name'], ['idNumber'], ['diedOn', 'crematedOn']],
  HOUSEHOLD: [['name'], ['idNumber'], ['direction'], ['movedOn']],
  SUPPORT: [['name'], ['idNumber'], ['support'], ['supportFrom']],
  INPATIENT: [['name'], ['idNumber'], ['admittedOn']],
};

/** Compared without spaces, brackets and marks. The first is the template's. */
const WORDS: Readonly<Record<RegistryField, readonly string[]>> = {
  name: ['姓名', '死者姓名', '逝者姓名', '患者姓名', '病人姓名', '对象姓名', '户主姓名', 'name'],
  idNumber: [
    '证件号码',
    '身份证号',
    '身份证号码',
    '身份证',
    '公民身份号码',
    '证件号',
    '身份证件号码',
    'idnumber',
  ],
  diedOn: ['死亡日期', '死亡时间', '去世日期', '逝世日期', '死亡年月日', '病故日期', 'diedon'],
  crematedOn: ['火化日期', '火化时间', '火化年月日', 'crematedon'],
  direction: ['迁移类别', '变动类别', '迁移类型', '变动类型', '迁入迁出', '迁移方向', 'direction'],
  movedOn: ['迁移日期', '变动日期', '迁移时间', '迁出日期', '迁入日期', '变动时间', 'movedon'],
  support: ['救助类别', '保障类别', '救助类型', '对象类别', '保障类型', '人员类别', 'support'],
  supportFrom: [
    '享受起始日期',
    '起始日期',
    '享受开始日期',
    '开始日期',
    '认定日期',
    '审批日期',
    '纳入日期',
    'from',
  ],
  supportUntil: ['享受截止日期', '截止日期', '停发日期', '结束日期', '退出日期', 'until'],
  hospital: ['医院', '就诊医院', '住院医院', '医疗机构', '医院名称', '医疗机构名称', 'hospital'],
  admittedOn: ['入院日期', '入院时间', '住院日期', 'admittedon'],
  dischargedOn: ['出院日期', '出院时间', 'dischargedon'],
  place: [
    '地点',
    '死亡地点',
    '火化地点',
    '殡仪馆',
    '迁往地',
    '迁出地',
    '迁移地址',
    '去向',
    'place',
  ],
  deed: ['处理', '操作', '处理方式', '变更类型', 'deed'],
  formerOn: ['原日期', '原登记日期', '更正前日期', 'formeron'],
  note: ['备注', '说明', 'note'],
};

export const headingsOf = (kind: RegistryKind): Headings<RegistryField> => ({
  fields: FIELDS_OF[kind],
  words: WORDS,
});

export const headingOf = (field: RegistryField): string => WORDS[field][0] ?? field;

/** Columns that a list of the kind needs and does not have; the first of each group stands for it. */
export const missingFields = (
  kind: RegistryKind,
  columns: readonly (RegistryField | null)[],
): RegistryField[] =>
  REQUIRED_OF[kind].flatMap((group) =>
    group.some((field) => columns.includes(field)) ? [] : group.slice(0, 1),
  );
