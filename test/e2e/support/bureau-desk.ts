import { expect, type Page } from '@playwright/test';

import { readStatement, type Statement } from './claim-desk.js';
import { choose } from './forms.js';
import { givePassword } from './people.js';

/** What the bureau's reviewer and leader do, on the bureau's screens. */
export class BureauDesk {
  constructor(readonly page: Page) {}

  /** From the queue, narrowed to one center. */
  async open(centerId: string, month: string): Promise<void> {
    const { page } = this;
    await page.goto(`/bureau/claims?center=${centerId}`);
    // The period, not a day of that month on which another period was submitted.
    const period = page.getByRole('cell', { name: new RegExp(`^${month}(?!-)`) });
    await page.getByRole('row').filter({ has: period }).getByRole('link').first().click();
    await expect(page.getByRole('heading', { name: new RegExp(month) })).toBeVisible();
  }

  async startReview(): Promise<void> {
    const { page } = this;
    await page.getByRole('button', { name: '开始审核' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '开始审核' }).click();
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect(page.getByText(/已审 0 \/ \d+ 行/)).toBeVisible();
  }

  /** Sent back with a reason for the operator; the evidence stands beside the line. */
  async returnLine(
    line: { readonly name: string; readonly month: string },
    reason: { readonly code: string; readonly text: string; readonly evidence: string },
  ): Promise<void> {
    const { page } = this;
    const row = page
      .getByRole('row')
      .filter({ hasText: line.name })
      .filter({ hasText: line.month });
    await row.getByRole('button', { name: line.name }).click();
    const beside = page.getByRole('complementary', { name: '依据的记录' });
    await expect(beside.getByText(reason.evidence).first()).toBeVisible();
    await beside.getByRole('button', { name: /^退回/ }).click();
    const dialog = page.getByRole('dialog');
    await choose(dialog, '原因', reason.code);
    await dialog.getByLabel('写给运营方的说明').fill(reason.text);
    await dialog.getByRole('button', { name: '退回', exact: true }).click();
    await expect(dialog).toBeHidden();
    await expect(row.getByText('退回')).toBeVisible();
  }

  async acceptTheRest(): Promise<void> {
    const { page } = this;
    const button = page.getByRole('button', { name: /^其余 \d+ 行同意$/ });
    await button.click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^其余 \d+ 行同意$/ })
      .click();
    await expect(page.getByText('各行都有审核意见，等另一位负责人核定')).toBeVisible();
  }

  /** -> the statement of differences as it was shown before the decision */
  async decide(documentNumber: string): Promise<Statement> {
    const { page } = this;
    await page.getByRole('button', { name: '核定', exact: true }).click();
    const drawer = page.getByRole('dialog', { name: '核定申报' });
    const statement = await readStatement(drawer);
    await drawer.getByLabel('文号').fill(documentNumber);
    await drawer.getByRole('button', { name: '核定', exact: true }).click();
    await givePassword(page);
    await expect(drawer).toBeHidden();
    await expect(page.getByRole('button', { name: '登记拨付' })).toBeVisible();
    return statement;
  }

  async pay(receiptNumber: string): Promise<void> {
    const { page } = this;
    await page.getByRole('button', { name: '登记拨付' }).click();
    const drawer = page.getByRole('dialog');
    await drawer.getByLabel('凭证号').fill(receiptNumber);
    await drawer.locator('input[type=file]').setInputFiles({
      name: '拨款凭证.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n'),
    });
    await expect(drawer.getByRole('link', { name: '拨款凭证.pdf' })).toBeVisible();
    await drawer.getByRole('button', { name: '登记', exact: true }).click();
    await expect(drawer).toBeHidden();
    await expect(page.getByText('已拨付').first()).toBeVisible();
  }
}
