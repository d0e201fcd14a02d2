import { guarded, unexpected, verbOf } from '../pure/command.js';

const USAGE = 'yibu demo load\n';

/** `yibu demo load`: the demonstration data, once, and how to sign in. */
export async function run(args: readonly string[]): Promise<number> {
  return await guarded(args, USAGE, async () => {
    const [, more] = verbOf(args, ['load']);
    if (more.length > 0) {
      throw unexpected(more.join(' '));
    }
    const { loadDemo } = await import('../demo/load.js');
    await loadDemo((line) => {
      process.stdout.write(`${line}\n`);
    });
    return 0;
  });
}
