import path from 'node:path';

/** Everything the environment may say, read once at the start of a process. */
export interface Config {
  readonly port: number;
  readonly host: string;
  /** Where files, keys and logs live; the private database too, when there is one. */
  readonly dataDir: string;
  readonly database: DatabaseConfig;
  readonly masterKey: string | null;
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  /** Where people reach the product, without a slash at its end; null: no paper prints an address of it. */
  readonly publicUrl: string | null;
  /** Behind TLS: cookies get `Secure` and the `__Host-` prefix, and HSTS is sent. */
  readonly isTls: boolean;
  readonly isProduction: boolean;
}

export interface DatabaseConfig {
  readonly socketPath: string | null;
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly name: string;
}

const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const;

export class ConfigError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(
      `The settings cannot be used:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`,
    );
  }
}

/**
 * `DATABASE_URL` is `mysql://user:password@host:port/name` (`?socket=/path` for a socket). Throws ConfigError with
 * every problem at once.
 */
export function parseConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const problems: string[] = [];
  const database = parseDatabase(env['DATABASE_URL'], problems);
  const port = parsePort(env['PORT'] ?? '3000', 'PORT', problems);
  const logLevel = env['LOG_LEVEL'] ?? 'warn';
  if (!LOG_LEVELS.some((level) => level === logLevel)) {
    problems.push(`LOG_LEVEL is "${logLevel}"; it must be one of ${LOG_LEVELS.join(', ')}`);
  }
  const masterKey = env['YIBU_MASTER_KEY'] ?? null;
  if (masterKey !== null && Buffer.from(masterKey, 'base64').length !== 32) {
    problems.push('YIBU_MASTER_KEY must be 32 bytes in base64');
  }
  const publicUrl = parsePublicUrl(env['PUBLIC_URL'], problems);
  if (problems.length > 0 || database === null) {
    throw new ConfigError(problems);
  }
  return Object.freeze({
    port,
    // Set to nothing means not set: an empty host would listen on every address of the machine.
    host: env['HOST'] || '127.0.0.1',
    dataDir: path.resolve(env['YIBU_DATA'] || '.data'),
    database,
    masterKey,
    logLevel: logLevel as Config['logLevel'],
    publicUrl,
    isTls: env['YIBU_TLS'] === '1',
    isProduction: env['NODE_ENV'] === 'production',
  });
}

function parsePublicUrl(text: string | undefined, problems: string[]): string | null {
  if (text === undefined || text === '') {
    return null;
  }
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !/^https?:$/.test(url.protocol) || url.search !== '' || url.hash !== '') {
    problems.push(`PUBLIC_URL is "${text}"; it must be an address such as https://yibu.example`);
    return null;
  }
  return url.href.replace(/\/$/, '');
}

function parsePort(text: string, name: string, problems: string[]): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    problems.push(`${name} is "${text}"; it must be a port number from 0 to 65535`);
  }
  return port;
}

function parseDatabase(url: string | undefined, problems: string[]): DatabaseConfig | null {
  if (url === undefined || url === '') {
    problems.push('DATABASE_URL is missing (mysql://user:password@host:port/name)');
    return null;
  }
  try {
    const parsed = new URL(url);
    if (!['mysql:', 'mariadb:'].includes(parsed.protocol) || parsed.pathname.length < 2) {
      throw new TypeError('scheme or database name');
    }
    return {
      socketPath: parsed.searchParams.get('socket'),
      host: parsed.hostname || '127.0.0.1',
      port: Number(parsed.port || 3306),
      user: decodeURIComponent(parsed.username),
      password: decodeURIComponent(parsed.password),
      name: decodeURIComponent(parsed.pathname.slice(1)),
    };
  } catch {
    problems.push('DATABASE_URL is no address of the form mysql://user:password@host:port/name');
    return null;
  }
}

/** The only reader of the environment outside the command line's scripts. */
export const configFromEnvironment = (): Config => parseConfig(process.env);

/** Injection token. */
export const CONFIG = Symbol('Config');
