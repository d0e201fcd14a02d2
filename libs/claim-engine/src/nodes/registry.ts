import { isRecord, oneOf, optional, typeName, type Shape } from '../base/shape.js';
import { definitions, part, sw } from '../pack/switchable.js';
import { sourceShape } from '../pack/source.shape.js';
import { compareGate } from './gate-compare.js';
import { attributeGate, certificateGate, isGate } from './gate-fields.js';
import { gradeGate, gradePartGate } from './gate-grade.js';
import { allGate, anyGate, notGate } from './gate-logic.js';
import { ageGate } from './gate-age.js';
import { categoryGate, classGate, householdGate } from './gate-person.js';
import { stayDaysNearGate } from './gate-stay-days-near.js';
import { stayInYearGate } from './gate-stay-in-year.js';
import { meals, operatingDays, services } from './measure-events.js';
import { attributeValue, monthsEmployed, numberOf, staffCount } from './measure-fields.js';
import { residentDays } from './measure-days.js';
import { monthsOpen, occupancy, residents, share } from './measures.js';
import type { GateKind, MeasureKind } from './node.js';

/** The closed set of gates. A new kind of rule is a new file here; a new rule is no code. */
export const GATES: readonly GateKind<never>[] = [
  allGate,
  anyGate,
  notGate,
  ageGate,
  categoryGate,
  classGate,
  householdGate,
  stayInYearGate,
  stayDaysNearGate,
  isGate,
  attributeGate,
  gradeGate,
  gradePartGate,
  certificateGate,
  compareGate,
];

export const MEASURES: readonly MeasureKind<never>[] = [
  residentDays,
  monthsOpen,
  occupancy,
  residents,
  share,
  numberOf,
  attributeValue,
  staffCount,
  monthsEmployed,
  meals,
  services,
  operatingDays,
];

interface Kind {
  readonly name: string;
  readonly fields: Readonly<Record<string, Shape | { readonly optional: Shape }>>;
}

/** One of several objects, told apart by one field: problems are those of the kind that was meant. */
export function choice(field: string, kinds: readonly Kind[], more: Kind['fields'] = {}): Shape {
  const shapes = new Map(
    kinds.map((kind) => [
      kind.name,
      part({ [field]: oneOf([kind.name]), ...kind.fields, ...more }),
    ]),
  );
  return {
    check(value, path, problems) {
      if (!isRecord(value)) {
        problems.add(path, 'WRONG_TYPE', { expected: 'object', found: typeName(value) });
        return;
      }
      const name = value[field];
      const shape = typeof name === 'string' ? shapes.get(name) : undefined;
      if (shape === undefined) {
        problems.add(`${path}.${field}`, name === undefined ? 'MISSING' : 'NOT_ALLOWED', {
          value: String(name),
          allowed: [...shapes.keys()],
        });
        return;
      }
      shape.check(value, path, problems);
    },
    schema: () => ({ oneOf: [...shapes.values()].map((shape) => shape.schema()) }),
  };
}

export const gateShape: Shape = choice('test', GATES, { source: optional(sourceShape) });
export const measureShape: Shape = choice('of', MEASURES);
definitions.gate = (): Shape => sw(gateShape);
definitions.measure = (): Shape => sw(measureShape);

export const gateKind = (name: string): GateKind<never> | undefined =>
  GATES.find((kind) => kind.name === name);
export const measureKind = (name: string): MeasureKind<never> | undefined =>
  MEASURES.find((kind) => kind.name === name);
