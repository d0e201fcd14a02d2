import fc from 'fast-check';

import { assessAbility, type AbilityForm, type AbilityResult } from './assess.js';
import { formWorth } from './form.sample.js';
import { DIMENSIONS, ITEMS, maxOfDimension, maxPoints } from './form.js';
import type { Stacking } from './level.rules.js';

function assessed(form: AbilityForm, stacking: Stacking = 'ONE_STEP'): AbilityResult {
  const outcome = assessAbility(form, stacking);
  if (outcome.kind === 'REFUSED') {
    throw new Error(`refused: ${JSON.stringify(outcome.refusal)}`);
  }
  return outcome.result;
}

const refused = (form: AbilityForm) => {
  const outcome = assessAbility(form, 'ONE_STEP');
  return outcome.kind === 'REFUSED' ? outcome.refusal : null;
};

const BEST = [32, 15, 28, 15] as const;

describe('the form', () => {
  it('has 26 items worth 32, 15, 28 and 15 points', () => {
    expect(ITEMS).toHaveLength(26);
    expect(DIMENSIONS.map(maxOfDimension)).toEqual([...BEST]);
  });

  it('does not run to 4 on every item', () => {
    const shorter = ITEMS.filter((item) => maxPoints(item) < 4).map((i) => [i.id, maxPoints(i)]);
    expect(shorter).toEqual([
      ['B.2.4', 3],
      ['B.3.7', 1],
      ['B.3.8', 1],
      ['B.3.9', 2],
      ['B.4.1', 2],
      ['B.4.2', 2],
      ['B.4.4', 3],
    ]);
  });

  it('keeps the two zeroes of consciousness apart', () => {
    const consciousness = ITEMS.find((item) => item.id === 'B.3.9');
    expect(consciousness?.options.map((option) => option.id)).toEqual(['2', '1', '0a', '0b']);
    expect(consciousness?.options.map((option) => option.points)).toEqual([2, 1, 0, 0]);
  });

  it('says everything in both languages', () => {
    const texts = ITEMS.flatMap((item) => [item.name, ...item.options.map((o) => o.text)]);
    expect(texts.every((text) => text.zh.length > 0 && /^[^\u4e00-\u9fff]+$/.test(text.en))).toBe(
      true,
    );
  });
});

describe('the level of a completed form', () => {
  it.each([
    ['all best', BEST, 90, 0],
    ['20+9+24+13', [20, 9, 24, 13], 66, 1],
    ['20+9+23+13', [20, 9, 23, 13], 65, 2],
    ['12+4+20+10', [12, 4, 20, 10], 46, 2],
    ['12+4+19+10', [12, 4, 19, 10], 45, 3],
    ['6+2+14+8', [6, 2, 14, 8], 30, 3],
    ['6+2+13+8', [6, 2, 13, 8], 29, 4],
  ] as const)('%s', (_name, points, total, level) => {
    const result = assessed(formWorth(points));
    expect(result.subscores).toEqual({
      B1: points[0],
      B2: points[1],
      B3: points[2],
      B4: points[3],
    });
    expect(result).toMatchObject({
      total,
      preliminaryLevel: level,
      rules: [],
      finalLevel: level,
      edition: 'GB/T 42195-2022',
    });
  });

  it.each(['1a', '1b'])('is 1 with a single point lost on sight (%s)', (option) => {
    const best = formWorth(BEST);
    const result = assessed({ ...best, answers: { ...best.answers, 'B.4.1': option } });
    expect(result).toMatchObject({ total: 89, subscores: { B4: 14 }, finalLevel: 1 });
  });

  it('is one worse with dementia, even at 90 points', () => {
    const result = assessed(formWorth(BEST, { 'A.4.1': ['DEMENTIA'] }));
    expect(result).toMatchObject({ total: 90, preliminaryLevel: 0, finalLevel: 1 });
    expect(result.rules).toEqual([{ code: 'MENTAL_DIAGNOSIS', evidence: ['A.4.1'] }]);
  });

  it('counts another mental disorder only when a psychiatrist diagnosed it', () => {
    const by = (answer: string) =>
      assessed(formWorth(BEST, { 'A.4.1': ['OTHER_MENTAL'], 'A.4.1.F': answer })).finalLevel;
    expect([by('YES'), by('NO')]).toEqual([1, 0]);
  });

  it('ignores a psychiatrist’s word left over from a diagnosis that was unticked', () => {
    expect(assessed(formWorth(BEST, { 'A.4.1.F': 'YES' })).finalLevel).toBe(0);
  });

  it('is one worse after one fall and one choking in 30 days', () => {
    const result = assessed(formWorth([24, 9, 24, 13], { 'A.2.14.1': '1', 'A.2.14.3': '1' }));
    expect(result).toMatchObject({ total: 70, preliminaryLevel: 1, finalLevel: 2 });
    expect(result.rules).toEqual([{ code: 'RISK_EVENTS', evidence: ['A.2.14.1', 'A.2.14.3'] }]);
  });

  it('does not change for a single incident', () => {
    expect(assessed(formWorth(BEST, { 'A.2.14.1': '1' })).finalLevel).toBe(0);
  });

  it.each(['ONE_STEP', 'CUMULATIVE'] as const)(
    'in a coma is 4 whatever else was ticked (%s)',
    (s) => {
      const best = formWorth(BEST, { 'A.5.11': 'YES' });
      const form = { ...best, answers: { ...best.answers, 'B.3.9': '0b' } };
      expect(assessed(form, s)).toMatchObject({ total: 88, preliminaryLevel: 1, finalLevel: 4 });
    },
  );

  it('is not 4 in a stupor, which is the other zero', () => {
    const best = formWorth(BEST);
    const result = assessed({ ...best, answers: { ...best.answers, 'B.3.9': '0a' } });
    expect(result).toMatchObject({ total: 88, finalLevel: 1, rules: [] });
  });

  it('goes one step for two reasons, or two steps where the county lets them add up', () => {
    const form = formWorth([24, 9, 24, 13], { 'A.4.1': ['DEMENTIA'], 'A.2.14.1': '3' });
    expect(assessed(form, 'ONE_STEP').finalLevel).toBe(2);
    expect(assessed(form, 'CUMULATIVE').finalLevel).toBe(3);
  });

  it('does not go beyond 4', () => {
    const form = formWorth([0, 0, 0, 0], { 'A.4.1': ['DEMENTIA'], 'A.2.14.1': '3' });
    expect(assessed(form, 'CUMULATIVE').finalLevel).toBe(4);
  });
});

describe('a form that cannot be scored', () => {
  it('names the one item of 26 that is not answered', () => {
    const { answers, background } = formWorth(BEST);
    const { 'B.3.4': _memory, ...rest } = answers;
    expect(refused({ answers: rest, background })?.missing).toEqual(['B.3.4']);
  });

  it('names every missing entry in the order of the form', () => {
    const missing = refused({ answers: {}, background: {} })?.missing;
    expect(missing?.slice(0, 26)).toEqual(ITEMS.map((item) => item.id));
    expect(missing?.slice(26)).toEqual([
      'A.1.3',
      'A.2.14.1',
      'A.2.14.2',
      'A.2.14.3',
      'A.2.14.4',
      'A.2.14.5',
      'A.3.1',
      'A.3.2',
      'A.4.1',
      'A.5.11',
    ]);
  });

  it('asks who diagnosed a mental disorder only once one is ticked', () => {
    expect(refused(formWorth(BEST, { 'A.4.1': ['OTHER_MENTAL'] }))?.missing).toEqual(['A.4.1.F']);
  });

  it('does not take an empty list or blank name for an answer', () => {
    expect(refused(formWorth(BEST, { 'A.4.1': [], 'A.3.1': ' ' }))?.missing).toEqual([
      'A.3.1',
      'A.4.1',
    ]);
  });

  it('refuses 4 points for stairs, and says that 3 is the most', () => {
    const { answers, background } = formWorth(BEST);
    expect(refused({ answers: { ...answers, 'B.2.4': '4' }, background })?.malformed).toEqual([
      { path: 'answers.B.2.4', rule: 'aboveMax', params: { max: 3 } },
    ]);
  });

  it('refuses a bare 0 for consciousness, because two answers are worth 0', () => {
    const { answers, background } = formWorth(BEST);
    expect(refused({ answers: { ...answers, 'B.3.9': '0' }, background })?.malformed).toMatchObject(
      [{ path: 'answers.B.3.9', rule: 'optionUnknown' }],
    );
  });

  it('refuses items, fields and options that are not on the form', () => {
    const form = formWorth(BEST, {
      'A.9.9': 'x',
      'A.4.1': ['FLU'],
      'A.2.4': 900,
      'A.5.11': 'PERHAPS',
    });
    const answers = { ...form.answers, 'B.9.9': '4' };
    const paths = refused({ answers, background: form.background })?.malformed.map((p) => p.path);
    expect(paths?.toSorted()).toEqual([
      'answers.B.9.9',
      'background.A.2.4',
      'background.A.4.1',
      'background.A.5.11',
      'background.A.9.9',
    ]);
  });

  it.each([
    ['coma ticked, but alert', { 'A.5.11': 'YES' }, {}, 'COMA_BUT_CONSCIOUS'],
    ['coma ticked, but in a stupor', { 'A.5.11': 'YES' }, { 'B.3.9': '0a' }, 'COMA_BUT_CONSCIOUS'],
    [
      'comatose in B.3.9, but no coma ticked',
      {},
      { 'B.3.9': '0b' },
      'CONSCIOUSNESS_COMA_BUT_NOT_TICKED',
    ],
    ['fed by tube, but eats alone', { 'A.5.4': ['GASTRIC_TUBE'] }, {}, 'FEEDING_TUBE_BUT_EATS'],
    [
      'catheter, but controls',
      { 'A.5.4': ['URINARY_CATHETER'] },
      { 'B.1.6': '1' },
      'CATHETER_BUT_CONTROLS',
    ],
    ['no illness and an illness', { 'A.4.1': ['NONE', 'COPD'] }, {}, 'NONE_WITH_OTHERS'],
  ] as const)('refuses the contradiction: %s', (_name, background, answers, code) => {
    const form = formWorth(BEST, background);
    const found = refused({ ...form, answers: { ...form.answers, ...answers } });
    expect(found?.contradictions.map((c) => c.code)).toEqual([code]);
  });
});

describe('properties', () => {
  const anyForm = fc
    .record({
      picks: fc.tuple(...ITEMS.map((item) => fc.constantFrom(...item.options.map((o) => o.id)))),
      events: fc.array(fc.constantFrom('0', '1', '2', '3'), { minLength: 5, maxLength: 5 }),
      isDemented: fc.boolean(),
    })
    .map(({ picks, events, isDemented }): AbilityForm => {
      const answers = Object.fromEntries(ITEMS.map((item, i) => [item.id, picks[i] ?? '']));
      const counted = Object.fromEntries(events.map((times, i) => [`A.2.14.${i + 1}`, times]));
      const { background } = formWorth(BEST, {
        ...counted,
        'A.5.11': answers['B.3.9'] === '0b' ? 'YES' : 'NO',
        'A.4.1': isDemented ? ['DEMENTIA'] : ['NONE'],
      });
      return { answers, background };
    });

  it('a complete form without contradiction is always scored, and its parts add up', () => {
    fc.assert(
      fc.property(anyForm, (form) => {
        const { subscores, total } = assessed(form);
        expect(subscores.B1 + subscores.B2 + subscores.B3 + subscores.B4).toBe(total);
      }),
    );
  });

  it('no rule makes anyone better, and adding up never yields less than one step', () => {
    fc.assert(
      fc.property(anyForm, (form) => {
        const one = assessed(form, 'ONE_STEP');
        const all = assessed(form, 'CUMULATIVE');
        expect(one.finalLevel).toBeGreaterThanOrEqual(one.preliminaryLevel);
        expect(all.finalLevel).toBeGreaterThanOrEqual(one.finalLevel);
      }),
    );
  });

  it('the order in which items were answered does not matter', () => {
    fc.assert(
      fc.property(anyForm, (form) => {
        const reversed = Object.fromEntries(Object.entries(form.answers).reverse());
        expect(assessed({ ...form, answers: reversed })).toEqual(assessed(form));
      }),
    );
  });

  it('a better answer to one item never gives a worse level', () => {
    fc.assert(
      fc.property(anyForm, fc.constantFrom(...ITEMS), (form, item) => {
        const best = item.options[0]?.id ?? '';
        fc.pre(form.answers['B.3.9'] !== '0b' || item.id !== 'B.3.9');
        const better = { ...form, answers: { ...form.answers, [item.id]: best } };
        expect(assessed(better).finalLevel).toBeLessThanOrEqual(assessed(form).finalLevel);
      }),
    );
  });
});
