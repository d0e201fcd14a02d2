import type { Facts } from '@yibu/claim-engine';

import type { Chance } from '../random-center.js';
import { dayOf, textOf } from './world.js';

type Rows = {
  -readonly [K in keyof Facts]: Facts[K] extends readonly (infer T)[] ? T[] : Facts[K];
};
const START = dayOf('2024-06-01');
const day = (chance: Chance, from = 0, until = 420): string =>
  textOf(START + chance.integer(from, until));

/** Some beds are of another kind from a day in the year on, and a few of none before it. */
function bedType(chance: Chance): NonNullable<Facts['beds'][number]['type']> | null {
  const kind = chance.pick(['NURSING', 'PLAIN', null]);
  if (kind === null || chance.is(0.7)) {
    return kind;
  }
  const changed = day(chance, -60, 300);
  const other = kind === 'PLAIN' ? 'NURSING' : 'PLAIN';
  return [
    ...(chance.is(0.7) ? [{ value: other, from: '2020-01-01', until: changed }] : []),
    { value: kind, from: changed },
  ];
}

/** A center in which every record a pack may ask for can be present, missing or of another day. */
export function randomFacts(chance: Chance): Facts {
  const facts: Rows = {
    schema: 'facts/1',
    county: '140522',
    center: {
      id: 'c1',
      ownership: chance.is(0.3)
        ? [
            { value: 'PUBLIC', from: '2024-01-01', until: '2025-04-01' },
            { value: 'PRIVATE', from: '2025-04-01', until: null },
          ]
        : chance.pick(['PUBLIC', 'PRIVATE', null]),
      forProfit: chance.pick([true, false]),
      registeredBeds: chance.pick([4, 6, 10, null]),
      openedOn: chance.pick(['2023-05-10', '2024-11-30', '2025-01-15', null]),
      filedOn: chance.pick(['2023-06-01', '2025-02-28', null]),
      areaM2: chance.pick([300, 850, null]),
      grades: chance.pick([
        [],
        [{ scheme: 'G', grade: '1', from: '2024-01-01', until: null }],
        [{ scheme: 'G', grade: '2', from: '2025-03-10', until: null }],
        [{ scheme: 'G', grade: '2', from: '2024-03-10', until: null }],
        [{ scheme: 'G', grade: 'X', from: '2024-03-10', until: null }],
      ]),
      attributes: { stars: chance.integer(1, 5), othersFen: chance.integer(0, 9000) },
    },
    people: [],
    stays: [],
    absences: [],
    assessments: [],
    services: [],
    meals: [],
    staff: [],
    projects: [],
    beds: [],
    decisions: [],
  };
  const count = chance.integer(1, 5);
  for (let index = 1; index <= count; index += 1) {
    facts.beds.push({ id: `b${index}`, type: bedType(chance) });
    addPerson(chance, facts, index);
  }
  for (let index = chance.integer(0, 3); index > 0; index -= 1) {
    const from = day(chance, -200, 250);
    facts.staff.push({
      id: `e${index}`,
      from,
      until: chance.is(0.7) ? null : textOf(dayOf(from) + chance.integer(30, 400)),
      certificates: chance.is(0.6)
        ? [{ type: 'CAREGIVER', level: chance.integer(1, 5), from, until: null }]
        : [],
    });
  }
  addProjects(chance, facts);
  return facts;
}

function addProjects(chance: Chance, facts: Rows): void {
  for (let index = chance.integer(0, 3); index > 0; index -= 1) {
    facts.projects.push({
      id: `j${index}`,
      kind: chance.pick(['MEAL_CENTER', 'HOME']),
      areaM2: chance.pick([150, 280, null]),
      communities: chance.pick<number | string[] | null>([2, 6, ['a', 'b', 'c'], null]),
      completedOn: chance.is(0.85) ? day(chance, 0, 400) : null,
      ownInvestmentFen: chance.pick([30000, 500000, null]),
      attributes: chance.is(0.7) ? { seats: chance.integer(1, 50) } : {},
    });
  }
  const owners = [
    ...facts.projects.map(({ id }) => ({ kind: 'project', id })),
    ...facts.people.map(({ id }) => ({ kind: 'person', id })),
    { kind: 'center', id: 'c1' },
  ];
  for (const program of ['a', 'b', 'c']) {
    for (const subject of owners.filter(() => chance.is(0.25))) {
      facts.decisions.push({
        id: `d-${program}-${subject.id}`,
        program,
        subject,
        month: chance.is(0.7) ? null : chance.pick(['2025-01', '2025-03']),
        amountFen: chance.pick([0, 4000, 9000, 70000]),
      });
    }
  }
}

function addPerson(chance: Chance, facts: Rows, index: number): void {
  const id = `p${index}`;
  const category = (code: string): NonNullable<Facts['people'][number]['categories']>[number] => ({
    code,
    from: day(chance, -100, 350),
    until: chance.is(0.6) ? null : day(chance, 351, 420),
  });
  facts.people.push({
    id,
    sex: chance.pick(['M', 'F', null]),
    bornOn: `${chance.integer(1930, 1966)}-0${chance.integer(1, 9)}-${chance.integer(10, 28)}`,
    diedOn: chance.is(0.15) ? day(chance, 200, 420) : null,
    householdCounty: chance.pick(['140522', '140581', '410305', null]),
    categories: ['LOW_INCOME', 'DESTITUTE'].filter(() => chance.is(0.5)).map(category),
    attributes: chance.is(0.7) ? { pension: chance.integer(1, 9) } : {},
  });
  addStays(chance, facts, index);
  addLevels(chance, facts, id);
  addEvents(chance, facts, id);
}

function addStays(chance: Chance, facts: Rows, index: number): void {
  let at = START + chance.integer(0, 300);
  for (let stay = chance.integer(0, 3); stay > 0 && at < START + 400; stay -= 1) {
    const length = chance.integer(1, 200);
    const id = `p${index}-s${stay}`;
    const until = stay === 1 && chance.is(0.5) ? null : textOf(at + length);
    facts.stays.push({ id, person: `p${index}`, bed: `b${index}`, from: textOf(at), until });
    for (let index = length > 3 ? chance.pick([0, 0, 1, 1, 2, 3]) : 0; index > 0; index -= 1) {
      const from = at + chance.integer(0, length - 2);
      const end = Math.min(at + length, from + chance.pick([3, 12, 25, 45]));
      facts.absences.push({
        id: `${id}-x${index}`,
        stay: id,
        kind: chance.pick(['HOSPITAL', 'HOME_LEAVE']),
        from: textOf(from),
        until: textOf(end),
        bedHeld: chance.pick([true, false, null]),
      });
    }
    at += length + (chance.is(0.3) ? 0 : chance.integer(1, 40));
  }
}

function addLevels(chance: Chance, facts: Rows, id: string): void {
  for (let index = chance.integer(0, 3); index > 0; index -= 1) {
    const from = day(chance, -100, 350);
    facts.assessments.push({
      id: `${id}-a${index}`,
      person: id,
      scale: 'GBT42195',
      level: chance.integer(0, 4),
      kind: chance.pick(['OFFICIAL', 'INSTITUTION'] as const),
      from,
      until: chance.is(0.6) ? null : textOf(dayOf(from) + chance.integer(20, 300)),
    });
  }
}

function addEvents(chance: Chance, facts: Rows, id: string): void {
  for (let index = chance.integer(0, 10); index > 0; index -= 1) {
    const on = day(chance, 180, 400);
    facts.services.push({
      id: `${id}-v${index}`,
      person: id,
      type: chance.pick(['CLEANING', 'VISIT']),
      on,
      minutes: chance.pick([30, 45, 60, null]),
      valueFen: chance.pick([1500, 3333, null]),
      staff: null,
    });
    facts.meals.push({
      id: `${id}-m${index}`,
      person: id,
      on: day(chance, 180, 400),
      meal: chance.pick(['BREAKFAST', 'LUNCH', 'DINNER']),
      count: chance.integer(1, 2),
    });
  }
}

/** It was of the other kind, the bed was given away, or it lasted longer. */
function correctAbsence(chance: Chance, facts: Rows): void {
  const absence = facts.absences.at(-1);
  if (absence !== undefined) {
    Object.assign(
      absence,
      chance.pick([
        { kind: absence.kind === 'HOSPITAL' ? 'HOME_LEAVE' : 'HOSPITAL' },
        { bedHeld: absence.bedHeld === false },
        { until: textOf(dayOf(absence.until ?? absence.from) + chance.integer(1, 20)) },
      ]),
    );
  }
}

/** What is learnt late: a death, a stay that ended earlier, a leave, a level, a record taken away. */
export function correctedFacts(chance: Chance, facts: Facts): Facts {
  const next = structuredClone(facts) as Rows;
  const person = chance.pick(next.people);
  const stay = next.stays.length > 0 ? chance.pick(next.stays) : null;
  const changes: readonly (() => void)[] = [
    () => void Object.assign(person, { diedOn: person.diedOn ? null : day(chance, 220, 400) }),
    () => {
      if (stay && stay.until === null && dayOf(stay.from) < START + 400) {
        Object.assign(stay, {
          until: textOf(Math.max(dayOf(stay.from) + 1, START + chance.integer(230, 400))),
        });
        next.absences = next.absences.filter((absence) => absence.stay !== stay.id);
      }
    },
    () => void next.absences.pop(),
    () => correctAbsence(chance, next),
    () => addLevels(chance, next, `${person.id}`),
    () => void next.services.splice(0, 2),
    () => void next.meals.splice(0, 3),
    () => void Object.assign(next.center, { registeredBeds: chance.pick([4, 5, 8]) }),
  ];
  chance.pick(changes)();
  const seen = new Set<string>();
  next.assessments = next.assessments.filter(({ id }) => !seen.has(id) && seen.add(id));
  return next;
}
