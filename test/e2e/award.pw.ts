import { expect, test, type Locator, type Page } from '@playwright/test';

import { verified } from './support/filing-package.js';
import { choose, fillDay } from './support/forms.js';
import { centerOf, expectAccessible, givePassword, signedIn } from './support/people.js';

test.use({ actionTimeout: 20_000 });

/** The story may be told again on the same database: each time about another project. */
const NAME = `溪畔助餐点${Date.now().toString(36)}`;
const SCAN = {
  name: '材料.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n'),
};
const PHOTO = {
  name: '现场.png',
  mimeType: 'image/png',
  buffer: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
};
const YES = ['独立中央厨房', '餐饮行业许可', '无障碍设施', '独立出入口'] as const;
const NUMBERS = { '配制能力（人/餐）': '110', 同时就餐席位: '32', 所在楼层: '1' } as const;
const PAPERS = {
  面积证明: SCAN,
  辐射社区名单: SCAN,
  投资合同和发票: SCAN,
  现场照片: PHOTO,
} as const;

/** What 附件二 tests of a meal point, and what the officer says of this one: tier 3 by its area and communities. */
async function enterProject(page: Page): Promise<void> {
  await page.getByRole('button', { name: '填写项目情况' }).click();
  const form = page.getByRole('dialog', { name: '项目情况' });
  await form.getByLabel('面积（㎡）').fill('92');
  await form.getByLabel('辐射社区').fill('锦溪、石桥、');
  await fillDay(form, '竣工日期', '2026-05-08');
  await form.getByLabel('自有投资').fill('486000');
  for (const label of YES) {
    await choose(form, label, /^有$/);
  }
  for (const [label, value] of Object.entries(NUMBERS)) {
    await form.getByLabel(label).fill(value);
  }
  await form.getByRole('button', { name: '保存', exact: true }).click();
  await expect(form).toBeHidden();
}

/** -> the address of the claim: a draft that may go in */
async function applied(page: Page): Promise<string> {
  await page.goto(`${await centerOf(page)}/all-claims`);
  await page.getByRole('button', { name: '单项申报' }).click();
  const start = page.getByRole('dialog', { name: '单项申报' });
  await start.getByLabel('项目名称').fill(NAME);
  await choose(start, '项目类型', '助餐点');
  await start.getByRole('button', { name: '开始编制' }).click();
  await expect(page.getByText('条件与材料')).toBeVisible({ timeout: 20_000 });
  await enterProject(page);
  await expect(page.getByText(/没有计算公式，须以民政局决定为准/)).toBeVisible();
  await expect(page.getByText('政策给出的范围： 50,000.00 – 100,000.00')).toBeVisible();
  await expect(page.getByText(/有 4 项必须先处理/)).toBeVisible();
  for (const [paper, file] of Object.entries(PAPERS)) {
    const row = page.getByRole('listitem').filter({ hasText: paper });
    await row.getByRole('button', { name: '材料 0' }).click();
    await row.locator('input[type=file]').setInputFiles(file);
    await expect(row.getByRole('button', { name: '材料 1' })).toBeVisible();
  }
  // Nobody presses anything: what is attached is checked.
  await expect(page.getByText('校验已通过')).toBeVisible({ timeout: 20_000 });
  return new URL(page.url()).pathname;
}

async function submitted(page: Page, claim: string): Promise<void> {
  await page.goto(claim);
  await page.getByRole('button', { name: '提交', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: '提交申报' });
  await dialog.getByLabel('我已阅读并承诺').check();
  await dialog.getByRole('button', { name: '确认提交' }).click();
  await givePassword(page);
  await expect(dialog).toBeHidden();
}

const file = async (form: Locator): Promise<void> => {
  await form.locator('input[type=file]').setInputFiles(SCAN);
  await expect(form.getByRole('link', { name: SCAN.name })).toBeVisible();
};

test('an award is applied for with its papers, and decided at an amount of the bureau’s document within the range', async ({
  browser,
}) => {
  const [officer, owner, reviewer, leader] = await Promise.all(
    ['officer3', 'owner3', 'bureau3', 'leader3'].map(async (name) => await signedIn(browser, name)),
  );
  if (!officer || !owner || !reviewer || !leader) {
    throw new Error('four people work on an award');
  }
  const claim = await applied(officer);
  await expectAccessible(officer);
  await submitted(owner, claim);

  const at = `/bureau/claims/${claim.split('/').at(-1)}`;
  await reviewer.goto(at);
  await reviewer.getByRole('button', { name: '开始审核' }).click();
  await reviewer.getByRole('dialog').getByRole('button', { name: '开始审核' }).click();
  const row = reviewer.getByRole('listitem').filter({ hasText: '现场照片' });
  await row.getByRole('button', { name: '材料 1' }).click();
  await expect(row.getByRole('link', { name: PHOTO.name })).toBeVisible();

  await leader.goto(at);
  await leader.getByRole('button', { name: '登记民政局决定' }).click();
  const form = leader.getByRole('dialog', { name: '登记民政局决定' });
  await form.getByLabel('决定金额').fill('120000');
  await form.getByLabel('决定文件文号').fill('锦民〔2026〕7号');
  await fillDay(form, '决定日期', '2026-06-01');
  await file(form);
  await form.getByRole('button', { name: '登记决定' }).click();
  await givePassword(leader);
  await expect(form.getByText(/范围是 50,000.00 至 100,000.00 元/)).toBeVisible();
  await form.getByLabel('决定金额').fill('80000');
  await form.getByRole('button', { name: '登记决定' }).click();
  await expect(leader.getByText('民政局已经决定')).toBeVisible();

  await reviewer.goto(at);
  await reviewer.getByRole('button', { name: /^其余 \d+ 行同意$/ }).click();
  const rest = reviewer.getByRole('dialog').getByRole('button', { name: /^其余 \d+ 行同意$/ });
  await rest.click();
  await expect(rest).toBeHidden();

  await leader.goto(at);
  await leader.getByRole('button', { name: '核定', exact: true }).click();
  const drawer = leader.getByRole('dialog', { name: '核定申报' });
  await drawer.getByRole('button', { name: '核定', exact: true }).click();
  await expect(drawer).toBeHidden();
  await expect(leader.getByText('80,000.00').first()).toBeVisible();

  await owner.goto(`${claim}?tab=filings`);
  const link = owner.getByRole('link', { name: '下载申报材料包（中文）' });
  await expect(link).toBeVisible({ timeout: 30_000 });
  const [download] = await Promise.all([owner.waitForEvent('download'), link.click()]);
  expect(await verified(await download.path())).toContain('验证通过');
});
