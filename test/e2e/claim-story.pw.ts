import { expect, test } from '@playwright/test';

import { BureauDesk } from './support/bureau-desk.js';
import { ClaimDesk, type Statement } from './support/claim-desk.js';
import { namesWithin, verified } from './support/filing-package.js';
import { HouseDesk } from './support/house-desk.js';
import { expectAccessible, signedIn } from './support/people.js';
import { StoryCalendar } from './support/story-calendar.js';
import { PERSON } from './support/story-people.js';
import { setStage } from './support/story-stage.js';

test.use({ actionTimeout: 30_000 });

/** The story may be told again on the same database. */
const RUN = Date.now().toString(36);
const calendar = new StoryCalendar(new Date());
const { first, next, monthsInFirst } = calendar;

/** 300 yuan for those who cannot care for themselves, 200 for those who partly can (阳城 2022, 三（一）). */
const lines = (months: readonly string[], kind: string, yuan: string): string[] =>
  months.map((month) => `${month} ${kind} ${yuan}`);
const earlier = monthsInFirst.slice(0, -1);
const CLAIMED = 4 * 300_00 + 300_00 + 4 * 200_00 + 300_00 + 4 * 300_00 + 300_00;

const expectClosed = (statement: Statement): void => {
  const { claimed, returned, cut, held, released, decided } = statement;
  expect(claimed).toBe(returned + cut + held - released + decided);
};

let center: { readonly id: string; readonly path: string; readonly manager: string };
let claim: string;

test.describe.configure({ mode: 'serial', timeout: 240_000 });

test.beforeAll(async ({ playwright, baseURL }) => {
  const stage = await setStage({ playwright, baseURL, calendar, run: RUN });
  center = { id: stage.centerId, path: `/c/${stage.centerId}`, manager: stage.manager };
});

test('a manager brings a house in from its own list and keeps its records', async ({ browser }) => {
  const house = new HouseDesk(await signedIn(browser, center.manager), center.path, calendar);
  await house.importRoster();
  await house.signPapers(PERSON.newcomer, `XY-${RUN}`);
  await house.admit(PERSON.newcomer, '304-1');
  await house.recordHospital(PERSON.patient);
  await house.raiseLevel(PERSON.riser, /^3/);
});

test('the officer prepares the month, and the owner submits it and takes the package along', async ({
  browser,
}) => {
  const officer = new ClaimDesk(await signedIn(browser, 'officer'), center.path);
  await officer.confirmNothingOnPaper(first);
  claim = await officer.prepare(first);
  expect(await officer.total()).toBe(CLAIMED);
  expect(await officer.linesOf(PERSON.riser)).toEqual([
    ...lines(earlier, '补报', '200.00'),
    `${first} 本期 300.00`,
  ]);
  expect(await officer.linesOf(PERSON.newcomer)).toEqual([]);
  await expectAccessible(officer.page);
  await expect(officer.page.getByRole('button', { name: '提交', exact: true })).toBeHidden();

  const owner = new ClaimDesk(await signedIn(browser, 'owner'), center.path);
  await owner.submit(claim);
  const archive = await owner.downloadFiling();
  const names = await namesWithin(archive);
  expect(names).toEqual(
    expect.arrayContaining(['application.pdf', 'figures.xlsx', 'facts.json', 'manifest.json']),
  );
  expect(await verified(archive)).toContain('验证通过');
});

test('the bureau returns one line with a reason, another person decides, and it is paid', async ({
  browser,
}) => {
  const reviewer = new BureauDesk(await signedIn(browser, 'bureau'));
  await reviewer.open(center.id, first);
  await reviewer.startReview();
  await reviewer.returnLine(
    { name: PERSON.patient, month: first },
    { code: '住养天数不符', text: '返院日期与出院小结不符', evidence: '住院' },
  );
  await reviewer.acceptTheRest();
  await expect(reviewer.page.getByRole('button', { name: '核定', exact: true })).toBeHidden();

  const leader = new BureauDesk(await signedIn(browser, 'leader'));
  await leader.open(center.id, first);
  const statement = await leader.decide(`清民审〔${RUN}〕1号`);
  expect(statement).toMatchObject({ claimed: CLAIMED, returned: 300_00, cut: 0, held: 0 });
  expectClosed(statement);
  await leader.pay(`银-${RUN}`);
});

test('what was mended comes back by itself next month, what was learnt late is taken back, and it adds up', async ({
  browser,
}) => {
  const house = new HouseDesk(await signedIn(browser, center.manager), center.path, calendar);
  await house.correctHospital(PERSON.patient);
  await house.recordDeath(PERSON.dead);

  const officer = new ClaimDesk(await signedIn(browser, 'officer'), center.path);
  await officer.openClaim(claim);
  await expect(
    officer.page.getByText('退回 · 住养天数不符 · 返院日期与出院小结不符'),
  ).toBeVisible();
  await officer.prepare(next);
  expect(await officer.linesOf(PERSON.patient)).toEqual([
    `${first} 补报 · 再次申报 300.00`,
    `${next} 本期 300.00`,
  ]);
  expect(await officer.linesOf(PERSON.riser)).toEqual([`${next} 本期 300.00`]);
  expect(await officer.linesOf(PERSON.dead)).toEqual([`${first} 冲回 -300.00`]);
  const gate = calendar.monthsBeforeGate;
  expect(await officer.linesOf(PERSON.newcomer)).toEqual([
    ...lines(gate, '补报', '200.00'),
    `${next} 本期 200.00`,
  ]);
  const again = await officer.whyOf(PERSON.patient, first);
  expect(again).toContain('上次申报被退回，依据已改变，重新申报300.00元');
  expect(again).toMatch(/在 \S+ 中申报 300\.00 元，结果：退回/);
  const back = await officer.whyOf(PERSON.dead, first);
  expect(back).toContain(`${calendar.movedIn}至${calendar.died}（不含当日）`);
  expect(back).toContain('在住5天，不满15天，不计；应发0.00元，已申报300.00元，冲回300.00元');

  const owner = new ClaimDesk(await signedIn(browser, 'owner'), center.path);
  const statement = await owner.statement(claim);
  expectClosed(statement);
  expect(statement).toEqual({
    claimed: CLAIMED,
    returned: 300_00,
    cut: 0,
    held: 0,
    released: 0,
    decided: CLAIMED - 300_00,
    paid: CLAIMED - 300_00,
  });
});
