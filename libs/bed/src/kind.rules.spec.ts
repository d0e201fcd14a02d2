import { localDate } from '@yibu/kernel';

import { withKind, type KindPeriod } from './kind.rules.js';

const END = localDate('9999-12-31');
const said = (kind: 'ORDINARY' | 'NURSING', from: string, until = '9999-12-31'): KindPeriod => ({
  kind,
  from: localDate(from),
  until: localDate(until),
});
const from = (day: string, kind: 'ORDINARY' | 'NURSING' = 'NURSING') => ({
  kind,
  from: localDate(day),
});

describe('the kind of a bed', () => {
  it('is not known before somebody said it', () => {
    expect(withKind([], from('2026-03-01'), END)).toEqual([said('NURSING', '2026-03-01')]);
  });

  it('changes on a day, and is what it was before that day', () => {
    expect(withKind([said('ORDINARY', '2025-01-01')], from('2026-03-01'), END)).toEqual([
      said('ORDINARY', '2025-01-01', '2026-03-01'),
      said('NURSING', '2026-03-01'),
    ]);
  });

  it('entered late fills the time before what was said of later days', () => {
    expect(withKind([said('ORDINARY', '2026-03-01')], from('2025-01-01'), END)).toEqual([
      said('NURSING', '2025-01-01', '2026-03-01'),
      said('ORDINARY', '2026-03-01'),
    ]);
  });

  it('said of the same day is corrected', () => {
    const before = [said('ORDINARY', '2025-01-01', '2026-03-01'), said('NURSING', '2026-03-01')];
    expect(withKind(before, from('2026-03-01', 'ORDINARY'), END)).toEqual([
      said('ORDINARY', '2025-01-01'),
    ]);
  });

  it('said again says nothing new', () => {
    const before = [said('NURSING', '2025-01-01')];
    expect(withKind(before, from('2026-03-01'), END)).toEqual(before);
  });
});
