import type { RowSet } from './sheet.sets.js';

/** Where somebody records what is missing. */
export const RECORD_PLACES = ['PROFILE', 'LICENCES', 'CENTER', 'GRADES', 'CONTRACTS'] as const;
export type RecordPlace = (typeof RECORD_PLACES)[number];

/** How a fact is kept and read: codes are worded when they are read, so a filed sheet reads in both languages. */
export type FactKind =
  | 'TEXT'
  | 'DAY'
  | 'YES_NO'
  | 'WORD'
  | 'WORDS'
  | 'FEE'
  | 'AREA'
  | 'REMARK'
  | 'UNTIL';

/** A count: the rows of a set that meet a condition. */
export interface CountCell {
  readonly key: string;
  readonly set: RowSet;
  /** On the columns of the set; null: all of its rows. */
  readonly when: string | null;
}

/** Settled about the house, not counted. */
export interface FactCell {
  readonly key: string;
  readonly fact: FactKind;
  readonly at: RecordPlace;
}

/** Asked for by the authorities and recorded nowhere in the product: it says so and has no figure. */
export interface MissingCell {
  readonly key: string;
  readonly isMissing: true;
}

export type SheetCell = CountCell | FactCell | MissingCell;

export interface SheetSection {
  readonly key: string;
  readonly cells: readonly SheetCell[];
}

const count = (key: string, set: RowSet, when: string | null = null): CountCell => ({
  key,
  set,
  when,
});
const fact = (key: string, kind: FactKind, at: RecordPlace = 'PROFILE'): FactCell => ({
  key,
  fact: kind,
  at,
});
const missing = (key: string): MissingCell => ({ key, isMissing: true });

const POSTS = [
  ...['MANAGER', 'NURSE', 'CAREGIVER', 'COOK'],
  ...['SOCIAL_WORKER', 'THERAPIST', 'ADMINISTRATION', 'OTHER'],
];
const OTHER_SERVICES = ['EMERGENCY_HELP', 'SHOPPING', 'PERSONAL_CARE', 'COMFORT'];
const NAMED_SERVICES = [
  ...['MEAL_HELP', 'CLEANING', 'ESCORT', 'BATH_HELP'],
  ...['REHABILITATION', 'MEDICAL_HELP', 'VISIT'],
];
const quoted = (codes: readonly string[]): string => codes.map((code) => `'${code}'`).join(', ');

/** Birthdays count from their own day; who was born on 29 February has it on the 28th of a common year. */
const aged = (years: number, day = ':last'): string =>
  `DATE_ADD(bornOn, INTERVAL ${years} YEAR) <= ${day}`;

const KINDS: readonly SheetCell[] = [
  count('levelAble', 'RESIDENT', 'level = 0'),
  count('levelPartial', 'RESIDENT', 'level IN (1, 2, 3)'),
  count('levelLight', 'RESIDENT', 'level = 1'),
  count('levelMedium', 'RESIDENT', 'level = 2'),
  count('levelHeavy', 'RESIDENT', 'level = 3'),
  count('levelFull', 'RESIDENT', 'level = 4'),
  count('levelNone', 'RESIDENT', 'level IS NULL'),
  count('destitute', 'RESIDENT', 'isDestitute = 1'),
  count('disabled', 'RESIDENT', 'isDisabled = 1'),
  count('veteran', 'RESIDENT', 'isVeteran = 1'),
  count('lowIncome', 'RESIDENT', 'isLowIncome = 1'),
  count(
    'otherKind',
    'RESIDENT',
    'level IS NULL AND isDestitute = 0 AND isDisabled = 0 AND isVeteran = 0',
  ),
  count('men', 'RESIDENT', "sex = 'M'"),
  count('women', 'RESIDENT', "sex = 'F'"),
  count('under60', 'RESIDENT', `NOT ${aged(60)}`),
  count('aged60', 'RESIDENT', `${aged(60)} AND NOT ${aged(80)}`),
  count('aged80', 'RESIDENT', `${aged(80)} AND NOT ${aged(90)}`),
  count('aged90', 'RESIDENT', aged(90)),
];

const FEES = ['careFee', 'bedFee', 'mealFee', 'depositFee', 'otherFee'];

/** The sheet that authorities ask for, in their order (standards brief 6.2). */
export const SECTIONS: readonly SheetSection[] = [
  {
    key: 'identity',
    cells: [
      fact('uscc', 'TEXT'),
      fact('centerName', 'TEXT', 'CENTER'),
      fact('legalForm', 'WORD'),
      fact('openedOn', 'DAY', 'CENTER'),
      fact('areaCode', 'TEXT'),
      fact('county', 'TEXT', 'CENTER'),
      fact('areaName', 'TEXT'),
      fact('address', 'TEXT', 'CENTER'),
      fact('coordinates', 'TEXT'),
      fact('grade', 'TEXT', 'GRADES'),
      fact('principalName', 'TEXT'),
      fact('principalPhone', 'TEXT'),
      missing('principalId'),
      fact('registrar', 'TEXT'),
      fact('unitLevel', 'WORD'),
      fact('founder', 'WORD'),
      fact('ownership', 'WORD', 'CENTER'),
      fact('operator', 'TEXT', 'CONTRACTS'),
      fact('contract', 'TEXT', 'CONTRACTS'),
      fact('operatingState', 'WORD'),
      fact('filedOn', 'DAY', 'CENTER'),
    ],
  },
  {
    key: 'beds',
    cells: [
      count('beds', 'BED'),
      count('bedsOccupied', 'BED', "word = 'OCCUPIED'"),
      count('bedsFree', 'BED', "word = 'FREE'"),
      count('bedsRepair', 'BED', "word = 'REPAIR'"),
      count('bedsNursing', 'BED', "kind = 'NURSING'"),
      count('bedsKindUnsaid', 'BED', 'kind IS NULL'),
      missing('bedsDay'),
      fact('bedsRegistered', 'TEXT', 'CENTER'),
    ],
  },
  {
    key: 'premises',
    cells: [
      fact('area', 'AREA', 'CENTER'),
      fact('landArea', 'AREA'),
      fact('premises', 'WORD'),
      fact('location', 'WORD'),
      fact('fire', 'WORD', 'LICENCES'),
      fact('fireRemark', 'REMARK', 'LICENCES'),
      fact('fireUntil', 'UNTIL', 'LICENCES'),
      fact('food', 'WORD', 'LICENCES'),
      fact('foodRemark', 'REMARK', 'LICENCES'),
      fact('foodUntil', 'UNTIL', 'LICENCES'),
      fact('equipment', 'WORD', 'LICENCES'),
    ],
  },
  {
    key: 'character',
    cells: [
      fact('isDestituteSupport', 'YES_NO'),
      fact('isGloryHome', 'YES_NO'),
      fact('isStreetCenter', 'YES_NO'),
      fact('preferences', 'WORDS'),
      fact('liability', 'WORD', 'LICENCES'),
      fact('liabilityUntil', 'UNTIL', 'LICENCES'),
      fact('isLongTermCareDesignated', 'YES_NO'),
    ],
  },
  {
    key: 'residents',
    cells: [
      count('residentsBefore', 'BEFORE'),
      count('admitted', 'MOVE', "word = 'ADMITTED'"),
      count('discharged', 'MOVE', "word = 'DISCHARGE'"),
      count('died', 'MOVE', "word = 'DEATH'"),
      count('residents', 'RESIDENT'),
      count('present', 'RESIDENT', 'word IS NULL'),
      count('onLeave', 'RESIDENT', "word = 'HOME_LEAVE'"),
      count('inHospital', 'RESIDENT', "word = 'HOSPITAL'"),
      count('withAgreement', 'RESIDENT', 'hasAgreement = 1'),
      count('withoutAgreement', 'RESIDENT', 'hasAgreement = 0'),
    ],
  },
  { key: 'kinds', cells: KINDS },
  {
    key: 'staff',
    cells: [
      count('staff', 'STAFF'),
      ...POSTS.map((post) => count(`post${post}`, 'STAFF', `word = '${post}'`)),
      count('certifiedCaregivers', 'STAFF', 'isCaregiver = 1'),
      count('licensedNurses', 'STAFF', 'isNurse = 1'),
      count('certifiedSocialWorkers', 'STAFF', 'isSocialWorker = 1'),
      count('healthCertificates', 'STAFF', 'isHealthy = 1'),
    ],
  },
  {
    key: 'services',
    cells: [
      count('services', 'SERVICE'),
      ...NAMED_SERVICES.map((type) => count(`service${type}`, 'SERVICE', `word = '${type}'`)),
      count('serviceOther', 'SERVICE', `word IN (${quoted(OTHER_SERVICES)})`),
      count('servicesAtHome', 'SERVICE', 'isOutside = 1'),
    ],
  },
  {
    key: 'meals',
    cells: [
      count('meals', 'MEAL'),
      count('breakfasts', 'MEAL', "word = 'BREAKFAST'"),
      count('lunches', 'MEAL', "word = 'LUNCH'"),
      count('dinners', 'MEAL', "word = 'DINNER'"),
    ],
  },
  {
    key: 'community',
    cells: [
      missing('dayCare'),
      count('elderTable', 'MEAL', 'isOutside = 1'),
      missing('recreation'),
      missing('timeBank'),
      count('communityRehabilitation', 'SERVICE', "word = 'REHABILITATION' AND isOutside = 1"),
      missing('communityOther'),
    ],
  },
  {
    key: 'medical',
    cells: [
      fact('internalMedical', 'WORDS'),
      fact('contractedMedical', 'WORDS'),
      fact('contractedMedicalName', 'TEXT'),
      fact('medicalLicence', 'WORD', 'LICENCES'),
      fact('isMedicalDesignated', 'YES_NO'),
    ],
  },
  {
    key: 'charging',
    cells: [
      fact('chargingMode', 'WORD'),
      fact('hasMembership', 'YES_NO'),
      ...FEES.map((key) => fact(key, 'FEE')),
    ],
  },
];

export const CELLS: readonly SheetCell[] = SECTIONS.flatMap(({ cells }) => cells);
export const isCount = (cell: SheetCell): cell is CountCell => 'set' in cell;
export const isFact = (cell: SheetCell): cell is FactCell => 'fact' in cell;
export const COUNT_CELLS: readonly CountCell[] = CELLS.filter(isCount);

/** What a county adds up over its centers and looks at first. */
export const SUMMARY_KEYS = [
  'residents',
  'beds',
  'bedsOccupied',
  'levelFull',
  'levelPartial',
  'destitute',
  'staff',
  'services',
  'meals',
] as const;
