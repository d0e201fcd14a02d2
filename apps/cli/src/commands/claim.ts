import {
  computeAssessment,
  explainLine,
  explainRefusal,
  explainSteps,
  sayFraction,
  parseFacts,
  parseLedger,
  sayWords,
  type Assessment,
  type Line,
  type Locale,
  type Pack,
} from '@yibu/claim-engine';
import { fen, formatYuan } from '@yibu/kernel';
import {
  decisionsOf,
  guarded,
  localeOf,
  need,
  print,
  readArguments,
  unexpected,
  verbOf,
} from '../pure/command.js';
import {
  ignoredFields,
  misreadFacts,
  sayIgnored,
  sayMisread,
  warn,
  type IgnoredField,
  type MisreadFact,
} from '../pure/ignored-fields.js';
import { readJson, readPack } from '../pure/read-file.js';
import { table } from '../pure/table.js';

const USAGE = `yibu claim compute --pack <id | file> --facts <file> --period 2025-04 | 2025-Q2 | 2025-H1 | 2025
                   [--ledger <file>] [--decision ID=OPTION]... [--json] [--explain] [--lang zh | en]
`;

const KINDS = {
  NORMAL: ['正常', 'normal'],
  CATCH_UP: ['补报', 'catch-up'],
  REVERSAL: ['冲回', 'reversal'],
} as const;
const STATUSES = {
  PAYABLE: ['计发', 'payable'],
  NOT_PAYABLE: ['不计发', 'not payable'],
  NEEDS_DECISION: ['待决定', 'needs decision'],
} as const;

const money = (amountFen: number): string => formatYuan(fen(amountFen));

/** The step that decided: the first that failed, or the arithmetic. */
function reason(line: Line, locale: Locale): string {
  const steps = explainSteps(line, locale);
  const trace = line.trace;
  const isDecisive = (code: string): boolean =>
    /FAILED|MISSING|NOT_COUNTED|NOT_YET|NO_|NOT_IN_FORCE|UNMAPPED|UNKNOWN|NEEDS_|RETURNED|SHRANK|DUE_LATER|NOT_COMPLETED/.test(
      code,
    );
  // What stands behind "the exclusion does not apply" failed, and that is why the line is paid.
  const index =
    line.status === 'PAYABLE'
      ? -1
      : trace.findIndex(
          (step, at) => isDecisive(step.code) && trace[at - 1]?.code !== 'EXCLUSION_DOES_NOT_APPLY',
        );
  return steps[index < 0 ? steps.length - 1 : index]?.text ?? '';
}

function programTable(assessment: Assessment, program: string, locale: Locale): string {
  const [t, isZh] = [locale === 'zh' ? 0 : 1, locale === 'zh'] as const;
  const titles = isZh
    ? ['月份', '对象', '类型', '状态', '数量', '标准', '金额', '原因']
    : ['month', 'subject', 'kind', 'status', 'quantity', 'rate', 'amount', 'reason'];
  const rows = assessment.lines
    .filter((line) => line.program === program)
    .map((line) => {
      const { d } = line.record.quantity;
      return [
        line.month,
        line.subject.id,
        KINDS[line.kind][t],
        STATUSES[line.status][t],
        sayFraction(line.quantity, d),
        line.rateFen === null ? '' : money(line.rateFen),
        money(line.amountFen),
        reason(line, locale),
      ];
    });
  const columns = titles.map((title, index) =>
    index >= 4 && index <= 6 ? { title, align: 'right' as const } : { title },
  );
  return table(columns, rows);
}

function report(pack: Pack, assessment: Assessment, locale: Locale, isExplained: boolean): string {
  const isZh = locale === 'zh';
  const parts: string[] = [
    `${sayWords(pack.title, locale)}  ${assessment.period}  ${assessment.center}`,
  ];
  for (const total of assessment.totals) {
    const program = pack.programs.find((candidate) => candidate.id === total.program);
    const own = assessment.lines.filter((line) => line.program === total.program);
    parts.push('', `${sayWords(program?.title, locale)} (${total.program})`);
    if (own.length === 0) {
      parts.push(isZh ? '  本期没有应报的内容' : '  nothing in this period');
      continue;
    }
    parts.push(programTable(assessment, total.program, locale));
    if (isExplained) {
      parts.push('', ...own.map((line) => `  ${line.subject.id}  ${explainLine(line, locale)}`));
    }
    const sum = total.payableFen + total.reversalFen;
    parts.push(
      isZh
        ? `小计：计发 ${money(total.payableFen)} 元，冲回 ${money(total.reversalFen)} 元，合计 ${money(sum)} 元`
        : `subtotal: payable ${money(total.payableFen)}, reversals ${money(total.reversalFen)}, together ${money(sum)} yuan`,
    );
  }
  for (const refusal of assessment.refusals) {
    const program = pack.programs.find((candidate) => candidate.id === refusal.program);
    const title = sayWords(program?.title, locale);
    parts.push(
      '',
      `${title} (${refusal.program})  ${isZh ? '不能计算' : 'refused'}: ${explainRefusal(refusal, locale)}`,
    );
  }
  const changed = assessment.decisions.filter((decision) => decision.isOverridden);
  if (changed.length > 0) {
    parts.push(
      '',
      `${isZh ? '本次改变的选项' : 'decided otherwise for this run'}: ${changed.map((one) => `${one.id}=${one.option ?? ''}`).join(', ')}`,
    );
  }
  parts.push(
    '',
    `${isZh ? '总计' : 'total'}: ${money(assessment.totalFen)} ${isZh ? '元' : 'yuan'}`,
  );
  return parts.join('\n');
}

/** Writes the result line by line: a county's year is longer than a string may be. */
function printJson(assessment: Assessment, ignored: readonly (IgnoredField | MisreadFact)[]): void {
  const { lines } = assessment;
  const warnings = ignored.length === 0 ? {} : { warnings: ignored };
  const text = JSON.stringify({ ...(assessment.toJSONWithoutLines() as object), ...warnings });
  const [head, tail] = text.split('"@lines"');
  process.stdout.write(`${head ?? ''}[`);
  let buffer: string[] = [];
  lines.forEach((line, index) => {
    buffer.push(`${index === 0 ? '' : ','}\n${JSON.stringify(line)}`);
    if (buffer.length === 500) {
      process.stdout.write(buffer.join(''));
      buffer = [];
    }
  });
  process.stdout.write(`${buffer.join('')}\n]${tail ?? ''}\n`);
}

function compute(args: readonly string[]): number {
  const given = readArguments(args, {
    pack: { type: 'string' },
    facts: { type: 'string' },
    period: { type: 'string' },
    ledger: { type: 'string' },
    decision: { type: 'string', multiple: true },
    explain: { type: 'boolean' },
  });
  if (given.positionals.length > 0) {
    throw unexpected(given.positionals.join(' '));
  }
  const [packName, factsFile, period] = [
    need(given, 'pack'),
    need(given, 'facts'),
    need(given, 'period'),
  ];
  const decisions = decisionsOf(given);
  const pack = readPack(packName);
  const factsJson = readJson(factsFile);
  const facts = parseFacts(factsJson);
  const ledgerJson = typeof given.values.ledger === 'string' ? readJson(given.values.ledger) : null;
  const ledger = ledgerJson === null ? null : parseLedger(ledgerJson);
  const ignored = [
    ...ignoredFields(factsFile, factsJson, 'facts'),
    ...(ledgerJson === null ? [] : ignoredFields(need(given, 'ledger'), ledgerJson, 'ledger')),
  ];
  const misread = misreadFacts(factsFile, pack, factsJson);
  const assessment = computeAssessment(pack, facts, period, ledger, { decisions });
  if (given.values.json === true) {
    printJson(assessment, [...ignored, ...misread]);
  } else {
    const locale = localeOf(given);
    warn([
      ...ignored.map((one) => sayIgnored(one, locale)),
      ...misread.map((one) => sayMisread(one, locale)),
    ]);
    print(report(pack, assessment, localeOf(given), given.values.explain === true));
  }
  return 0;
}

/** `yibu claim compute`: entitlement minus ledger, from files alone. */
export async function run(args: readonly string[]): Promise<number> {
  return await guarded(args, USAGE, () => {
    const [, rest] = verbOf(args, ['compute']);
    return compute(rest);
  });
}
