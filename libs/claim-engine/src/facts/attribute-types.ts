import { isRecord } from '../base/shape.js';

/** An attribute that the pack reads as a number and the facts state as something else. */
export interface MisreadAttribute {
  readonly path: string;
  readonly name: string;
  readonly count: number;
}

const LISTS = ['people', 'staff', 'beds', 'projects'] as const;

const isNumberAsked = (part: Readonly<Record<string, unknown>>): boolean =>
  part.of === 'attribute' ||
  (part.test === 'attribute' && (part.atLeast !== undefined || part.atMost !== undefined));

/** Names of the attributes that a measure or a limit of the pack asks as numbers. */
function namesAsked(part: unknown, found: Set<string>): Set<string> {
  if (Array.isArray(part)) {
    part.forEach((item) => namesAsked(item, found));
  } else if (isRecord(part)) {
    if (isNumberAsked(part) && typeof part.name === 'string') {
      found.add(part.name);
    }
    Object.values(part).forEach((item) => namesAsked(item, found));
  }
  return found;
}

const valuesOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value.map((one: unknown) => (isRecord(one) ? one.value : one)) : [value];

/** "100" is no 100: it would count as not recorded, and nothing would be deducted. */
export function misreadAttributes(pack: object, facts: unknown): readonly MisreadAttribute[] {
  const names = namesAsked(pack, new Set());
  const found = new Map<string, { path: string; name: string; count: number }>();
  const look = (part: unknown, path: string, list: string): void => {
    const attributes = isRecord(part) && isRecord(part.attributes) ? part.attributes : {};
    for (const [name, value] of Object.entries(attributes)) {
      if (names.has(name) && valuesOf(value).some((one) => typeof one === 'string')) {
        const known = found.get(`${list} ${name}`) ?? {
          path: `${path}.attributes.${name}`,
          name,
          count: 0,
        };
        found.set(`${list} ${name}`, { ...known, count: known.count + 1 });
      }
    }
  };
  if (isRecord(facts)) {
    look(facts.center, '$.center', 'center');
    for (const list of LISTS) {
      const items = facts[list];
      (Array.isArray(items) ? (items as unknown[]) : []).forEach((item, index) => {
        look(item, `$.${list}[${index}]`, list);
      });
    }
  }
  return [...found.values()];
}
