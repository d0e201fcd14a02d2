import { localDate } from '@yibu/kernel';

import { readIdentity, type IdentityDraft } from './identity.rules.js';
import { soundOf, tidyName } from './name.rules.js';

const TODAY = localDate('2026-11-22');
const DRAFT: IdentityDraft = {
  name: '王秀英',
  sex: null,
  bornOn: null,
  idType: 'CITIZEN',
  idNumber: '11010519491231002X',
  noIdReason: null,
};

const rulesOf = (draft: Partial<IdentityDraft>): string[] => {
  const reading = readIdentity({ ...DRAFT, ...draft }, TODAY);
  return reading.ok ? [] : reading.problems.map(({ path, rule }) => `${path} ${rule}`);
};

describe('the identity of a resident', () => {
  it('takes birth date and sex from the number where the form leaves them open', () => {
    expect(readIdentity(DRAFT, TODAY)).toMatchObject({
      ok: true,
      identity: { bornOn: '1949-12-31', sex: 'F', idNumber: '11010519491231002X' },
    });
  });

  it('names the field and the fault of a wrong number', () => {
    expect(rulesOf({ idNumber: '110105194912310028', sex: 'F', bornOn: TODAY })).toEqual([
      'idNumber ID_CHECK_DIGIT',
    ]);
    expect(rulesOf({ idNumber: '' })).toContain('idNumber isNotEmpty');
  });

  it('refuses a sex or a birth date that the number contradicts, unless the register differs', () => {
    expect(rulesOf({ sex: 'M', bornOn: localDate('1949-12-30') })).toEqual([
      'sex SEX_CONTRADICTS_ID',
      'bornOn BIRTH_CONTRADICTS_ID',
    ]);
    expect(rulesOf({ sex: 'M', contradictionReason: '户口簿登记为男' })).toEqual([]);
  });

  it('knows the residence permits of Hong Kong, Macau and Taiwan residents by their areas', () => {
    expect(rulesOf({ idType: 'RESIDENCE_PERMIT', idNumber: '810000199408230021' })).toEqual([]);
    expect(rulesOf({ idNumber: '810000199408230021' })).toContain('idNumber ID_IS_PERMIT');
    expect(rulesOf({ idType: 'RESIDENCE_PERMIT' })).toContain('idNumber ID_IS_NO_PERMIT');
  });

  it('takes other papers by their form, and then asks for birth date and sex', () => {
    const paper = { sex: 'F', bornOn: localDate('1940-01-01') } as const;
    expect(rulesOf({ ...paper, idType: 'HK_MACAU_PASS', idNumber: 'h12345678' })).toEqual([]);
    expect(rulesOf({ ...paper, idType: 'TAIWAN_PASS', idNumber: '1234' })).toEqual([
      'idNumber ID_FORM',
    ]);
    expect(rulesOf({ idType: 'PASSPORT', idNumber: 'E12345678' })).toEqual([
      'sex isNotEmpty',
      'bornOn isNotEmpty',
    ]);
  });

  it('takes somebody without papers only with a reason', () => {
    const nobody = { idType: 'NONE', idNumber: null, sex: 'M', bornOn: localDate('1940-01-01') };
    expect(rulesOf(nobody as Partial<IdentityDraft>)).toEqual(['noIdReason isNotEmpty']);
    expect(rulesOf({ ...nobody, noIdReason: '流浪救助，身份待查' } as never)).toEqual([]);
  });

  it('refuses somebody born tomorrow', () => {
    expect(
      rulesOf({
        idType: 'PASSPORT',
        idNumber: 'E1234567',
        sex: 'F',
        bornOn: '2026-11-23' as never,
      }),
    ).toEqual(['bornOn notAfter']);
  });
});

describe('a name', () => {
  it('is found by pinyin and initials, surnames read as surnames', () => {
    expect(soundOf('单雄信')).toEqual({ pinyin: 'shanxiongxin', initials: 'sxx' });
    expect(soundOf('欧阳娜娜')).toEqual({ pinyin: 'ouyangnana', initials: 'oynn' });
    expect(soundOf('John Smith')).toEqual({ pinyin: 'johnsmith', initials: 'js' });
    expect(soundOf('买买提·吐尔逊').initials).toBe('mmttex');
  });

  it('loses the spaces that lists pad it with, and keeps those of other alphabets', () => {
    expect(tidyName(' 王　 芳 ')).toBe('王芳');
    expect(tidyName('买买提•吐尔逊')).toBe('买买提·吐尔逊');
    expect(tidyName('John  Smith')).toBe('John Smith');
  });
});
