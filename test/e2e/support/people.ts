import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Browser, type BrowserContext, type Page } from '@playwright/test';

/** Every demo account has it; the pages say so. */
export const DEMO_PASSWORD = 'yibu-demo-2026';

const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'];
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

/** Types name and password into a Chinese sign-in page and presses the button. */
export async function enter(page: Page, userName: string, password = DEMO_PASSWORD): Promise<void> {
  await page.getByLabel('用户名').fill(userName);
  await page.getByLabel('密码', { exact: true }).fill(password);
  await page.getByRole('button', { name: '登录', exact: true }).click();
}

/** Before a claim is submitted, decided or paid the screen asks once more; not again within five minutes. */
export async function givePasswordAgain(page: Page, password = DEMO_PASSWORD): Promise<void> {
  const dialog = page.getByRole('dialog', { name: '请再次输入密码' });
  await dialog.getByLabel('密码', { exact: true }).fill(password);
  await dialog.getByRole('button', { name: '确认本人操作' }).click();
  await expect(dialog).toBeHidden();
}

const opened = new Map<BrowserContext, string>();

/** Screens of earlier tests are put away: left open, they go on asking the server what is new. */
async function closeScreensOfEarlierTests(): Promise<void> {
  for (const [context, testId] of opened) {
    if (testId !== test.info().testId) {
      opened.delete(context);
      await context.close();
    }
  }
}

const SIGN_IN = 'mutation ($input: SignInInput!) { signIn(input: $input) { userId } }';

/** A screen of its own, for somebody who has come in: the door itself has journeys of its own. */
export async function signedIn(browser: Browser, userName: string, phone = false): Promise<Page> {
  await closeScreensOfEarlierTests();
  const context = await browser.newContext(phone ? PHONE : {});
  opened.set(context, test.info().testId);
  const answer = await context.request.post('/graphql', {
    headers: { 'x-yibu-client': 'admin' },
    data: { query: SIGN_IN, variables: { input: { userName, password: DEMO_PASSWORD } } },
  });
  expect(await answer.json(), userName).not.toHaveProperty('errors');
  const page = await context.newPage();
  await page.goto('/');
  await expect(page.getByRole('button', { name: /我的账号|My account/ })).toBeVisible();
  return page;
}

/**
 * No finding of WCAG 2.2 AA on the page as it stands. There is one frame and no other, so nothing need be gathered on a
 * page of its own ("legacy"), and only what is wrong is written out.
 */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .options({ resultTypes: ['violations'] })
    .withTags(STANDARDS)
    .setLegacyMode(true)
    .analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
}

/** The address of the center that somebody came in to, such as `/c/01J…`. */
export async function centerOf(page: Page): Promise<string> {
  await page.waitForURL(/\/c\//);
  return /\/c\/[^/?]+/.exec(page.url())?.[0] ?? '';
}

/** What binds a center or moves money asks for the password once more, before the form that waits for it. */
export async function givePassword(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog', { name: '请再次输入密码' });
  await dialog.getByLabel('密码', { exact: true }).fill(DEMO_PASSWORD);
  await dialog.getByRole('button', { name: '确认本人操作', exact: true }).click();
  await expect(dialog).toBeHidden();
}
