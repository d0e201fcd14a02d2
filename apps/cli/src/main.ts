interface Command {
  /** Exit code: 0 done, 1 refused or not verified, 2 wrong usage. */
  run(args: readonly string[]): Promise<number>;
}

/**
 * Each command loads its own modules when it is asked for: `claim`, `pack` and `filing` need neither framework nor
 * database, and an auditor's machine has neither.
 */
const COMMANDS: Readonly<Record<string, { usage: string; load: () => Promise<Command> }>> = {
  claim: {
    usage: 'claim compute --pack … --facts … --period …   compute a claim from files',
    load: async () => await import('./commands/claim.js'),
  },
  pack: {
    usage: 'pack check <file> | diff <old> <new> --facts …   read, check and compare policy packs',
    load: async () => await import('./commands/pack.js'),
  },
  filing: {
    usage: 'filing verify <package> [--key …]  recompute a filing, check its digests and signature',
    load: async () => await import('./commands/filing.js'),
  },
  sample: {
    usage: 'sample verify <file>                 draw a sample again from its population and seed',
    load: async () => await import('./commands/sample.js'),
  },
  migrate: {
    usage: 'migrate                            bring the database schema up to date',
    load: async () => await import('./commands/migrate.js'),
  },
  demo: {
    usage: 'demo load                          load the demonstration data, once',
    load: async () => await import('./commands/demo.js'),
  },
};

function usage(): string {
  const lines = Object.values(COMMANDS).map((command) => `  yibu ${command.usage}`);
  return `颐簿 Yibu\n\n${lines.join('\n')}\n`;
}

async function main(args: readonly string[]): Promise<number> {
  const [name = '', ...rest] = args;
  if (name === '' || name === 'help' || name === '--help' || name === '-h') {
    process.stdout.write(usage());
    return name === '' ? 2 : 0;
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) {
    process.stderr.write(`没有 ${name} 这个命令 / no such command: ${name}\n\n${usage()}`);
    return 2;
  }
  return await (await command.load()).run(rest);
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(
      `${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    );
    process.exitCode = 1;
  },
);
