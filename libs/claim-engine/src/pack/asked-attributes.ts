import { isRecord } from '../base/shape.js';
import type { Scalar } from '../facts/facts.types.js';
import type { SubjectKind } from '../facts/world.js';
import { word } from '../explain/vocabulary.js';
import { declarationOf, ownerOf } from './declared-attributes.js';
import { sayWords } from './describe-terms.js';
import type { AttributeKind, AttributeOwner, Pack, Source } from './pack.types.js';

type Pair = { readonly zh: string; readonly en: string };

/** Which program asks, and where its document says so. */
export interface AttributeAsker {
  readonly program: string;
  readonly title: Pair;
  readonly source: Source;
  readonly document: Pair;
}

/** Something to be recorded of a center, a person, a member of staff or a project, because a pack asks it. */
export interface AskedAttribute {
  readonly of: AttributeOwner;
  readonly name: string;
  readonly kind: AttributeKind;
  readonly label: Pair;
  readonly unit: Pair | null;
  /** The values that a rule names; one may record another. */
  readonly options: readonly { readonly value: string; readonly label: Pair }[];
  readonly asks: readonly AttributeAsker[];
}

/** One place of a pack that asks. */
export interface AttributeUse {
  readonly of: AttributeOwner;
  readonly name: string;
  readonly kind: AttributeKind;
  readonly values: readonly Scalar[];
  readonly program: number;
  readonly source: Source;
  readonly path: string;
}

/** Questions inside these are asked of others than the program's own subject. */
const INNER: Readonly<Record<string, SubjectKind>> = {
  residents: 'person',
  shareOfResidents: 'person',
  residentDays: 'person',
  meals: 'person',
  services: 'person',
};

/** The kind of a value, by how it is tested. */
function kindOf(part: Readonly<Record<string, unknown>>, name: string): AttributeKind {
  const [first] = Array.isArray(part.in) ? (part.in as Scalar[]) : [];
  if (part.unit === 'fen' || name.endsWith('Fen')) {
    return 'MONEY';
  }
  if (typeof first === 'boolean') {
    return 'YES_NO';
  }
  return typeof first === 'string' ? 'CHOICE' : 'NUMBER';
}

const isSource = (value: unknown): value is Source =>
  isRecord(value) && typeof value.document === 'string' && typeof value.clause === 'string';

type Place = Omit<AttributeUse, 'name' | 'kind' | 'values'>;

/** Every place that asks an attribute, in the order of the pack, under whatever option of a question. */
export function attributeUses(pack: Pack): AttributeUse[] {
  const found: AttributeUse[] = [];
  const visit = (part: unknown, at: Place): void => {
    if (Array.isArray(part)) {
      part.forEach((item, index) => {
        visit(item, { ...at, path: `${at.path}[${index}]` });
      });
    } else if (isRecord(part)) {
      const source = isSource(part.source) ? part.source : at.source;
      const isGate = part.test === 'attribute';
      const owner = isGate ? part.of : part.on;
      if ((isGate || part.of === 'attribute') && typeof part.name === 'string') {
        const of = ownerOf(typeof owner === 'string' ? (owner as SubjectKind) : at.of);
        const values = Array.isArray(part.in) ? (part.in as Scalar[]) : [];
        const { name } = part;
        found.push({ ...at, source, of, name, kind: kindOf(part, name), values });
      }
      const inner = INNER[String(part.of)];
      for (const [key, item] of Object.entries(part)) {
        visit(item, {
          ...at,
          of: inner === undefined ? at.of : ownerOf(inner),
          source,
          path: `${at.path}.${key}`,
        });
      }
    }
  };
  pack.programs.forEach((program, index) => {
    const { subject, source } = program;
    const path = `$.programs[${index}]`;
    visit(program, { of: ownerOf(subject), program: index, source, path });
  });
  return found;
}

const RANK: readonly AttributeKind[] = ['MONEY', 'NUMBER', 'CHOICE', 'TEXT', 'YES_NO'];

/** Tested in several ways, it is what the most demanding of them reads. */
export const kindOfUses = (uses: readonly AttributeUse[]): AttributeKind =>
  RANK.find((kind) => uses.some((use) => use.kind === kind)) ?? 'TEXT';

const pair = (say: (locale: 'zh' | 'en') => string): Pair => ({ zh: say('zh'), en: say('en') });

/** What the pack asks of whom, each once: what has to be recorded before its rules can be computed. */
export function askedAttributes(pack: Pack): AskedAttribute[] {
  const groups = new Map<string, AttributeUse[]>();
  for (const use of attributeUses(pack)) {
    const key = `${use.of} ${use.name}`;
    groups.set(key, [...(groups.get(key) ?? []), use]);
  }
  return [...groups.values()].map((uses) => askedOf(pack, uses));
}

function askedOf(pack: Pack, uses: readonly AttributeUse[]): AskedAttribute {
  const [{ of, name }] = uses as [AttributeUse];
  const declared = declarationOf(pack, of, name);
  const kind = declared?.kind ?? kindOfUses(uses);
  const values = [
    ...new Set([
      ...Object.keys(declared?.options ?? {}),
      ...uses.flatMap((use) => use.values.map(String)),
    ]),
  ];
  const unit = declared?.unit;
  return {
    of,
    name,
    kind,
    label: pair((locale) => sayWords(declared?.label, locale) || word(name, locale)),
    unit: unit === undefined ? null : pair((locale) => sayWords(unit, locale)),
    options:
      kind === 'CHOICE'
        ? values.map((value) => ({
            value,
            label: pair(
              (locale) => sayWords(declared?.options?.[value], locale) || word(value, locale),
            ),
          }))
        : [],
    asks: askers(pack, uses, declared?.source),
  };
}

/** Each program once; the clause of the declaration, where it has one, stands for all. */
function askers(
  pack: Pack,
  uses: readonly AttributeUse[],
  declared: Source | undefined,
): AttributeAsker[] {
  const first = new Map(uses.toReversed().map((use) => [use.program, use]));
  return [...first.values()]
    .sort((a, b) => a.program - b.program)
    .flatMap((use) => {
      const program = pack.programs[use.program];
      const source = declared ?? use.source;
      const document = pack.documents.find(({ id }) => id === source.document);
      return program === undefined
        ? []
        : [
            {
              program: program.id,
              title: pair((locale) => sayWords(program.title, locale)),
              source,
              document: pair((locale) => sayWords(document?.title, locale) || source.document),
            },
          ];
    });
}

/** Whether a rule counts an absence only while the bed is kept: only then it is a fact whether it was. */
export const asksWhetherBedHeld = ({ programs, careClasses }: Pack): boolean =>
  JSON.stringify([programs, careClasses ?? null]).includes('"COUNT_IF_BED_HELD"');
