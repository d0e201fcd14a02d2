import { describeGate, settledProgram, word } from '@yibu/claim-engine';
import { createHash } from 'node:crypto';

import {
  assess,
  canonicalText,
  effectiveOf,
  en,
  explainStepsOf,
  zh,
  type EffectivePack,
  type Facts,
  type Pack,
} from '../engine.js';
import type { AttributeValue } from './award.entities.js';

type Program = Pack['programs'][number];
type Gate = NonNullable<Program['require']>;
type Json = Readonly<Record<string, unknown>>;

export interface Words {
  readonly zh: string;
  readonly en: string;
}

export const FIELD_TYPES = ['BOOLEAN', 'NUMBER', 'MONEY', 'CHOICE'] as const;
export type FieldType = (typeof FIELD_TYPES)[number];

/** A figure of a project that the program tests; `project.…` are columns, the others attributes. */
export interface AwardField {
  readonly name: string;
  readonly type: FieldType;
  readonly words: Words;
  readonly options: readonly AwardChoice[];
}

interface AwardChoice extends Words {
  readonly code: string;
}

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const wordsFor = (code: string): Words => ({ zh: word(code, 'zh'), en: word(code, 'en') });

/** Columns that every project has: they are asked for by themselves and are no attribute. */
const OWN_COLUMNS: ReadonlySet<string> = new Set([
  'project.areaM2',
  'project.communities',
  'project.ownInvestmentFen',
]);

/** Every attribute of a project that a program looks at, under whatever option, in the order of the text. */
export function fieldsOf(program: Program, { attributes = [] }: Worded): AwardField[] {
  const found = new Map<string, AwardField>();
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) {
      node.forEach(visit);
    } else if (isObject(node)) {
      const field = fieldIn(node);
      const known = field === null ? undefined : found.get(field.name);
      if (field !== null) {
        found.set(field.name, merged(known, field));
      }
      Object.values(node).forEach(visit);
    }
  };
  visit([program.require, program.rate, program.adjust, program.confirm, program.warn]);
  return [...found.values()].map((field) => {
    const declared = attributes.find(({ of, name }) => of === 'project' && name === field.name);
    return declared === undefined ? field : spoken(field, declared);
  });
}

type Worded = Pick<Pack, 'attributes'>;
type Declared = NonNullable<Pack['attributes']>[number];

/** In the pack's own words, where it has any. */
function spoken(field: AwardField, { label, options = {} }: Declared): AwardField {
  return {
    ...field,
    words: { zh: zh(label), en: en(label) },
    options: field.options.map((option) => {
      const words = options[option.code];
      return words === undefined ? option : { code: option.code, zh: zh(words), en: en(words) };
    }),
  };
}

/** A floor that is tested as first and second is one number; premises that are owned or rented are one choice. */
function merged(known: AwardField | undefined, field: AwardField): AwardField {
  if (known?.type === 'CHOICE' && field.type === 'CHOICE') {
    const more = field.options.filter(
      ({ code }) => !known.options.some((one) => one.code === code),
    );
    return { ...known, options: [...known.options, ...more] };
  }
  return known === undefined || (known.type === 'NUMBER' && field.type === 'MONEY') ? field : known;
}

function fieldIn(node: Json): AwardField | null {
  const { test, of, on, name, unit } = node;
  const subject = test === 'attribute' ? of : on;
  const isAttribute = test === 'attribute' || (of === 'attribute' && test === undefined);
  if (
    !isAttribute ||
    typeof name !== 'string' ||
    (subject !== undefined && subject !== 'project') ||
    OWN_COLUMNS.has(name)
  ) {
    return null;
  }
  const values = Array.isArray(node['in']) ? (node['in'] as AttributeValue[]) : [];
  const type = typeOf(values, unit);
  const options =
    type === 'CHOICE'
      ? values.map((value) => ({ code: String(value), ...wordsFor(String(value)) }))
      : [];
  return { name, type, words: wordsFor(name), options };
}

function typeOf(values: readonly AttributeValue[], unit: unknown): FieldType {
  if (unit === 'fen') {
    return 'MONEY';
  }
  const [first] = values;
  return typeof first === 'boolean' ? 'BOOLEAN' : typeof first === 'string' ? 'CHOICE' : 'NUMBER';
}

export const kindsOf = (program: Program): { readonly code: string; readonly words: Words }[] =>
  (program.projectKinds ?? []).map((code) => ({ code, words: wordsFor(code) }));

const codeOf = (letter: string, value: unknown): string =>
  `${letter}-${createHash('sha256').update(canonicalText(value)).digest('hex').slice(0, 24)}`;

export const COMPLETED = 'c-completed';

/** A row of the checklist as the pack states it. */
export interface ChecklistRow {
  readonly kind: 'CONDITION' | 'DOCUMENT';
  readonly code: string;
  readonly words: Words;
  readonly clause: string | null;
  /** null: a paper, or the day of completion. */
  readonly gate: Gate | null;
}

/** What the program asks of a project, condition by condition, and the papers that it wants to see. */
export function checklistOf(pack: EffectivePack, programId: string): ChecklistRow[] {
  const raw = pack.body.programs.find(({ id }) => id === programId);
  if (raw === undefined) {
    return [];
  }
  const program = settledProgram(pack.body, raw);
  const completed: ChecklistRow = {
    kind: 'CONDITION',
    code: COMPLETED,
    words: { zh: '项目已竣工', en: 'The project is completed' },
    clause: null,
    gate: null,
  };
  const conditions = partsOf(program.require ?? null).map((gate): ChecklistRow => ({
    kind: 'CONDITION',
    code: codeOf('c', gate),
    words: {
      zh: describeGate(pack.body, gate, 'zh'),
      en: describeGate(pack.body, gate, 'en'),
    },
    clause: clauseIn(gate) ?? program.source.clause,
    gate,
  }));
  const documents = (program.documents ?? []).map((text): ChecklistRow => ({
    kind: 'DOCUMENT',
    code: codeOf('d', text),
    words: { zh: zh(text), en: en(text) },
    clause: null,
    gate: null,
  }));
  return [completed, ...conditions, ...documents];
}

/** The parts of "all of these"; anything else is one condition. */
function partsOf(gate: Gate | null): Gate[] {
  if (gate === null) {
    return [];
  }
  const { test, of } = gate as Json;
  return test === 'all' && Array.isArray(of) ? (of as Gate[]).flatMap(partsOf) : [gate];
}

function clauseIn(node: unknown): string | null {
  if (Array.isArray(node)) {
    return node.map(clauseIn).find((clause) => clause !== null) ?? null;
  }
  if (!isObject(node)) {
    return null;
  }
  const { source } = node;
  return isObject(source) && typeof source['clause'] === 'string'
    ? source['clause']
    : clauseIn(Object.values(node));
}

export type ConditionState = 'MET' | 'NOT_MET' | 'MISSING';

export interface JudgedCondition {
  readonly state: ConditionState;
  /** What was found, in the engine's own sentence. */
  readonly found: Words;
}

const UNKNOWN_CODES: ReadonlySet<string> = new Set([
  'ATTRIBUTE_MISSING',
  'COMPARE_UNKNOWN',
  'FIELD_MISSING',
]);

interface Ground {
  readonly pack: EffectivePack;
  readonly facts: Facts;
  readonly projectId: string;
  readonly period: string;
}

/**
 * Condition by condition through the engine itself: each stands as a program of one fen of its own, so that the list
 * can never say another thing than the award.
 */
export function judge(
  rows: readonly ChecklistRow[],
  ground: Ground,
): ReadonlyMap<string, JudgedCondition> {
  const { facts, projectId, period } = ground;
  const project = facts.projects.find(({ id }) => id === projectId);
  const gates = rows.filter(({ gate }) => gate !== null);
  const judged = new Map<string, JudgedCondition>();
  judged.set(COMPLETED, completedOf(project?.completedOn ?? null));
  if (project === undefined || gates.length === 0) {
    return judged;
  }
  const asked = {
    ...facts,
    projects: [{ ...project, completedOn: `${period}-01` }],
    decisions: [],
  };
  const ledger = { schema: 'ledger/1' as const, entries: [] };
  const pack = packOf(ground.pack, gates);
  const { lines } = assess({ pack, facts: asked, period, ledger });
  for (const line of lines) {
    const steps = line.trace.filter(({ step }) => step === 'gate');
    const isUnknown = steps.some(({ code }) => UNKNOWN_CODES.has(code));
    const state = line.status === 'PAYABLE' ? 'MET' : isUnknown ? 'MISSING' : ('NOT_MET' as const);
    judged.set(line.program, {
      state,
      found: explainStepsOf({
        month: line.month,
        kind: line.kind,
        status: line.status,
        amountFen: line.amountFen,
        trace: steps,
      }),
    });
  }
  return judged;
}

const completedOf = (completedOn: string | null): JudgedCondition =>
  completedOn === null
    ? { state: 'MISSING', found: { zh: '未填写竣工日期', en: 'No day of completion entered' } }
    : {
        state: 'MET',
        found: { zh: `${completedOn}竣工`, en: `Completed on ${completedOn}` },
      };

/** A pack of one-fen programs, each with one condition. */
function packOf(pack: EffectivePack, gates: readonly ChecklistRow[]): EffectivePack {
  const { documents, jurisdiction, schema, id, version, title } = pack.body;
  const [{ source } = { source: { document: '', clause: '' } }] = pack.body.programs;
  return effectiveOf(pack.code, {
    schema,
    id,
    version,
    title,
    jurisdiction,
    documents,
    programs: gates.map(({ code, words, gate }) => ({
      id: code,
      title: words,
      source,
      subject: 'project',
      per: 'ONCE',
      require: gate as Gate,
      quantity: { count: 'one', unit: 'project' },
      rate: { fen: 1 },
    })),
  });
}
