import { expect, test } from '@playwright/test';

test('somebody who is not signed in is asked to, in Chinese first', async ({ page }) => {
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  await page.goto('/');
  await expect(page.getByRole('button', { name: /登\s*录/ })).toBeVisible();
  expect(problems).toEqual([]);
});

test('a center manager signs in with a demo account and signs out again', async ({ page }) => {
  await page.goto('/');
  await page.getByLabel('用户名').fill('manager');
  await page.getByLabel('密码').fill('yibu-demo-2026');
  await page.getByRole('button', { name: /登\s*录/ }).click();
  await expect(page.getByRole('button', { name: /登\s*录/ })).toBeHidden();
  await expect(page).toHaveURL(/\/c\//);
});

test('a wrong password is refused in words, and what was typed stays', async ({ page }) => {
  await page.goto('/');
  await page.getByLabel('用户名').fill('manager');
  await page.getByLabel('密码').fill('not-the-password');
  await page.getByRole('button', { name: /登\s*录/ }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await expect(page.getByLabel('用户名')).toHaveValue('manager');
});

test('a page that does not arrive says so in words, with the way on', async ({ page }) => {
  await page.route(/assets\/sign-in\.page/, async (route) => await route.abort());
  await page.goto('/sign-in');
  await expect(page.getByRole('alert')).toContainText('这个页面出了问题');
  await expect(page.getByRole('button', { name: '重新载入页面' })).toBeVisible();
});
