import fc from 'fast-check';
import { parseFacts, type Facts } from '../index.js';

const day = (offset: number): string =>
  new Date(Date.UTC(2024, 9, 1) + offset * 86_400_000).toISOString().slice(0, 10);

export interface Life {
  readonly born: number;
  readonly died: number | null;
  readonly stays: readonly {
    readonly gap: number;
    readonly days: number;
    readonly isOpen: boolean;
  }[];
  readonly away: readonly { readonly at: number; readonly days: number }[];
  readonly levels: readonly {
    readonly from: number;
    readonly days: number | null;
    readonly level: number;
    readonly isOfficial: boolean;
  }[];
  readonly services: readonly { readonly on: number; readonly fen: number }[];
  readonly categories: readonly string[];
}

/** A person's year and a bit: stays, absences, levels, services, perhaps a death. */
export const life: fc.Arbitrary<Life> = fc.record({
  born: fc.integer({ min: 1935, max: 1968 }),
  died: fc.option(fc.integer({ min: 60, max: 450 }), { freq: 8 }),
  stays: fc.array(
    fc.record({
      gap: fc.integer({ min: 0, max: 90 }),
      days: fc.integer({ min: 1, max: 200 }),
      isOpen: fc.boolean(),
    }),
    { maxLength: 3 },
  ),
  away: fc.array(
    fc.record({ at: fc.integer({ min: 0, max: 180 }), days: fc.integer({ min: 1, max: 30 }) }),
    { maxLength: 3 },
  ),
  levels: fc.array(
    fc.record({
      from: fc.integer({ min: 0, max: 300 }),
      days: fc.option(fc.integer({ min: 20, max: 400 })),
      level: fc.integer({ min: 0, max: 4 }),
      isOfficial: fc.boolean(),
    }),
    { maxLength: 4 },
  ),
  services: fc.array(
    fc.record({ on: fc.integer({ min: 92, max: 450 }), fen: fc.integer({ min: 100, max: 4000 }) }),
    { maxLength: 4 },
  ),
  categories: fc.subarray(['LOW_INCOME', 'LIVING_ALONE', 'DESTITUTE']),
});

interface Records {
  readonly assessments: unknown[];
  readonly services: unknown[];
}

function addRecords(facts: Records, one: Life, index: number): void {
  const person = `p${index}`;
  one.levels.forEach((level, at) => {
    facts.assessments.push({
      id: `a${index}-${at}`,
      person,
      scale: 'GBT42195',
      level: level.level,
      kind: level.isOfficial ? 'OFFICIAL' : 'INSTITUTION',
      from: day(level.from),
      until: level.days === null ? null : day(level.from + level.days),
    });
  });
  one.services.forEach((service, at) => {
    facts.services.push({
      id: `v${index}-${at}`,
      person,
      type: 'CLEANING',
      on: day(service.on),
      minutes: 60,
      valueFen: service.fen,
    });
  });
}

export function factsOf(lives: readonly Life[]): Facts {
  const facts = {
    schema: 'facts/1',
    county: '140522',
    center: { id: 'c1' },
    people: [] as unknown[],
    stays: [] as unknown[],
    absences: [] as unknown[],
    assessments: [] as unknown[],
    services: [] as unknown[],
  };
  lives.forEach((one, index) => {
    const person = `p${index}`;
    facts.people.push({
      id: person,
      bornOn: `${one.born}-02-28`,
      diedOn: one.died === null ? null : day(one.died),
      categories: one.categories.map((code) => ({ code, from: day(0), until: null })),
    });
    let from = 0;
    one.stays.forEach((stay, place) => {
      from += stay.gap;
      const isLast = place === one.stays.length - 1;
      const id = `s${index}-${place}`;
      facts.stays.push({
        id,
        person,
        bed: null,
        from: day(from),
        until: isLast && stay.isOpen ? null : day(from + stay.days),
      });
      if (place === 0) {
        one.away.forEach((away, at) => {
          const start = Math.min(away.at, stay.days - 1);
          facts.absences.push({
            id: `x${index}-${at}`,
            stay: id,
            kind: 'HOSPITAL',
            from: day(from + start),
            until: day(from + start + away.days),
          });
        });
      }
      from += stay.days;
    });
    addRecords(facts, one, index);
  });
  return parseFacts(facts);
}
