import type { FieldProblem } from './app-error.js';

/** Mobile numbers, land lines with area code and extension, and numbers from abroad. */
const PHONE = /^(\+?\d{1,3}-?)?\d[\d-]{4,18}\d(转\d{1,6})?$/;

export const tidyPhone = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s()'’]/g, '')
    .replace(/[—–]/g, '-')
    .replace(/\.0$/, '');

export function phoneProblems(path: string, phone: string | null): FieldProblem[] {
  return phone === null || phone === '' || PHONE.test(phone) ? [] : [{ path, rule: 'phone' }];
}
