import type { LocalDate } from '@yibu/kernel';
import type { StaffFacts } from '@yibu/claim-engine';

import {
  aboutResident,
  finding,
  isClaimedMonth,
  type Check,
  type CheckCode,
  type CheckContext,
  type Finding,
} from './check.types.js';

interface Event {
  readonly id: string;
  readonly person: string;
  readonly on: string;
}

/** X: nobody is fed or served while away or after death without being asked about. Further kinds of record join here. */
export const crossChecks: Check = (context) => [
  ...whileAway(context, 'X01', 'meal', context.bundle.facts.meals),
  ...whileAway(context, 'X02', 'service', context.bundle.facts.services),
  ...afterDeath(context, 'meal', context.bundle.facts.meals),
  ...afterDeath(context, 'service', context.bundle.facts.services),
];

function whileAway(
  context: CheckContext,
  code: CheckCode,
  entity: string,
  events: readonly Event[],
): Finding[] {
  const isClaimed = isClaimedMonth(context);
  const away = byPerson(context.bundle.absences, ({ residentId }) => residentId);
  const hits = events.filter(
    (event) =>
      isClaimed(event.person, event.on) &&
      // On the day somebody leaves or returns a meal at home is nothing strange.
      (away.get(event.person) ?? []).some(
        ({ fromOn, untilOn }) => fromOn < event.on && (untilOn === null || event.on < untilOn),
      ),
  );
  return onePerPerson(hits, code, entity);
}

function afterDeath(context: CheckContext, entity: string, events: readonly Event[]): Finding[] {
  const hits = events.filter((event) => {
    const diedOn = context.bundle.people.get(event.person)?.diedOn ?? null;
    return diedOn !== null && event.on > diedOn;
  });
  return onePerPerson(hits, 'X03', entity);
}

function onePerPerson(events: readonly Event[], code: CheckCode, entity: string): Finding[] {
  return [...byPerson(events, ({ person }) => person)].map(([person, hits]) =>
    finding(
      code,
      { ...aboutResident(person), entity, entityId: hits[0]?.id ?? null },
      { kind: entity, count: hits.length, firstDay: hits[0]?.on ?? null },
    ),
  );
}

function byPerson<T>(rows: readonly T[], personOf: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(personOf(row));
    if (group) {
      group.push(row);
    } else {
      groups.set(personOf(row), [row]);
    }
  }
  return groups;
}

/** C: who gave the service, and were they allowed to? */
export const certificateChecks: Check = (context) => {
  const isClaimed = isClaimedMonth(context);
  const staff = new Map(context.bundle.facts.staff.map((member) => [member.id, member]));
  const services = context.bundle.facts.services.filter(({ person, on }) => isClaimed(person, on));
  const nobody = services.filter((service) => (service.staff ?? null) === null);
  const named = services.filter((service) => (service.staff ?? null) !== null);
  const strangers = named.filter(
    (service) => !worksOn(staff.get(service.staff ?? ''), service.on as LocalDate),
  );
  const uncertified = named.filter(
    (service) =>
      !strangers.includes(service) &&
      !isCertified(staff.get(service.staff ?? ''), service.on as LocalDate),
  );
  return [
    ...byStaff(strangers, 'C02'),
    ...byStaff(uncertified, 'C01'),
    ...onePerPerson(nobody, 'C04', 'service'),
  ];
};

const worksOn = (member: StaffFacts | undefined, day: LocalDate): boolean =>
  member !== undefined &&
  member.from <= day &&
  ((member.until ?? null) === null || day < String(member.until));

const isCertified = (member: StaffFacts | undefined, day: LocalDate): boolean =>
  (member?.certificates ?? []).some(
    ({ from, until }) => from <= day && ((until ?? null) === null || day < String(until)),
  );

function byStaff(
  services: readonly (Event & { readonly staff?: string | null })[],
  code: CheckCode,
): Finding[] {
  return [...byPerson(services, ({ staff }) => staff ?? '')].map(([staffId, hits]) =>
    finding(
      code,
      { entity: 'staff', entityId: staffId },
      { count: hits.length, firstDay: hits.map(({ on }) => on).sort()[0] ?? null },
    ),
  );
}
