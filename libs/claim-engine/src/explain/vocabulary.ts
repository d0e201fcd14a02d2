import type { Locale } from '../nodes/node.js';

type Entry = readonly [zh: string, en: string];

/** Words for the codes of facts and packs. A code that is not here is shown as it is. */
const VOCABULARY: Readonly<Record<string, Entry>> = {
  // care classes
  SELF: ['自理', 'self-reliant'],
  SEMI: ['半失能', 'semi-disabled'],
  FULL: ['失能', 'disabled'],
  NONE: ['无有效评估', 'no valid assessment'],
  UNMAPPED: ['未对应', 'not mapped'],
  // categories of people
  LOW_INCOME: ['低保', 'low income'],
  DESTITUTE: ['特困', 'destitute'],
  LIVING_ALONE: ['独居', 'living alone'],
  LOST_ONLY_CHILD: ['失独', 'lost the only child'],
  EMPTY_NEST: ['空巢', 'empty nest'],
  LEFT_BEHIND: ['留守', 'left behind'],
  DISABILITY: ['残疾', 'disabled person'],
  SEVERE_DISABILITY: ['重残', 'severely disabled'],
  FAMILY_PLANNING_SPECIAL: ['计生特殊家庭', 'special family under family planning'],
  DEMENTIA: ['失智', 'dementia'],
  THREE_NONE: ['三无', 'without income, relatives or ability to work'],
  CHILDREN_AWAY: ['子女不在身边', 'children away'],
  HOME_AID_A: ['居家援助A类', 'home aid, group A'],
  MODEL_WORKER: ['劳模', 'model worker'],
  MERIT_SECOND_CLASS: ['二等功', 'second-class merit'],
  VETERAN: ['优抚对象', 'veteran'],
  LONG_TERM_CARE_INSURANCE: ['长护险', 'long-term-care insurance'],
  // programs' units
  'person-month': ['人·月', 'person-month'],
  'bed-month': ['床·月', 'bed-month'],
  'center-year': ['机构·年', 'center-year'],
  person: ['人', 'person'],
  center: ['机构', 'center'],
  project: ['个项目', 'project'],
  staff: ['名员工', 'staff member'],
  bed: ['张床', 'bed'],
  meal: ['餐', 'meal'],
  BREAKFAST: ['早餐', 'breakfast'],
  LUNCH: ['午餐', 'lunch'],
  DINNER: ['晚餐', 'dinner'],
  MEAL_HELP: ['助餐', 'meal help'],
  BATH_HELP: ['助浴', 'bath help'],
  CLEANING: ['助洁', 'cleaning'],
  ESCORT: ['助行', 'escort'],
  MEDICAL_HELP: ['助医', 'medical help'],
  EMERGENCY_HELP: ['助急', 'emergency help'],
  SHOPPING: ['助购', 'shopping'],
  PERSONAL_CARE: ['生活照料', 'personal care'],
  REHABILITATION: ['康复护理', 'rehabilitation'],
  COMFORT: ['精神慰藉', 'comfort'],
  VISIT: ['探访', 'visits'],
  day: ['天', 'day'],
  hour: ['小时', 'hour'],
  // measures
  residentDays: ['住养天数', 'resident days'],
  monthsOpen: ['开业整月数', 'whole months since opening'],
  occupancy: ['入住率', 'occupancy'],
  residents: ['在住人数', 'residents'],
  shareOfResidents: ['在住者占比', 'share of residents'],
  number: ['数值', 'figure'],
  attribute: ['属性', 'attribute'],
  meals: ['用餐份数', 'meals'],
  services: ['服务', 'services'],
  operatingDays: ['运营天数', 'operating days'],
  monthsEmployed: ['在职整月数', 'whole months employed'],
  'center.registeredBeds': ['备案床位数', 'registered beds'],
  'center.areaM2': ['机构面积（㎡）', 'area of the center (m²)'],
  'center.ownership': ['经营方式', 'ownership'],
  'center.forProfit': ['是否营利', 'for profit'],
  'project.kind': ['项目类型', 'kind of project'],
  'project.areaM2': ['面积（㎡）', 'area (m²)'],
  'project.communities': ['辐射社区数', 'communities served'],
  'project.ownInvestmentFen': ['自有投资', 'own investment'],
  'person.sex': ['性别', 'sex'],
  'bed.type': ['床位类型', 'type of bed'],
  // attributes
  mealsPerSitting: ['配制能力（人/餐）', 'meals per sitting'],
  seats: ['同时就餐席位', 'seats'],
  centralKitchen: ['独立中央厨房', 'own central kitchen'],
  diningRoom: ['助餐餐厅', 'dining room'],
  cateringLicence: ['餐饮行业许可', 'catering licence'],
  barrierFree: ['无障碍设施', 'barrier-free access'],
  independentEntrance: ['独立出入口', 'separate entrance'],
  floor: ['所在楼层（层）', 'floor'],
  hasLift: ['电梯', 'lift'],
  hasRamp: ['坡道', 'ramp'],
  washZone: ['洗浴区', 'washing zone'],
  restZone: ['休息区', 'resting zone'],
  changingZone: ['更衣区', 'changing zone'],
  adaptedEquipment: ['适老化洗浴设备', 'adapted bathing equipment'],
  healthCheckEquipment: ['健康体检设备', 'health-check equipment'],
  careStaff: ['服务护理人员', 'care staff'],
  earlierAwardFen: ['曾获奖补金额', 'earlier award'],
  superiorAward: ['上级奖补资金', 'award from a higher level'],
  // kinds of projects
  MEAL_CENTER: ['助餐中心', 'meal center'],
  PRIVATE: ['民办', 'private'],
  MEAL_POINT: ['助餐点', 'meal point'],
  BATH_CENTER: ['助浴中心', 'bath center'],
  BATH_POINT: ['助浴点', 'bath point'],
  // kinds of absence
  HOSPITAL: ['住院', 'in hospital'],
  HOME_LEAVE: ['请假回家', 'on home leave'],
  // answers of the bureau
  TIER_1: ['第一档', 'tier 1'],
  TIER_2: ['第二档', 'tier 2'],
  NOTHING: ['不予奖补', 'no award'],
  // rules for partial months and methods
  true: ['是', 'yes'],
  false: ['否', 'no'],
  PUBLIC_BUILT_PRIVATE_RUN: ['公建民营', 'publicly built, privately run'],
};

const LAST_CATEGORY = Object.keys(VOCABULARY).indexOf('LONG_TERM_CARE_INSURANCE');
/** The categories of people that have a word here; a pack may use others, if the facts do. */
export const CATEGORY_CODES: readonly string[] = Object.keys(VOCABULARY).slice(
  Object.keys(VOCABULARY).indexOf('LOW_INCOME'),
  LAST_CATEGORY + 1,
);

export function word(code: unknown, locale: Locale): string {
  const text = String(code);
  const entry = Object.hasOwn(VOCABULARY, text) ? VOCABULARY[text] : undefined;
  return entry === undefined ? text : entry[locale === 'zh' ? 0 : 1];
}

export const hasWord = (code: string): boolean => Object.hasOwn(VOCABULARY, code);

export const wordsOf = (codes: unknown, locale: Locale): string =>
  (Array.isArray(codes) ? codes : [codes])
    .map((code) => word(code, locale))
    .join(locale === 'zh' ? '、' : ', ');
