import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';

import { expect, type Page } from '@playwright/test';

import { choose, fillDay } from './forms.js';
import { givePassword } from './people.js';

const CLI = path.resolve('apps/cli/scripts/yibu.mjs');

interface LineOf {
  readonly name: string;
  readonly month: string;
}

/** What the bureau keeps beside single claims: samples, held lines, batches, debts. */
export class CycleDesk {
  constructor(readonly page: Page) {}

  /** -> the address of the drawn list */
  async draw(given: {
    readonly month: string;
    readonly size: number;
    readonly seed: string;
    readonly center: string;
  }): Promise<string> {
    const { page } = this;
    await page.goto('/bureau/samples');
    await page.getByRole('button', { name: /抽样$/ }).click();
    const form = page.getByRole('dialog', { name: '抽取核查名单' });
    const month = form.getByLabel('所属期');
    await month.fill(given.month);
    await month.press('Enter');
    await form.getByLabel('抽取人数').fill(String(given.size));
    await form.getByLabel('种子').fill(given.seed);
    await choose(form, '只抽这些中心', given.center);
    await form.getByLabel('种子').click();
    await form.getByRole('button', { name: '抽样', exact: true }).click();
    await expect(page.getByRole('heading', { name: `现场核查表 ${given.month}` })).toBeVisible();
    return new URL(page.url()).pathname;
  }

  async people(): Promise<string[]> {
    const heads = await this.page.getByRole('rowheader').allInnerTexts();
    return heads.map((text) => text.split('\n')[0]?.trim() ?? '');
  }

  /** The page draws once more, and an auditor does so with nothing but the file. -> what the command says */
  async drawAgain(): Promise<string> {
    const { page } = this;
    await page.getByRole('button', { name: '重新抽取核对' }).click();
    await expect(page.getByText('用记录的种子和总体重新抽取，得到同样的')).toBeVisible();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '下载核对文件' }).click(),
    ]);
    const file = await download.path();
    const { stdout } = await promisify(execFile)(process.execPath, [CLI, 'sample', 'verify', file]);
    return stdout;
  }

  async tick(name: string, result: '在' | '其他', note?: string): Promise<void> {
    const { page } = this;
    const row = page.getByRole('row').filter({ hasText: name });
    await row.getByText(result, { exact: true }).click();
    if (note !== undefined) {
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('原因').fill(note);
      await dialog.getByRole('button', { name: '保存' }).click();
      await expect(dialog).toBeHidden();
    }
    await expect(page.getByText('已记录').first()).toBeVisible();
    await expect(row.getByText('何科员')).toBeVisible();
  }

  /** Chooses a line on the page of a claim under review. */
  async choose({ name, month }: LineOf) {
    const row = this.page.getByRole('row').filter({ hasText: name }).filter({ hasText: month });
    await row.getByRole('button', { name }).click();
    const beside = this.page.getByRole('complementary', { name: '依据的记录' });
    await expect(beside.getByRole('heading', { name, exact: true })).toBeVisible();
    return { row, beside };
  }

  async hold(line: LineOf, until: string): Promise<void> {
    const { row, beside } = await this.choose(line);
    await beside.getByRole('button', { name: /^暂缓/ }).click();
    const dialog = this.page.getByRole('dialog');
    await choose(dialog, '原因', '缺少证明材料');
    await fillDay(dialog, '暂缓到哪一天', until);
    await dialog.getByLabel('写给运营方的说明').fill('请补交出院小结');
    await dialog.getByRole('button', { name: '暂缓', exact: true }).click();
    await expect(dialog).toBeHidden();
    await expect(row.getByText(/暂缓/)).toBeVisible();
  }

  /** Recognizes fewer days than were claimed, by a clause. */
  async cutDays(line: LineOf, days: number): Promise<void> {
    const { row, beside } = await this.choose(line);
    await beside.getByRole('button', { name: /^核减/ }).click();
    const dialog = this.page.getByRole('dialog');
    await choose(dialog, '原因', '住养天数不符');
    await dialog.getByText('按数量', { exact: true }).click();
    await dialog.getByLabel(/核定多少/).fill(String(days));
    await dialog.getByLabel('依据条款').fill('三（一）');
    await dialog.getByLabel('写给运营方的说明').fill('其余日期没有住养记录');
    await dialog.getByRole('button', { name: '核减', exact: true }).click();
    await expect(dialog).toBeHidden();
    await expect(row.getByText(/核减/)).toBeVisible();
    // The page goes on to the next open line by itself.
    const again = await this.choose(line);
    await expect(again.beside.getByText(`核定 ${days} /`).first()).toBeVisible();
  }

  async write(line: LineOf, words: string): Promise<void> {
    const { beside } = await this.choose(line);
    await beside.getByLabel('写给对方的话').fill(words);
    await beside.getByRole('button', { name: '发送' }).click();
    await expect(beside.getByText(words)).toBeVisible();
  }

  async release(centerId: string, name: string): Promise<void> {
    const { page } = this;
    await page.goto(`/bureau/held?center=${centerId}`);
    const row = page.getByRole('row').filter({ hasText: name });
    await expect(row.getByText('待定', { exact: true })).toBeVisible();
    await row.getByRole('button', { name: '解除暂缓' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('原因').fill('出院小结已补交');
    await dialog.getByRole('button', { name: '解除暂缓' }).click();
    await expect(row.getByText('已解除，待下次核定')).toBeVisible();
  }

  /** By the operator, against what the decision of the claim cut. */
  async appeal(claim: string, reason: string): Promise<void> {
    const { page } = this;
    await page.goto(`${claim}?tab=statement`);
    await page.getByRole('button', { name: '申诉', exact: true }).click();
    const drawer = page.getByRole('dialog', { name: '申诉' });
    await drawer.getByLabel('申诉理由').fill(reason);
    await drawer.getByRole('button', { name: '提出申诉' }).click();
    await expect(drawer).toBeHidden();
    await expect(page.getByText('待答复')).toBeVisible();
  }

  async answerAppeal(
    centerId: string,
    given: { readonly yuan: string; readonly why: string },
  ): Promise<void> {
    const { page } = this;
    await page.goto(`/bureau/appeals?center=${centerId}`);
    await page.getByRole('button', { name: '答复' }).click();
    const drawer = page.getByRole('dialog', { name: '答复申诉' });
    await drawer.getByLabel('支持的金额').fill(given.yuan);
    await drawer.getByLabel('答复理由').fill(given.why);
    await drawer.getByRole('button', { name: '答复' }).click();
    await expect(drawer).toBeHidden();
    await expect(page.getByText('已支持，待下次核定')).toBeVisible();
  }

  /** Only this center's claim. -> the address of the batch */
  async compose(centerName: string, number: string): Promise<string> {
    const { page } = this;
    await page.goto('/bureau/payments/new');
    const row = page.getByRole('row').filter({ hasText: centerName });
    await expect(row).toBeVisible();
    for (const box of await page.getByRole('row').getByRole('checkbox').all()) {
      if ((await box.getAttribute('aria-label')) !== null && (await box.isEnabled())) {
        await box.uncheck();
      }
    }
    await row.getByRole('checkbox').check();
    await page.getByLabel('批次号').fill(number);
    // The leader has just given the password for the decision.
    await page.getByRole('button', { name: '提交财政局' }).click();
    await expect(page.getByText('待财政确认')).toBeVisible();
    return new URL(page.url()).pathname;
  }

  async confirmPayment(batch: string, voucher: string): Promise<void> {
    const { page } = this;
    await page.goto(batch);
    await page.getByRole('button', { name: '确认拨付' }).click();
    const drawer = page.getByRole('dialog', { name: /确认拨付/ });
    await drawer.getByLabel('凭证号').fill(voucher);
    await drawer.getByRole('button', { name: '确认拨付' }).click();
    await givePassword(page);
    await expect(drawer).toBeHidden();
    await expect(page.getByText('已办结')).toBeVisible();
  }

  /** Two parts of a debt, as agreed. */
  async agree(
    centerId: string,
    parts: readonly { readonly day: string; readonly yuan: string }[],
  ): Promise<void> {
    const { page } = this;
    await page.goto(`/bureau/recoveries?center=${centerId}`);
    await page.getByRole('button', { name: '商定分期' }).click();
    const drawer = page.getByRole('dialog', { name: '商定分期收回' });
    for (const [index, { day, yuan }] of parts.entries()) {
      if (index > 0) {
        await drawer.getByRole('button', { name: '加一期' }).click();
      }
      await fillDay(drawer, `第 ${index + 1} 期 到期日`, day);
      await drawer.getByLabel('金额', { exact: true }).nth(index).fill(yuan);
    }
    await drawer.getByLabel('商定情况').fill('与运营方商定分两期退回');
    await drawer.getByRole('button', { name: '商定分期' }).click();
    await expect(drawer).toBeHidden();
  }
}
