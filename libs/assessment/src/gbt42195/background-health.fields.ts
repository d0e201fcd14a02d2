import { words, type BackgroundField } from '../scale.types.js';
import { alone, choices, NO_YES } from './background.options.js';

/** The form has no tick for "none of these"; without one, an empty list could mean healthy or not asked. */
const NONE_OF_THESE = alone(['NONE', '以上均无', 'None of these']);

const DIAGNOSES = choices(
  ['HYPERTENSION', '高血压', 'High blood pressure', 'I10–I15'],
  ['CORONARY', '冠心病', 'Coronary heart disease', 'I25'],
  ['DIABETES', '糖尿病', 'Diabetes', 'E10–E14'],
  ['PNEUMONIA', '肺炎', 'Pneumonia', 'J12–J18'],
  ['COPD', '慢性阻塞性肺疾病', 'COPD', 'J44'],
  ['BRAIN_BLEED', '脑出血', 'Cerebral haemorrhage', 'I60–I62'],
  ['BRAIN_INFARCT', '脑梗塞', 'Cerebral infarction', 'I63'],
  ['URINARY_INFECTION', '尿路感染（30 天内）', 'Urinary infection (30 days)'],
  ['PARKINSON', '帕金森综合征', 'Parkinsonism', 'G20–G22'],
  ['KIDNEY_FAILURE', '慢性肾衰竭', 'Chronic kidney failure', 'N18–N19'],
  ['CIRRHOSIS', '肝硬化', 'Cirrhosis', 'K74'],
  ['ULCER', '消化性溃疡', 'Peptic ulcer', 'K20–K31'],
  ['TUMOUR', '肿瘤', 'Tumour', 'C00–D48'],
  ['AMPUTATION', '截肢（6 个月内）', 'Amputation (6 months)'],
  ['FRACTURE', '骨折（3 个月内）', 'Fracture (3 months)', 'M84'],
  ['EPILEPSY', '癫痫', 'Epilepsy', 'G40'],
  ['HYPOTHYROID', '甲状腺功能减退症', 'Hypothyroidism', 'E01–E03'],
  ['CATARACT', '白内障', 'Cataract', 'H25–H26'],
  ['GLAUCOMA', '青光眼', 'Glaucoma', 'H40–H42'],
  ['OSTEOPOROSIS', '骨质疏松症', 'Osteoporosis', 'M80–M82'],
  ['DEMENTIA', '痴呆', 'Dementia', 'F00–F03'],
  ['OTHER_MENTAL', '其他精神和行为障碍', 'Other mental or behavioural disorder', 'F04–F99'],
  ['OTHER', '其他', 'Other'],
);

const DIAGNOSIS_FIELDS: readonly BackgroundField[] = [
  {
    id: 'A.4.1',
    section: 'A.4',
    kind: 'multi',
    name: words('疾病诊断', 'Diagnoses'),
    isRequired: true,
    options: [...DIAGNOSES, ...NONE_OF_THESE],
  },
  {
    id: 'A.4.1.F',
    section: 'A.4',
    kind: 'single',
    name: words(
      '其他精神和行为障碍由精神科专科医生诊断',
      'The mental disorder was diagnosed by a psychiatrist',
    ),
    askedWhen: { field: 'A.4.1', option: 'OTHER_MENTAL' },
    options: choices(['YES', '是', 'Yes'], ['NO', '不是', 'No']),
  },
  {
    id: 'A.4.1.O',
    section: 'A.4',
    kind: 'text',
    name: words('其他疾病', 'Other illness'),
    askedWhen: { field: 'A.4.1', option: 'OTHER' },
  },
  { id: 'A.4.2', section: 'A.4', kind: 'medications', name: words('用药情况', 'Medication') },
];

const SKIN_AND_JOINTS: readonly BackgroundField[] = [
  {
    id: 'A.5.1',
    section: 'A.5',
    kind: 'single',
    name: words('压力性损伤', 'Pressure injury'),
    options: choices(
      ['NONE', '无', 'None'],
      ['1', 'Ⅰ期', 'Stage I'],
      ['2', 'Ⅱ期', 'Stage II'],
      ['3', 'Ⅲ期', 'Stage III'],
      ['4', 'Ⅳ期', 'Stage IV'],
      ['UNSTAGEABLE', '不可分期', 'Unstageable'],
    ),
  },
  {
    id: 'A.5.2',
    section: 'A.5',
    kind: 'single',
    name: words('关节活动度', 'Joint mobility'),
    options: choices(
      ['FREE', '无影响', 'Not limited'],
      ['LIMITED', '影响日常生活功能', 'Limits daily life'],
      ['UNKNOWN', '无法判断', 'Cannot be judged'],
    ),
  },
  {
    id: 'A.5.2.S',
    section: 'A.5',
    kind: 'text',
    name: words('受影响的部位', 'Part affected'),
    askedWhen: { field: 'A.5.2', option: 'LIMITED' },
  },
  {
    id: 'A.5.3',
    section: 'A.5',
    kind: 'multi',
    name: words('伤口情况', 'Wounds'),
    options: [
      ...alone(['NONE', '无', 'None']),
      ...choices(
        ['GRAZE', '擦伤', 'Graze'],
        ['BURN', '烧烫伤', 'Burn or scald'],
        ['SURGERY', '术后伤口', 'Surgical wound'],
        ['DIABETIC_FOOT', '糖尿病足溃疡', 'Diabetic foot ulcer'],
        ['VASCULAR', '血管性溃疡', 'Vascular ulcer'],
        ['OTHER', '其他', 'Other'],
      ),
    ],
  },
];

const CARE_AND_PAIN: readonly BackgroundField[] = [
  {
    id: 'A.5.4',
    section: 'A.5',
    kind: 'multi',
    name: words('特殊护理', 'Special nursing'),
    options: [
      ...alone(['NONE', '无', 'None']),
      ...choices(
        ['GASTRIC_TUBE', '胃管', 'Gastric tube'],
        ['URINARY_CATHETER', '尿管', 'Urinary catheter'],
        ['TRACHEOTOMY', '气管切开', 'Tracheotomy'],
        ['STOMA', '胃、肠、膀胱造瘘', 'Stoma (stomach, bowel, bladder)'],
        ['VENTILATOR', '无创呼吸机', 'Non-invasive ventilator'],
        ['DIALYSIS', '透析', 'Dialysis'],
        ['OTHER', '其他', 'Other'],
      ),
    ],
  },
  {
    id: 'A.5.5',
    section: 'A.5',
    kind: 'single',
    name: words('疼痛感', 'Pain'),
    options: choices(
      ['NONE', '无疼痛', 'None'],
      ['MILD', '轻度疼痛', 'Mild'],
      ['MODERATE', '中度疼痛', 'Moderate'],
      ['SEVERE', '重度疼痛', 'Severe'],
      ['UNKNOWN', '不知道或无法判断', 'Unknown or cannot be judged'],
    ),
  },
];

const MOUTH: readonly BackgroundField[] = [
  {
    id: 'A.5.6',
    section: 'A.5',
    kind: 'multi',
    name: words('牙齿缺失', 'Missing teeth'),
    isToBeConfirmed: true,
    options: [
      ...alone(['NONE', '无缺损', 'None']),
      ...choices(
        ['DAMAGED', '牙体缺损（龋齿、楔状缺损等）', 'Damaged teeth (decay and the like)'],
        ['SOME_MISSING', '部分牙缺失', 'Some teeth missing'],
        ['ALL_MISSING', '上颌、下颌或全口牙缺失', 'All upper, lower or all teeth missing'],
      ),
    ],
  },
  {
    id: 'A.5.7',
    section: 'A.5',
    kind: 'single',
    name: words('义齿佩戴', 'Dentures'),
    isToBeConfirmed: true,
    options: choices(
      ['NONE', '无义齿', 'None'],
      ['SINGLE', '单颗义齿', 'Single tooth'],
      ['PARTIAL', '可摘局部义齿', 'Removable partial'],
      ['FULL', '可摘半口或全口义齿', 'Removable upper, lower or full'],
    ),
  },
  {
    id: 'A.5.8',
    section: 'A.5',
    kind: 'multi',
    name: words('吞咽困难的表现', 'Signs of difficult swallowing'),
    isToBeConfirmed: true,
    options: [
      ...alone(['NONE', '无', 'None']),
      ...choices(
        ['PAIN', '抱怨吞咽困难或疼痛', 'Complains of difficulty or pain'],
        ['COUGH', '吃喝时咳嗽或呛咳', 'Coughs or chokes while eating or drinking'],
        ['RESIDUE', '饭后口中留有食物', 'Food left in the mouth after meals'],
        ['LEAK', '食物从嘴角流出', 'Food runs from the mouth'],
        ['DROOL', '流口水', 'Drools'],
      ),
    ],
  },
];

const yesNo = (id: string, zh: string, en: string): BackgroundField => ({
  id,
  section: 'A.5',
  kind: 'single',
  name: words(zh, en),
  options: NO_YES,
});

const CONDITION: readonly BackgroundField[] = [
  yesNo('A.5.9', '营养不良（体质指数低于正常）', 'Malnutrition (BMI below normal)'),
  yesNo('A.5.10', '清理呼吸道无效', 'Cannot clear the airway'),
  { ...yesNo('A.5.11', '昏迷', 'Coma'), isRequired: true },
  { id: 'A.5.12', section: 'A.5', kind: 'text', name: words('其他', 'Other') },
];

export const HEALTH_FIELDS: readonly BackgroundField[] = [
  ...DIAGNOSIS_FIELDS,
  ...SKIN_AND_JOINTS,
  ...CARE_AND_PAIN,
  ...MOUTH,
  ...CONDITION,
];
