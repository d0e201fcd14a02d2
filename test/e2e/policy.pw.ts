import { expect, test } from '@playwright/test';

import { expectAccessible, givePasswordAgain, signedIn } from './support/people.js';

/** In the smaller county: what is chosen there is read by no other journey. */
test.describe.configure({ mode: 'serial' });

test('A switched question shows its effect, is proposed by one and confirmed by another', async ({
  browser,
}) => {
  const clerk = await signedIn(browser, 'bureau2');
  await clerk.goto('/bureau/policy');
  await expectAccessible(clerk);
  await clerk
    .getByRole('link', { name: /阳城县推进/ })
    .first()
    .click();
  await expect(clerk.getByText('条款 三、（一） · YC-21')).toBeVisible();
  await expectAccessible(clerk);
  await clerk.getByRole('tab', { name: '待定问题' }).click();
  await clerk.getByRole('button', { name: '更改 YC-A7' }).click();
  const drawer = clerk.getByRole('dialog', { name: '更改待定问题' });
  await expect(drawer.getByRole('button', { name: '提交，等负责人确认' })).toBeHidden();
  await drawer.getByRole('radio', { name: '按整月' }).check();
  await drawer.getByRole('button', { name: '先看影响' }).click();
  await expect(drawer.getByRole('region', { name: '测算结果' })).toBeVisible({ timeout: 60_000 });
  await expectAccessible(clerk);
  await drawer.getByLabel('依据和理由').fill('县局会议纪要');
  await drawer.getByRole('button', { name: '提交，等负责人确认' }).click();
  await expect(clerk.getByText('已提交，等负责人确认')).toBeVisible();

  await clerk.goto('/bureau/policy?tab=changes');
  await expect(clerk.getByText('您提出的，须由负责人（另一人）确认。')).toBeVisible();
  await expect(clerk.getByRole('button', { name: '确认', exact: true })).toHaveCount(0);
  await expectAccessible(clerk);

  const leader = await signedIn(browser, 'leader2');
  await leader.goto('/bureau/policy?tab=changes');
  await leader.getByRole('link', { name: '查看影响' }).first().click();
  await expect(leader.getByRole('region', { name: '测算结果' }).first()).toBeVisible();
  await leader.goto('/bureau/policy?tab=changes');
  await leader.getByRole('button', { name: '确认', exact: true }).first().click();
  await leader.getByRole('dialog').getByRole('button', { name: '确认', exact: true }).click();
  await givePasswordAgain(leader);
  await expect(leader.getByText('已办理')).toBeVisible();

  await clerk.goto('/bureau/policy');
  await clerk
    .getByRole('link', { name: /阳城县推进/ })
    .first()
    .click();
  await clerk.getByRole('tab', { name: '待定问题' }).click();
  await expect(clerk.getByText(/县里选定：于科员 提出，董局长 确认/)).toBeVisible();
});

test('A version is proposed with the words of what will happen, and its author takes it back', async ({
  browser,
}) => {
  const clerk = await signedIn(browser, 'bureau2');
  await clerk.goto('/bureau/policy');
  await clerk.getByRole('link', { name: /样本/ }).click();
  await clerk.getByRole('button', { name: '提出启用' }).click();
  const drawer = clerk.getByRole('dialog', { name: /提出启用/ });
  await expect(drawer.getByText(/已经核定的月份不改/)).toBeVisible();
  await drawer.getByLabel('从哪个月起执行').fill('2027-01');
  await drawer.getByLabel('从哪个月起执行').press('Enter');
  await drawer.getByLabel('依据和理由').fill('试点');
  await drawer.getByRole('button', { name: '提交，等负责人确认' }).click();
  await expect(clerk.getByText('已提出启用，等负责人确认')).toBeVisible();
  await clerk.goto('/bureau/policy?tab=changes');
  await clerk.getByRole('button', { name: '撤回' }).first().click();
  const dialog = clerk.getByRole('dialog', { name: '撤回这项提议' });
  await dialog.getByLabel('原因').fill('另行研究');
  await dialog.getByRole('button', { name: '撤回' }).click();
  await expect(clerk.getByText('已撤回')).toBeVisible();
});

test('An operator reads the rules that the claims follow, and changes nothing', async ({
  browser,
}) => {
  const officer = await signedIn(browser, 'officer2', true);
  await officer.waitForURL(/\/c\//);
  const center = /\/c\/[^/?]+/.exec(officer.url())?.[0] ?? '';
  await officer.goto(`${center}/policy`);
  await officer
    .getByRole('link', { name: /阳城县推进/ })
    .first()
    .click();
  await officer.getByRole('tab', { name: '待定问题' }).click();
  await expect(officer.getByText('死亡或退住当月如何计发？')).toBeVisible();
  await expect(officer.getByRole('button', { name: /更改/ })).toHaveCount(0);
  await expectAccessible(officer);
});
