import { localDate } from './calendar.js';
import {
  isUnifiedSocialCreditCode,
  maskIdNumber,
  maskName,
  maskPhone,
  readIdNumber,
} from './id-number.js';

describe('a citizen ID number', () => {
  it.each([
    '440308199901101512',
    '810000199408230021',
    '830000199201300022',
    '34052419800101001X',
    '11010519491231002X',
  ])('%s is taken', (number) => {
    expect(readIdNumber(number)).toMatchObject({ ok: true, number, isFirstGeneration: false });
  });

  it('tells the birthday and the sex', () => {
    expect(readIdNumber('11010519491231002X')).toMatchObject({
      bornOn: localDate('1949-12-31'),
      sex: 'F',
    });
    expect(readIdNumber('440308199901101512')).toMatchObject({ sex: 'M' });
  });

  it('of the first generation is completed to 18 digits and marked', () => {
    expect(readIdNumber('610104620927690')).toMatchObject({
      ok: true,
      number: '610104196209276908',
      isFirstGeneration: true,
    });
  });

  it.each([
    ' 1101 0519 4912 3100 2x ',
    "'11010519491231002X",
    '１１０１０５１９４９１２３１００２Ｘ',
  ])('is read as people and spreadsheets write it: %s', (text) => {
    expect(readIdNumber(text)).toMatchObject({ ok: true, number: '11010519491231002X' });
  });

  it.each([
    ['110105194912310028', 'CHECK_DIGIT'],
    ['110105194902300020', 'BIRTH_DATE'],
    ['1101051949123100', 'LENGTH'],
    ['1101051949123100AX', 'CHARACTERS'],
    ['1.10105194912310E+17', 'SCIENTIFIC'],
  ])('%s is refused with its cause, %s', (text, problem) => {
    expect(readIdNumber(text)).toEqual({ ok: false, problem });
  });

  it('is shown by its last four characters only', () => {
    expect(maskIdNumber('11010519491231002X')).toBe('**************002X');
  });
});

describe('a name or phone number on a public notice', () => {
  it.each([
    ['王秀英', '王*英'],
    ['王英', '王*'],
    ['欧阳秀英', '欧**英'],
    ['𬱖秀英', '𬱖*英'],
    ['王', '*'],
  ])('%s is written %s', (name, masked) => {
    expect(maskName(name)).toBe(masked);
  });

  it('keeps the head and the tail of a phone number', () => {
    expect(maskPhone('13812345678')).toBe('138****5678');
  });
});

describe('a unified social credit code', () => {
  it.each(['91350100M000100Y43', '91310000MA1K000006'])('%s is taken', (code) => {
    expect(isUnifiedSocialCreditCode(code)).toBe(true);
  });

  it.each(['91350100M000100Y44', '91310000MA1K000000', '9135010', '91350100I000100Y43'])(
    '%s is refused',
    (code) => {
      expect(isUnifiedSocialCreditCode(code)).toBe(false);
    },
  );
});
