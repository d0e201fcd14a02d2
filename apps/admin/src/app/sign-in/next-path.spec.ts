import { describe, expect, it } from '@jest/globals';

import { safeNext, signInPath } from './next-path.js';

describe('where a freshly signed-in person is led', () => {
  it('is back to the page of the link', () => {
    expect(safeNext('/c/01/residents?page=2')).toBe('/c/01/residents?page=2');
  });

  it.each(['//evil.example', '/\\evil.example', 'https://evil.example', 'javascript:alert(1)', ''])(
    'is never another site: %s',
    (next) => {
      expect(safeNext(next)).toBe('/');
    },
  );

  it('is not the sign-in page again', () => {
    expect(safeNext('/sign-in?next=/sign-in')).toBe('/');
  });

  it('says why, when there is a reason', () => {
    expect(signInPath('/org/users', 'idle')).toBe('/sign-in?next=%2Forg%2Fusers&notice=idle');
    expect(signInPath('/')).toBe('/sign-in');
  });
});
