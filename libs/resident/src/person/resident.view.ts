import { maskIdNumber } from '@yibu/kernel';

import type { CategoryCode, IdType } from '../resident.codes.js';
import type { ResidentEntity } from './resident.entity.js';
import { Resident, type ResidentListItem, type ResidentTwin } from './resident.graphql.js';
import type { LikelyTwin, ResidentRow } from './resident.queries.js';

/** Of any kind of paper only the last four characters are known without opening it. */
export function maskedNumber(row: {
  readonly idType: IdType;
  readonly idLast4: string | null;
}): string | null {
  if (row.idLast4 === null) {
    return null;
  }
  const length = row.idType === 'CITIZEN' || row.idType === 'RESIDENCE_PERMIT' ? 18 : 9;
  return maskIdNumber(row.idLast4.padStart(length, '*'));
}

export function toResident(row: ResidentEntity): Resident {
  const resident = new Resident();
  return Object.assign(resident, {
    id: row.id,
    centerId: row.centerId,
    name: row.name,
    pinyin: row.pinyin,
    sex: row.sex,
    bornOn: row.bornOn,
    isBirthEstimated: row.isBirthEstimated,
    lunarBirthday: row.lunarBirthday,
    diedOn: row.diedOn,
    deathCertificate: row.deathCertificate,
    idType: row.idType,
    idNumberMasked: maskedNumber(row),
    isFirstGeneration: row.isFirstGeneration,
    idValidUntil: row.idValidUntil,
    noIdReason: row.noIdReason,
    householdCounty: row.householdCounty,
    householdAddress: row.householdAddress,
    nation: row.nation,
    education: row.education,
    marital: row.marital,
    living: row.living ?? [],
    payment: row.payment ?? [],
    income: row.income ?? [],
    note: row.note,
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
    version: row.version,
    phoneCipher: row.phoneCipher,
  });
}

export const toListItem = (row: ResidentRow): ResidentListItem => ({
  id: row.id,
  centerId: row.centerId,
  name: row.name,
  sex: row.sex,
  bornOn: row.bornOn,
  diedOn: row.diedOn,
  idType: row.idType,
  idNumberMasked: maskedNumber(row),
  householdCounty: row.householdCounty,
  categories: (row.categories ?? '').split(',').filter((code) => code !== '') as CategoryCode[],
  residence: row.residence,
  stayId: row.stayId,
  bedName: row.bedName,
  stayFrom: row.stayFrom,
  stayUntil: row.stayUntil,
  scale: row.scale,
  level: row.level,
  levelUntil: row.levelUntil,
});

export const toTwin = (row: LikelyTwin): ResidentTwin => ({
  id: row.id,
  name: row.name,
  sex: row.sex,
  bornOn: row.bornOn,
  diedOn: row.diedOn,
  idNumberMasked: row.idLast4 === null ? null : `*${row.idLast4}`,
  isSameNumber: Number(row.isSameNumber) === 1,
});
