import { CareService, type ServiceType } from '@yibu/care';
import { addDays, dayNumber, fen, type LocalDate } from '@yibu/kernel';
import { MealService } from '@yibu/meal';

import type { Life } from './lives.js';
import type { DemoCenters } from './places.js';
import type { StorySpan } from './plan.js';
import { Random } from './random.js';
import type { Teller } from './teller.js';

const SERVICES: readonly { type: ServiceType; minutes: number; valueFen: number }[] = [
  { type: 'CLEANING', minutes: 60, valueFen: 2500 },
  { type: 'BATH_HELP', minutes: 45, valueFen: 3500 },
  { type: 'MEDICAL_HELP', minutes: 90, valueFen: 3000 },
  { type: 'VISIT', minutes: 30, valueFen: 1500 },
  { type: 'MEAL_HELP', minutes: 30, valueFen: 1200 },
];

/** Home services of one week: each person at home gets one, given by a carer of the center. */
export async function giveServices(
  teller: Teller,
  week: {
    readonly center: keyof DemoCenters;
    readonly on: LocalDate;
    readonly lives: readonly Life[];
    readonly carers: readonly string[];
  },
): Promise<void> {
  const { center, on, lives, carers } = week;
  const random = new Random(dayNumber(on) * 31 + center.length);
  const atHome = lives.filter((life) => life.plan.center === center && life.stayId === null);
  const service = random.pick(SERVICES);
  if (atHome.length > 0) {
    await teller.app.get(CareService).record(await teller.as('nurse', center), {
      centerId: teller.centerId(center),
      residentIds: atHome.filter(() => random.chance(0.8)).map(({ residentId }) => residentId),
      staffId: random.pick(carers),
      type: service.type,
      onDate: on,
      minutes: service.minutes,
      valueFen: fen(service.valueFen),
      opId: `demo-${on}`,
    });
  }
}

/** Lunches of the last weeks, for those who are in the house. */
export async function serveLunch(
  teller: Teller,
  center: keyof DemoCenters,
  on: LocalDate,
): Promise<void> {
  const meals = teller.app.get(MealService);
  const scope = await teller.as('nurse', center);
  const at = { centerId: teller.centerId(center), onDate: on, meal: 'LUNCH' as const };
  const sheet = await meals.sheet(scope, at);
  const random = new Random(dayNumber(on) * 17 + center.length);
  const entries = sheet.rows
    .filter(({ absence }) => absence === null)
    .filter(() => random.chance(0.93))
    .map(({ residentId }) => ({ residentId, count: 1 }));
  if (entries.length > 0) {
    await meals.checkIn(await teller.as('nurse', center), { ...at, entries });
  }
}

const LUNCH_DAYS = 35;

export const servesLunch = (span: StorySpan, on: LocalDate): boolean =>
  on >= addDays(span.until, -LUNCH_DAYS);
