import 'reflect-metadata';

import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { getDataSourceToken } from '@nestjs/typeorm';
import { addMonthsToMonth, firstDay, monthOf } from '@yibu/kernel';
import { CLOCK, CONFIG, configFromEnvironment, SystemClock, type Config } from '@yibu/platform';
import type { DataSource } from 'typeorm';

import { FeaturesModule } from '../../../api/src/features.module.js';
import { bringUpToDate, openDatabase } from '../database.js';
import { adoptRules, claimLastMonth, settleCenters } from './claims.js';
import { StoryClock } from './clock.js';
import { bringCountyLists } from './county-lists.js';
import { applyForAward } from './award.js';
import { createPlaces } from './places.js';
import { Story } from './story.js';
import { Teller } from './teller.js';
import { fileLastMonth, settleHouses } from './sheets.js';
import { setAside, setTimeLimits } from './bureau.js';
import { Unfinished } from './unfinished.js';
import { DEMO_PASSWORD, DEMO_USERS } from './users.js';
import { leaveRosterWaiting } from './waiting-roster.js';

/** The centers opened this many months before the demonstration begins. */
const MONTHS_OF_LIFE = 14;

/** Loads the demonstration once; later calls only say how to sign in. */
export async function loadDemo(say: (line: string) => void): Promise<void> {
  if (await forgetHalf()) {
    say('the demonstration was cut short; it is loaded anew');
  }
  const app = await NestFactory.createApplicationContext(FeaturesModule, { logger: ['error'] });
  try {
    const dataSource = app.get<DataSource>(getDataSourceToken());
    const [row] = await dataSource.query<{ n: number }[]>(
      'SELECT COUNT(*) AS n FROM app_user WHERE is_demo = 1',
    );
    if ((row?.n ?? 0) === 0) {
      const unfinished = new Unfinished(dataSource, app.get<Config>(CONFIG));
      await unfinished.begin();
      await tellStory(app, say);
      unfinished.end();
    }
    say(signIns());
  } finally {
    await app.close();
  }
}

async function forgetHalf(): Promise<boolean> {
  const dataSource = await openDatabase();
  try {
    const unfinished = new Unfinished(dataSource, configFromEnvironment());
    if (!unfinished.isLeft()) {
      return false;
    }
    await unfinished.clear();
    await bringUpToDate(dataSource);
    return true;
  } finally {
    await dataSource.destroy();
  }
}

async function tellStory(app: INestApplicationContext, say: (line: string) => void): Promise<void> {
  const clock = app.get<SystemClock>(CLOCK);
  const thisMonth = monthOf(clock.today());
  const span = {
    from: firstDay(addMonthsToMonth(thisMonth, -MONTHS_OF_LIFE)),
    until: firstDay(thisMonth),
  };
  const storyClock = new StoryClock(clock);
  try {
    const places = await createPlaces(app, span.from);
    const teller = new Teller(app, storyClock, places);
    storyClock.setDay(span.from);
    await adoptRules(teller);
    await settleCenters(teller, span.from);
    await settleHouses(teller, span.from);
    await new Story(teller, span, async (on) => {
      await claimLastMonth(teller, on, span);
      await fileLastMonth(teller, on, span);
    }).tell(say);
    await leaveRosterWaiting(teller, span.until);
    await setTimeLimits(teller, span.until);
    await setAside(teller, span.until);
    await bringCountyLists(teller, span.until);
    await applyForAward(teller, span.until);
  } finally {
    storyClock.restore();
  }
}

function signIns(): string {
  const lines = DEMO_USERS.map(
    ({ userName, roleName }) => `  ${userName.padEnd(10)} ${DEMO_PASSWORD}   ${roleName}`,
  );
  return `演示账号 Demo sign-ins (name, password, role):\n${lines.join('\n')}`;
}
