import { dayNumber, firstDay, fromDayNumber, type LocalDate } from '@yibu/kernel';

import {
  aboutResident,
  claimedPeople,
  finding,
  payableLines,
  type Check,
  type CheckContext,
  type Finding,
} from './check.types.js';

/** D, P, R, C and T of the house as a whole: more people than beds, nobody employed, records made up afterwards. */
export const houseChecks: Check = (context) => [
  ...overfull(context),
  ...unusedBeds(context),
  ...nobodyEmployed(context),
  ...staffAsResidents(context),
  ...enteredLate(context),
  ...otherAmount(context),
];

export const daysOf = ({ period }: CheckContext): LocalDate[] => {
  const from = dayNumber(firstDay(period.firstMonth));
  return Array.from({ length: dayNumber(period.endsBefore) - from }, (_, index) =>
    fromDayNumber(from + index),
  );
};

interface Spanned {
  readonly fromOn: LocalDate;
  readonly untilOn: LocalDate | null;
}

export const isOn = ({ fromOn, untilOn }: Spanned, day: LocalDate): boolean =>
  fromOn <= day && (untilOn === null || day < untilOn);

const centerOf = (context: CheckContext): { entity: string; entityId: string } => ({
  entity: 'center',
  entityId: context.bundle.facts.center.id,
});

/** Days on which something is so, with the first of them. */
function onDays(
  context: CheckContext,
  isSo: (day: LocalDate) => boolean,
): { days: number; firstDay: LocalDate } | null {
  const found = daysOf(context).filter(isSo);
  const [first] = found;
  return first === undefined ? null : { days: found.length, firstDay: first };
}

function registeredBeds(context: CheckContext): number | null {
  const beds = context.bundle.facts.center.registeredBeds ?? null;
  return typeof beds === 'number' ? beds : null;
}

/** More people than the beds on file with the bureau; a bed is free again on the day somebody leaves it. */
function overfull(context: CheckContext): Finding[] {
  const beds = registeredBeds(context);
  if (beds === null) {
    return [];
  }
  const { stays } = context.bundle;
  const living = (day: LocalDate): number =>
    new Set(stays.filter((stay) => isOn(stay, day)).map(({ residentId }) => residentId)).size;
  const hit = onDays(context, (day) => living(day) > beds);
  return hit === null
    ? []
    : [finding('D07', centerOf(context), { ...hit, beds, people: living(hit.firstDay) })];
}

/** Beds on file that the house does not have, or no longer uses. */
function unusedBeds(context: CheckContext): Finding[] {
  const filed = registeredBeds(context);
  const { beds, limits } = context.house;
  const isFar =
    filed !== null && beds > 0 && (filed - beds) * 100 > filed * limits.unusedBedsPercent;
  return isFar ? [finding('D08', centerOf(context), { filed, beds })] : [];
}

/** People live here and are claimed, on days for which nobody is on the staff list. */
function nobodyEmployed(context: CheckContext): Finding[] {
  const { stays } = context.bundle;
  const hit = onDays(
    context,
    (day) =>
      stays.some((stay) => isOn(stay, day)) && !context.house.staff.some((one) => isOn(one, day)),
  );
  return hit !== null && claimedPeople(context).size > 0
    ? [finding('C05', { entity: 'staffList', entityId: context.bundle.facts.center.id }, hit)]
    : [];
}

/** Whoever is paid for living here and is on the staff list by the same name, sex and day of birth. */
function staffAsResidents(context: CheckContext): Finding[] {
  const { bundle, house, period } = context;
  const opens = firstDay(period.firstMonth);
  const employed = new Map(
    house.staff
      .filter(
        ({ bornOn, fromOn, untilOn }) =>
          bornOn !== null && fromOn < period.endsBefore && (untilOn === null || untilOn > opens),
      )
      .map((one) => [`${one.name}|${one.sex}|${String(one.bornOn)}`, one.id]),
  );
  return [...claimedPeople(context)].flatMap((id) => {
    const person = bundle.people.get(id);
    const staff = person && employed.get(`${person.name}|${person.sex}|${person.bornOn}`);
    return staff === undefined ? [] : [finding('R08', aboutResident(id), { staff })];
  });
}

const FEW_RECORDS = 10;

/** Records that were entered long after their day, when that is many of them. */
function enteredLate(context: CheckContext): Finding[] {
  const { entered, enteredLate: late, limits } = context.house;
  return late >= FEW_RECORDS && late * 100 > entered * limits.latePercent
    ? [finding('T03', {}, { late, entered, limit: limits.lateDays })]
    : [];
}

/** So much of a difference that a bureau draws a claim for it: at least this many fen. */
const SMALL_CHANGE_FEN = 100_000;

function otherAmount(context: CheckContext): Finding[] {
  const { monthBefore, limits } = context.house;
  if (monthBefore === null || context.period.firstMonth !== context.period.lastMonth) {
    return [];
  }
  const nowFen = payableLines(context)
    .filter(({ kind, subject }) => kind === 'NORMAL' && subject.kind === 'person')
    .reduce((sum, { amountFen }) => sum + amountFen, 0);
  const beforeFen = Number(monthBefore.amountFen);
  const changeFen = Math.abs(nowFen - beforeFen);
  const isLarge =
    changeFen >= SMALL_CHANGE_FEN && changeFen * 100 > beforeFen * limits.changePercent;
  return isLarge ? [finding('P02', {}, { month: monthBefore.month, beforeFen, nowFen })] : [];
}
