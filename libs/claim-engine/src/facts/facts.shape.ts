import {
  amount,
  array,
  bool,
  date,
  either,
  integer,
  mapOf,
  month,
  nullable,
  object,
  oneOf,
  optional,
  scalar,
  text,
  type Shape,
} from '../base/shape.js';

const maybe = (shape: Shape): { readonly optional: Shape } => optional(nullable(shape));

const dated = (shape: Shape): Shape =>
  either(array(object({ value: shape, from: date, until: maybe(date) })), shape);

const attributes = optional(mapOf(nullable(dated(scalar))));

const center = object({
  id: text,
  ownership: maybe(dated(text)),
  forProfit: maybe(bool),
  registeredBeds: maybe(dated(integer({ min: 0 }))),
  openedOn: maybe(date),
  filedOn: maybe(date),
  areaM2: maybe(amount),
  grades: optional(array(object({ scheme: text, grade: text, from: date, until: maybe(date) }))),
  attributes,
});

const person = object({
  id: text,
  sex: maybe(oneOf(['M', 'F'])),
  bornOn: date,
  diedOn: maybe(date),
  householdCounty: maybe(text),
  categories: optional(array(object({ code: text, from: date, until: maybe(date) }))),
  attributes,
});

const staff = object({
  id: text,
  from: date,
  until: maybe(date),
  certificates: optional(
    array(object({ type: text, level: maybe(integer()), from: date, until: maybe(date) })),
  ),
  attributes,
});

const project = object({
  id: text,
  kind: text,
  areaM2: maybe(amount),
  communities: maybe(either(array(text), integer({ min: 0 }))),
  completedOn: maybe(date),
  ownInvestmentFen: maybe(integer({ min: 0 })),
  papers: maybe(array(text)),
  attributes,
});

const decision = object({
  id: text,
  program: text,
  subject: object({ kind: text, id: text }),
  month: maybe(month),
  amountFen: integer({ min: 0 }),
  on: maybe(date),
  document: maybe(text),
});

export const factsShape: Shape = object({
  schema: oneOf(['facts/1']),
  county: text,
  center,
  people: optional(array(person)),
  stays: optional(
    array(object({ id: text, person: text, bed: maybe(text), from: date, until: maybe(date) })),
  ),
  absences: optional(
    array(
      object({
        id: text,
        stay: text,
        kind: text,
        from: date,
        until: maybe(date),
        bedHeld: maybe(bool),
      }),
    ),
  ),
  assessments: optional(
    array(
      object({
        id: text,
        person: text,
        scale: text,
        level: either(text, integer()),
        kind: oneOf(['OFFICIAL', 'INSTITUTION']),
        from: date,
        until: maybe(date),
      }),
    ),
  ),
  services: optional(
    array(
      object({
        id: text,
        person: text,
        type: text,
        on: date,
        minutes: maybe(integer({ min: 0 })),
        valueFen: maybe(integer({ min: 0 })),
        staff: maybe(text),
      }),
    ),
  ),
  meals: optional(
    array(
      object({
        id: text,
        person: text,
        on: date,
        meal: text,
        count: optional(integer({ min: 0 })),
      }),
    ),
  ),
  staff: optional(array(staff)),
  projects: optional(array(project)),
  beds: optional(
    array(object({ id: text, type: maybe(dated(text)), from: maybe(date), until: maybe(date) })),
  ),
  decisions: optional(array(decision)),
});
