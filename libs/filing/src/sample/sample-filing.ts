import { idNumberCheckCharacter } from '@yibu/kernel';
import type { AssessmentLine, FilingInput, FilingPerson } from '../filing.js';

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

export function samplePeople(count: number): FilingPerson[] {
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
      admittedOn: '2025-01-10',
      leftOn: null,
      careClass: index % 3 === 0 ? '半失能' : '失能',
    };
  });
}

function lineOf(person: FilingPerson, index: number): AssessmentLine {
  const isReversal = index % 11 === 10;
  const rateFen = person.careClass === '失能' ? 30_000 : 20_000;
  const isCatchUp = !isReversal && index % 4 !== 3;
  return {
    id: `L${index + 1}`,
    program: 'bed-subsidy',
    subject: { kind: 'person', id: person.id },
    month: isReversal ? '2025-02' : `2025-0${1 + (index % 4)}`,
    kind: isReversal ? 'REVERSAL' : isCatchUp ? 'CATCH_UP' : 'NORMAL',
    status: 'PAYABLE',
    quantity: 1,
    unit: 'person-month',
    rateFen,
    amountFen: isReversal ? -rateFen : rateFen,
  };
}

const REASON: Readonly<Record<AssessmentLine['kind'], string>> = {
  NORMAL: '本年住养已超过3个月，当月实住30天（不少于15天），按评估等级计发一个月。',
  CATCH_UP: '4月起本年住养超过3个月，补报此前已住月份；当月实住28天，住院2天不计入。',
  REVERSAL: '3月补录外出请假，当月实住不足15天，冲减已申报金额。',
};

/** A claim of `count` paying lines of bed subsidy, for specs, measurements and specimens. */
export function sampleFiling(count = 24, peopleCount = Math.ceil(count / 4)): FilingInput {
  const people = samplePeople(peopleCount);
  const lines = Array.from({ length: count }, (_, index) =>
    lineOf(people[Math.floor(index / 4) % people.length] as FilingPerson, index),
  );
  const unpaid: AssessmentLine = {
    ...(lines[0] as AssessmentLine),
    id: 'N1',
    status: 'NOT_PAYABLE',
    quantity: 0,
    amountFen: 0,
    month: '2025-04',
    kind: 'NORMAL',
  };
  const all = [...lines, unpaid];
  const totalFen = lines.reduce((total, line) => total + line.amountFen, 0);
  const reversalFen = lines
    .filter((line) => line.kind === 'REVERSAL')
    .reduce((total, line) => total + line.amountFen, 0);
  return {
    claim: {
      number: 'YC-2025-04-0007',
      revision: 2,
      previousDigest: 'a3'.repeat(32),
      centerName: '青溪镇社区居家养老服务中心',
      centerCode: 'QX-001',
      organizationName: '安颐养老服务有限公司',
      bureauName: '青溪县民政局',
      countyName: '青溪县',
      period: '2025-04',
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
    },
    facts: { schema: 'facts/1', county: '140522', people: people.map(({ id }) => ({ id })) },
    pack: { schema: 'pack/1', id: 'yangcheng-2022' },
    ledger: { schema: 'ledger/1', entries: [] },
    result: {
      schema: 'assessment/1',
      pack: { id: 'yangcheng-2022', sha256: '0'.repeat(64) },
      period: '2025-04',
      lines: all,
      refusals: [{ program: 'operating-subsidy', code: 'GRADE_UNMAPPED' }],
      totals: [{ program: 'bed-subsidy', payableFen: totalFen - reversalFen, reversalFen }],
      totalFen,
    },
    people,
    attachments: [
      { name: '青溪镇中心4月入住花名册（签字版）.pdf', sha256: '5e'.repeat(32), kind: '花名册' },
      { name: '能力评估报告汇编.pdf', sha256: 'c1'.repeat(32), kind: '评估' },
    ],
    programs: [
      {
        id: 'bed-subsidy',
        name: '床位补贴',
        document: '《推进社区居家养老服务发展的实施方案》（2022年）',
        clause: '三、（一）',
        refusal: null,
      },
      {
        id: 'operating-subsidy',
        name: '运营补贴',
        document: '《推进社区居家养老服务发展的实施方案》（2022年）',
        clause: '三、（一）',
        refusal: '机构等级未对应到补贴档次，需由县民政局确认。',
      },
      {
        id: 'purchased-services',
        name: '政府购买服务',
        document: '《推进社区居家养老服务发展的实施方案》（2022年）',
        clause: '三、（一）',
        refusal: null,
      },
    ],
    decisions: [
      {
        id: 'YC-A1',
        question: '年度住养时间超过3个月后，此前三个月是否一并计发？',
        why: '文件以“年度”限定资格，计发单位“每人每月”未排除起始月份。',
        decidedBy: '县民政局 2025-01-15 口头答复，待书面确认',
        options: [
          { option: '达到条件后，本年各月一并计发', totalFen, isChosen: true },
          { option: '仅计发达到条件之后的月份', totalFen: 180_000, isChosen: false },
        ],
      },
      {
        id: 'YC-A5',
        question: '不满一个月的月份如何计发？',
        why: '计发单位为月，没有日标准；以15天为界。',
        decidedBy: '默认口径',
        options: [
          { option: '当月实住不少于15天的按整月计发', totalFen, isChosen: true },
          { option: '按实住天数折算', totalFen: 512_733, isChosen: false },
          { option: '当月住满才计发', totalFen: null, isChosen: false },
        ],
      },
    ],
    reasons: Object.fromEntries([
      ...lines.map((line) => [line.id, REASON[line.kind]]),
      ['N1', '本年住养66天，未超过3个月，暂不计发；条件达到后自动补报。'],
    ]) as Record<string, string>,
    undertaking: null,
    auditHead: { seq: 18_204, hash: '9f'.repeat(32), at: '2025-05-06T02:41:08.512Z' },
    language: 'zh-CN',
  };
}
