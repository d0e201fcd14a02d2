import { expect, test, type Page } from '@playwright/test';

import { centerOf, expectAccessible, signedIn } from './support/people.js';

/** A finger needs this much. */
const TARGET = 44;

/** Taps an answer of one entry by its place; answers are whole lines. */
async function tap(page: Page, entry: string, place = 0): Promise<void> {
  await page
    .locator(`#as-${entry.replaceAll('.', '-')} .as-option`)
    .nth(place)
    .click();
}

async function openPart(page: Page, name: string): Promise<void> {
  const part = page.getByRole('navigation', { name: '评估表各部分' }).getByRole('button', { name });
  await part.click();
  // Until the part is there, the one before it is still on the screen, complete.
  await expect(part).toHaveAttribute('aria-current', 'step');
}

/** Every item of the part on the screen gets its best answer. */
async function answerAll(page: Page): Promise<void> {
  const cards = page.locator('.as-card-empty');
  while ((await cards.count()) > 0) {
    await cards.first().locator('.as-option').first().click();
  }
}

async function fillPerson(page: Page): Promise<void> {
  await tap(page, 'A.1.3', 1);
  for (const event of [1, 2, 3, 4, 5]) {
    await tap(page, `A.2.14.${event}`, 0);
  }
  await page.locator('#as-A-3-1 input').fill('王小明');
  await tap(page, 'A.3.2', 2);
}

test('a nurse assesses on a phone, a second person signs, and the level holds once it is accepted', async ({
  browser,
}) => {
  test.setTimeout(120_000);
  const nurse = await signedIn(browser, 'nurse', true);
  await nurse.goto(`${await centerOf(nurse)}/assessments?start=new`);
  await nurse.getByRole('combobox', { name: '老人' }).click();
  await nurse.locator('.ant-select-item-option').last().click();
  await nurse.getByRole('button', { name: '打开评估表' }).click();
  await expect(nurse).toHaveURL(/assessments\/[0-9A-Z]{26}/);
  const form = nurse.url().replace(/\?.*/, '');

  await fillPerson(nurse);
  for (const part of ['自理能力', '基础运动', '精神状态', '感知与参与']) {
    await openPart(nurse, part);
    await answerAll(nurse);
  }
  await openPart(nurse, '疾病与健康');
  await tap(nurse, 'A.4.1', 20); // dementia
  await tap(nurse, 'A.5.11', 1); // coma: yes, which contradicts the answer above
  await openPart(nurse, '核对签名');
  await expect(nurse.getByText('但意识水平不是昏迷')).toBeVisible();
  await expect(nurse.getByRole('button', { name: '第一评估员签名' })).toBeDisabled();
  await nurse.getByRole('button', { name: /A\.5\.11/ }).click();
  await tap(nurse, 'A.5.11', 0);
  await expect(nurse.getByRole('status')).toContainText('已保存');

  await nurse.reload();
  await openPart(nurse, '核对签名');
  await expect(nurse.getByText('可以签名')).toBeVisible();
  await nurse.getByRole('button', { name: '第一评估员签名' }).click();
  await nurse.getByRole('button', { name: '确认签名' }).click();
  await expect(nurse.getByText('请另一位评估员用自己的账号登录后签名')).toBeVisible();

  const manager = await signedIn(browser, 'manager');
  await manager.goto(form);
  await manager.getByRole('button', { name: '第二评估员签名' }).click();
  await manager.getByRole('button', { name: '确认签名' }).click();
  await expect(manager.getByText('1 级　轻度失能').last()).toBeVisible();
  await manager.getByRole('button', { name: '确认等级' }).click();
  const drawer = manager.getByRole('dialog');
  await drawer.getByLabel('原因').fill('复评后更新');
  await drawer.getByRole('button', { name: '确认等级' }).click();
  await expect(manager.getByText('确认人也是评估员之一')).toBeVisible();
});

test('the list of assessments and the form can be used by everybody, with a finger too', async ({
  browser,
}) => {
  const nurse = await signedIn(browser, 'nurse', true);
  await nurse.goto(`${await centerOf(nurse)}/assessments`);
  await expect(nurse.getByRole('link', { name: /将到期/ })).toBeVisible();
  await expectAccessible(nurse);
  await nurse.goto(`${await centerOf(nurse)}/assessments?start=new`);
  await nurse.getByRole('combobox', { name: '老人' }).click();
  await nurse.locator('.ant-select-item-option').first().click();
  await nurse.getByRole('button', { name: '打开评估表' }).click();
  await openPart(nurse, '精神状态');
  await expectAccessible(nurse);
  const small = await nurse
    .locator('.as-option, .as-nav-part, .as-bar .ant-btn')
    .evaluateAll(
      (targets, least) =>
        targets
          .filter((target) => target.getBoundingClientRect().height < least)
          .map((target) => target.textContent),
      TARGET,
    );
  expect(small).toEqual([]);
});
