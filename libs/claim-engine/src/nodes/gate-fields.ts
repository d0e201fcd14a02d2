import { dayOf, dayOrNever } from '../base/days.js';
import { amount, array, integer, oneOf, optional, scalar, text } from '../base/shape.js';
import type { Scalar } from '../facts/facts.types.js';
import { valueOn, type SubjectKind } from '../facts/world.js';
import { declaredParams } from '../pack/declared-attributes.js';
import type { Source } from '../pack/pack.types.js';
import { figureWanted, valueWithUnit } from '../explain/phrases.js';
import { wordsOf } from '../explain/vocabulary.js';
import { windowOf } from './measure-window.js';
import {
  FAIL,
  GateNode,
  PASS,
  defineGate,
  type Cell,
  type CompileContext,
  type Locale,
  type Trace,
  type Verdict,
} from './node.js';

export const TEXT_FIELDS = [
  'center.ownership',
  'center.forProfit',
  'project.kind',
  'person.sex',
  'bed.type',
] as const;
type TextField = (typeof TEXT_FIELDS)[number];

function readField(field: TextField, cell: Cell, context: CompileContext): Scalar | null {
  const { facts } = context.world;
  switch (field) {
    case 'center.ownership':
      return valueOn(facts.center.ownership, windowOf(cell, context.world).until - 1);
    case 'center.forProfit':
      return facts.center.forProfit ?? null;
    case 'project.kind':
      return facts.projects[cell.subject]?.kind ?? null;
    case 'person.sex':
      return facts.people[cell.subject]?.sex ?? null;
    case 'bed.type': {
      const id = [...context.world.beds.keys()][cell.subject];
      return valueOn(facts.beds.find((bed) => bed.id === id)?.type, cell.unit.until - 1);
    }
  }
}

interface IsSpec {
  readonly field: TextField;
  readonly in: readonly Scalar[];
}

class IsGate extends GateNode {
  constructor(
    readonly spec: IsSpec & { source?: Source },
    readonly context: CompileContext,
  ) {
    super();
  }

  protected decide(cell: Cell): Verdict {
    const value = readField(this.spec.field, cell, this.context);
    return value !== null && this.spec.in.includes(value) ? PASS : FAIL;
  }

  trace(cell: Cell, out: Trace): void {
    const value = readField(this.spec.field, cell, this.context);
    out.push({
      step: 'gate',
      code:
        this.test(cell) === PASS
          ? 'FIELD_PASSED'
          : value === null
            ? 'FIELD_MISSING'
            : 'FIELD_FAILED',
      params: { field: this.spec.field, value, wanted: this.spec.in.map(String) },
      source: this.spec.source ?? this.context.source,
      facts: [],
    });
  }
}

const FIELD_WORDS: Readonly<Record<string, { zh: string; en: string }>> = {
  'center.ownership': { zh: '经营方式', en: 'ownership' },
  'center.forProfit': { zh: '营利性', en: 'for profit' },
  'project.kind': { zh: '项目类型', en: 'project kind' },
  'person.sex': { zh: '性别', en: 'sex' },
  'bed.type': { zh: '床位类型', en: 'bed type' },
};

export const isGate = defineGate<IsSpec>({
  name: 'is',
  fields: { field: oneOf(TEXT_FIELDS), in: array(scalar, 1) },
  compile: (spec, context) => new IsGate(spec, context),
  describe: (spec, { locale }) =>
    `${FIELD_WORDS[spec.field]?.[locale] ?? spec.field}${locale === 'zh' ? '为' : ' is '}${wordsOf(spec.in, locale)}`,
});

interface AttributeSpec {
  readonly of?: SubjectKind;
  readonly name: string;
  readonly in?: readonly Scalar[];
  readonly atLeast?: number;
  readonly atMost?: number;
}

class AttributeGate extends GateNode {
  constructor(
    readonly spec: AttributeSpec & { source?: Source },
    readonly context: CompileContext,
  ) {
    super();
  }

  #value(cell: Cell): Scalar | null {
    const kind = this.spec.of ?? cell.kind;
    const attributes = this.context.world.attributes(kind, kind === cell.kind ? cell.subject : 0);
    const day = Math.min(cell.unit.until, this.context.world.horizon) - 1;
    return valueOn<Scalar>(attributes[this.spec.name], day);
  }

  protected decide(cell: Cell): Verdict {
    const value = this.#value(cell);
    const { atLeast, atMost } = this.spec;
    if (value === null) {
      return FAIL;
    }
    const isListed = this.spec.in === undefined || this.spec.in.includes(value);
    const isEnough = atLeast === undefined || (typeof value === 'number' && value >= atLeast);
    const isWithin = atMost === undefined || (typeof value === 'number' && value <= atMost);
    return isListed && isEnough && isWithin ? PASS : FAIL;
  }

  trace(cell: Cell, out: Trace): void {
    const value = this.#value(cell);
    out.push({
      step: 'gate',
      code:
        this.test(cell) === PASS
          ? 'ATTRIBUTE_PASSED'
          : value === null
            ? 'ATTRIBUTE_MISSING'
            : 'ATTRIBUTE_FAILED',
      params: {
        name: this.spec.name,
        value,
        in: this.spec.in?.map(String) ?? [],
        atLeast: this.spec.atLeast ?? null,
        atMost: this.spec.atMost ?? null,
        ...declaredParams(
          this.context.declared(this.spec.name, this.spec.of ?? cell.kind),
          value,
          this.spec.in,
        ),
      },
      source: this.spec.source ?? this.context.source,
      facts: [],
    });
  }
}

/** Money is kept in fen, and named so. */
const unitOf = (name: string): 'fen' | null => (name.endsWith('Fen') ? 'fen' : null);

/** What is there or not is said so; anything else is one of its values. */
function valueWanted(
  name: string,
  values: readonly Scalar[],
  { locale, say }: { readonly locale: Locale; say(value: Scalar): string },
): string {
  const isZh = locale === 'zh';
  const [first, ...others] = values;
  if (typeof first === 'boolean' && others.length === 0) {
    return isZh ? `${first ? '有' : '没有'}${name}` : first ? `${name} in place` : `no ${name}`;
  }
  const any = values.map(say).join(isZh ? '或' : ' or ');
  return isZh ? valueWithUnit(name, any) : `${name}: ${any}`;
}

export const attributeGate = defineGate<AttributeSpec>({
  name: 'attribute',
  fields: {
    of: optional(oneOf(['person', 'bed', 'center', 'project', 'staff'])),
    name: text,
    in: optional(array(scalar, 1)),
    atLeast: optional(amount),
    atMost: optional(amount),
  },
  compile: (spec, context) => new AttributeGate(spec, context),
  describe(spec, words) {
    const { locale } = words;
    const name = words.attribute(spec.name, spec.of);
    const say = (value: Scalar): string => words.attributeValue(value, spec.name, spec.of);
    const { atLeast = null, atMost = null } = spec;
    const range =
      atLeast === null && atMost === null
        ? []
        : [figureWanted(name, { atLeast, atMost, unit: unitOf(spec.name) }, locale)];
    const values = spec.in === undefined ? [] : [valueWanted(name, spec.in, { locale, say })];
    return [...values, ...range].join(locale === 'zh' ? '，且' : ', and ');
  },
});

interface CertificateSpec {
  readonly type: string;
  /** Skill levels count downwards: 1 is the highest. */
  readonly levelAtMost?: number;
}

class CertificateGate extends GateNode {
  constructor(
    readonly spec: CertificateSpec & { source?: Source },
    readonly context: CompileContext,
  ) {
    super();
  }

  protected decide(cell: Cell): Verdict {
    const day = Math.min(cell.unit.until, this.context.world.horizon) - 1;
    const member = this.context.world.facts.staff[cell.subject];
    const holds = (member?.certificates ?? []).some(
      (certificate) =>
        certificate.type === this.spec.type &&
        dayOf(certificate.from) <= day &&
        day < dayOrNever(certificate.until) &&
        (this.spec.levelAtMost === undefined ||
          (typeof certificate.level === 'number' && certificate.level <= this.spec.levelAtMost)),
    );
    return holds ? PASS : FAIL;
  }

  trace(cell: Cell, out: Trace): void {
    out.push({
      step: 'gate',
      code: this.test(cell) === PASS ? 'CERTIFICATE_PASSED' : 'CERTIFICATE_FAILED',
      params: { type: this.spec.type, levelAtMost: this.spec.levelAtMost ?? null },
      source: this.spec.source ?? this.context.source,
      facts: [this.context.world.facts.staff[cell.subject]?.id ?? ''],
    });
  }
}

const LEVELS = ['一级', '二级', '三级', '四级', '五级'];

/** Level 1 is the highest, so that levelAtMost 3 is 三级及以上. */
function certificateHeld({ type, levelAtMost }: CertificateSpec, locale: Locale): string {
  if (levelAtMost === undefined) {
    return locale === 'zh' ? `持有${type}证书` : `holds the certificate ${type}`;
  }
  return locale === 'zh'
    ? `持有${LEVELS[levelAtMost - 1] ?? ''}${levelAtMost === 1 ? '' : '及以上'}${type}证书`
    : `holds the certificate ${type}, level ${levelAtMost}${levelAtMost === 1 ? '' : ' or higher'}`;
}

export const certificateGate = defineGate<CertificateSpec>({
  name: 'certificate',
  fields: { type: text, levelAtMost: optional(integer({ min: 1, max: 5 })) },
  compile: (spec, context) => new CertificateGate(spec, context),
  describe: (spec, { locale }) => certificateHeld(spec, locale),
});
