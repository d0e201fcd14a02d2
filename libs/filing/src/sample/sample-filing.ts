import {
  computeAssessment,
  explainLine,
  explainRefusal,
  parseFacts,
  parseLedger,
  parsePack,
  sayWords,
  shippedPackUrl,
  type Assessment,
  type Pack,
} from '@yibu/claim-engine';
import { idNumberCheckCharacter } from '@yibu/kernel';
import { readFileSync } from 'node:fs';

import type { FilingInput, FilingLanguage, FilingPerson } from '../filing.js';

const FAMILY = [...'王李张刘陈杨赵黄周吴徐孙马朱胡郭何林罗梁'];
const GIVEN = [
  '秀英',
  '桂兰',
  '建国',
  '玉珍',
  '凤英',
  '德福',
  '淑芬',
  '国强',
  '春梅',
  '守义',
  '兰',
  '喆',
];

/** A number with a true check digit in an area that nobody has. */
function idNumber(bornOn: string, order: number): string {
  const first17 = `999999${bornOn.replaceAll('-', '')}${String(order % 1000).padStart(3, '0')}`;
  return `${first17}${idNumberCheckCharacter(first17)}`;
}

function samplePeople(count: number): FilingPerson[] {
  return Array.from({ length: count }, (_, index) => {
    const bornOn = `${1930 + (index % 25)}-${String((index % 12) + 1).padStart(2, '0')}-15`;
    const family = FAMILY[index % FAMILY.length] ?? '';
    const given = GIVEN[(index * 5) % GIVEN.length] ?? '';
    return {
      id: `p${index + 1}`,
      name: index === 3 ? '𠮷田翀' : `${family}${given}`,
      idNumber: index === 5 ? null : idNumber(bornOn, index + 1),
      sex: (index + 1) % 2 === 1 ? 'M' : 'F',
      bornOn,
      bed: `${1 + (index % 4)}0${1 + (index % 9)}-${1 + (index % 3)}`,
      admittedOn: index % 12 === 11 ? '2025-03-05' : '2025-01-10',
      leftOn: null,
      careClass: index % 3 === 0 ? '半失能' : '失能',
    };
  });
}

const PERIOD = '2025-04';

/** One of twelve came in March, one of nine lay in hospital for most of February, one of ten has no level. */
function factsOf(people: readonly FilingPerson[]): unknown {
  return {
    schema: 'facts/1',
    county: '140522',
    center: {
      id: 'c1',
      ownership: 'PUBLIC_BUILT_PRIVATE_RUN',
      forProfit: false,
      registeredBeds: Math.max(40, people.length),
      openedOn: '2024-03-01',
      grades: [],
    },
    people: people.map(({ id, sex, bornOn }) => ({
      id,
      sex,
      bornOn,
      diedOn: null,
      householdCounty: '140522',
    })),
    stays: people.map(({ id, admittedOn }) => ({
      id: `s-${id}`,
      person: id,
      bed: null,
      from: admittedOn,
      until: null,
    })),
    absences: people
      .filter((_, index) => index % 9 === 4)
      .map(({ id }) => ({
        id: `x-${id}`,
        stay: `s-${id}`,
        kind: 'HOSPITAL',
        from: '2025-02-02',
        until: '2025-02-24',
      })),
    assessments: people
      .filter((_, index) => index % 10 !== 7)
      .map(({ id, careClass }) => ({
        id: `a-${id}`,
        person: id,
        scale: 'GBT42195',
        level: careClass === '失能' ? 3 : 2,
        kind: 'OFFICIAL',
        from: '2025-01-05',
        until: '2026-01-05',
      })),
  };
}

/** January was claimed on paper for everybody; February for one who, as is known now, lay in hospital. */
function ledgerOf(people: readonly FilingPerson[]): unknown {
  const entry = (id: string, month: string, amountFen: number): unknown => ({
    program: 'bed-subsidy',
    subject: { kind: 'person', id },
    month,
    amountFen,
    status: 'OPENING',
    line: null,
    digest: null,
  });
  return {
    schema: 'ledger/1',
    entries: people
      .filter((_, index) => index % 9 === 4)
      .map(({ id, careClass }) => entry(id, '2025-02', careClass === '失能' ? 30_000 : 20_000)),
  };
}

export function samplePack(id = 'yangcheng-2022'): Pack {
  return parsePack(JSON.parse(readFileSync(shippedPackUrl(id), 'utf8')));
}

function wordsOf(
  pack: Pack,
  result: Assessment,
  language: FilingLanguage,
): Pick<FilingInput, 'programs' | 'decisions' | 'reasons'> {
  const locale = language === 'en' ? 'en' : 'zh';
  return {
    programs: pack.programs.map((program) => {
      const refusal = result.refusals.find((row) => row.program === program.id);
      const document = pack.documents.find(({ id }) => id === program.source.document);
      return {
        id: program.id,
        name: sayWords(program.title, locale),
        document: sayWords(document?.title, locale),
        clause: program.source.clause,
        refusal: refusal === undefined ? null : explainRefusal(refusal, locale),
      };
    }),
    decisions: (pack.decisions ?? []).map((decision) => ({
      id: decision.id,
      question: sayWords(decision.question, locale),
      why: sayWords(decision.why, locale),
      decidedBy: sayWords(decision.by, locale),
      options: decision.options.map((option) => ({
        option: sayWords(option.text, locale),
        totalFen: option.id === decision.chosen ? result.totalFen : null,
        isChosen: option.id === decision.chosen,
      })),
    })),
    reasons: Object.fromEntries(result.lines.map((line) => [line.id, explainLine(line, locale)])),
  };
}

/** A true claim of a center of `count` people, computed by the engine: for specs, measurements and specimens. */
export function sampleFiling(count = 12, language: FilingLanguage = 'zh-CN'): FilingInput {
  const people = samplePeople(count);
  const [facts, ledger, pack] = [factsOf(people), ledgerOf(people), samplePack()];
  const result = computeAssessment(pack, parseFacts(facts), PERIOD, parseLedger(ledger));
  return {
    claim: CLAIM,
    facts,
    pack,
    ledger,
    result: result.toJSON(),
    people,
    attachments: [
      { name: '青溪镇中心4月入住花名册（签字版）.pdf', sha256: '5e'.repeat(32), kind: '花名册' },
      { name: '能力评估报告汇编.pdf', sha256: 'c1'.repeat(32), kind: '评估' },
    ],
    ...wordsOf(pack, result, language),
    undertaking: null,
    auditHead: { seq: 18_204, hash: '9f'.repeat(32), at: '2025-05-06T02:41:08.512Z' },
    language,
  };
}

const CLAIM: FilingInput['claim'] = {
  number: 'YC-2025-04-0007',
  revision: 2,
  previousDigest: 'a3'.repeat(32),
  centerName: '青溪镇社区居家养老服务中心',
  centerCode: 'QX-001',
  organizationName: '安颐养老服务有限公司',
  bureauName: '青溪县民政局',
  countyName: '青溪县',
  period: PERIOD,
  preparedBy: '周文静',
  submittedBy: '赵立新',
  submittedAt: '2025-05-06T02:41:09.000Z',
  payee: {
    holder: '安颐养老服务有限公司',
    bank: '青溪农商银行营业部',
    number: '6200 0000 0000 0000 018',
  },
  isSinglePersonException: false,
  registeredBeds: 40,
  phone: '0356-0000000',
};
