import { Inject, Injectable } from '@nestjs/common';
import { AppError, InputError, type Clock } from '@yibu/kernel';
import {
  CLOCK,
  isDuplicate,
  newId,
  UnitOfWork,
  type AuditChange,
  type Db,
  type Scope,
  type Tx,
} from '@yibu/platform';

import { CenterProfileEntity } from './profile.entity.js';
import type { CenterProfile, ProfileFacts, SaveCenterProfileInput } from './profile.graphql.js';
import { assertProfile } from './profile.rules.js';

const FIELDS = [
  ...['uscc', 'legalForm', 'registrar', 'unitLevel', 'founder', 'operatingState'],
  ...['principalName', 'principalPhone', 'areaCode', 'areaName', 'location', 'longitude'],
  ...['latitude', 'landAreaM2', 'premises', 'isDestituteSupport', 'isGloryHome'],
  ...['isStreetCenter', 'isLongTermCareDesignated', 'isMedicalDesignated', 'internalMedical'],
  ...['contractedMedical', 'contractedMedicalName', 'preferences', 'chargingMode'],
  ...['hasMembership', 'careMinFen', 'careMaxFen', 'bedMinFen', 'bedMaxFen', 'mealMinFen'],
  ...['mealMaxFen', 'depositMinFen', 'depositMaxFen', 'otherFeeMinFen', 'otherFeeMaxFen'],
] as readonly (keyof ProfileFacts)[];

type Stored = Omit<CenterProfile, 'centerId'> & { readonly id: string | null };

/** The profile as it stands; a center that recorded nothing has one that says nothing. */
export async function findProfile(db: Db, centerId: string): Promise<CenterProfile> {
  const { id: _id, ...facts } = await stored(db, centerId);
  return { ...facts, centerId };
}

async function stored(db: Db, centerId: string): Promise<Stored> {
  const row = await db.row<{ id: string; facts: string; version: number }>(
    'SELECT id, facts, version FROM center_profile WHERE center_id = ? AND center_id IN (?)',
    [centerId, db.centers],
  );
  const facts = row === null ? {} : (JSON.parse(row.facts) as Partial<ProfileFacts>);
  return { ...wholeOf(facts), id: row?.id ?? null, version: row?.version ?? 0 };
}

const wholeOf = (facts: Partial<ProfileFacts>): ProfileFacts =>
  Object.fromEntries(
    FIELDS.map((field) => [field, facts[field] ?? null]),
  ) as unknown as ProfileFacts;

@Injectable()
export class ProfileService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async save(scope: Scope, input: SaveCenterProfileInput): Promise<CenterProfile> {
    return await this.unitOfWork.run(scope, async (tx) => {
      const { centerId, version } = input;
      tx.requireCenter(centerId);
      const before = await stored(tx, centerId);
      const reason = input.reason?.trim() ?? '';
      if (before.version > 0 && reason === '') {
        throw new InputError([{ path: 'reason', rule: 'required' }]);
      }
      const after = tidy(wholeOf(input));
      assertProfile(after, await countyOf(tx, centerId));
      await this.write(tx, { centerId, version, id: before.id }, after);
      tx.audit({
        entity: 'centerProfile',
        entityId: centerId,
        centerId,
        action: 'save',
        changes: changesOf(before, after),
        reason: reason === '' ? null : reason,
      });
      return await findProfile(tx, centerId);
    });
  }

  private async write(
    tx: Tx,
    at: { readonly centerId: string; readonly version: number; readonly id: string | null },
    facts: ProfileFacts,
  ): Promise<void> {
    const stale = new AppError('STALE_VERSION', `Profile of center ${at.centerId} changed`, {
      entity: 'centerProfile',
      id: at.centerId,
    });
    const said = Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== null));
    const updatedAt = this.clock.now();
    if (at.id !== null) {
      await tx.update(
        CenterProfileEntity,
        { id: at.id, version: at.version },
        { facts: said, updatedAt },
      );
      return;
    }
    if (at.version !== 0) {
      throw stale;
    }
    try {
      const row = { id: newId(), centerId: at.centerId, facts: said, updatedAt, version: 1 };
      await tx.insert(CenterProfileEntity, row);
    } catch (error) {
      throw isDuplicate(error) ? stale : error;
    }
  }
}

async function countyOf(db: Db, centerId: string): Promise<string> {
  const row = await db.row<{ code: string }>(
    'SELECT county_code AS code FROM center WHERE id = ? AND id IN (?)',
    [centerId, db.centers],
  );
  return row?.code ?? '';
}

/** Blanks around a text were not meant, and an empty text says nothing. */
function tidy(facts: ProfileFacts): ProfileFacts {
  const entries = Object.entries(facts).map(([field, value]: [string, unknown]) => [
    field,
    typeof value === 'string' ? value.trim() || null : value,
  ]);
  return Object.fromEntries(entries) as ProfileFacts;
}

function changesOf(before: ProfileFacts, after: ProfileFacts): AuditChange[] {
  return FIELDS.flatMap((field) => {
    const [from, to] = [plain(before[field]), plain(after[field])];
    return from === to ? [] : [{ field, from, to }];
  });
}

/** Several codes stand in the trail as one text. */
const plain = (value: ProfileFacts[keyof ProfileFacts]): AuditChange['to'] =>
  Array.isArray(value) ? value.join(', ') : (value as AuditChange['to']);
