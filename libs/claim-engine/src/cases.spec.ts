import { readdirSync, readFileSync } from 'node:fs';
import {
  computeAssessment,
  explainLine,
  parseFacts,
  parseLedger,
  parsePack,
  shippedPackUrl,
  type LineJson,
  type Pack,
} from './index.js';

interface Case {
  readonly name: string;
  readonly clause: string;
  readonly pack: string;
  readonly period: string;
  readonly decisions?: Readonly<Record<string, string>>;
  readonly facts: unknown;
  readonly ledger?: readonly unknown[];
  readonly expect: Expected;
}

interface Expected {
  readonly program?: string;
  readonly totalFen: number;
  readonly lines?: readonly ExpectedLine[];
  readonly refusals?: readonly { readonly program: string; readonly code: string }[];
}

interface ExpectedLine {
  readonly subject: string;
  readonly month: string;
  readonly program?: string;
  readonly kind?: string;
  readonly status?: string;
  readonly amountFen: number;
  readonly because?: string;
  readonly warns?: readonly string[];
  readonly other?: Readonly<Record<string, number>>;
  readonly shares?: Readonly<Record<string, number>>;
}

const folder = new URL('../cases/', import.meta.url);
const cases = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .sort()
  .flatMap((file) => {
    const read = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Case | readonly Case[];
    return (Array.isArray(read) ? (read as Case[]) : [read as Case]).map((one, index) => ({
      file: `${file}#${index + 1}`,
      one,
    }));
  });

const packs = new Map<string, Pack>();
function packOf(id: string): Pack {
  let pack = packs.get(id);
  if (pack === undefined) {
    // `./…` is a pack that stands beside the cases; the others are shipped.
    const url = id.startsWith('./') ? new URL(id, folder) : shippedPackUrl(id);
    pack = parsePack(JSON.parse(readFileSync(url, 'utf8')));
    packs.set(id, pack);
  }
  return pack;
}

type Told = Record<string, unknown>;

/** Of a line, what the case speaks of: a clerk writes down only what the case is about. */
const TELL: Readonly<Record<string, (line: LineJson, wanted: ExpectedLine) => unknown>> = {
  subject: (line) => line.subject.id,
  month: (line) => line.month,
  amountFen: (line) => line.amountFen,
  program: (line) => line.program,
  kind: (line) => line.kind,
  status: (line) => line.status,
  warns: (line) => line.warnings,
  because: (line, { because }) =>
    line.trace.some((step) => step.code === because)
      ? because
      : line.trace.map((step) => step.code),
  other: (line, { other }) =>
    Object.fromEntries(
      Object.keys(other ?? {}).map((key) => {
        const found = line.alternatives.find((one) => `${one.decision}=${one.option}` === key);
        return [key, found?.amountFen];
      }),
    ),
  shares: (line) =>
    Object.fromEntries((line.shares ?? []).map((share) => [share.payer, share.amountFen])),
};

function tell(line: LineJson, wanted: readonly ExpectedLine[]): Told {
  const own = wanted.find(
    (one) =>
      one.subject === line.subject.id &&
      one.month === line.month &&
      (one.program ?? line.program) === line.program,
  ) ?? { subject: '', month: '', amountFen: 0 };
  return Object.fromEntries(
    Object.keys(own).map((field) => [field, TELL[field]?.(line, own as ExpectedLine)]),
  );
}

it.each(cases)('$file $one.clause: $one.name', ({ one }) => {
  const ledger =
    one.ledger === undefined ? null : parseLedger({ schema: 'ledger/1', entries: one.ledger });
  const options = one.decisions === undefined ? {} : { decisions: one.decisions };
  const facts = parseFacts(one.facts);
  const result = computeAssessment(packOf(one.pack), facts, one.period, ledger, options).toJSON();
  const { expect: wanted } = one;
  const own = result.lines.filter(
    (line) => wanted.program === undefined || line.program === wanted.program,
  );
  const found = {
    totalFen: own.reduce((sum, line) => sum + (line.status === 'PAYABLE' ? line.amountFen : 0), 0),
    ...(wanted.lines === undefined
      ? {}
      : { lines: own.map((line) => tell(line, wanted.lines ?? [])) }),
    ...(wanted.refusals === undefined
      ? {}
      : { refusals: result.refusals.map(({ program, code }) => ({ program, code })) }),
  };
  const { program: _, ...asked } = wanted;
  expect(found).toEqual(asked);
  for (const line of own) {
    for (const locale of ['zh', 'en'] as const) {
      expect(explainLine(line, locale)).not.toMatch(/undefined|NaN|\[object|[A-Z]{3,}_[A-Z]/);
    }
  }
});
