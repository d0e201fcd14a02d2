import { expect, type Browser, type Page } from '@playwright/test';

import { FEATURES } from '../../../apps/admin/src/app/features.js';
import type { Area, FeatureRoute } from '../../../apps/admin/src/shared/feature.js';
import { signedIn } from './people.js';

/** Who walks the pages of an area: somebody to whom all of them are open, in the county that has a claim to review. */
export const WALKERS = {
  center: 'manager',
  bureau: 'leader2',
  org: 'platform',
  me: 'manager',
} as const;

const PREFIX: Readonly<Record<Exclude<Area, 'center'>, string>> = {
  bureau: '/bureau',
  org: '/org',
  me: '/me',
};

const NOTICE_DAYS = 10;
const DAY_MS = 86_400_000;

/** A day of the calendar of China, so many days from today. */
const dayFrom = (days: number): string =>
  new Date(Date.now() + 8 * 3_600_000 + days * DAY_MS).toISOString().slice(0, 10);

/** The month before this one, on the calendar of China. */
const LAST_MONTH = new Date(Date.parse(`${dayFrom(0).slice(0, 7)}-01`) - DAY_MS)
  .toISOString()
  .slice(0, 7);

interface Ground {
  readonly browser: Browser;
  readonly page: Page;
  readonly centerId: string;
}

type Found = Readonly<Record<string, readonly { readonly id: string }[]>>;

async function ask(page: Page, query: string, variables: object = {}): Promise<Found> {
  const answer = await page.request.post('/graphql', {
    headers: { 'x-yibu-client': 'admin' },
    data: { query, variables },
  });
  const { data, errors } = (await answer.json()) as { data?: Found; errors?: unknown };
  expect(errors, query).toBeUndefined();
  return data ?? {};
}

/** A record made for the walk, where the demonstration holds none. */
async function make(page: Page, name: string, input: object): Promise<string> {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const query = `mutation ($input: ${type}!) { made: ${name}(input: $input) { id } }`;
  const { made } = (await ask(page, query, { input })) as never as { made: { id: string } };
  return made.id;
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

type Answered<Name extends string, Value> = Readonly<Record<Name, Value>>;

/** A trial of the county's own rules; it changes nothing. */
async function aTrial({ page }: Ground): Promise<string> {
  const packId = await first(page, 'policyPacks', false);
  const found = await ask(page, '{ session { centers { countyCode } } }');
  const { session } = found as never as Answered<'session', { centers: { countyCode: string }[] }>;
  const countyCode = session.centers[0]?.countyCode;
  const input = { countyCode, packId, kind: 'EFFECT', title: '逐页检查', decisions: [], rates: [] };
  return await make(page, 'startPolicyRun', input);
}

/** A notice of a decided claim, from today on; the one that hangs already where all claims hang. */
async function aNotice({ page }: Pick<Ground, 'page'>): Promise<string> {
  const found = await ask(page, '{ noticeCandidates { items { claimId } } }');
  const { noticeCandidates } = found as never as Answered<
    'noticeCandidates',
    { items: { claimId: string }[] }
  >;
  const claimId = noticeCandidates.items[0]?.claimId;
  return claimId === undefined
    ? await first(page, 'publicNotices(page: 1, pageSize: 1)')
    : await make(page, 'publishNotice', {
        claimIds: [claimId],
        contact: '民政局养老服务科',
        fromOn: dayFrom(0),
        lastDay: dayFrom(NOTICE_DAYS),
        number: `公示-${Date.now()}`,
        idempotencyKey: `walk-${Date.now()}`,
      });
}

/** Some lines of a claimed month, drawn to be looked at again. */
async function aSample({ browser }: Ground): Promise<string> {
  // The leader looks at samples; a reviewer draws them.
  const page = await signedIn(browser, 'bureau2');
  const found = await ask(page, '{ claims(page: 1, pageSize: 1) { items { period } } }');
  const { claims } = found as never as Answered<'claims', { items: { period: string }[] }>;
  const id = await make(page, 'drawClaimSample', {
    method: 'RANDOM',
    period: claims.items[0]?.period,
    size: 5,
    idempotencyKey: `walk-${Date.now()}`,
  });
  await page.context().close();
  return id;
}

/** The record that a page with a place in its path is walked with. A new such page needs a line here. */
const RECORDS: Readonly<Record<string, (ground: Ground) => Promise<string>>> = {
  ':residentId': list('residents'),
  ':staffId': list('staffMembers'),
  ':assessmentId': firstAssessment,
  ':importId': async ({ page, centerId }) =>
    await first(page, `rosterImports(centerId: "${centerId}")`, false),
  ':userId': async ({ page }) => await first(page, 'users(page: 1, pageSize: 1)'),
  ':claimId': async ({ page }) => await first(page, 'claims(page: 1, pageSize: 1)'),
  ':centerId': async ({ page }) => await first(page, 'centers(page: 1, pageSize: 1)'),
  ':packId': async ({ page }) => await first(page, 'policyPacks', false),
  ':runId': aTrial,
  ':noticeId': aNotice,
  ':sampleId': aSample,
  ':callId': async ({ page }) => await first(page, 'callbacks(page: 1, pageSize: 1)'),
  ':month': async () => await Promise.resolve(LAST_MONTH),
  ':listId': async ({ page }) => await first(page, 'registryLists(page: 1, pageSize: 1)'),
};

/**
 * Pages of records that the walk cannot make alone; the journeys that make them look at them. A claim of a center that
 * one ran shows as any claim does.
 */
const ELSEWHERE: ReadonlySet<string> = new Set(['payments/:batchId', 'former-claims/:claimId']);

/** Pages of an operator's organization, which the platform's administrator does not see: the manager walks them. */
const OF_OPERATORS: ReadonlySet<string> = new Set(['former-claims']);

/** Every page of the app in an area, as its features register them: a new one is walked without being asked. */
const routesOf = (area: Area): readonly FeatureRoute[] =>
  FEATURES.flatMap(({ routes }) => routes).filter(
    (route) => route.area === area && !(area === 'org' && OF_OPERATORS.has(route.path)),
  );

export async function addressesOf(area: Area, ground: Ground): Promise<readonly string[]> {
  const prefix = area === 'center' ? `/c/${ground.centerId}` : PREFIX[area];
  const addresses: string[] =
    area === 'center' ? [...OF_OPERATORS].map((path) => `${PREFIX.org}/${path}`) : [];
  for (const { path } of routesOf(area).filter((route) => !ELSEWHERE.has(route.path))) {
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

/** The page of a notice, which anybody reads without an account. */
export async function noticeAddress(page: Page): Promise<string> {
  const noticeId = await aNotice({ page });
  const found = await ask(page, `{ publicNotice(id: "${noticeId}") { code } }`);
  return `/notice/${(found as never as Answered<'publicNotice', { code: string }>).publicNotice.code}`;
}
