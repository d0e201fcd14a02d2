import { addDays, firstDay, lastDay, type LocalDate, type YearMonth } from '@yibu/kernel';

import { holds, isAged, levelOn, stayOn, type Person } from './sheet-lives.js';

/** The sheet once more, by going from person to person: slow, plain, and without a statement. */
export function countedByHand(people: readonly Person[], month: YearMonth): Record<string, number> {
  const [first, last] = [firstDay(month), lastDay(month)];
  const here = people.filter((person) => stayOn(person, last));
  const has = (person: Person, ...codes: readonly string[]): boolean =>
    person.categories.some((one) => codes.includes(one.code) && !one.isVoided && holds(one, last));
  const inMonth = (day: LocalDate | null): boolean => day !== null && day >= first && day <= last;
  const stays = people.flatMap(({ stays: of }) => of);
  const ended = (kind: string): number =>
    stays.filter(
      ({ status, endKind, until }) => status === 'ENDED' && endKind === kind && inMonth(until),
    ).length;
  const away = (person: Person): string | null => {
    const spell = stayOn(person, last)?.spellId;
    return (
      person.absences.find((one) => one.spellId === spell && !one.isCancelled && holds(one, last))
        ?.kind ?? null
    );
  };
  const of = (test: (person: Person) => boolean): number => here.filter(test).length;
  const level = (...levels: readonly (number | null)[]): number =>
    of((person) => levels.includes(levelOn(person, last)));
  const services = people.flatMap((person) =>
    person.services
      .filter(({ on, isVoided }) => inMonth(on) && !isVoided)
      .map((one) => ({ ...one, isOutside: !stayOn(person, one.on) })),
  );
  const type = (...types: readonly string[]): number =>
    services.filter((one) => types.includes(one.type)).length;
  const meals = people.flatMap((person) =>
    person.meals
      .filter(({ on }) => inMonth(on))
      .map((one) => ({ ...one, isOutside: !stayOn(person, one.on) })),
  );
  const servings = (test: (one: (typeof meals)[number]) => boolean): number =>
    meals.filter(test).reduce((sum, { count }) => sum + count, 0);
  const old = (years: number) => (person: Person) => isAged(person.bornOn, years, last);
  return {
    residentsBefore: people.filter((person) => stayOn(person, addDays(first, -1))).length,
    admitted: stays.filter(
      ({ id, spellId, status, from }) =>
        id === spellId && (status === 'ACTIVE' || status === 'ENDED') && inMonth(from),
    ).length,
    discharged: ended('DISCHARGE'),
    died: ended('DEATH'),
    residents: here.length,
    present: of((person) => away(person) === null),
    onLeave: of((person) => away(person) === 'HOME_LEAVE'),
    inHospital: of((person) => away(person) === 'HOSPITAL'),
    withAgreement: of(({ agreements }) => agreements.some((one) => holds(one, last))),
    withoutAgreement: of(({ agreements }) => !agreements.some((one) => holds(one, last))),
    levelAble: level(0),
    levelPartial: level(1, 2, 3),
    levelLight: level(1),
    levelMedium: level(2),
    levelHeavy: level(3),
    levelFull: level(4),
    levelNone: level(null),
    destitute: of((person) => has(person, 'DESTITUTE')),
    disabled: of((person) => has(person, 'DISABILITY', 'SEVERE_DISABILITY')),
    veteran: of((person) => has(person, 'VETERAN')),
    lowIncome: of((person) => has(person, 'LOW_INCOME')),
    otherKind: of(
      (person) =>
        levelOn(person, last) === null &&
        !has(person, 'DESTITUTE', 'DISABILITY', 'SEVERE_DISABILITY', 'VETERAN'),
    ),
    men: of(({ sex }) => sex === 'M'),
    women: of(({ sex }) => sex === 'F'),
    under60: of((person) => !old(60)(person)),
    aged60: of((person) => old(60)(person) && !old(80)(person)),
    aged80: of((person) => old(80)(person) && !old(90)(person)),
    aged90: of(old(90)),
    services: services.length,
    serviceMEAL_HELP: type('MEAL_HELP'),
    serviceCLEANING: type('CLEANING'),
    serviceREHABILITATION: type('REHABILITATION'),
    serviceVISIT: type('VISIT'),
    serviceOther: type('COMFORT', 'EMERGENCY_HELP'),
    servicesAtHome: services.filter(({ isOutside }) => isOutside).length,
    communityRehabilitation: services.filter(
      (one) => one.isOutside && one.type === 'REHABILITATION',
    ).length,
    meals: servings(() => true),
    breakfasts: servings(({ meal }) => meal === 'BREAKFAST'),
    lunches: servings(({ meal }) => meal === 'LUNCH'),
    dinners: servings(({ meal }) => meal === 'DINNER'),
    elderTable: servings(({ isOutside }) => isOutside),
  };
}
