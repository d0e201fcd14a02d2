import { readdirSync, readFileSync } from 'node:fs';
import {
  computeAssessment,
  parseFacts,
  parseLedger,
  parsePack,
  shippedPackUrl,
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
    pack = parsePack(JSON.parse(readFileSync(shippedPackUrl(id), 'utf8')));
    packs.set(id, pack);
  }
  return pack;
}

it.each(cases)('$file $one.clause: $one.name', ({ one }) => {
  const ledger =
    one.ledger === undefined ? null : parseLedger({ schema: 'ledger/1', entries: one.ledger });
  const options = one.decisions === undefined ? {} : { decisions: one.decisions };
  const result = computeAssessment(
    packOf(one.pack),
    parseFacts(one.facts),
    one.period,
    ledger,
    options,
  ).toJSON();
  const { expect: wanted } = one;
  const own = result.lines.filter(
    (line) => wanted.program === undefined || line.program === wanted.program,
  );
  const total = own.reduce(
    (sum, line) => sum + (line.status === 'PAYABLE' ? line.amountFen : 0),
    0,
  );
  const told = own.map((line) => {
    const expected = wanted.lines?.find(
      (candidate) =>
        candidate.subject === line.subject.id &&
        candidate.month === line.month &&
        (candidate.program ?? line.program) === line.program,
    );
    return {
      subject: line.subject.id,
      month: line.month,
      ...(expected?.program === undefined ? {} : { program: line.program }),
      ...(expected?.kind === undefined ? {} : { kind: line.kind }),
      ...(expected?.status === undefined ? {} : { status: line.status }),
      amountFen: line.amountFen,
      ...(expected?.because === undefined
        ? {}
        : {
            because: line.trace.some((step) => step.code === expected.because)
              ? expected.because
              : line.trace.map((step) => step.code).join(' '),
          }),
      ...(expected?.warns === undefined ? {} : { warns: line.warnings }),
      ...(expected?.other === undefined
        ? {}
        : {
            other: Object.fromEntries(
              Object.keys(expected.other).map((key) => {
                const found = line.alternatives.find(
                  (other) => `${other.decision}=${other.option}` === key,
                );
                return [key, found?.amountFen];
              }),
            ),
          }),
      ...(expected?.shares === undefined
        ? {}
        : {
            shares: Object.fromEntries(
              (line.shares ?? []).map((share) => [share.payer, share.amountFen]),
            ),
          }),
    };
  });
  if (wanted.lines !== undefined) {
    expect(told).toEqual(wanted.lines);
  }
  expect(total).toBe(wanted.totalFen);
  if (wanted.refusals !== undefined) {
    expect(result.refusals.map(({ program, code }) => ({ program, code }))).toEqual(
      wanted.refusals,
    );
  }
});
