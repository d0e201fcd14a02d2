import { fen, formatYuan } from '@yibu/kernel';

import type { Check, Finding } from './verification.js';

type Params = Finding['params'];
type Pair = readonly [zh: (p: Params) => string, en: (p: Params) => string];

const say = (value: Params[string] | undefined): string =>
  typeof value === 'object' ? value.join(', ') : String(value ?? '');
const yuan = (value: Params[string] | undefined): string => formatYuan(fen(Number(value)));

const NAMES: Readonly<Record<Check, readonly [zh: string, en: string]>> = {
  ARCHIVE: ['压缩包', 'archive'],
  FILES: ['文件', 'files'],
  MANIFEST: ['清单', 'manifest'],
  DIGESTS: ['摘要', 'digests'],
  SIGNATURE: ['签名', 'signature'],
  KEY: ['密钥', 'key'],
  DATA: ['数据', 'data'],
  CONTENT: ['一致性', 'one claim'],
  PACK: ['政策', 'policy'],
  RESULT: ['复算', 'computation'],
  WORKBOOK: ['工作簿', 'workbook'],
  PAPERS: ['纸质件', 'papers'],
};

const SENTENCES: Readonly<Record<string, Pair>> = {
  ARCHIVE: [() => '可以打开', () => 'opens'],
  ARCHIVE_BROKEN: [
    () => '不是完整的压缩包：文件被截断、损坏，或含有越出包外的路径',
    () => 'is no whole zip file: cut off, damaged, or with a path that leaves it',
  ],
  ARCHIVE_TOO_MANY: [() => '文件过多', () => 'holds too many files'],
  ARCHIVE_TOO_LARGE: [
    (p) => `解压后过大（${say(p['file'])}）`,
    (p) => `unpacks to too much (${say(p['file'])})`,
  ],
  ARCHIVE_DUPLICATE: [
    (p) => `同名文件出现两次：${say(p['file'])}`,
    (p) => `holds ${say(p['file'])} twice`,
  ],
  ARCHIVE_NOT_PLAIN: [
    (p) => `含有文件夹、链接或加密文件：${say(p['file'])}`,
    (p) => `holds a folder, a link or an encrypted file: ${say(p['file'])}`,
  ],
  FILES: [(p) => `共 ${say(p['count'])} 个，齐全`, (p) => `all ${say(p['count'])} are there`],
  FILES_MISSING: [(p) => `缺少 ${say(p['files'])}`, (p) => `missing: ${say(p['files'])}`],
  FILES_EXTRA: [
    (p) => `多出不属于申报包的文件：${say(p['files'])}`,
    (p) => `not part of a filing: ${say(p['files'])}`,
  ],
  MANIFEST: [() => '格式正确', () => 'is well formed'],
  MANIFEST_BROKEN: [
    () => 'manifest.json 不是规范格式的清单',
    () => 'manifest.json is not a manifest in canonical form',
  ],
  DIGESTS: [
    (p) => `${say(p['count'])} 个文件的大小与 SHA-256 均与清单相符`,
    (p) => `size and SHA-256 of ${say(p['count'])} files are those of the manifest`,
  ],
  FILES_NOT_IN_MANIFEST: [
    (p) => `清单没有列出，或重复列出：${say(p['files'])}`,
    (p) => `the manifest does not name, or names twice: ${say(p['files'])}`,
  ],
  FILE_CHANGED: [
    (p) => `${say(p['file'])} 与清单不符：生成以后被改动`,
    (p) => `${say(p['file'])} is not the file of the manifest: changed after it was made`,
  ],
  SIGNATURE: [
    () => '清单的 Ed25519 签名有效',
    () => 'the Ed25519 signature of the manifest is right',
  ],
  NOT_SIGNED: [() => '清单没有签名', () => 'the manifest is not signed'],
  SIGNATURE_WRONG: [
    () => '清单的签名无效：清单或签名被改动',
    () => 'the signature is wrong: the manifest or the signature was changed',
  ],
  KEY: [() => '以所给公钥签名', () => 'signed with the key that was given'],
  KEY_NOT_GIVEN: [
    (p) => `没有用 --key 给出运营单位公钥，请核对签名密钥的指纹：${say(p['keys'])}`,
    (p) =>
      `no --key was given; compare the key's fingerprint with the operator's: ${say(p['keys'])}`,
  ],
  KEY_DIFFERS: [
    (p) => `不是以所给公钥签名（所给公钥的指纹：${say(p['keys'])}）`,
    (p) => `not signed with the key that was given (its fingerprint: ${say(p['keys'])})`,
  ],
  DATA: [() => '各数据文件均为规范格式', () => 'every data file is in canonical form'],
  DATA_BROKEN: [
    (p) => `${say(p['file'])} 缺失，或不是规范格式的数据`,
    (p) => `${say(p['file'])} is missing or not in canonical form`,
  ],
  CONTENT: [
    () => '清单、申报信息与结果为同一申报，数据摘要相符',
    () => 'manifest, particulars and result are of one claim, and the data digest is theirs',
  ],
  CLAIM_DIFFERS: [
    () => '清单、申报信息与结果不是同一申报',
    () => 'manifest, particulars and result are not of one claim',
  ],
  CONTENT_DIFFERS: [
    () => '数据摘要与数据文件不符',
    () => 'the data digest is not that of the data files',
  ],
  PACK: [() => '结果所依据的政策包就是本包', () => 'the result rests on this policy pack'],
  PACK_DIFFERS: [() => '结果依据的是另一个政策包', () => 'the result rests on another policy pack'],
  RESULT: [
    (p) =>
      `依本包事实、政策与台账复算，${say(p['lines'])} 条明细逐字节相同，合计 ${yuan(p['totalFen'])} 元`,
    (p) =>
      `computed again from its own facts, policy and ledger: ${say(p['lines'])} lines the same to the byte, ${yuan(p['totalFen'])} yuan in all`,
  ],
  RESULT_ORDER: [
    () => '复算的明细相同，但次序或附带内容不同',
    () => 'the lines are those computed, but in another order or with other surroundings',
  ],
  RESULT_DIFFERS: [
    (p) =>
      `复算不符：${say(p['count'])} 条明细不同（${say(p['lines'])}），申报 ${yuan(p['filedFen'])} 元，复算 ${yuan(p['computedFen'])} 元`,
    (p) =>
      `computes otherwise: ${say(p['count'])} lines differ (${say(p['lines'])}); filed ${yuan(p['filedFen'])}, computed ${yuan(p['computedFen'])} yuan`,
  ],
  RESULT_OTHER_ENGINE: [
    (p) =>
      `由第 ${say(p['engine'])} 版计算程序算出，本机装的是第 ${say(p['installed'])} 版，不能复算比对；这不表示内容被改动。请用当时的版本核验`,
    (p) =>
      `computed by engine ${say(p['engine'])}, while engine ${say(p['installed'])} is installed: it cannot be compared here, which does not mean that anything was changed. Verify it with the version that made it`,
  ],
  INPUT_REFUSED: [
    (p) => `不能复算，有 ${say(p['count'])} 处错误：`,
    (p) => `cannot be computed, ${say(p['count'])} problems:`,
  ],
  WORKBOOK: [() => '表中各数与结果相符', () => 'shows the numbers of the result, all of them'],
  WORKBOOK_DIFFER: [() => '表中内容与数据不符', () => 'shows something else than the data'],
  PAPERS: [() => '由数据重新排印，内容相同', () => 'printed again from the data: the same'],
  PAPERS_DIFFER: [
    () => '由数据重新排印，内容不同',
    () => 'printed again from the data: not the same',
  ],
  LAYOUT_UNKNOWN: [
    (p) => `由另一版式（${say(p['layout'])}）排印，本版本不能重排比对；请人工核对合计`,
    (p) =>
      `made in layout ${say(p['layout'])}, which this edition cannot print again; compare the totals by eye`,
  ],
  UNPRINTABLE: [() => '依这些数据排不出申报材料', () => 'cannot have been printed from these data'],
};

/** A finding as one sentence, with the name of the check before it. */
export function sayFinding(finding: Finding, locale: 'zh' | 'en'): string {
  const index = locale === 'zh' ? 0 : 1;
  const sentence = SENTENCES[finding.code]?.[index](finding.params) ?? finding.code;
  return `${NAMES[finding.check][index]}${locale === 'zh' ? '：' : ': '}${sentence}`;
}
