import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import {
  checkPack,
  clauseRequirement,
  describePack,
  packJsonSchema,
  parsePack,
  SHIPPED_PACKS,
  shippedPackUrl,
  type Pack,
} from '../index.js';

const read = (id: string): unknown => JSON.parse(readFileSync(shippedPackUrl(id), 'utf8'));
const packOf = (id: string): Pack => parsePack(read(id));

const RULES: Readonly<
  Record<
    string,
    readonly [prefix: string, rules: number, contradictions: number, decisions: number]
  >
> = {
  'yangcheng-2022': ['YC', 26, 4, 19],
  'jianxi-2019': ['JX', 23, 10, 4],
  'yuxi-2022': ['YX', 16, 5, 2],
  'linfen-2022': ['LF', 14, 4, 2],
  'template-2024': ['TP', 17, 4, 2],
};

describe('the published JSON Schema', () => {
  const file = new URL('../../pack.schema.json', import.meta.url);

  it('is the one that the shapes print', () => {
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(
      JSON.parse(JSON.stringify(packJsonSchema())),
    );
  });

  it.each(SHIPPED_PACKS)('takes %s, as the reader does', (id) => {
    const validate = new Ajv2020({ strict: false, allErrors: true }).compile(packJsonSchema());
    expect(validate(read(id)) ? [] : validate.errors).toEqual([]);
    expect(checkPack(read(id))).toEqual([]);
  });
});

describe.each(Object.entries(RULES))('%s', (id, [prefix, rules, contradictions, decisions]) => {
  const pack = packOf(id);
  const numbered = (mark: string, count: number, digits: number): string[] =>
    Array.from(
      { length: count },
      (_, index) => `${prefix}-${mark}${String(index + 1).padStart(digits, '0')}`,
    );

  it('accounts for every rule of its document', () => {
    expect((pack.clauses ?? []).map((clause) => clause.id)).toEqual(numbered('', rules, 2));
  });

  it('records every contradiction and every open question', () => {
    expect((pack.contradictions ?? []).map((one) => one.id)).toEqual(
      numbered('C', contradictions, 1),
    );
    const questions = (pack.decisions ?? []).map((one) => one.id);
    expect(questions).toEqual(expect.arrayContaining(numbered('A', decisions, 1)));
  });

  it('says in both languages what it pays, to whom and when', () => {
    for (const locale of ['zh', 'en'] as const) {
      const told = describePack(pack, locale);
      expect(told.programs).toHaveLength(pack.programs.length);
      expect(JSON.stringify(told)).not.toMatch(/undefined|\[object|null/);
      // A clerk reads conditions, not formulas, and no name of the program's own.
      const lines = told.programs.flatMap((program) => program.lines).join('\n');
      expect(lines).not.toMatch(/[≥≤=<>]|[a-z][A-Z]/);
      expect(locale === 'zh' ? '' : lines).not.toMatch(/^[a-z]/m);
    }
  });
});

describe('a facility standard', () => {
  const valueOf = (id: string, clause: string): ReturnType<typeof clauseRequirement> => {
    const value = packOf(id).clauses?.find((one) => one.id === clause)?.values?.[0];
    return value === undefined ? null : clauseRequirement(value, 1200);
  };

  it('of Yuxi asks 300 m² of 1,200 new households: the floor binds', () => {
    expect(valueOf('yuxi-2022', 'YX-05')).toEqual({
      op: '>=',
      value: 300,
      unit: '㎡',
      isFloor: true,
    });
  });

  it('of Yangcheng asks 360 m² of 1,200 new households', () => {
    expect(valueOf('yangcheng-2022', 'YC-04')).toEqual({
      op: '>=',
      value: 360,
      unit: '㎡',
      isFloor: false,
    });
  });

  it('of the template asks nothing, for its figure is not given', () => {
    expect(valueOf('template-2024', 'TP-01')).toBeNull();
  });
});

describe('a pack with mistakes', () => {
  const codes = (value: unknown): string[] =>
    checkPack(value).map(({ path, code }) => `${path} ${code}`);
  const base = {
    schema: 'pack/1',
    id: 'x',
    version: '1',
    title: 'x',
    jurisdiction: { name: 'x', counties: ['140522'] },
    documents: [{ id: 'D', title: 'd' }],
  };
  const source = { document: 'D', clause: '1' };
  const program = {
    id: 'p',
    title: 'p',
    source,
    subject: 'person',
    per: 'MONTH',
    rate: { fen: 100 },
  };

  it('is told the path and the reason of each', () => {
    expect(
      codes({
        ...base,
        programs: [
          { ...program, require: { test: 'agee', atLeast: 80 } },
          { ...program, id: 'q', require: { test: 'age', atleast: 80 }, rate: { fen: '100' } },
          { ...program, id: 'r', source: { document: 'E', clause: '1' } },
        ],
      }),
    ).toEqual([
      '$.programs[0].require.test NOT_ALLOWED',
      '$.programs[1].require.atleast UNKNOWN_FIELD',
      '$.programs[1].rate.fen WRONG_TYPE',
      '$.programs[2].source.document DANGLING_ID',
    ]);
  });

  it('is told of names that lead nowhere', () => {
    expect(
      codes({
        ...base,
        decisions: [
          {
            id: 'A',
            question: '?',
            options: [
              { id: 'X', text: 'x' },
              { id: 'Y', text: 'y' },
            ],
            chosen: 'Z',
          },
        ],
        programs: [
          { ...program, source: { document: 'E', clause: '1' } },
          { ...program, require: { test: 'careClass', in: ['FULL'] } },
          { ...program, id: 'q', rate: { fen: { decision: 'A', cases: { X: 1, W: 2 } } } },
          { ...program, id: 's', rate: { fen: { decision: 'B', cases: {} } } },
          { ...program, id: 't', subject: 'center', require: { test: 'age', atLeast: 80 } },
        ],
        stacking: [{ id: 's', rule: 'CAP', programs: ['p', 'nobody'], fen: 1 }],
      }),
    ).toEqual([
      '$.decisions[0].chosen OPTION_UNKNOWN',
      '$.programs[2].rate.fen.cases.W OPTION_UNKNOWN',
      '$.programs[2].rate.fen.cases MISSING',
      '$.programs[3].rate.fen.decision DECISION_UNKNOWN',
      '$.programs[0].source.document DANGLING_ID',
      '$.programs[1].id DUPLICATE_ID',
      '$.stacking[0].programs[1] DANGLING_ID',
      '$.programs[1].require MISSING',
      '$.programs[4].require SUBJECT_MISMATCH',
    ]);
  });

  it('of another schema is not read at all', () => {
    expect(codes({ schema: 'pack/2' })).toEqual(['$.schema SCHEMA_UNKNOWN']);
    expect(codes([])).toEqual(['$ WRONG_TYPE']);
  });
});
