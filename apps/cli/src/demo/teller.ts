import type { INestApplicationContext } from '@nestjs/common';
import { getDataSourceToken } from '@nestjs/typeorm';
import { newId, ScopeSource, type Scope } from '@yibu/platform';
import type { DataSource } from 'typeorm';

import type { StoryClock } from './clock.js';
import type { DemoCenters, DemoPlaces } from './places.js';

/** Who does something in the house. */
export type DemoRole = 'manager' | 'nurse' | 'officer' | 'owner' | 'bureau' | 'leader';

const STAFF_OF: Record<keyof DemoCenters, Record<DemoRole, string>> = {
  fengcheng: {
    manager: 'manager',
    nurse: 'nurse',
    officer: 'officer',
    owner: 'owner',
    bureau: 'bureau',
    leader: 'leader',
  },
  runhe: {
    manager: 'manager2',
    nurse: 'manager2',
    officer: 'officer2',
    owner: 'owner2',
    bureau: 'bureau',
    leader: 'leader',
  },
  yunling: {
    manager: 'manager2',
    nurse: 'manager2',
    officer: 'officer2',
    owner: 'owner2',
    bureau: 'bureau2',
    leader: 'leader2',
  },
  jinxi: {
    manager: 'owner3',
    nurse: 'owner3',
    officer: 'officer3',
    owner: 'owner3',
    bureau: 'bureau3',
    leader: 'leader3',
  },
};

/** Tells the story with the product's own services, each deed as the person whose work it is. */
export class Teller {
  constructor(
    readonly app: INestApplicationContext,
    readonly clock: StoryClock,
    readonly places: DemoPlaces,
  ) {}

  get dataSource(): DataSource {
    return this.app.get<DataSource>(getDataSourceToken());
  }

  /** A fresh scope, as a new request has; the clock moves a minute on. */
  async as(role: DemoRole, center: keyof DemoCenters): Promise<Scope> {
    this.clock.tick();
    const userId = this.places.userIds.get(STAFF_OF[center][role]) ?? '';
    const scope = await this.app.get(ScopeSource).forUser(userId, newId());
    if (!scope) {
      throw new Error(`The demonstration has no ${role} in ${center}`);
    }
    return scope;
  }

  centerId(center: keyof DemoCenters): string {
    return this.places.centers[center];
  }
}
