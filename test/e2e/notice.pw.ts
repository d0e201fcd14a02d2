import { expect, test, type Page } from '@playwright/test';

import { expectAccessible, signedIn } from './support/people.js';
import { STAGE } from './support/story-stage.js';

const RUN = Date.now().toString(36);
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

const inDays = (days: number): string =>
  new Date(Date.now() + days * 86_400_000 + 8 * 3_600_000).toISOString().slice(0, 10);

/** The leader makes a decided claim of the demonstration public, for ten days; those of other journeys are theirs. */
async function publish(leader: Page): Promise<void> {
  await leader.goto('/bureau/notices?publish=new');
  const form = leader.getByRole('dialog', { name: '发布公示' });
  await form.getByLabel('要公示的申报').click();
  await leader.locator('.ant-select-item-option', { hasNotText: STAGE }).first().click();
  await leader.keyboard.press('Escape');
  await form.getByLabel('公示编号').fill(`民养公示〔2026〕${RUN}`);
  await form.getByLabel('公示截止（含当天）').fill(inDays(9));
  await leader.keyboard.press('Enter');
  await form.getByLabel('联系方式').fill('县民政局养老股 0356-0000000');
  await form.getByRole('button', { name: '发布公示' }).click();
  await expect(leader).toHaveURL(/\/bureau\/notices\/\w+/);
  await expect(leader.getByText('公示中')).toBeVisible();
}

test('a notice hangs for everybody, is objected to, and the bureau answers', async ({
  browser,
}) => {
  const leader = await signedIn(browser, 'leader');
  await publish(leader);
  await expectAccessible(leader);
  const href = (await leader.getByRole('link', { name: '公示网页' }).getAttribute('href')) ?? '';
  expect(href).toMatch(/^\/notice\/[0-9a-z]{26}$/);

  const anybody = await (await browser.newContext(PHONE)).newPage();
  const answer = await anybody.goto(href);
  expect(answer?.headers()['x-robots-tag']).toBe('noindex, nofollow');
  await expect(anybody.getByRole('heading', { level: 1 })).toContainText('拟发放情况的公示');
  await expect(anybody.getByRole('row').nth(1)).toContainText('*');
  await expectAccessible(anybody);

  await anybody.getByRole('button', { name: '我有异议' }).click();
  await anybody.getByLabel('对哪一项').click();
  await anybody.keyboard.press('ArrowDown');
  await anybody.keyboard.press('Enter');
  await anybody.getByLabel('您的姓名').fill('街坊');
  await anybody.getByLabel('联系电话或邮箱').fill('13800001111');
  await anybody.getByLabel('事实和理由').fill(`这位老人上月住在女儿家，不在中心。${RUN}`);
  await anybody.getByRole('button', { name: '提交异议' }).click();
  await expect(anybody.getByText('异议已提交')).toBeVisible();

  await leader.reload();
  await expect(leader.getByText('这一项暂不拨付')).toBeVisible();
  await expect(leader.getByText('街坊')).toBeVisible();
  await leader.getByRole('button', { name: '答复' }).click();
  const reply = leader.getByRole('dialog', { name: '答复' });
  await reply.getByText('异议不成立').click();
  await reply.getByLabel('答复内容').fill('核对住养记录，当月在院。');
  await reply.getByRole('button', { name: '答复' }).click();
  // Until the drawer is gone, the answer also stands in its field.
  await expect(reply).toBeHidden();
  await expect(leader.getByText('核对住养记录，当月在院。')).toBeVisible();
  await expect(leader.getByText('这一项暂不拨付')).toBeHidden();

  await anybody.getByRole('button', { name: 'English' }).click();
  await expect(anybody.getByRole('heading', { level: 1 })).toContainText('Public notice');
  await anybody.goto(`${href.slice(0, -1)}0x`);
  await expect(anybody.getByText('There is no such notice')).toBeVisible();
});
