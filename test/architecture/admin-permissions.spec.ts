import { PERMISSIONS } from '../../libs/platform/src/access/permission.js';
import { doors as english } from '../../apps/admin/src/i18n/en/doors.js';
import { doors as chinese } from '../../apps/admin/src/i18n/zh-CN/doors.js';
import { sourcesBelow } from './sources.js';

const namesOf = (subjects: object): string[] =>
  Object.entries(subjects).flatMap(([subject, deeds]: [string, object]) =>
    Object.keys(deeds).map((deed) => `${subject}.${deed}`),
  );

/** `permission: 'bed.read'`, `permission="bed.read"`, `can('bed.read')` */
const NAMED = /(?:permission(?::|=)\s*|\bcan\()['"]([a-z]+\.[a-z]+)['"]/g;

describe('the web app and permissions', () => {
  it('has words for every permission, and for no other', () => {
    expect(namesOf(chinese.permissions).sort()).toEqual([...PERMISSIONS].sort());
    expect(namesOf(english.permissions).sort()).toEqual([...PERMISSIONS].sort());
  });

  it('asks only for permissions that the server knows', () => {
    const known: readonly string[] = PERMISSIONS;
    const asked = sourcesBelow('apps/admin/src').flatMap(({ file, code }) =>
      [...code.matchAll(NAMED)].map(([, permission = '']) => ({ file, permission })),
    );
    expect(asked.length).toBeGreaterThan(20);
    expect(asked.filter(({ permission }) => !known.includes(permission))).toEqual([]);
  });
});
