/** What a list may say, and under which headings lists say it. */

export const ROSTER_KINDS = ['ROSTER', 'PAST_STAYS', 'ABSENCES'] as const;
export type RosterKind = (typeof ROSTER_KINDS)[number];

export const ROSTER_FIELDS = [
  'name',
  'idType',
  'idNumber',
  'noIdReason',
  'sex',
  'bornOn',
  'phone',
  'householdCounty',
  'householdAddress',
  'nation',
  'education',
  'marital',
  'building',
  'floor',
  'room',
  'bed',
  'admittedOn',
  'categories',
  'categoriesFrom',
  'contactName',
  'contactRelation',
  'contactPhone',
  'level',
  'levelScale',
  'levelKind',
  'levelIssuer',
  'levelOn',
  'levelUntil',
  'note',
  'fromOn',
  'untilOn',
  'endKind',
  'absenceKind',
  'reason',
] as const;
export type RosterField = (typeof ROSTER_FIELDS)[number];

const PERSON: readonly RosterField[] = ['name', 'idNumber', 'bornOn'];
const PLACE: readonly RosterField[] = ['building', 'floor', 'room', 'bed'];

export const FIELDS_OF: Readonly<Record<RosterKind, readonly RosterField[]>> = {
  ROSTER: ROSTER_FIELDS.slice(0, ROSTER_FIELDS.indexOf('fromOn')),
  PAST_STAYS: [...PERSON, ...PLACE, 'fromOn', 'untilOn', 'endKind', 'note'],
  ABSENCES: [...PERSON, 'absenceKind', 'fromOn', 'untilOn', 'reason'],
};

/** Without these columns a list cannot be read at all. */
export const REQUIRED_OF: Readonly<Record<RosterKind, readonly RosterField[]>> = {
  ROSTER: ['name'],
  PAST_STAYS: ['name', 'fromOn'],
  ABSENCES: ['name', 'absenceKind', 'fromOn'],
};

/** Headings as centers write them, compared without spaces, brackets and marks. The first is the template's. */
export const HEADINGS: Readonly<Record<RosterField, readonly string[]>> = {
  name: ['姓名', '老人姓名', '入住老人', '老人', '名字', '入住人姓名', '长者姓名', '长者', 'name'],
  idType: ['证件类型', '证件种类', '证件名称', 'idtype'],
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
  noIdReason: ['无证件原因', '无证原因', 'noidreason'],
  sex: ['性别', 'sex', 'gender'],
  bornOn: ['出生日期', '出生年月日', '生日', '出生年月', '出生', 'birthdate', 'born'],
  phone: [
    '本人电话',
    '老人电话',
    '联系电话',
    '联系方式',
    '电话',
    '手机',
    '手机号',
    '手机号码',
    'phone',
  ],
  householdCounty: [
    '户籍区划代码',
    '户籍县区',
    '户籍区县',
    '户籍县',
    '户籍所在地代码',
    'householdarea',
  ],
  householdAddress: ['户籍地址', '家庭住址', '户籍所在地', '户口所在地', '住址', '地址', 'address'],
  nation: ['民族', 'ethnicgroup', 'nation'],
  education: ['文化程度', '学历', '教育程度', 'education'],
  marital: ['婚姻状况', '婚姻', 'maritalstatus'],
  building: ['楼栋', '楼号', '楼', '栋', '楼宇', 'building'],
  floor: ['楼层', '层', 'floor'],
  room: ['房间', '房间号', '房号', '房', '室', 'room'],
  bed: ['床位', '床位号', '床号', '床', '房间床位', '房间床位号', 'bed'],
  admittedOn: [
    '入住日期',
    '入住时间',
    '入院日期',
    '入院时间',
    '入住',
    '入住年月日',
    'admitted',
    'admittedon',
  ],
  categories: [
    '特殊类别',
    '人员类别',
    '老人类别',
    '类别',
    '困难类别',
    '身份类别',
    '对象类别',
    'categories',
  ],
  categoriesFrom: ['类别起始日期', '类别开始日期', '认定日期', '类别认定日期', 'categoriesfrom'],
  contactName: [
    '联系人姓名',
    '联系人',
    '紧急联系人',
    '家属姓名',
    '家属',
    '监护人',
    '监护人姓名',
    'contactname',
  ],
  contactRelation: [
    '联系人关系',
    '与老人关系',
    '关系',
    '与联系人关系',
    '家属关系',
    'contactrelation',
  ],
  contactPhone: [
    '联系人电话',
    '紧急联系人电话',
    '家属电话',
    '联系人手机',
    '监护人电话',
    'contactphone',
  ],
  level: [
    '能力等级',
    '评估等级',
    '失能等级',
    '护理等级',
    '自理能力',
    '能力评估等级',
    '等级',
    'level',
  ],
  levelScale: ['评估标准', '评估量表', '评估依据', 'scale'],
  levelKind: ['评估性质', '评估类别', '评估来源', 'levelkind'],
  levelIssuer: ['评估机构', '评估单位', '出具单位', 'issuer'],
  levelOn: ['评估日期', '评估时间', '评定日期', 'assessedon'],
  levelUntil: ['评估有效期至', '有效期至', '等级有效期至', 'validuntil'],
  note: ['备注', '说明', 'note'],
  fromOn: ['开始日期', '开始时间', '起始日期', 'from'],
  untilOn: ['结束日期', '结束时间', '终止日期', 'until'],
  endKind: ['离开方式', '离开原因', '退住原因', '离院原因', '去向', 'endkind'],
  absenceKind: ['外出类别', '外出原因', '外出类型', '请假类型', '类型', '类别', 'kind'],
  reason: ['原因', '事由', '说明', '备注', 'reason'],
};

const LEAVING = ['离开日期', '离开时间', '外出日期', '外出时间', '离院日期', '离院时间'];
const ARRIVING = ['入住日期', '入住时间', '入院日期', '入院时间'];

/** A stay ends on the day on which an absence begins: 离院日期 says one or the other by the kind of list. */
const DAYS_OF: Readonly<
  Record<RosterKind, { readonly fromOn: readonly string[]; readonly untilOn: readonly string[] }>
> = {
  ROSTER: { fromOn: [], untilOn: [] },
  PAST_STAYS: {
    fromOn: ARRIVING,
    untilOn: ['退住日期', '退住时间', '出院日期', '出院时间', ...LEAVING],
  },
  ABSENCES: {
    fromOn: [...LEAVING, '入院日期', '入院时间', '住院日期'],
    untilOn: ['返回日期', '返回时间', '返院日期', '返院时间', '回院日期', '出院日期', '出院时间'],
  },
};

export const headingsOf = (kind: RosterKind): typeof HEADINGS => ({
  ...HEADINGS,
  fromOn: [...HEADINGS.fromOn, ...DAYS_OF[kind].fromOn],
  untilOn: [...HEADINGS.untilOn, ...DAYS_OF[kind].untilOn],
});

export const REQUIRED_MARK = '*';
