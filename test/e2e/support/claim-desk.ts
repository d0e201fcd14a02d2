import { expect, type Locator, type Page } from '@playwright/test';

import { fenOf } from './forms.js';
import { givePassword } from './people.js';

/** claimed = returned + cut + held − released + decided, as the screen shows it; all in fen. */
export type Statement = Readonly<
  Record<'claimed' | 'returned' | 'cut' | 'held' | 'released' | 'decided' | 'paid', number>
>;

const STATEMENT: Readonly<Record<keyof Statement, string>> = {
  claimed: '申报金额',
  returned: '− 退回',
  cut: '− 核减',
  held: '− 暂缓',
  released: '\\+ 解除暂缓',
  decided: '= 核定金额',
  paid: '已拨付',
};

export async function readStatement(place: Page | Locator): Promise<Statement> {
  const read = async (label: string): Promise<number> => {
    const row = place.getByRole('row').filter({ hasText: new RegExp(`^\\s*${label}`) });
    return fenOf(await row.getByRole('cell').last().innerText());
  };
  const entries: [string, number][] = [];
  for (const [key, label] of Object.entries(STATEMENT)) {
    entries.push([key, await read(label)]);
  }
  return Object.fromEntries(entries) as unknown as Statement;
}

/** What officer and owner do with a claim, on the operator's screens. */
export class ClaimDesk {
  constructor(
    readonly page: Page,
    private readonly center: string,
  ) {}

  async confirmNothingOnPaper(month: string): Promise<void> {
    const { page } = this;
    await page.goto(`${this.center}/claims?month=${month}`);
    await page.getByRole('button', { name: '没有申报过' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '没有申报过' }).click();
    await expect(page.getByText('今年之前用纸质材料申报过吗？')).toBeHidden();
  }

  /** -> the address of the claim, computed */
  async prepare(month: string): Promise<string> {
    const { page } = this;
    await page.goto(`${this.center}/claims?month=${month}`);
    const row = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: month }) });
    await row.getByRole('button', { name: '生成申报' }).click();
    await expect(page).toHaveURL(/claims\/[0-9A-Z]{26}/);
    await expect(page.getByText('申报合计')).toBeVisible({ timeout: 30_000 });
    return new URL(page.url()).pathname;
  }

  async openClaim(claim: string): Promise<void> {
    await this.page.goto(claim);
    await expect(this.page.getByText('申报合计')).toBeVisible();
  }

  async total(): Promise<number> {
    const row = this.page.getByRole('row').filter({ hasText: '申报合计' });
    return fenOf(await row.getByRole('cell').last().innerText());
  }

  /** The rows of one person that carry money, such as `2026-09 补报 300.00`, as the table shows them. */
  async linesOf(name: string): Promise<string[]> {
    const { page } = this;
    await page.getByPlaceholder('姓名').fill(name);
    await expect(page).toHaveURL(/search=/);
    const rows = page.getByRole('row').filter({ hasText: name }).filter({ hasText: '床位补贴' });
    await expect(page.getByText('符合条件的可申报金额合计')).toBeVisible();
    await expect(rows.first()).toBeVisible();
    const lines: string[] = [];
    for (const row of await rows.filter({ hasText: '可申报' }).all()) {
      const cell = async (index: number): Promise<string> =>
        (await row.getByRole('cell').nth(index).innerText()).trim();
      lines.push([await cell(2), await cell(3), await cell(7)].join(' '));
    }
    return lines;
  }

  /** Why one line pays what it pays, in words. */
  async whyOf(name: string, month: string): Promise<string> {
    const { page } = this;
    await page.getByPlaceholder('姓名').fill(name);
    const row = page.getByRole('row').filter({ hasText: name }).filter({ hasText: month });
    await row.filter({ hasText: '可申报' }).getByText(month).click();
    const drawer = page.getByRole('dialog');
    await expect(drawer.getByText('为什么是这个金额')).toBeVisible();
    const words = await drawer.innerText();
    await drawer.getByRole('button', { name: '关闭' }).click();
    await expect(drawer).toBeHidden();
    return words;
  }

  /** The last look: amount in figures, undertaking, done. */
  async submit(claim: string): Promise<void> {
    const { page } = this;
    await page.goto(claim);
    await page.getByRole('button', { name: '提交', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: '提交申报' });
    await expect(dialog.getByText('由 许专员 编制，须由另一人提交')).toBeVisible();
    await expect(dialog.getByRole('button', { name: '确认提交' })).toBeDisabled();
    await dialog.getByLabel('我已阅读并承诺').check();
    await dialog.getByRole('button', { name: '确认提交' }).click();
    await givePassword(page);
    await expect(page.getByText(/已提交，申报编号/)).toBeVisible();
    await expect(dialog).toBeHidden();
  }

  /** -> the path of the package; made by the worker a few seconds after the submission. */
  async downloadFiling(): Promise<string> {
    const { page } = this;
    await page.getByRole('tab', { name: '申报材料' }).click();
    const link = page.getByRole('link', { name: '下载申报材料包（中文）' });
    await expect(link).toBeVisible({ timeout: 60_000 });
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
    expect(download.suggestedFilename()).toMatch(/\.zip$/);
    return await download.path();
  }

  async statement(claim: string): Promise<Statement> {
    await this.page.goto(`${claim}?tab=statement`);
    await expect(this.page.getByRole('heading', { name: '差异说明' })).toBeVisible();
    return await readStatement(this.page);
  }
}
