import { expect, test, type Browser, type Page } from '@playwright/test';

import { findingsAt } from './support/page-findings.js';
import { centerOf, enter, expectAccessible, signedIn } from './support/people.js';

const NEW_PASSWORD = 'seven quiet herons';
const FIRST_LOAD_LIMIT = 350_000;
/** The journeys may be walked again on the same database. */
const RUN = Date.now().toString(36);

/** The choice is kept with the account before the next sign-in reads it. */
async function choose(page: Page, language: string): Promise<void> {
  const kept = page.waitForResponse(
    (response) => response.request().postData()?.includes('SetLocale') === true,
  );
  await page.getByRole('button', { name: language }).click();
  await kept;
}

/** The platform administrator invites a nurse of the first operator; the link comes back. */
async function invite(admin: Page, userName: string, displayName: string): Promise<string> {
  await admin.goto('/org/users?form=invite');
  const form = admin.getByRole('dialog');
  await form.getByLabel('单位').click();
  await admin.getByTitle('颐和养老服务有限公司').click();
  await form.getByLabel('用户名').fill(userName);
  await form.getByLabel('姓名').fill(displayName);
  await form.getByLabel('角色').click();
  await admin.getByTitle('护理人员').click();
  await admin.keyboard.press('Escape');
  await form.getByRole('button', { name: '生成邀请链接' }).click();
  const link = admin.getByRole('dialog', { name: '一次性链接' });
  const href = (await link.locator('code').innerText()).trim();
  await link.getByRole('button', { name: '我已复制' }).click();
  return href;
}

async function accept(browser: Browser, href: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await page.goto(href);
  await page.getByLabel('新密码', { exact: true }).fill(NEW_PASSWORD);
  await page.getByLabel('再输一次新密码').fill(NEW_PASSWORD);
  await page.getByRole('button', { name: '设置密码并登录' }).click();
  await expect(page).toHaveURL(/\/c\//);
  return page;
}

test('a stranger is at the sign-in page with less than 350 kB of scripts', async ({ page }) => {
  let bytes = 0;
  page.on('response', (response) => {
    if (response.url().endsWith('.js')) {
      bytes += Number(response.headers()['content-length'] ?? 0);
    }
  });
  await page.goto('/', { waitUntil: 'networkidle' });
  await expect(page.getByLabel('用户名')).toBeVisible();
  expect(bytes).toBeGreaterThan(50_000);
  expect(bytes).toBeLessThan(FIRST_LOAD_LIMIT);
});

test('a colleague comes in by a one-time link, which works once', async ({ browser }) => {
  const admin = await signedIn(browser, 'platform');
  const href = await invite(admin, `zhoulan${RUN}`, '周兰');
  const nurse = await accept(browser, href);
  await expect(nurse.getByRole('button', { name: '我的账号' })).toBeVisible();

  const stranger = await (await browser.newContext()).newPage();
  await stranger.goto(href);
  await stranger.getByLabel('新密码', { exact: true }).fill(NEW_PASSWORD);
  await stranger.getByLabel('再输一次新密码').fill(NEW_PASSWORD);
  await stranger.getByRole('button', { name: '设置密码并登录' }).click();
  await expect(stranger.getByRole('alert')).toContainText('这个链接已用过');

  await admin.goto(`/org/users?search=zhoulan${RUN}`);
  await admin.getByRole('link', { name: '周兰' }).click();
  await admin.getByRole('button', { name: '停用' }).click();
  const confirm = admin.getByRole('dialog');
  await confirm.getByRole('button', { name: '停用' }).click();
  await expect(confirm).toContainText('这项操作要写明原因');
  await confirm.getByLabel('原因').fill('调离本院');
  await confirm.getByRole('button', { name: '停用' }).click();
  await expect(admin.getByText('调离本院')).toBeVisible();

  // It takes effect on the next request, and says so.
  await nurse.getByRole('link', { name: '首页' }).first().click();
  await nurse.reload();
  await expect(nurse).toHaveURL(/sign-in/);
});

test('five wrong passwords lock the account and say until when', async ({ browser, page }) => {
  const admin = await signedIn(browser, 'platform');
  const href = await invite(admin, `heqing${RUN}`, '何青');
  await (await accept(browser, href)).close();
  await page.goto('/sign-in');
  for (let attempt = 1; attempt <= 5; attempt += 1) {
    await enter(page, `heqing${RUN}`, `wrong guess ${attempt}`);
    await expect(page.getByRole('alert')).toBeVisible();
    await expect(page.getByRole('button', { name: '登录', exact: true })).toBeEnabled();
  }
  await enter(page, `heqing${RUN}`, NEW_PASSWORD);
  await expect(page.getByRole('alert')).toContainText(/已暂时锁定，\d{4}-\d{2}-\d{2} \d{2}:\d{2}/);
});

test('a password is changed by its owner, and the wrong one changes nothing', async ({
  browser,
}) => {
  const admin = await signedIn(browser, 'platform');
  const page = await accept(browser, await invite(admin, `fangyu${RUN}`, '方雨'));
  await page.goto('/change-password');
  await page.getByLabel('现在的密码').fill('not this one');
  await page.getByLabel('新密码', { exact: true }).fill('nine calm turtles');
  await page.getByLabel('再输一次新密码').fill('nine calm turtles');
  await page.getByRole('button', { name: '修改密码' }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await expect(page.getByText('与现在的密码不一致')).toBeVisible();
  await page.getByLabel('现在的密码').fill(NEW_PASSWORD);
  await page.getByRole('button', { name: '修改密码' }).click();
  await expect(page).toHaveURL(/\/c\//);
});

test('a screen left alone asks, and then signs out and says why', async ({ page }) => {
  await page.clock.install();
  await page.goto('/sign-in');
  await enter(page, 'manager2');
  await expect(page).toHaveURL(/\/c\//);
  await page.clock.fastForward('28:30');
  await expect(page.getByRole('dialog')).toContainText('您还在吗');
  await page.getByRole('button', { name: '继续使用' }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
  await page.clock.fastForward('31:00');
  await expect(page).toHaveURL(/sign-in.*notice=idle/);
  await expect(page.getByText('为保护老人信息已自动退出')).toBeVisible();
});

test('what was typed outlives the session', async ({ browser }) => {
  const page = await signedIn(browser, 'leader');
  await page.goto('/org/users?form=invite');
  await page.getByRole('dialog').getByLabel('姓名').fill('钱多多');
  await page.evaluate(async () => {
    const body = JSON.stringify({ query: 'mutation { signOut }' });
    const headers = { 'content-type': 'application/json', 'x-yibu-client': 'admin' };
    await fetch('/graphql', { method: 'POST', headers, body });
  });
  await page.getByRole('dialog').getByLabel('用户名').fill('qianduo');
  await page.getByRole('dialog').getByLabel('角色').click();
  await page.getByTitle('民政局审核员').click();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '生成邀请链接' }).click();
  await expect(page).toHaveURL(/sign-in/);
  await expect(page.getByText('未保存的表单内容已保留')).toBeVisible();
  await enter(page, 'leader');
  const form = page.getByRole('dialog');
  await expect(form.getByText('已恢复您上次没有保存的内容')).toBeVisible();
  await expect(form.getByLabel('姓名')).toHaveValue('钱多多');
  await expect(form.getByLabel('用户名')).toHaveValue('qianduo');
  await form.getByRole('button', { name: '不要这些内容' }).click();
  await expect(form.getByLabel('姓名')).toHaveValue('');
});

test('a refused field is marked, named above and reached by its link', async ({ browser }) => {
  const page = await signedIn(browser, 'leader');
  await page.goto('/org/users?form=invite');
  const form = page.getByRole('dialog');
  await form.getByLabel('用户名').fill('BAD NAME');
  await form.getByRole('button', { name: '生成邀请链接' }).click();
  await expect(form.getByRole('alert').first()).toContainText('处需要修改');
  await expect(form.getByLabel('用户名')).toBeFocused();
  await expect(form.getByLabel('用户名')).toHaveValue('BAD NAME');
});

test('a list shows the same rows after a reload, leaves as a spreadsheet and says when it is not up to date', async ({
  browser,
}) => {
  const page = await signedIn(browser, 'platform');
  await page.goto('/org/users');
  await page.getByPlaceholder('姓名或用户名').fill('officer2');
  await expect(page).toHaveURL(/search=officer2/);
  await expect(page.getByRole('row')).toHaveCount(2);
  await page.reload();
  await expect(page.getByPlaceholder('姓名或用户名')).toHaveValue('officer2');
  await expect(page.getByRole('row')).toHaveCount(2);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '导出 Excel' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^用户-.*\.xlsx$/);
  await page.route('**/graphql', async (route) => await route.abort());
  await page.getByRole('button', { name: '刷新', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('没有刷新成功');
  await expect(page.getByRole('row')).toHaveCount(2);
});

test('a paper is kept beside its center, and a renamed program is not', async ({ browser }) => {
  const page = await signedIn(browser, 'owner');
  await page.waitForURL(/\/c\//);
  const center = new URL(page.url()).pathname;
  await page.goto(`${center}/center?tab=papers`);
  const upload = page.locator('input[type=file]');
  await upload.setInputFiles({
    name: `备案回执-${RUN}.pdf`,
    mimeType: 'application/pdf',
    buffer: Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n'),
  });
  await expect(page.getByRole('link', { name: `备案回执-${RUN}.pdf`, exact: true })).toBeVisible();
  await upload.setInputFiles({
    name: '照片.jpg',
    mimeType: 'image/jpeg',
    buffer: Buffer.from('MZ this is a program'),
  });
  await expect(page.getByRole('alert')).toContainText('这种文件不能上传');
});

test('the chosen language follows the person', async ({ browser }) => {
  const page = await signedIn(browser, 'owner2');
  await choose(page, 'English');
  await expect(page.getByRole('button', { name: 'My account' })).toBeVisible();
  const elsewhere = await signedIn(browser, 'owner2');
  await expect(elsewhere.getByRole('button', { name: 'My account' })).toBeVisible();
  await choose(elsewhere, '中文');
  await expect(elsewhere.getByRole('button', { name: '我的账号' })).toBeVisible();
});

for (const phone of [false, true]) {
  test(`the frame is accessible on a ${phone ? 'phone' : 'desktop'}`, async ({ browser, page }) => {
    await page.goto('/sign-in');
    await expectAccessible(page);
    const owner = await signedIn(browser, 'owner', phone);
    const center = await centerOf(owner);
    for (const path of [center, `${center}/center?tab=contracts`, '/org/users', '/org/audit']) {
      expect(await findingsAt(owner, path)).toEqual([]);
    }
  });
}
