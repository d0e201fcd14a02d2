import { createPublicKey, type KeyObject } from 'node:crypto';
import { explainProblem, type Locale } from '@yibu/claim-engine';
import { sayFinding, verifyFiling, type Finding, type Verification } from '@yibu/filing';
import { fen, formatYuan } from '@yibu/kernel';
import {
  guarded,
  localeOf,
  onlyOne,
  print,
  readArguments,
  verbOf,
  WrongUsage,
} from '../pure/command.js';
import { readBytes } from '../pure/read-file.js';

const USAGE = `yibu filing verify <package> [--key <public key, PEM>] [--json] [--lang zh | en]
`;

const MARKS = { PASSED: '✓', FAILED: '✗', NOTED: '!' } as const;
const SHOWN_PROBLEMS = 20;

function readKey(file: string): KeyObject {
  const pem = readBytes(file);
  try {
    return createPublicKey(pem);
  } catch {
    throw new WrongUsage(`--key: ${file} is no public key in PEM / 不是 PEM 格式的公钥`);
  }
}

function linesOf(finding: Finding, locale: Locale): string[] {
  const problems = (finding.problems ?? []).slice(0, SHOWN_PROBLEMS);
  return [
    `  ${MARKS[finding.outcome]} ${sayFinding(finding, locale)}`,
    ...problems.map((problem) => `      ${explainProblem(problem, locale)}`),
  ];
}

function head({ claim }: Verification, locale: Locale): string[] {
  if (claim === null) {
    return [];
  }
  const [isZh, total] = [locale === 'zh', formatYuan(fen(claim.totalFen))];
  return [
    `${claim.number} R${claim.revision}  ${claim.period}  ${claim.centerName}  ${claim.organizationName}`,
    isZh
      ? `提交 ${claim.submittedAt}，合计 ${total} 元`
      : `submitted ${claim.submittedAt}, ${total} yuan in all`,
  ];
}

function report(found: Verification, locale: Locale): string {
  const isZh = locale === 'zh';
  const failed = found.findings.filter(({ outcome }) => outcome === 'FAILED').length;
  const verdict = found.verified
    ? isZh
      ? '验证通过'
      : 'verified'
    : isZh
      ? `验证未通过：${failed} 项不符`
      : `not verified; what is wrong: ${failed}`;
  return [
    ...head(found, locale),
    `SHA-256 ${found.sha256}`,
    ...found.findings.flatMap((finding) => linesOf(finding, locale)),
    verdict,
  ].join('\n');
}

async function verify(args: readonly string[]): Promise<number> {
  const given = readArguments(args, { key: { type: 'string' } });
  const file = onlyOne(given, '<package>');
  const { key } = given.values;
  const found = await verifyFiling(readBytes(file), typeof key === 'string' ? readKey(key) : null);
  if (given.values.json === true) {
    print(JSON.stringify(found, null, 2));
  } else if (found.verified) {
    print(report(found, localeOf(given)));
  } else {
    process.stderr.write(`${report(found, localeOf(given))}\n`);
  }
  return found.verified ? 0 : 1;
}

/** `yibu filing verify`: a package speaks for itself, on a machine that has nothing else. */
export async function run(args: readonly string[]): Promise<number> {
  return await guarded(args, USAGE, async () => {
    const [, rest] = verbOf(args, ['verify']);
    return await verify(rest);
  });
}
