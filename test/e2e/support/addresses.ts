import { expect, type Page } from '@playwright/test';

import { FEATURES } from '../../../apps/admin/src/app/features.js';
import type { Area, FeatureRoute } from '../../../apps/admin/src/shared/feature.js';

/** Who walks the pages of an area: somebody to whom all of them are open. */
export const WALKERS = {
  center: 'manager',
  bureau: 'leader',
  org: 'platform',
  me: 'manager',
} as const;

const PREFIX: Readonly<Record<Exclude<Area, 'center'>, string>> = {
  bureau: '/bureau',
  org: '/org',
  me: '/me',
};

interface Ground {
  readonly page: Page;
  readonly centerId: string;
}

type Found = Readonly<Record<string, readonly { readonly id: string }[]>>;

async function ask(page: Page, query: string): Promise<Found> {
  const answer = await page.request.post('/graphql', {
    headers: { 'x-yibu-client': 'admin' },
    data: { query },
  });
  const { data, errors } = (await answer.json()) as { data?: Found; errors?: unknown };
  expect(errors, query).toBeUndefined();
  return data ?? {};
}

/** The id of the first record that a list holds. */
async function first(page: Page, field: string, isPage = true): Promise<string> {
  const found = await ask(page, `{ found: ${field} { ${isPage ? 'items { id }' : 'id'} } }`);
  const rows = (isPage ? (found['found'] as never)['items'] : found['found']) as Found[string];
  expect(rows.length, `the demonstration holds a record of ${field}`).toBeGreaterThan(0);
  return rows[0]?.id ?? '';
}

async function firstAssessment({ page, centerId }: Ground): Promise<string> {
  const { items } = (
    (await ask(
      page,
      `{ residents(centerId: "${centerId}", page: 1, pageSize: 20) { items { id } } }`,
    )) as never
  )['residents'] as { items: { id: string }[] };
  for (const { id } of items) {
    const { assessments = [] } = await ask(page, `{ assessments(residentId: "${id}") { id } }`);
    if (assessments[0]) {
      return assessments[0].id;
    }
  }
  throw new Error('The demonstration holds no assessment');
}

const list =
  (field: string) =>
  async ({ page, centerId }: Ground) =>
    await first(page, `${field}(centerId: "${centerId}", page: 1, pageSize: 1)`);

/** The record that a page with a place in its path is walked with. A new such page needs a line here. */
const RECORDS: Readonly<Record<string, (ground: Ground) => Promise<string>>> = {
  ':residentId': list('residents'),
  ':staffId': list('staffMembers'),
  ':assessmentId': firstAssessment,
  ':importId': async ({ page, centerId }) =>
    await first(page, `rosterImports(centerId: "${centerId}")`, false),
  ':userId': async ({ page }) => await first(page, 'users(page: 1, pageSize: 1)'),
  ':claimId': async ({ page }) => await first(page, 'claims(page: 1, pageSize: 1)'),
};

/** Every page of the app in an area, as its features register them: a new one is walked without being asked. */
const routesOf = (area: Area): readonly FeatureRoute[] =>
  FEATURES.flatMap(({ routes }) => routes).filter((route) => route.area === area);

export async function addressesOf(area: Area, ground: Ground): Promise<readonly string[]> {
  const prefix = area === 'center' ? `/c/${ground.centerId}` : PREFIX[area];
  const addresses: string[] = [];
  for (const { path } of routesOf(area)) {
    const parts: string[] = [];
    for (const part of path.split('/').filter(Boolean)) {
      const record = RECORDS[part];
      if (part.startsWith(':') && !record) {
        throw new Error(`${area}/${path}: say with which record this page is walked`);
      }
      parts.push(record ? await record(ground) : part);
    }
    addresses.push([prefix, ...parts].join('/'));
  }
  return addresses;
}
