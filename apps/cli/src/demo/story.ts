import { addDays, type LocalDate } from '@yibu/kernel';

import { giveServices, serveLunch, servesLunch } from './daily.js';
import { hireStaff, layOutHouse } from './house.js';
import { admit, comeBack, endStay, leave, openFile, type Life } from './lives.js';
import { recordLevel } from './levels.js';
import type { DemoCenters } from './places.js';
import { planResidents, type PlannedResident, type StorySpan } from './plan.js';
import type { Teller } from './teller.js';

const CENTERS: readonly (keyof DemoCenters)[] = ['fengcheng', 'runhe', 'yunling'];

interface Deed {
  /** The day it is written down. */
  readonly on: LocalDate;
  /** Within a day: returns and departures before arrivals, so that a bed is free again. */
  readonly order: number;
  readonly run: () => Promise<void>;
}

/** Fourteen months of three houses, day by day. `onNewMonth` is told on the fifth of each month. */
export class Story {
  private readonly beds = new Map<keyof DemoCenters, string[]>();
  private readonly carers = new Map<keyof DemoCenters, string[]>();
  private readonly lives: Life[] = [];

  constructor(
    private readonly teller: Teller,
    private readonly span: StorySpan,
    private readonly onNewMonth: (on: LocalDate) => Promise<void>,
  ) {}

  async tell(say: (line: string) => void): Promise<void> {
    this.teller.clock.setDay(this.span.from);
    for (const center of CENTERS) {
      this.beds.set(center, await layOutHouse(this.teller, center, this.span.from));
    }
    for (const center of CENTERS) {
      this.teller.clock.setDay(this.span.from);
      this.carers.set(center, await hireStaff(this.teller, center, this.span));
    }
    const deeds = new Deeds();
    planResidents(this.span).forEach((plan) => {
      this.plan(plan, deeds);
    });
    for (let on = this.span.from; on < this.span.until; on = addDays(on, 1)) {
      this.teller.clock.setDay(on);
      await deeds.runOn(on);
      await this.everyDay(on);
      if (on.endsWith('-05')) {
        say(`demonstration: ${on.slice(0, 7)}`);
        await this.onNewMonth(on);
      }
    }
    this.teller.clock.setDay(addDays(this.span.until, 4));
    await this.onNewMonth(addDays(this.span.until, 4));
  }

  private async everyDay(on: LocalDate): Promise<void> {
    for (const center of CENTERS) {
      if (['-08', '-15', '-22', '-27'].some((day) => on.endsWith(day))) {
        const carers = this.carers.get(center) ?? [];
        await giveServices(this.teller, { center, on, lives: this.lives, carers });
      }
      if (servesLunch(this.span, on)) {
        await serveLunch(this.teller, center, on);
      }
    }
  }

  private plan(plan: PlannedResident, deeds: Deeds): void {
    const arrivesOn = plan.admitOn ?? this.span.from;
    let life: Life | null = null;
    deeds.add(arrivesOn, 5, async () => {
      life = await this.arrive(plan, arrivesOn);
    });
    plan.levels.slice(1).forEach(({ on, level }) => {
      deeds.add(on, 3, async () => {
        if (life) {
          await recordLevel(this.teller, { life, on, level });
        }
      });
    });
    plan.absences.forEach((absence) => {
      const writtenOn =
        absence.lateDays > 0 ? addDays(absence.untilOn, absence.lateDays) : absence.fromOn;
      deeds.add(writtenOn, 2, async () => {
        if (life?.stayId) {
          await leave(this.teller, { center: plan.center, stayId: life.stayId, absence });
        }
      });
      if (absence.lateDays === 0) {
        deeds.add(absence.untilOn, 1, async () => {
          if (life) {
            await comeBack(this.teller, {
              center: plan.center,
              residentId: life.residentId,
              on: absence.untilOn,
            });
          }
        });
      }
    });
    const { end } = plan;
    if (end) {
      deeds.add(addDays(end.on, end.lateDays), 4, async () => {
        if (life?.stayId) {
          const bedId = await bedOf(this.teller, life.stayId);
          await endStay(this.teller, { plan, stayId: life.stayId });
          this.beds.get(plan.center)?.push(bedId);
        }
      });
    }
  }

  private async arrive(plan: PlannedResident, on: LocalDate): Promise<Life> {
    const residentId = await openFile(this.teller, plan, on);
    const bedId = plan.admitOn === null ? null : this.beds.get(plan.center)?.shift();
    const stayId = bedId ? await admit(this.teller, { plan, residentId, bedId, on }) : null;
    const life = { plan, residentId, stayId };
    this.lives.push(life);
    const [first] = plan.levels;
    if (first) {
      await recordLevel(this.teller, { life, on, level: first.level });
    }
    return life;
  }
}

async function bedOf(teller: Teller, stayId: string): Promise<string> {
  const [row] = await teller.dataSource.query<{ bedId: string }[]>(
    'SELECT bed_id AS bedId FROM stay WHERE id = ?',
    [stayId],
  );
  return row?.bedId ?? '';
}

class Deeds {
  private readonly byDay = new Map<LocalDate, Deed[]>();

  add(on: LocalDate, order: number, run: Deed['run']): void {
    this.byDay.set(on, [...(this.byDay.get(on) ?? []), { on, order, run }]);
  }

  async runOn(on: LocalDate): Promise<void> {
    const deeds = (this.byDay.get(on) ?? []).sort((a, b) => a.order - b.order);
    for (const deed of deeds) {
      await deed.run();
    }
  }
}
