import { expect, test, type Page } from '@playwright/test';

import { BureauDesk } from './support/bureau-desk.js';
import { signedIn } from './support/people.js';

test.use({ actionTimeout: 30_000 });

interface Waiting {
  readonly centerId: string;
  readonly period: string;
  readonly line: { readonly subjectId: string; readonly subjectName: string };
}

async function ask<T>(page: Page, query: string, variables: object): Promise<T> {
  const answer = await page.request.post('/graphql', {
    headers: { 'x-yibu-client': 'admin' },
    data: { query, variables },
  });
  return ((await answer.json()) as { data: T }).data;
}

/** A claim of the smaller county that waits, and somebody in it whom no list has met. */
async function waitingClaim(page: Page): Promise<Waiting> {
  const { reviewQueue } = await ask<{
    reviewQueue: { items: { id: string; centerId: string; period: string }[] };
  }>(page, '{ reviewQueue(page: 1, pageSize: 1) { items { id centerId period } } }', {});
  const [claim] = reviewQueue.items;
  const { claimLines, claimMatches } = await ask<{
    claimLines: { items: Waiting['line'][] };
    claimMatches: { subjectName: string }[];
  }>(
    page,
    `query ($id: ID!) { claimMatches(claimId: $id) { subjectName }
      claimLines(claimId: $id, status: PAYABLE, page: 1, pageSize: 50) { items { subjectId subjectName } } }`,
    { id: claim?.id },
  );
  const met = claimMatches.map(({ subjectName }) => subjectName);
  const line = claimLines.items.filter(({ subjectName }) => !met.includes(subjectName)).at(-1);
  return {
    centerId: claim?.centerId ?? '',
    period: claim?.period ?? '',
    line: line ?? { subjectId: '', subjectName: '' },
  };
}

test('a list of deaths comes in but for its bad row, stands beside the line that it meets, and the line goes back', async ({
  browser,
}) => {
  const page = await signedIn(browser, 'bureau2');
  const { centerId, period, line } = await waitingClaim(page);
  const { revealIdNumber } = await ask<{ revealIdNumber: string }>(
    await signedIn(browser, 'manager2'),
    'mutation ($input: RevealIdNumberInput!) { revealIdNumber(input: $input) }',
    { input: { residentId: line.subjectId, reason: '核对名单' } },
  );
  const rows = [
    '逝者姓名,身份证号,死亡日期,殡仪馆',
    `${line.subjectName},${revealIdNumber},${period}-09,北山殡仪馆`,
    `王某,${revealIdNumber.slice(0, 17)}A,${period}-31x,北山殡仪馆`,
  ];

  await page.goto('/bureau/lists?upload=yes');
  await page.locator('input[type=file]').setInputFiles({
    name: '北山火化名单.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(rows.join('\n')),
  });
  await expect(page.getByText('可以接收 1 行，1 行有问题')).toBeVisible();
  const problems = page.getByRole('row').filter({ hasText: '第 3 行' });
  await expect(problems.filter({ hasText: '死亡日期' })).toContainText('不是日期');
  await expect(problems.filter({ hasText: '身份证号' })).toHaveCount(1);
  await page.getByRole('button', { name: '确认接收' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '确认接收' }).click();
  await expect(page.getByText('已接收 1 行')).toBeVisible();

  const reviewer = new BureauDesk(page);
  await reviewer.open(centerId, period);
  await reviewer.startReview();
  await reviewer.returnLine(
    { name: line.subjectName, month: period },
    { code: '住养天数不符', text: '县火化名单显示已去世，请核实', evidence: '北山殡仪馆' },
  );
});
