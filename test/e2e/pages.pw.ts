import { expect, test, type Browser, type Page } from '@playwright/test';

import type { Area } from '../../apps/admin/src/shared/feature.js';
import { addressesOf, noticeAddress, WALKERS } from './support/addresses.js';
import { errorsOf, findingsAt } from './support/page-findings.js';
import { signedIn } from './support/people.js';

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const DOORS = ['/sign-in', '/sign-in?notice=idle', '/invitation', '/invitation#token'];
/** Walked at the same time, each by somebody else: an account has one language at a time. */
const WALKS: readonly (readonly Area[])[] = [['center', 'me'], ['bureau'], ['org']];
const VARIANTS = [
  { name: 'on a desk, in Chinese', locale: 'zh-CN', isPhone: false },
  { name: 'on a phone, in English', locale: 'en', isPhone: true },
] as const;

const WALK_MS = 300_000;

test.beforeEach(() => test.setTimeout(WALK_MS));

/** The account's language, as the switch in the top bar keeps it. */
async function speak(page: Page, locale: string): Promise<void> {
  await page.request.post('/graphql', {
    headers: { 'x-yibu-client': 'admin' },
    data: {
      query: 'mutation ($input: SetLocaleInput!) { setLocale(input: $input) }',
      variables: { input: { locale } },
    },
  });
}

/** Walks on after a finding, so that one walk tells them all. */
async function walk(page: Page, addresses: readonly string[]): Promise<string[]> {
  const errors = errorsOf(page);
  const findings: string[] = [];
  for (const address of addresses) {
    await test.step(address, async () => {
      const found = await findingsAt(page, address).catch((error: Error) => [error.message]);
      findings.push(...[...found, ...errors.take()].map((what) => `${address} ${what}`));
    });
  }
  return findings;
}

async function walkArea(
  browser: Browser,
  area: Area,
  { locale, isPhone }: (typeof VARIANTS)[number],
): Promise<string[]> {
  const page = await signedIn(browser, WALKERS[area], isPhone);
  const centerId = /\/c\/([^/?]+)/.exec(page.url())?.[1] ?? '';
  try {
    await speak(page, locale);
    await page.reload();
    return await walk(page, await addressesOf(area, { browser, page, centerId }));
  } finally {
    await speak(page, 'zh-CN');
    await page.context().close();
  }
}

for (const areas of WALKS) {
  test.describe(`the pages of ${areas.join(' and ')}`, () => {
    test.describe.configure({ mode: 'default' });
    for (const variant of VARIANTS) {
      for (const area of areas) {
        test(`every page of ${area} has a heading, no error, nothing cut off and nothing unreadable, ${variant.name}`, async ({
          browser,
        }) => {
          expect(await walkArea(browser, area, variant)).toEqual([]);
        });
      }
    }
  });
}

test.describe('the doors', () => {
  test.describe.configure({ mode: 'default' });
  for (const variant of VARIANTS) {
    test(`the doors can be read and used by everybody, ${variant.name}`, async ({ browser }) => {
      const context = await browser.newContext(variant.isPhone ? PHONE : {});
      await context.addInitScript(
        (locale) => localStorage.setItem('yibu.locale', locale),
        variant.locale,
      );
      const leader = await signedIn(browser, WALKERS.bureau);
      const addresses = [...DOORS, await noticeAddress(leader)];
      await leader.context().close();
      expect(await walk(await context.newPage(), addresses)).toEqual([]);
      const page = await signedIn(browser, 'nurse', variant.isPhone);
      expect(await walk(page, ['/change-password'])).toEqual([]);
      await context.close();
      await page.context().close();
    });
  }
});
