import {
  addMonthsToDay,
  dayOf,
  dayOrNever,
  monthEnd,
  monthLength,
  monthStart,
  overlap,
} from '../base/days.js';
import { oneOf, optional, text } from '../base/shape.js';
import { valueOn, type SubjectKind, type World } from '../facts/world.js';
import { none, registeredBeds, whole, windowOf, zhEn } from './measure-window.js';
import { PASS, defineMeasure, type Cell, type MeasureNode } from './node.js';

export const NUMBER_FIELDS = [
  'center.registeredBeds',
  'center.areaM2',
  'project.areaM2',
  'project.communities',
  'project.ownInvestmentFen',
] as const;
type NumberField = (typeof NUMBER_FIELDS)[number];

function numberField(field: NumberField, cell: Cell, world: World): number | null {
  const project = world.facts.projects[cell.subject];
  switch (field) {
    case 'center.registeredBeds':
      return registeredBeds(world, windowOf(cell, world).until - 1);
    case 'center.areaM2':
      return world.facts.center.areaM2 ?? null;
    case 'project.areaM2':
      return project?.areaM2 ?? null;
    case 'project.communities': {
      const communities = project?.communities;
      return typeof communities === 'number' ? communities : (communities?.length ?? null);
    }
    case 'project.ownInvestmentFen':
      return project?.ownInvestmentFen ?? null;
  }
}

const FIELD_WORDS: Readonly<Record<NumberField, { zh: string; en: string }>> = {
  'center.registeredBeds': { zh: '备案床位数', en: 'registered beds' },
  'center.areaM2': { zh: '机构面积（㎡）', en: 'area of the center (m²)' },
  'project.areaM2': { zh: '项目面积（㎡）', en: 'area of the project (m²)' },
  'project.communities': { zh: '辐射社区数', en: 'communities served' },
  'project.ownInvestmentFen': { zh: '自有投资', en: 'own investment' },
};

export const numberOf = defineMeasure<{ field: NumberField }>({
  name: 'number',
  fields: { field: oneOf(NUMBER_FIELDS) },
  compile: ({ field }, context): MeasureNode => ({
    unit: field === 'project.ownInvestmentFen' ? 'fen' : 'number',
    value(cell) {
      const value = numberField(field, cell, context.world);
      // An area may have decimals; a thousandth is finer than any certificate states.
      return value === null
        ? null
        : Number.isInteger(value)
          ? whole(value)
          : { n: Math.round(value * 1000), d: 1000 };
    },
    facts: (cell) =>
      cell.kind === 'project'
        ? [context.world.facts.projects[cell.subject]?.id ?? '']
        : [context.world.facts.center.id],
  }),
  describe: ({ field }, { locale }) => FIELD_WORDS[field][locale],
});

export const attributeValue = defineMeasure<{
  on?: SubjectKind;
  name: string;
  unit?: 'number' | 'fen';
}>({
  name: 'attribute',
  fields: {
    on: optional(oneOf(['person', 'bed', 'center', 'project', 'staff'])),
    name: text,
    unit: optional(oneOf(['number', 'fen'])),
  },
  compile: (spec, context): MeasureNode => ({
    unit: spec.unit ?? 'number',
    value(cell) {
      const kind = spec.on ?? cell.kind;
      const attributes = context.world.attributes(kind, kind === cell.kind ? cell.subject : 0);
      const value = valueOn(attributes[spec.name], windowOf(cell, context.world).until - 1);
      return typeof value === 'number' ? { n: Math.round(value * 1000), d: 1000 } : null;
    },
    facts: none,
  }),
  describe: ({ name, on }, words) => words.attribute(name, on),
});

interface StaffSpec {
  readonly certificate?: string;
}

export const staffCount = defineMeasure<StaffSpec>({
  name: 'staff',
  fields: { certificate: optional(text) },
  compile(spec, context): MeasureNode {
    const gate =
      spec.certificate === undefined
        ? null
        : context.gate({ test: 'certificate', type: spec.certificate });
    return {
      unit: 'number',
      value(cell) {
        const { staff } = context.world.facts;
        const day = windowOf(cell, context.world).until - 1;
        const inner: Cell = { ...cell, kind: 'staff' };
        return whole(
          staff.filter((member, index) => {
            const isHere =
              dayOf(member.from) <= day && (member.until == null || day < dayOf(member.until));
            inner.subject = index;
            inner.stamp = context.nextStamp();
            return isHere && (gate === null || gate.test(inner) === PASS);
          }).length,
        );
      },
      facts: none,
    };
  },
  describe: ({ certificate }, { locale }) =>
    zhEn(
      locale,
      `员工人数${certificate === undefined ? '' : `（持${certificate}）`}`,
      `staff${certificate === undefined ? '' : ` with ${certificate}`}`,
    ),
});

/** Whole months a member of staff was employed inside the unit. */
interface EmployedSpec {
  readonly over?: 'UNIT' | 'EVER';
}

/** Whole calendar months of the unit, or whole months since the first day, as an opening is counted. */
export const monthsEmployed = defineMeasure<EmployedSpec>({
  name: 'monthsEmployed',
  fields: { over: optional(oneOf(['UNIT', 'EVER'])) },
  compile: ({ over }, context): MeasureNode => ({
    unit: 'months',
    value(cell) {
      const member = context.world.facts.staff[cell.subject];
      if (member === undefined) {
        return null;
      }
      const { from, until } = windowOf(cell, context.world);
      const [start, end] = [dayOf(member.from), Math.min(dayOrNever(member.until), until)];
      let months = 0;
      if (over === 'EVER') {
        while (addMonthsToDay(start, months + 1) <= end) {
          months += 1;
        }
        return whole(months);
      }
      for (let month = cell.unit.firstMonth; month <= cell.unit.lastMonth; month += 1) {
        const days = overlap(Math.max(start, from), end, monthStart(month), monthEnd(month));
        months += days === monthLength(month) ? 1 : 0;
      }
      return whole(months);
    },
    facts: none,
  }),
  describe: ({ over }, { locale }) =>
    over === 'EVER'
      ? zhEn(locale, '入职以来整月数', 'whole months since they began here')
      : zhEn(locale, '在职整月数', 'whole months employed'),
});
