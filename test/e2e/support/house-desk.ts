import { expect, type Page } from '@playwright/test';

import { choose, fillDay, send } from './forms.js';
import { rosterWorkbook } from './story-people.js';
import type { StoryCalendar } from './story-calendar.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const LATE = '当时没有及时登记，按纸质记录补录';

/** What the manager of a center does, on the manager's own screens. */
export class HouseDesk {
  constructor(
    readonly page: Page,
    private readonly center: string,
    private readonly calendar: StoryCalendar,
  ) {}

  async importRoster(): Promise<void> {
    const { page } = this;
    await page.goto(`${this.center}/roster`);
    await page.locator('input[type=file]').setInputFiles({
      name: '在住老人.xlsx',
      mimeType: XLSX,
      buffer: await rosterWorkbook(this.calendar),
    });
    await page.getByRole('button', { name: '检查名册' }).click();
    await expect(page.getByText('新增 4 行，有改动 0 行，无变化 0 行，有问题 0 行')).toBeVisible();
    await page.getByRole('button', { name: '确认导入 4 行' }).click();
    await expect(page.getByText('已导入 4 行')).toBeVisible();
  }

  /** From the list of residents to the file of one. */
  async openFile(name: string, tab: string): Promise<void> {
    const { page } = this;
    await page
      .getByRole('navigation', { name: '菜单' })
      .getByRole('link', { name: '老人', exact: true })
      .click();
    await page.getByPlaceholder('姓名、拼音、床位、证件号').fill(name);
    await expect(page).toHaveURL(/search=/);
    await page.getByRole('link', { name, exact: true }).click();
    await expect(page.getByRole('heading', { name })).toBeVisible();
    await page.getByRole('tab', { name: tab, exact: true }).click();
  }

  /** Health data needs a consent, and a stay its agreement: without them nobody moves in. */
  async signPapers(name: string, number: string): Promise<void> {
    const { page } = this;
    const { movedInLater: day } = this.calendar;
    await this.openFile(name, '同意书');
    await page.getByRole('button', { name: '登记同意书' }).click();
    await send(page, '保存', async (form) => {
      await form.getByRole('checkbox').first().check();
      await form.getByLabel('文本版本').fill('2025 版');
      await fillDay(form, '签署日期', day);
    });
    await page.getByRole('tab', { name: '服务协议', exact: true }).click();
    await page.getByRole('button', { name: '签订协议' }).click();
    await send(page, '保存', async (form) => {
      await form.getByLabel('协议编号').fill(number);
      await fillDay(form, '签订日期', day);
      await fillDay(form, '开始日期', day);
    });
  }

  async admit(name: string, bed: string): Promise<void> {
    const { page } = this;
    await this.openFile(name, '入住与外出');
    await page.getByRole('button', { name: '办理入住' }).click();
    await send(page, '办理入住', async (form) => {
      await fillDay(form, '入住日期', this.calendar.movedInLater);
      await choose(form, '床位', bed);
      await form.getByLabel('补录原因（超过 7 天才登记的必填）').fill(LATE);
    });
    await expect(page.getByText(`${bed}`).first()).toBeVisible();
  }

  /** The stay in hospital, with the day of return as somebody remembered it. */
  async recordHospital(name: string): Promise<void> {
    const { page } = this;
    const { hospital } = this.calendar;
    await this.openFile(name, '入住与外出');
    await page.getByRole('button', { name: '登记外出' }).click();
    await send(page, '保存', async (form) => {
      await form.getByText('住院', { exact: true }).click();
      await fillDay(form, '离开日期', hospital.from);
      await fillDay(form, '已经回来的，填返回日期', hospital.wrongUntil);
      await form.getByLabel('医院、事由或去处').fill('清泉县人民医院');
      await form.getByLabel('补录原因（超过 7 天才登记的必填）').fill(LATE);
    });
    await expect(page.getByText('住院', { exact: true }).first()).toBeVisible();
  }

  /** The bureau found another day of return on the hospital's paper. */
  async correctHospital(name: string): Promise<void> {
    const { page } = this;
    await this.openFile(name, '入住与外出');
    await page.getByRole('button', { name: '更正外出' }).click();
    await send(page, '保存', async (form) => {
      await fillDay(form, '已经回来的，填返回日期', this.calendar.hospital.until);
      await form.getByLabel('更正原因').fill('按出院小结更正返回日期');
    });
  }

  async raiseLevel(name: string, level: RegExp): Promise<void> {
    const { page } = this;
    const { levelRose } = this.calendar;
    await this.openFile(name, '能力等级');
    await page.getByRole('button', { name: '录入外部结果' }).click();
    await send(page, '保存结果', async (form) => {
      await choose(form, '等级', level);
      await form.getByLabel('出具单位').fill('清泉县评估中心');
      await fillDay(form, '评估日期', levelRose);
    });
    await page.getByRole('button', { name: '确认等级' }).click();
    await send(page, '确认等级', async (form) => {
      await fillDay(form, '生效日期', levelRose);
      await form.getByLabel('原因').fill('复评后能力下降');
    });
  }

  async recordDeath(name: string): Promise<void> {
    const { page } = this;
    await this.openFile(name, '入住与外出');
    await page.getByRole('button', { name: new RegExp(`^${name}.*的操作`) }).click();
    await page.getByRole('menuitem', { name: '登记身故' }).click();
    await send(page, '登记身故', async (form) => {
      await fillDay(form, '身故日期', this.calendar.died);
      await form
        .getByLabel('补录原因（超过 7 天才登记的必填）')
        .fill('在外就医时去世，家属近日才告知');
    });
  }
}
