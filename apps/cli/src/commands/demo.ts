const USAGE = 'yibu demo load\n';

/** `yibu demo load`: the demonstration data, once, and how to sign in. */
export async function run(args: readonly string[]): Promise<number> {
  if (args.length !== 1 || args[0] !== 'load') {
    process.stderr.write(USAGE);
    return 2;
  }
  const { loadDemo } = await import('../demo/load.js');
  await loadDemo((line) => {
    process.stdout.write(`${line}\n`);
  });
  return 0;
}
