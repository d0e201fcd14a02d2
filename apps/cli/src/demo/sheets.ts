import { LicenceService, ProfileService, type LicenceKind } from '@yibu/center';
import { SheetService } from '@yibu/institution';
import {
  addDays,
  addMonths,
  addMonthsToMonth,
  fen,
  monthOf,
  type LocalDate,
  type YearMonth,
} from '@yibu/kernel';

import type { DemoCenters } from './places.js';
import type { Teller } from './teller.js';

type Center = keyof DemoCenters;

const YEAR = 12;
const HOUSES = ['fengcheng', 'runhe', 'yunling'] as const satisfies readonly Center[];

/** What is settled about the houses, and the licences they opened with. */
export async function settleHouses(teller: Teller, openedOn: LocalDate): Promise<void> {
  for (const center of HOUSES) {
    await recordProfile(teller, center);
    await recordLicences(teller, center, openedOn);
  }
}

/** The sheets of the month before, on the fifth; one center has not filed the last one yet. */
export async function fileLastMonth(
  teller: Teller,
  on: LocalDate,
  span: { readonly from: LocalDate; readonly until: LocalDate },
): Promise<void> {
  const month = addMonthsToMonth(monthOf(on), -1);
  if (month < monthOf(span.from)) {
    return;
  }
  if (monthOf(on) === addMonthsToMonth(monthOf(span.from), YEAR)) {
    await renewLicences(teller, span.from);
  }
  const isLast = monthOf(on) === monthOf(span.until);
  for (const center of HOUSES.filter((house) => !isLast || house !== 'runhe')) {
    await file(teller, center, month);
  }
}

/** After a year two houses renewed what ran out; the third forgot its insurance. */
async function renewLicences(teller: Teller, openedOn: LocalDate): Promise<void> {
  for (const center of HOUSES) {
    const yearly = PAPERS.filter(
      ({ kind, months }) =>
        months === YEAR && !(center === 'runhe' && kind === 'LIABILITY_INSURANCE'),
    );
    for (const paper of yearly) {
      await record(teller, center, { ...paper, from: addMonths(openedOn, YEAR) });
    }
  }
}

async function recordProfile(teller: Teller, center: Center): Promise<void> {
  const isTown = center === 'fengcheng';
  const nothing = { uscc: null, contractedMedicalName: null };
  await teller.app.get(ProfileService).save(await teller.as('manager', center), {
    ...nothing,
    centerId: teller.centerId(center),
    version: 0,
    legalForm: 'PRIVATE_NON_ENTERPRISE',
    registrar: '县民政局',
    unitLevel: 'FIRST',
    founder: 'GOVERNMENT',
    operatingState: 'OPERATING',
    principalName: '演示负责人',
    principalPhone: '10000000000',
    areaCode: isTown ? '990501001001' : null,
    areaName: isTown ? '凤栖街道 凤栖社区' : null,
    location: isTown ? 'URBAN' : 'RURAL',
    longitude: null,
    latitude: null,
    landAreaM2: isTown ? 2400 : null,
    premises: 'GOVERNMENT_PROVIDED',
    isDestituteSupport: false,
    isGloryHome: false,
    isStreetCenter: isTown,
    isLongTermCareDesignated: false,
    isMedicalDesignated: false,
    internalMedical: [isTown ? 'CLINIC' : 'NONE'],
    contractedMedical: ['TOWNSHIP_HEALTH_CENTER'],
    preferences: ['OPERATING_SUBSIDY', 'UTILITIES'],
    chargingMode: 'MONTHLY',
    hasMembership: false,
    careMinFen: fen(30_000),
    careMaxFen: fen(180_000),
    bedMinFen: fen(60_000),
    bedMaxFen: fen(120_000),
    mealMinFen: fen(60_000),
    mealMaxFen: fen(60_000),
    depositMinFen: null,
    depositMaxFen: null,
    otherFeeMinFen: null,
    otherFeeMaxFen: null,
  });
}

interface Paper {
  readonly kind: LicenceKind;
  readonly issuer: string;
  /** How long it holds; null: no end is printed. */
  readonly months: number | null;
}

const PAPERS: readonly Paper[] = [
  { kind: 'REGISTRATION', issuer: '县民政局', months: 48 },
  { kind: 'FILING', issuer: '县民政局', months: null },
  { kind: 'FIRE', issuer: '县消防救援大队', months: null },
  { kind: 'FOOD', issuer: '县市场监督管理局', months: 60 },
  { kind: 'SPECIAL_EQUIPMENT', issuer: '市特种设备检验所', months: YEAR },
  { kind: 'LIABILITY_INSURANCE', issuer: '演示财产保险公司', months: YEAR },
];

async function recordLicences(teller: Teller, center: Center, from: LocalDate): Promise<void> {
  for (const paper of PAPERS) {
    await record(teller, center, { ...paper, from });
  }
}

async function record(
  teller: Teller,
  center: Center,
  { kind, issuer, months, from }: Paper & { readonly from: LocalDate },
): Promise<void> {
  const number = `${NUMBERS[kind]}-${center === 'fengcheng' ? '01' : center === 'runhe' ? '02' : '03'}`;
  await teller.app.get(LicenceService).add(await teller.as('manager', center), {
    centerId: teller.centerId(center),
    ...{ kind, issuer, number },
    passed: true,
    remark: kind === 'FIRE' ? '消防验收合格' : null,
    validFrom: from,
    validUntil: months === null ? null : addDays(addMonths(from, months), -1),
  });
}

const NUMBERS: Readonly<Record<LicenceKind, string>> = {
  REGISTRATION: '演示民证',
  FILING: '演示备案',
  FIRE: '演示消验',
  FOOD: '演示食许',
  MEDICAL: '演示医备',
  SPECIAL_EQUIPMENT: '演示电梯',
  LIABILITY_INSURANCE: '演示保单',
};

async function file(teller: Teller, center: Center, month: YearMonth): Promise<void> {
  const sheets = teller.app.get(SheetService);
  const at = { centerId: teller.centerId(center), month };
  const seen = await sheets.sheet(await teller.as('manager', center), { ...at, version: null });
  const filed = { ...at, basedOn: 0, seen: seen.liveDigest };
  await sheets.file(await teller.as('manager', center), filed);
}
