import { licenceExpiry, licenceStateOn, type DatedLicence, type LicenceKind } from '@yibu/center';
import { dayNumber, firstDay, fromDayNumber, type LocalDate } from '@yibu/kernel';

import { finding, type Check, type CheckContext, type Finding } from './check.types.js';

/** What a house cannot do without, whether or not anybody entered it; a canteen needs its own. */
const NEEDED: readonly LicenceKind[] = ['REGISTRATION', 'FIRE'];

const WORDS: Readonly<Record<LicenceKind, readonly [zh: string, en: string]>> = {
  REGISTRATION: ['法人登记证书', 'registration of the institution'],
  FILING: ['养老机构备案回执', 'filing with the bureau'],
  FIRE: ['消防审验', 'fire inspection'],
  FOOD: ['食品经营许可', 'food licence'],
  MEDICAL: ['医疗机构执业许可或备案', 'medical licence'],
  SPECIAL_EQUIPMENT: ['特种设备检验', 'inspection of lifts and boilers'],
  LIABILITY_INSURANCE: ['责任保险', 'liability insurance'],
};

/** C: papers of the house against the days that are claimed. One finding for each kind of paper. */
export const licenceChecks: Check = (context) => {
  const { licences } = context.house;
  const kinds = [...new Set(licences.map(({ kind }) => kind))].sort();
  return [
    ...kinds.flatMap((kind) => onClaimedDays(context, kind)),
    ...missingKinds(context, kinds).map((kind) => finding('C08', ...about(context, kind))),
  ];
};

type About = readonly [{ readonly entity: string; readonly entityId: string }, Finding['params']];

const about = (context: CheckContext, kind: LicenceKind, more: Finding['params'] = {}): About => [
  { entity: 'licence', entityId: context.bundle.facts.center.id },
  { zh: WORDS[kind][0], en: WORDS[kind][1], ...more },
];

/** Days on which a paper of this kind had run out or was refused; a kind that was never entered is asked about apart. */
function onClaimedDays(context: CheckContext, kind: LicenceKind): Finding[] {
  const { period, today, house, bundle } = context;
  const openedOn = (bundle.facts.center.openedOn ?? null) as LocalDate | null;
  const opens = firstDay(period.firstMonth);
  const from = openedOn !== null && openedOn > opens ? openedOn : opens;
  const days = Array.from(
    { length: Math.max(0, dayNumber(period.endsBefore) - dayNumber(from)) },
    (_, index) => fromDayNumber(dayNumber(from) + index),
  );
  const without = days.filter((day) => {
    const state = licenceStateOn(house.licences, kind, day);
    return state === 'EXPIRED' || state === 'NOT_PASSED';
  });
  const [first] = without;
  if (first !== undefined) {
    return [finding('C06', ...about(context, kind, { days: without.length, firstDay: first }))];
  }
  const until = runsOut(
    house.licences.filter((one) => one.kind === kind),
    today,
  );
  return until === null ? [] : [finding('C07', ...about(context, kind, { until }))];
}

/** The first last day that comes soon, or has come since, without a paper that follows; several lifts go each by itself. */
function runsOut(papers: readonly DatedLicence[], today: LocalDate): LocalDate | null {
  const things = new Map<string, DatedLicence[]>();
  for (const one of papers) {
    const thing = one.kind === 'SPECIAL_EQUIPMENT' ? (one.number ?? '') : '';
    things.set(thing, [...(things.get(thing) ?? []), one]);
  }
  const ends = [...things.values()].flatMap((own) => {
    const [last] = own.toSorted((a, b) =>
      (a.validUntil ?? NEVER) < (b.validUntil ?? NEVER) ? 1 : -1,
    );
    return last !== undefined && last.validUntil !== null && licenceExpiry(last, today) !== 'VALID'
      ? [last.validUntil]
      : [];
  });
  return ends.sort()[0] ?? null;
}

const NEVER = '9999-12-31';

function missingKinds(context: CheckContext, known: readonly LicenceKind[]): LicenceKind[] {
  const cooks = context.bundle.facts.meals.some(
    ({ on }) => on >= firstDay(context.period.firstMonth),
  );
  return [...NEEDED, ...(cooks ? (['FOOD'] as const) : [])].filter((kind) => !known.includes(kind));
}
