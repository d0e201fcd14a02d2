import { ageOn, isLocalDate, shanghaiDay, type LocalDate } from '@yibu/kernel';

export const today = (): LocalDate => shanghaiDay(new Date());

export const ageText = (bornOn: string): number | null =>
  isLocalDate(bornOn) ? ageOn(bornOn, today()) : null;
