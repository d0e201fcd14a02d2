import {
  DRAW_METHODS,
  drawSample,
  populationDigest,
  type DrawMethod,
  type DrawUnit,
} from './draw.js';

/** What a bureau hands an auditor: `sample/1`. Nothing else is needed to draw again. */
export interface SampleFile {
  readonly schema: 'sample/1';
  readonly id: string;
  readonly county: string;
  readonly period: string;
  readonly method: DrawMethod;
  readonly size: number;
  readonly seed: string;
  readonly drawnAt: string;
  readonly populationSha256: string;
  readonly population: readonly DrawUnit[];
  readonly drawn: readonly string[];
}

export interface SampleFinding {
  readonly code: 'FORMAT' | 'POPULATION' | 'DRAW' | 'TWICE';
  readonly outcome: 'PASSED' | 'FAILED';
  readonly expected?: string;
  readonly found?: string;
}

export interface SampleVerification {
  readonly verified: boolean;
  readonly findings: readonly SampleFinding[];
  /** The sample as it comes out here and now. */
  readonly drawn: readonly string[];
}

const FORMAT_FAILED: SampleVerification = {
  verified: false,
  findings: [{ code: 'FORMAT', outcome: 'FAILED' }],
  drawn: [],
};

/** Draws again from the file's own population and seed, and compares. */
export function verifySample(text: string): SampleVerification {
  const file = read(text);
  if (file === null) {
    return FORMAT_FAILED;
  }
  const digest = populationDigest(file.population);
  const drawn = drawSample(file);
  const ids = new Set(file.population.map(({ id }) => id));
  const findings: SampleFinding[] = [
    { code: 'FORMAT', outcome: 'PASSED' },
    passIf('TWICE', ids.size === file.population.length),
    {
      ...passIf('POPULATION', digest === file.populationSha256),
      expected: file.populationSha256,
      found: digest,
    },
    {
      ...passIf('DRAW', drawn.join('\n') === file.drawn.join('\n')),
      expected: String(file.drawn.length),
      found: String(drawn.length),
    },
  ];
  return { verified: findings.every(({ outcome }) => outcome === 'PASSED'), findings, drawn };
}

const passIf = (code: SampleFinding['code'], isRight: boolean): SampleFinding => ({
  code,
  outcome: isRight ? 'PASSED' : 'FAILED',
});

function read(text: string): SampleFile | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  const file = value as Partial<SampleFile> | null;
  const isFile =
    file !== null &&
    typeof file === 'object' &&
    file.schema === 'sample/1' &&
    DRAW_METHODS.some((method) => method === file.method) &&
    typeof file.seed === 'string' &&
    Number.isInteger(file.size) &&
    typeof file.populationSha256 === 'string' &&
    isPopulation(file.population) &&
    Array.isArray(file.drawn);
  return isFile ? (file as SampleFile) : null;
}

const isPopulation = (value: unknown): boolean =>
  Array.isArray(value) &&
  value.every(
    (unit: Partial<DrawUnit> | null) =>
      typeof unit?.id === 'string' &&
      Number.isInteger(unit.amountFen) &&
      Number.isInteger(unit.deltaFen),
  );
