import { drawSample, populationDigest, type DrawMethod, type DrawUnit } from './draw.js';
import { verifySample, type SampleFile } from './verify-sample.js';

const population: DrawUnit[] = Array.from({ length: 200 }, (_, index) => ({
  id: `c${index % 5}:p${String(index).padStart(3, '0')}`,
  amountFen: (index % 7) * 10_000 + 100,
  deltaFen: (index % 11) * 1000 - 5000,
}));

const file = (method: DrawMethod, size = 20, seed = 'spring 2025'): SampleFile => ({
  schema: 'sample/1',
  id: 's1',
  county: '990001',
  period: '2025-04',
  method,
  size,
  seed,
  drawnAt: '2025-05-03T00:00:00.000Z',
  populationSha256: populationDigest(population),
  population,
  drawn: drawSample({ method, size, seed, population }),
});

const failed = (changed: Partial<SampleFile>, method: DrawMethod = 'RANDOM'): string[] =>
  verifySample(JSON.stringify({ ...file(method), ...changed })).findings.flatMap(
    ({ code, outcome }) => (outcome === 'FAILED' ? [code] : []),
  );

describe('a drawn sample', () => {
  it.each<DrawMethod>(['RANDOM', 'MUS', 'TOP', 'VARIANCE'])(
    '%s comes out the same from any order of the list, and holds nobody twice',
    (method) => {
      const { drawn } = file(method);
      const again = drawSample({
        method,
        size: 20,
        seed: 'spring 2025',
        population: [...population].reverse(),
      });
      expect(again).toEqual(drawn);
      expect(new Set(drawn).size).toBe(drawn.length);
      expect(drawn.length).toBeLessThanOrEqual(20);
      expect(verifySample(JSON.stringify(file(method))).verified).toBe(true);
    },
  );

  it('follows the seed where chance decides, and only there', () => {
    for (const method of ['RANDOM', 'MUS'] as const) {
      expect(file(method, 20, 'another').drawn).not.toEqual(file(method).drawn);
    }
    for (const method of ['TOP', 'VARIANCE'] as const) {
      expect(file(method, 20, 'another').drawn).toEqual(file(method).drawn);
    }
  });

  it('by money always holds whoever is larger than the interval', () => {
    const rich = { id: 'z', amountFen: 100_000_000, deltaFen: 0 };
    for (const seed of ['a', 'b', 'c', 'd']) {
      expect(
        drawSample({ method: 'MUS', size: 5, seed, population: [...population, rich] }),
      ).toContain('z');
    }
  });

  it('takes the largest amounts and the largest changes', () => {
    const top = drawSample({ method: 'TOP', size: 3, seed: '', population });
    expect(top.map((id) => population.find((unit) => unit.id === id)?.amountFen)).toEqual([
      60_100, 60_100, 60_100,
    ]);
    const changed = drawSample({ method: 'VARIANCE', size: 2, seed: '', population });
    expect(
      changed.map((id) => Math.abs(population.find((unit) => unit.id === id)?.deltaFen ?? 0)),
    ).toEqual([5000, 5000]);
  });
});

describe('an auditor with nothing but the file', () => {
  it('finds a swapped person, another seed, a changed list, and a file that is none', () => {
    const { drawn } = file('RANDOM');
    expect(failed({ drawn: [...drawn.slice(1), 'c0:p000'] })).toEqual(['DRAW']);
    expect(failed({ seed: 'another' })).toEqual(['DRAW']);
    expect(failed({ population: population.slice(1) })).toContain('POPULATION');
    const [first] = population;
    expect(failed({ population: first ? [...population, first] : [] })).toContain('TWICE');
    expect(verifySample('{').findings).toEqual([{ code: 'FORMAT', outcome: 'FAILED' }]);
    expect(verifySample('null').verified).toBe(false);
  });
});
