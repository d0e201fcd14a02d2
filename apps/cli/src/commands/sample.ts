import type { Locale } from '@yibu/claim-engine';
import { verifySample, type SampleFinding, type SampleVerification } from '@yibu/filing';

import { guarded, localeOf, onlyOne, print, readArguments, verbOf } from '../pure/command.js';
import { readBytes } from '../pure/read-file.js';

const USAGE = `yibu sample verify <file> [--json] [--lang zh | en]
`;

const WORDS: Record<SampleFinding['code'], Record<Locale, string>> = {
  FORMAT: { zh: '抽样文件的格式（sample/1）', en: 'the format of the file (sample/1)' },
  TWICE: { zh: '总体中没有重复的人', en: 'nobody is in the population twice' },
  POPULATION: { zh: '总体的摘要', en: 'the digest of the population' },
  DRAW: { zh: '按记录的种子重新抽取的结果', en: 'the sample drawn again by the recorded seed' },
};

function report(found: SampleVerification, locale: Locale): string {
  const isZh = locale === 'zh';
  return [
    ...found.findings.map(
      ({ code, outcome }) => `  ${outcome === 'PASSED' ? '✓' : '✗'} ${WORDS[code][locale]}`,
    ),
    found.verified
      ? isZh
        ? `验证通过：重新抽出同样的 ${found.drawn.length} 人`
        : `verified: the same ${found.drawn.length} people were drawn`
      : isZh
        ? '验证未通过'
        : 'not verified',
  ].join('\n');
}

/** `yibu sample verify`: draws an inspection's sample again from the file alone. */
export async function run(args: readonly string[]): Promise<number> {
  return await guarded(args, USAGE, async () => {
    const [, rest] = verbOf(args, ['verify']);
    const given = readArguments(rest, {});
    const file = onlyOne(given, '<file>');
    const found = verifySample(readBytes(file).toString('utf8'));
    if (given.values.json === true) {
      print(JSON.stringify(found, null, 2));
    } else if (found.verified) {
      print(report(found, localeOf(given)));
    } else {
      process.stderr.write(`${report(found, localeOf(given))}\n`);
    }
    return await Promise.resolve(found.verified ? 0 : 1);
  });
}
