import {
  findCenter,
  findProfile,
  licenceFacts,
  licenceStateOn,
  speakingLicence,
  type CenterProfile,
  type DatedLicence,
  type LicenceKind,
} from '@yibu/center';
import type { LocalDate } from '@yibu/kernel';
import type { Db } from '@yibu/platform';

/** Codes and texts as they are kept; null: not recorded. */
export type Facts = Readonly<Record<string, string | null>>;

type Licence = DatedLicence & { readonly remark: string | null };

const yesNo = (value: boolean | null): string | null => (value === null ? null : String(value));
const list = (values: readonly string[] | null): string | null => values?.join(',') ?? null;
const fee = (min: number | null, max: number | null): string | null =>
  min === null || max === null ? null : `${min},${max}`;

/** What is settled about the house; dated papers, contracts and grades as they hold on the last day of the month. */
export async function readFacts(db: Db, centerId: string, last: LocalDate): Promise<Facts> {
  const center = await findCenter(db, last, centerId);
  const profile = await findProfile(db, centerId);
  const licences = await licenceFacts(db, centerId);
  const { contractNumber, operatorName } = await operatorOn(db, centerId, last);
  return {
    centerName: center.name,
    openedOn: center.openedOn,
    county: `${center.countyName} ${center.countyCode}`,
    address: center.address,
    ownership: center.ownership,
    operator: operatorName,
    contract: contractNumber,
    filedOn: center.filedOn,
    grade: await gradesOn(db, centerId, last),
    bedsRegistered: String(center.registeredBeds),
    area: center.areaM2 === null ? null : String(center.areaM2),
    ...ofProfile(profile),
    ...ofLicences(licences, last),
  };
}

function ofProfile(profile: CenterProfile): Facts {
  const { uscc, legalForm, areaCode, areaName, principalName, principalPhone } = profile;
  const { registrar, unitLevel, founder, operatingState, premises, location } = profile;
  return {
    ...{ uscc, legalForm, areaCode, areaName, principalName, principalPhone },
    ...{ registrar, unitLevel, founder, operatingState, premises, location },
    coordinates:
      profile.longitude === null || profile.latitude === null
        ? null
        : `${profile.longitude.toFixed(6)}, ${profile.latitude.toFixed(6)}`,
    landArea: profile.landAreaM2 === null ? null : String(profile.landAreaM2),
    isDestituteSupport: yesNo(profile.isDestituteSupport),
    isGloryHome: yesNo(profile.isGloryHome),
    isStreetCenter: yesNo(profile.isStreetCenter),
    isLongTermCareDesignated: yesNo(profile.isLongTermCareDesignated),
    isMedicalDesignated: yesNo(profile.isMedicalDesignated),
    hasMembership: yesNo(profile.hasMembership),
    preferences: list(profile.preferences),
    internalMedical: list(profile.internalMedical),
    contractedMedical: list(profile.contractedMedical),
    contractedMedicalName: profile.contractedMedicalName,
    chargingMode: profile.chargingMode,
    careFee: fee(profile.careMinFen, profile.careMaxFen),
    bedFee: fee(profile.bedMinFen, profile.bedMaxFen),
    mealFee: fee(profile.mealMinFen, profile.mealMaxFen),
    depositFee: fee(profile.depositMinFen, profile.depositMaxFen),
    otherFee: fee(profile.otherFeeMinFen, profile.otherFeeMaxFen),
  };
}

function ofLicences(licences: readonly Licence[], last: LocalDate): Facts {
  const state = (kind: LicenceKind): string | null => {
    const found = licenceStateOn(licences, kind, last);
    return found === 'NONE' ? null : found;
  };
  /** Of the paper that speaks; an empty text: it says none. */
  const said = (kind: LicenceKind, of: (licence: Licence) => string | null): string | null => {
    const licence = speakingLicence(licences, kind, last);
    return licence === null ? null : (of(licence) ?? '');
  };
  return {
    fire: state('FIRE'),
    fireRemark: said('FIRE', ({ remark }) => remark),
    fireUntil: said('FIRE', ({ validUntil }) => validUntil),
    food: state('FOOD'),
    foodRemark: said('FOOD', ({ remark }) => remark),
    foodUntil: said('FOOD', ({ validUntil }) => validUntil),
    equipment: state('SPECIAL_EQUIPMENT'),
    liability: state('LIABILITY_INSURANCE'),
    liabilityUntil: said('LIABILITY_INSURANCE', ({ validUntil }) => validUntil),
    medicalLicence: state('MEDICAL'),
  };
}

async function operatorOn(
  db: Db,
  centerId: string,
  day: LocalDate,
): Promise<{ readonly operatorName: string | null; readonly contractNumber: string | null }> {
  const row = await db.row<{ operatorName: string; contractNumber: string | null }>(
    `SELECT o.name AS operatorName, oc.number AS contractNumber
     FROM operating_contract oc JOIN organization o ON o.id = oc.organization_id
     WHERE oc.center_id = ? AND oc.center_id IN (?) AND oc.from_on <= ?
       AND (oc.until_on IS NULL OR oc.until_on > ?) LIMIT 1`,
    [centerId, db.centers, day, day],
  );
  return row ?? { operatorName: null, contractNumber: null };
}

async function gradesOn(db: Db, centerId: string, day: LocalDate): Promise<string | null> {
  const rows = await db.rows<{ grade: string; issuer: string | null }>(
    `SELECT grade, issuer FROM center_grade WHERE center_id = ? AND center_id IN (?) AND from_on <= ?
       AND (until_on IS NULL OR until_on > ?) ORDER BY scheme, from_on, id`,
    [centerId, db.centers, day, day],
  );
  const texts = rows.map(({ grade, issuer }) => (issuer === null ? grade : `${grade} (${issuer})`));
  return texts.length === 0 ? null : texts.join(' · ');
}
