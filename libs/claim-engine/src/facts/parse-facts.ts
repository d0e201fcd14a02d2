import { Problems, RefusedInput } from '../base/problem.js';
import { isRecord } from '../base/shape.js';
import { factsShape } from './facts.shape.js';
import type { Facts, StayFacts } from './facts.types.js';

interface Dates {
  readonly from?: string | null;
  readonly until?: string | null;
}

function checkInterval(item: Dates, path: string, problems: Problems): void {
  const { from, until } = item;
  if (typeof from === 'string' && typeof until === 'string' && until < from) {
    problems.add(`${path}.until`, 'INTERVAL_REVERSED', { from, until });
  }
}

function checkIds(
  items: readonly { readonly id: string }[],
  path: string,
  problems: Problems,
): Set<string> {
  const seen = new Set<string>();
  items.forEach((item, index) => {
    if (seen.has(item.id)) {
      problems.add(`${path}[${index}].id`, 'DUPLICATE_ID', { id: item.id });
    }
    seen.add(item.id);
  });
  return seen;
}

function checkReference(
  id: string | null | undefined,
  known: Set<string>,
  path: string,
  problems: Problems,
): void {
  if (id !== null && id !== undefined && !known.has(id)) {
    problems.add(path, 'DANGLING_ID', { id });
  }
}

/** Two stays that share a day, of one person or of one bed. Empty stays hold no day. */
function checkOverlaps(
  stays: readonly StayFacts[],
  of: (stay: StayFacts) => string | null | undefined,
  code: 'STAYS_OVERLAP_PERSON' | 'STAYS_OVERLAP_BED',
  problems: Problems,
): void {
  const order = stays
    .map((stay, index) => ({ stay, index, key: of(stay) }))
    .filter(({ stay, key }) => key !== null && key !== undefined && stay.until !== stay.from)
    .sort((a, b) =>
      a.key === b.key
        ? a.stay.from < b.stay.from || (a.stay.from === b.stay.from && a.index < b.index)
          ? -1
          : 1
        : (a.key as string) < (b.key as string)
          ? -1
          : 1,
    );
  let last: (typeof order)[number] | null = null;
  for (const entry of order) {
    if (
      last !== null &&
      last.key === entry.key &&
      (last.stay.until ?? '9999-12-31') > entry.stay.from
    ) {
      problems.add(`$.stays[${entry.index}]`, code, {
        stay: entry.stay.id,
        other: last.stay.id,
        from: entry.stay.from,
      });
    }
    if (
      last === null ||
      last.key !== entry.key ||
      (entry.stay.until ?? '9999-12-31') > (last.stay.until ?? '9999-12-31')
    ) {
      last = entry;
    }
  }
}

function checkReferences(facts: Facts, problems: Problems): void {
  const people = checkIds(facts.people, '$.people', problems);
  const stays = checkIds(facts.stays, '$.stays', problems);
  const staff = checkIds(facts.staff, '$.staff', problems);
  const beds = checkIds(facts.beds, '$.beds', problems);
  checkIds(facts.projects, '$.projects', problems);
  for (const list of ['absences', 'assessments', 'services', 'meals', 'decisions'] as const) {
    checkIds(facts[list], `$.${list}`, problems);
  }
  facts.stays.forEach((stay, index) => {
    checkReference(stay.person, people, `$.stays[${index}].person`, problems);
    if (facts.beds.length > 0) {
      checkReference(stay.bed, beds, `$.stays[${index}].bed`, problems);
    }
  });
  facts.absences.forEach((absence, index) => {
    checkReference(absence.stay, stays, `$.absences[${index}].stay`, problems);
  });
  for (const list of ['assessments', 'services', 'meals'] as const) {
    facts[list].forEach((item, index) => {
      checkReference(item.person, people, `$.${list}[${index}].person`, problems);
    });
  }
  facts.services.forEach((service, index) => {
    checkReference(service.staff, staff, `$.services[${index}].staff`, problems);
  });
}

function checkIntervals(facts: Facts, problems: Problems): void {
  for (const list of ['stays', 'absences', 'assessments', 'staff', 'beds'] as const) {
    facts[list].forEach((item, index) => {
      checkInterval(item, `$.${list}[${index}]`, problems);
    });
  }
  facts.people.forEach((person, index) => {
    if (typeof person.diedOn === 'string' && person.diedOn < person.bornOn) {
      problems.add(`$.people[${index}].diedOn`, 'INTERVAL_REVERSED', {
        from: person.bornOn,
        until: person.diedOn,
      });
    }
    person.categories?.forEach((category, at) => {
      checkInterval(category, `$.people[${index}].categories[${at}]`, problems);
    });
  });
  facts.staff.forEach((member, index) => {
    member.certificates?.forEach((certificate, at) => {
      checkInterval(certificate, `$.staff[${index}].certificates[${at}]`, problems);
    });
  });
  facts.center.grades?.forEach((grade, index) => {
    checkInterval(grade, `$.center.grades[${index}]`, problems);
  });
}

/** An array that is not there is empty; everything else is taken as written. */
function withDefaults(value: unknown): Facts {
  const none = {
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
  return { ...none, ...(value as object) } as unknown as Facts;
}

/** Reads `facts/1`. Throws RefusedInput with every problem at once. */
export function parseFacts(value: unknown): Facts {
  const problems = new Problems();
  if (isRecord(value) && value.schema !== 'facts/1') {
    problems.add('$.schema', 'SCHEMA_UNKNOWN', {
      expected: 'facts/1',
      found: String(value.schema ?? 'nothing'),
    });
    throw new RefusedInput(problems.list);
  }
  factsShape.check(value, '$', problems);
  if (!problems.isEmpty) {
    // References are checked even so, where the shape allows, so that one run tells everything.
    tellMore(value, problems);
    throw new RefusedInput(problems.list);
  }
  const facts = withDefaults(value);
  checkReferences(facts, problems);
  checkIntervals(facts, problems);
  checkOverlaps(facts.stays, (stay) => stay.person, 'STAYS_OVERLAP_PERSON', problems);
  checkOverlaps(facts.stays, (stay) => stay.bed, 'STAYS_OVERLAP_BED', problems);
  if (!problems.isEmpty) {
    throw new RefusedInput(problems.list);
  }
  return facts;
}

const LISTS = [
  'people',
  'stays',
  'absences',
  'assessments',
  'services',
  'meals',
  'staff',
  'projects',
  'beds',
  'decisions',
] as const;

/** With a broken item in the file, the sound items can still be checked against each other. */
function tellMore(value: unknown, problems: Problems): void {
  if (!isRecord(value) || !isRecord(value.center)) {
    return;
  }
  const broken = new Set(
    problems.list.map((problem) => /^\$\.\w+(\[\d+\])?/.exec(problem.path)?.[0]),
  );
  if (LISTS.some((list) => broken.has(`$.${list}`)) || broken.has('$.center')) {
    return;
  }
  const facts = withDefaults(value);
  const sound = Object.fromEntries(
    LISTS.map((list) => [
      list,
      facts[list].map((item: unknown, index) =>
        // A place keeper holds the index, so that paths stay true.
        broken.has(`$.${list}[${index}]`) ? { id: `broken ${list} ${index}`, ...idOf(item) } : item,
      ),
    ]),
  ) as unknown as Pick<Facts, (typeof LISTS)[number]>;
  const whole = { ...facts, ...sound };
  checkReferences(whole, problems);
  checkIntervals(whole, problems);
  const stays = whole.stays.map((stay) =>
    typeof stay.from === 'string' ? stay : { ...stay, from: '', until: '' },
  );
  checkOverlaps(stays, (stay) => stay.person, 'STAYS_OVERLAP_PERSON', problems);
  checkOverlaps(stays, (stay) => stay.bed, 'STAYS_OVERLAP_BED', problems);
}

const idOf = (item: unknown): { readonly id?: string } =>
  isRecord(item) && typeof item.id === 'string' ? { id: item.id } : {};
