import { expect, type Locator, type Page } from '@playwright/test';

/** Types a day into a date field, as somebody with a list beside the keyboard does. */
export async function fillDay(form: Locator, label: string, day: string): Promise<void> {
  const field = form.getByLabel(label, { exact: true });
  await field.fill(day);
  await field.press('Enter');
  await expect(field).toHaveValue(day);
}

/** Opens a list of choices and takes the one that says so. */
export async function choose(form: Locator, label: string, option: string | RegExp): Promise<void> {
  await form.getByLabel(label, { exact: true }).click();
  await form.page().locator('.ant-select-item-option:visible').filter({ hasText: option }).click();
}

/** The form beside the page, filled in by `fill` and sent off with the button; gone once it is kept. */
export async function send(
  page: Page,
  button: string,
  fill: (form: Locator) => Promise<void>,
): Promise<void> {
  const form = page.getByRole('dialog');
  await expect(form).toBeVisible();
  await fill(form);
  await form.getByRole('button', { name: button, exact: true }).click();
  await expect(form).toBeHidden();
}

/** `1,234.50`, `−300.00`, `¥300.00 元` -> fen. */
export function fenOf(text: string): number {
  const [, sign, yuan = '', cents = ''] = /([-−])?[^\d]*([\d,]+)\.(\d\d)/.exec(text) ?? [];
  if (yuan === '') {
    throw new Error(`no amount of money in “${text}”`);
  }
  const fen = Number(yuan.replaceAll(',', '')) * 100 + Number(cents);
  return sign === undefined ? fen : -fen;
}
