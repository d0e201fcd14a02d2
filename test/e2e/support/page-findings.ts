import type { Page } from '@playwright/test';

import { core as coreZh } from '../../../apps/admin/src/i18n/zh-CN/core.js';
import { features as featuresZh } from '../../../apps/admin/src/i18n/zh-CN/features.js';
import { shell as shellEn } from '../../../apps/admin/src/i18n/en/shell.js';
import { expectAccessible } from './people.js';

type Tree = Readonly<Record<string, unknown>>;

/** `page`, `page.total`: the branches of a catalogue. A word on the screen that continues one is a key without words. */
function branches(tree: Tree, prefix = ''): string[] {
  return Object.entries(tree).flatMap(([name, inner]) =>
    typeof inner === 'object' && inner !== null
      ? [`${prefix}${name}`, ...branches(inner as Tree, `${prefix}${name}.`)]
      : [],
  );
}

const CATALOGUES: Tree = { ...coreZh, ...featuresZh };
const NAMES = Object.keys(CATALOGUES);
const BRANCHES = new Set(Object.values(CATALOGUES).flatMap((tree) => branches(tree as Tree)));

const SHELL = featuresZh.shell;
const NOWHERE = [SHELL, shellEn].flatMap((shell) => [shell.notFound.title, shell.forbidden.title]);

const PATIENCE_MS = 10_000;
const ULID = /\b01[0-9A-HJKMNP-TV-Z]{24}\b/g;
const CODE = /\b[A-Z]{2,}(?:_[A-Z]+)+\b/g;
const DOTTED = /[A-Za-z][\w-]*(?:[.:][A-Za-z][\w-]*)+/g;

function isKey(word: string): boolean {
  const [name = '', rest] = word.split(':');
  if (rest !== undefined) {
    return NAMES.includes(name);
  }
  return BRANCHES.has(word.slice(0, word.lastIndexOf('.')));
}

/** What no reader should see: ids, codes of enumerations, names of sentences instead of sentences. */
function unread(text: string): string[] {
  const keys = (text.match(DOTTED) ?? []).filter(isKey);
  return [...new Set([...(text.match(ULID) ?? []), ...(text.match(CODE) ?? []), ...keys])];
}

/** The page has said what it has to say: nothing is loading, and it has a heading. */
async function settle(page: Page): Promise<string> {
  const heading = page.getByRole('heading', { level: 1 });
  await heading.waitFor({ timeout: PATIENCE_MS });
  await page.waitForFunction(
    () =>
      document.querySelector('.ant-skeleton, .ant-spin-spinning, main [aria-busy="true"]') ===
        null &&
      // What is still fading in has the contrast of a moment.
      document
        .getAnimations()
        .every(({ effect, playState }) =>
          playState !== 'running' ? true : effect?.getTiming().iterations === Infinity,
        ),
    undefined,
    { timeout: PATIENCE_MS },
  );
  return await heading.innerText();
}

const OUTSIDE = /^\/(sign-in|invitation|change-password|notice)\b/;

/** Whether the frame of somebody signed in is on the screen, with another page in it. */
function mayFollow(page: Page, address: string): boolean {
  const here = page.url().startsWith('http') ? new URL(page.url()) : null;
  return here !== null && !OUTSIDE.test(here.pathname) && new URL(address, here).href !== here.href;
}

/** Console and page errors from now on; `take` empties the list. */
export function errorsOf(page: Page): { take: () => string[] } {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(`page error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') {
      errors.push(`console: ${message.text()}`);
    }
  });
  return { take: () => errors.splice(0) };
}

/** Goes there as a link does, without loading the application anew. */
async function follow(page: Page, address: string): Promise<void> {
  await page.evaluate((to) => {
    document.querySelector('h1')?.setAttribute('data-left', '');
    window.history.pushState(null, '', to);
    window.dispatchEvent(new PopStateEvent('popstate'));
  }, address);
  // At the next frame; a locator would look again after half a second.
  await page.waitForFunction(
    () => document.querySelector('h1:not([data-left])') !== null,
    undefined,
    { timeout: PATIENCE_MS },
  );
}

/** Everything that is wrong with the page at an address, in words. A frame that stands is kept. */
export async function findingsAt(page: Page, address: string): Promise<string[]> {
  await (mayFollow(page, address) ? follow(page, address) : page.goto(address));
  const heading = await settle(page);
  const findings: string[] = [];
  if (NOWHERE.includes(heading)) {
    findings.push(`is not there: ${heading}`);
  }
  const { text, over } = await page.evaluate(() => ({
    text: document.body.innerText,
    over: document.documentElement.scrollWidth - document.documentElement.clientWidth,
  }));
  if (over > 0) {
    findings.push(`runs ${over} px over the edge`);
  }
  findings.push(...unread(text).map((word) => `shows ${word}`));
  await expectAccessible(page).catch((error: Error) => findings.push(error.message));
  return findings;
}
