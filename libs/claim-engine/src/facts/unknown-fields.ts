import { nearest } from '../base/nearest.js';
import { isRecord, type JsonSchema } from '../base/shape.js';
import { ledgerShape } from '../ledger/ledger.js';
import { factsShape } from './facts.shape.js';

/** A field that is passed over: the first place where it stands, and how often it stands there. */
export interface UnknownField {
  readonly path: string;
  readonly count: number;
  readonly meant: string | null;
}

const MOST = 20;

interface Found {
  readonly path: string;
  count: number;
  readonly meant: string | null;
}

class Walk {
  readonly found = new Map<string, Found>();

  /** `kind` is the path without places, so that ten thousand stays are told once. */
  visit(value: unknown, schema: JsonSchema, path: string, kind: string): void {
    const { anyOf, properties, additionalProperties, items } = schema;
    if (Array.isArray(anyOf)) {
      (anyOf as JsonSchema[])
        .filter(
          (one) => 'anyOf' in one || one.type === (Array.isArray(value) ? 'array' : typeof value),
        )
        .forEach((one) => {
          this.visit(value, one, path, kind);
        });
    } else if (Array.isArray(value) && isRecord(items)) {
      value.forEach((item, index) => {
        this.visit(item, items, `${path}[${index}]`, `${kind}[]`);
      });
    } else if (isRecord(value)) {
      this.#fields(value, { properties, additionalProperties }, path, kind);
    }
  }

  #fields(
    value: Readonly<Record<string, unknown>>,
    { properties, additionalProperties }: JsonSchema,
    path: string,
    kind: string,
  ): void {
    for (const [name, item] of Object.entries(value)) {
      const known = isRecord(properties) ? properties[name] : additionalProperties;
      if (isRecord(known)) {
        this.visit(item, known, `${path}.${name}`, `${kind}.${name}`);
      } else if (isRecord(properties) && name !== 'note' && name !== '$schema') {
        this.#meet(`${path}.${name}`, `${kind}.${name}`, nearest(name, Object.keys(properties)));
      }
    }
  }

  #meet(path: string, kind: string, meant: string | null): void {
    const known = this.found.get(kind);
    if (known !== undefined) {
      known.count += 1;
    } else if (this.found.size <= MOST) {
      this.found.set(kind, { path, count: 1, meant });
    }
  }
}

/** Fields of facts or of a ledger that nothing reads: by contract ignored, but more often misspelt. */
export function unknownFields(value: unknown, of: 'facts' | 'ledger'): readonly UnknownField[] {
  const walk = new Walk();
  walk.visit(value, (of === 'facts' ? factsShape : ledgerShape).schema(), '$', '$');
  return [...walk.found.values()].slice(0, MOST);
}
