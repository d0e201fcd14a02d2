import {
  advisePack,
  checkPack,
  describePack,
  diffPacks,
  explainAdvice,
  explainRefusal,
  parseFacts,
  parsePack,
  RefusedInput,
  type Locale,
  type Pack,
  type PackDiff,
} from '@yibu/claim-engine';
import { fen, formatYuan } from '@yibu/kernel';
import {
  guarded,
  localeOf,
  missing,
  need,
  onlyOne,
  print,
  readArguments,
  unexpected,
  verbOf,
} from '../pure/command.js';
import { ignoredFields, sayIgnored, warn } from '../pure/ignored-fields.js';
import { readJson, readPack, readPackJson } from '../pure/read-file.js';
import { table } from '../pure/table.js';

const USAGE = `yibu pack check <id | file> [--json] [--lang zh | en]
yibu pack diff <old> <new> --facts <file> [--period 2025] [--json] [--lang zh | en]
`;

const money = (amountFen: number): string => formatYuan(fen(amountFen));

function described(pack: Pack, locale: Locale): string {
  const isZh = locale === 'zh';
  const { title, where, programs, decisions } = describePack(pack, locale);
  const parts = [`${title}  (${pack.id} ${pack.version})`, where];
  if (programs.length === 0) {
    parts.push('', isZh ? '本政策包不支付任何款项。' : 'This pack pays nothing.');
  }
  for (const program of programs) {
    parts.push(
      '',
      `${program.title} (${program.id})`,
      ...program.lines.map((line) => `  - ${line}`),
    );
  }
  if (decisions.length > 0) {
    parts.push(
      '',
      isZh ? '已记录的决定：' : 'Recorded decisions:',
      ...decisions.map((line) => `  - ${line}`),
    );
  }
  return parts.join('\n');
}

function check(args: readonly string[]): number {
  const given = readArguments(args, {});
  const file = onlyOne(given, '<id | file>');
  const value = readPackJson(file);
  const problems = checkPack(value);
  if (problems.length > 0) {
    throw new RefusedInput(problems);
  }
  const pack = parsePack(value);
  const locale = localeOf(given);
  const advice = advisePack(pack);
  if (given.values.json === true) {
    print(
      JSON.stringify(
        {
          schema: 'pack-check/1',
          pack: { id: pack.id, version: pack.version },
          problems: [],
          warnings: advice.map((one) => ({ ...one, text: explainAdvice(one, locale) })),
          description: describePack(pack, locale),
        },
        null,
        2,
      ),
    );
  } else {
    warn(advice.map((one) => explainAdvice(one, locale)));
    print(described(pack, locale));
  }
  return 0;
}

function changes(diff: PackDiff, locale: Locale): string {
  const isZh = locale === 'zh';
  const titles = isZh
    ? ['项目', '对象', '原', '新', '差额']
    : ['program', 'subject', 'old', 'new', 'change'];
  const columns = titles.map((title, index) =>
    index > 1 ? { title, align: 'right' as const } : { title },
  );
  const rows = (list: PackDiff['gains']): string[][] =>
    list.map((one) => [
      one.program,
      one.subject.id,
      money(one.oldFen),
      money(one.newFen),
      money(one.changeFen),
    ]);
  const parts = [`${isZh ? '试算期间' : 'tried over'}: ${diff.period}`];
  for (const change of diff.words) {
    parts.push(
      '',
      change.program,
      ...change.removed.map((line) => `  - ${line}`),
      ...change.added.map((line) => `  + ${line}`),
    );
  }
  parts.push(
    '',
    isZh ? `增加（${diff.gains.length}）` : `gain (${diff.gains.length})`,
    table(columns, rows(diff.gains)),
  );
  parts.push(
    '',
    isZh ? `减少（${diff.losses.length}）` : `lose (${diff.losses.length})`,
    table(columns, rows(diff.losses)),
  );
  for (const refusal of diff.refusals.new) {
    parts.push('', `${refusal.program}: ${explainRefusal(refusal, locale)}`);
  }
  parts.push(
    '',
    isZh
      ? `合计：原 ${money(diff.oldFen)} 元，新 ${money(diff.newFen)} 元，差额 ${money(diff.changeFen)} 元`
      : `together: old ${money(diff.oldFen)}, new ${money(diff.newFen)}, change ${money(diff.changeFen)} yuan`,
  );
  return parts.join('\n');
}

function diff(args: readonly string[]): number {
  const given = readArguments(args, { facts: { type: 'string' }, period: { type: 'string' } });
  const [before, after, ...more] = given.positionals;
  if (before === undefined || after === undefined || more.length > 0) {
    throw more.length > 0 ? unexpected(more.join(' ')) : missing('<old> <new>');
  }
  const factsFile = need(given, 'facts');
  const [oldPack, newPack] = [readPack(before), readPack(after)];
  const factsJson = readJson(factsFile);
  const facts = parseFacts(factsJson);
  const locale = localeOf(given);
  warn(ignoredFields(factsFile, factsJson, 'facts').map((one) => sayIgnored(one, locale)));
  const { period } = given.values;
  const found = diffPacks(oldPack, newPack, facts, {
    locale,
    ...(typeof period === 'string' ? { period } : {}),
  });
  print(given.values.json === true ? JSON.stringify(found, null, 2) : changes(found, locale));
  return 0;
}

/** `yibu pack check` and `yibu pack diff`: what a pack says, and what changing it would do. */
export async function run(args: readonly string[]): Promise<number> {
  return await guarded(args, USAGE, () => {
    const [verb, rest] = verbOf(args, ['check', 'diff']);
    return verb === 'check' ? check(rest) : diff(rest);
  });
}
