import { addDays, addMonths, lastDay } from '@yibu/kernel';
import { expect, test } from '@playwright/test';

import { BureauDesk } from './support/bureau-desk.js';
import { ClaimDesk } from './support/claim-desk.js';
import { CycleDesk } from './support/cycle-desk.js';
import { HouseDesk } from './support/house-desk.js';
import { expectAccessible, signedIn } from './support/people.js';
import { StoryCalendar } from './support/story-calendar.js';
import { PERSON } from './support/story-people.js';
import { setStage } from './support/story-stage.js';

test.use({ actionTimeout: 30_000 });

const RUN = `z${Date.now().toString(36)}`;
const calendar = new StoryCalendar(new Date());
const { first, next, today } = calendar;
const MONTHS = 5;
const DAYS = 20;
const DAYS_IN_FIRST = Number(lastDay(first).slice(8));
/** Of 300 yuan, what 20 days of the month do not come to. */
const CUT = 300_00 - Math.round((300_00 * DAYS) / DAYS_IN_FIRST);
const CLAIMED = MONTHS * (300_00 + 200_00 + 300_00);

let center: {
  readonly id: string;
  readonly name: string;
  readonly path: string;
  readonly manager: string;
};
let claim: string;

test.describe.configure({ mode: 'serial', timeout: 240_000 });

test.beforeAll(async ({ playwright, baseURL }) => {
  const stage = await setStage({ playwright, baseURL, calendar, run: RUN });
  const { centerId: id, centerName: name, manager } = stage;
  center = { id, name, path: `/c/${id}`, manager };
});

test('people are drawn for an inspection, an auditor draws the same ones, and a phone ticks them off', async ({
  browser,
}) => {
  const house = new HouseDesk(await signedIn(browser, center.manager), center.path, calendar);
  await house.importRoster();
  const officer = new ClaimDesk(await signedIn(browser, 'officer'), center.path);
  await officer.confirmNothingOnPaper(first);
  claim = await officer.prepare(first);
  expect(await officer.total()).toBe(CLAIMED);
  await new ClaimDesk(await signedIn(browser, 'owner'), center.path).submit(claim);

  const reviewer = new CycleDesk(await signedIn(browser, 'bureau'));
  const given = { month: first, size: 2, seed: '0731', center: center.name };
  const list = await reviewer.draw(given);
  const drawn = await reviewer.people();
  expect(drawn).toHaveLength(2);
  expect(await reviewer.drawAgain()).toContain('验证通过：重新抽出同样的 2 人');
  await expectAccessible(reviewer.page);
  await reviewer.draw(given);
  expect(await reviewer.people()).toEqual(drawn);

  const onSpot = new CycleDesk(await signedIn(browser, 'bureau', true));
  await onSpot.page.goto(list);
  await onSpot.tick(drawn[0] ?? '', '在');
  await onSpot.tick(drawn[1] ?? '', '其他', '家属接出就诊，有挂号单');
  await expect(onSpot.page.getByText('已核查 2 / 2')).toBeVisible();

  const auditor = new CycleDesk(await signedIn(browser, 'auditor'));
  await auditor.page.goto(list);
  expect(await auditor.drawAgain()).toContain('验证通过');
  await expect(auditor.page.getByRole('radio').first()).toBeDisabled();
});

test('a line is held and another cut by its days, the statement closes, and the finance bureau pays', async ({
  browser,
}) => {
  const page = await signedIn(browser, 'bureau');
  const [reviewer, desk] = [new BureauDesk(page), new CycleDesk(page)];
  await reviewer.open(center.id, first);
  await reviewer.startReview();
  await desk.hold({ name: PERSON.riser, month: first }, addDays(today, 20));
  await desk.cutDays({ name: PERSON.patient, month: first }, DAYS);
  await desk.write({ name: PERSON.patient, month: first }, '请补齐本月住养记录');
  await reviewer.acceptTheRest();

  const leaderPage = await signedIn(browser, 'leader');
  const leader = new BureauDesk(leaderPage);
  await leader.open(center.id, first);
  const statement = await leader.decide(`清民审〔${RUN}〕1号`);
  const decided = CLAIMED - CUT - 200_00;
  expect(statement).toMatchObject({
    claimed: CLAIMED,
    returned: 0,
    cut: CUT,
    held: 200_00,
    released: 0,
    decided,
  });

  const batch = await new CycleDesk(leaderPage).compose(center.name, RUN);
  await expect(leaderPage.getByText('编制批次的人不能确认')).toBeVisible();
  await expectAccessible(leaderPage);
  const finance = new CycleDesk(await signedIn(browser, 'finance'));
  await finance.confirmPayment(batch, `财-${RUN}`);

  const officer = new ClaimDesk(await signedIn(browser, 'officer'), center.path);
  expect((await officer.statement(claim)).paid).toBe(decided);
  await expect(officer.page.getByText('请补交出院小结')).toBeVisible();
  await officer.page.getByRole('tab', { name: '沟通 1' }).click();
  await expect(officer.page.getByText('请补齐本月住养记录')).toBeVisible();
  await expect(officer.page.getByRole('tab', { name: '沟通', exact: true })).toBeVisible();
});

test('a released line and an appeal granted in part come with the next decision, and what has to come back is agreed in parts', async ({
  browser,
}) => {
  const house = new HouseDesk(await signedIn(browser, center.manager), center.path, calendar);
  await house.page.goto(center.path);
  await house.recordDeath(PERSON.dead);
  const page = await signedIn(browser, 'bureau');
  const [reviewer, desk] = [new BureauDesk(page), new CycleDesk(page)];
  await desk.release(center.id, PERSON.riser);

  const officer = new ClaimDesk(await signedIn(browser, 'officer'), center.path);
  await new CycleDesk(officer.page).appeal(claim, '病案记录有误，附医院更正');
  const leaderPage = await signedIn(browser, 'leader');
  const answer = { yuan: '50', why: '医院更正了出院日期' };
  await new CycleDesk(leaderPage).answerAppeal(center.id, answer);
  const second = await officer.prepare(next);
  const owner = new ClaimDesk(await signedIn(browser, 'owner'), center.path);
  await owner.submit(second);

  await reviewer.open(center.id, next);
  await reviewer.startReview();
  for (const name of [PERSON.patient, PERSON.riser]) {
    const reason = { code: '缺少证明材料', text: '缺本月住养证明', evidence: '住养' };
    await reviewer.returnLine({ name, month: next }, reason);
  }
  await reviewer.acceptTheRest();
  const leader = new BureauDesk(leaderPage);
  await leader.open(center.id, next);
  expect(await leader.decide(`清民审〔${RUN}〕2号`)).toMatchObject({
    claimed: 200_00,
    returned: 500_00,
    released: 200_00 + 50_00,
    decided: -50_00,
  });

  const money = new CycleDesk(leaderPage);
  await money.agree(center.id, [
    { day: addMonths(today, 1), yuan: '30' },
    { day: addMonths(today, 2), yuan: '20' },
  ]);
  const row = leaderPage.getByRole('row').filter({ hasText: center.name });
  await expect(row.getByText('第 2 期')).toBeVisible();
  await expect(row.getByText('未到期')).toHaveCount(2);
  await expectAccessible(leaderPage);

  await owner.page.goto(`${second}?tab=statement`);
  await expect(owner.page.getByText('本次核定列入的以前暂缓明细')).toBeVisible();
  await owner.page.goto(`${center.path}/account`);
  await expect(owner.page.getByText('-50.00').first()).toBeVisible();
});
