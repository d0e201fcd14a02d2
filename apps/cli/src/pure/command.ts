import { parseArgs, type ParseArgsConfig } from 'node:util';
import { explainProblem, RefusedInput, type Locale } from '@yibu/claim-engine';

/** Wrong usage: exit 2, with the usage text. */
export class WrongUsage extends Error {
  override readonly name = 'WrongUsage';
}

export const missing = (what: string): WrongUsage =>
  new WrongUsage(`缺少 ${what} / missing: ${what}`);

export const unexpected = (what: string): WrongUsage =>
  new WrongUsage(`不认识 ${what} / not understood: ${what}`);

/** In our words: Node's sentence also explains how to pass an argument that starts with a dash. */
function mistake(error: Error): WrongUsage {
  const option = /'(-[^' ]*)/.exec(error.message)?.[1] ?? error.message;
  return 'code' in error && error.code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION'
    ? new WrongUsage(`没有 ${option} 这个选项 / no such option: ${option}`)
    : new WrongUsage(`选项 ${option} 的写法不对 / this option is written otherwise: ${option}`);
}

/** The first word after the command, where the command does only some things. */
export function verbOf<Verb extends string>(
  args: readonly string[],
  verbs: readonly Verb[],
): [Verb, readonly string[]] {
  const [given, ...rest] = args;
  const verb = verbs.find((one) => one === given);
  if (verb === undefined) {
    throw given === undefined ? missing(verbs.join(' | ')) : unexpected(given);
  }
  return [verb, rest];
}

export interface Arguments {
  readonly positionals: readonly string[];
  readonly values: Readonly<Record<string, string | boolean | readonly string[] | undefined>>;
}

export function readArguments(
  args: readonly string[],
  options: ParseArgsConfig['options'],
): Arguments {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { ...options, json: { type: 'boolean' }, lang: { type: 'string' } },
      allowPositionals: true,
      strict: true,
    });
    const { lang } = values;
    if (lang !== undefined && lang !== 'zh' && lang !== 'en') {
      throw new WrongUsage('--lang: zh | en');
    }
    return { positionals, values: values as Arguments['values'] };
  } catch (error) {
    throw error instanceof WrongUsage ? error : mistake(error as Error);
  }
}

export const localeOf = (given: Arguments): Locale => (given.values.lang === 'en' ? 'en' : 'zh');

export function need(given: Arguments, name: string): string {
  const value = given.values[name];
  if (typeof value !== 'string' || value === '') {
    throw missing(`--${name}`);
  }
  return value;
}

/** The one file a command reads. */
export function onlyOne(given: Arguments, name: string): string {
  const [file, ...more] = given.positionals;
  if (file === undefined || more.length > 0) {
    throw file === undefined ? missing(name) : unexpected(more.join(' '));
  }
  return file;
}

/** Options such as `--decision YC-A1=PROSPECTIVE`, given once for each question. */
export function decisionsOf(given: Arguments): Record<string, string> {
  const list = given.values.decision;
  return Object.fromEntries(
    (Array.isArray(list) ? (list as string[]) : []).map((text) => {
      const [id, option] = text.split('=');
      if (id === undefined || option === undefined || id === '' || option === '') {
        throw new WrongUsage('--decision: ID=OPTION');
      }
      return [id, option];
    }),
  );
}

export const print = (text: string): void => {
  process.stdout.write(text.endsWith('\n') ? text : `${text}\n`);
};

const wantsJson = (args: readonly string[]): boolean => args.includes('--json');

const langOf = (args: readonly string[]): Locale => {
  const place = args.indexOf('--lang');
  return args[place + 1] === 'en' || args.includes('--lang=en') ? 'en' : 'zh';
};

/** A period or an option that does not exist was typed wrongly; everything else is in a file. */
const isUsage = (path: string): boolean => path === '$.period' || path.startsWith('$.decisions.');

/** `--` ends the options: what follows it is a file, even one of this name. */
export const wantsHelp = (args: readonly string[]): boolean => {
  const end = args.indexOf('--');
  const options = end < 0 ? args : args.slice(0, end);
  return args[0] === 'help' || options.some((one) => one === '--help' || one === '-h');
};

/** Runs a command that reads files only; turns its failures into exit codes and readable reasons. */
export async function guarded(
  args: readonly string[],
  usage: string,
  work: () => number | Promise<number>,
): Promise<number> {
  if (wantsHelp(args)) {
    print(usage);
    return 0;
  }
  try {
    return await work();
  } catch (error) {
    if (error instanceof WrongUsage) {
      process.stderr.write(`${error.message}\n\n${usage}`);
      return 2;
    }
    if (!(error instanceof RefusedInput)) {
      throw error;
    }
    if (wantsJson(args)) {
      print(JSON.stringify({ schema: 'refusal/1', problems: error.problems }, null, 2));
    } else {
      const locale = langOf(args);
      process.stderr.write(
        `${error.problems.map((problem) => explainProblem(problem, locale)).join('\n')}\n`,
      );
    }
    return error.problems.every((problem) => isUsage(problem.path)) ? 2 : 1;
  }
}
