import { Inject, Injectable } from '@nestjs/common';
import { AppError, type Clock, type LocalDate } from '@yibu/kernel';
import { CLOCK, newId, UnitOfWork, type Db, type Scope, type Tx } from '@yibu/platform';

import {
  deriveForCounty,
  effectivePack,
  readPack,
  yearStartIn,
  type EffectivePack,
} from '../engine.js';
import { CountyPackDecisionEntity, CountyPackEntity, PolicyPackEntity } from './pack.entities.js';
import type { CountyPack, PackDecision, PolicyPack } from './pack.graphql.js';

export interface AdoptPack {
  readonly countyCode: string;
  readonly packCode: string;
  readonly fromOn: LocalDate;
}

export interface DecidePackOption {
  readonly countyCode: string;
  readonly packCode: string;
  readonly decision: string;
  readonly chosen: string;
  readonly reason: string;
}

interface StoredPack {
  readonly id: string;
  readonly code: string;
  readonly version: number;
  readonly sha256: string;
  readonly body: string;
}

const NEWEST = `SELECT p.id, p.code, p.version, p.sha256, p.body FROM policy_pack p
  WHERE p.code = ? AND p.status = 'PUBLISHED' ORDER BY p.version DESC LIMIT 1`;

/** Which rules a county computes by: the newest text of its pack, with the options that it has chosen. */
@Injectable()
export class PackService {
  private readonly yearStarts = new Map<string, number>();

  constructor(
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async inForce(db: Db, countyCode: string, on: LocalDate): Promise<EffectivePack> {
    const pack = await this.find(db, countyCode, on);
    if (pack === null) {
      throw new AppError('PACK_MISSING', `County ${countyCode} has no pack in force on ${on}`, {
        countyCode,
        on,
      });
    }
    return pack;
  }

  /** The pack in force on a day, with the county's decisions written into it. */
  async find(db: Db, countyCode: string, on: LocalDate): Promise<EffectivePack | null> {
    const pack = await db.row<StoredPack>(
      `SELECT p.id, p.code, p.version, p.sha256, p.body FROM county_pack c
       JOIN policy_pack p ON p.code = c.pack_code AND p.status = 'PUBLISHED'
       WHERE c.county_code = ? AND c.from_on <= ? AND (c.until_on IS NULL OR c.until_on > ?)
       ORDER BY c.from_on DESC, p.version DESC LIMIT 1`,
      [countyCode, on, on],
    );
    if (!pack) {
      return null;
    }
    const decisions = await this.decisionRows(db, countyCode, pack.code);
    return effectivePack(pack.code, pack.body, decisions);
  }

  /** First month of the claim year; read once for each text of a pack and choice of options. */
  async yearStartOf(
    db: Db,
    ground: { readonly packSha256: string | null; readonly decisions: string | null },
  ): Promise<number> {
    const { packSha256, decisions } = ground;
    if (packSha256 === null) {
      return 1;
    }
    const key = `${packSha256} ${decisions ?? ''}`;
    const known = this.yearStarts.get(key);
    if (known !== undefined) {
      return known;
    }
    const pack = await db.row<{ body: string }>('SELECT body FROM policy_pack WHERE sha256 = ?', [
      packSha256,
    ]);
    const chosen = JSON.parse(decisions ?? '{}') as Record<string, string>;
    const start = yearStartIn(pack?.body ?? '{"programs":[]}', chosen);
    this.yearStarts.set(key, start);
    return start;
  }

  async packs(scope: Scope): Promise<PolicyPack[]> {
    const rows = await this.unitOfWork.read(scope).rows<StoredPack & PolicyPack>(
      `SELECT id, code, version, sha256, body, origin, status, created_at AS createdAt FROM policy_pack
       ORDER BY code, version DESC`,
    );
    return rows.map(({ body, ...row }) => ({ ...row, ...readPack(body).titles }));
  }

  async countyPacks(scope: Scope, countyCode: string): Promise<CountyPack[]> {
    requireCounty(scope, countyCode);
    return await this.unitOfWork.read(scope).rows<CountyPack>(
      `SELECT id, county_code AS countyCode, pack_code AS packCode, from_on AS fromOn, until_on AS untilOn, version
       FROM county_pack WHERE county_code = ? ORDER BY from_on DESC, id`,
      [countyCode],
    );
  }

  /** Every question that the pack leaves open, with what holds in this county. */
  async decisions(scope: Scope, countyCode: string, packCode: string): Promise<PackDecision[]> {
    requireCounty(scope, countyCode);
    const db = this.unitOfWork.read(scope);
    const pack = await this.newest(db, packCode);
    const chosen = await this.decisionRows(db, countyCode, packCode);
    return readPack(pack.body).decisions.map((decision) => {
      const own = chosen.find((row) => row.decision === decision.id);
      return {
        ...decision,
        chosen: own?.chosen ?? decision.chosen,
        isCountyChoice: own !== undefined,
        reason: own?.reason ?? decision.why,
        decidedByName: own?.decidedByName ?? decision.by,
        decidedAt: own?.decidedAt ?? null,
      };
    });
  }

  /** From a day on a county computes by a pack; one written for another county is taken over under its own name. */
  async adopt(scope: Scope, input: AdoptPack): Promise<CountyPack> {
    requireCounty(scope, input.countyCode);
    return await this.unitOfWork.run(scope, async (tx) => {
      const source = await this.newest(tx, input.packCode);
      const derived = deriveForCounty(source.body, input.countyCode);
      if (derived !== null) {
        await publish(tx, derived, this.clock.now());
      }
      const row = {
        id: newId(),
        countyCode: input.countyCode,
        packCode: derived?.code ?? source.code,
        fromOn: input.fromOn,
        untilOn: null,
        version: 1,
      };
      await tx.execute(
        `UPDATE county_pack SET until_on = ?, version = version + 1
         WHERE county_code = ? AND from_on < ? AND (until_on IS NULL OR until_on > ?)`,
        [input.fromOn, input.countyCode, input.fromOn, input.fromOn],
      );
      await tx.execute('DELETE FROM county_pack WHERE county_code = ? AND from_on >= ?', [
        input.countyCode,
        input.fromOn,
      ]);
      await tx.insert(CountyPackEntity, row);
      tx.audit({
        entity: 'countyPack',
        entityId: row.id,
        centerId: null,
        action: 'adopt',
        changes: [
          { field: 'packCode', from: null, to: row.packCode },
          { field: 'fromOn', from: null, to: row.fromOn },
        ],
      });
      return row;
    });
  }

  async decide(scope: Scope, input: DecidePackOption): Promise<PackDecision[]> {
    requireCounty(scope, input.countyCode);
    await this.unitOfWork.run(scope, async (tx) => {
      const pack = readPack((await this.newest(tx, input.packCode)).body);
      const decision = pack.decisions.find(({ id }) => id === input.decision);
      if (!decision?.options.some(({ id }) => id === input.chosen)) {
        throw new AppError('PACK_OPTION_UNKNOWN', `${input.decision} has no ${input.chosen}`, {
          decision: input.decision,
          option: input.chosen,
        });
      }
      const rows = await this.decisionRows(tx, input.countyCode, input.packCode);
      const before = rows.find((row) => row.decision === input.decision);
      const id = before?.id ?? newId();
      if (before) {
        await tx.execute('DELETE FROM county_pack_decision WHERE id = ?', [before.id]);
      }
      await tx.insert(CountyPackDecisionEntity, {
        ...input,
        id,
        decidedBy: scope.userId,
        decidedByName: scope.userName,
        decidedAt: this.clock.now(),
        version: (before?.version ?? 0) + 1,
      });
      tx.audit({
        entity: 'packDecision',
        entityId: id,
        centerId: null,
        action: 'decide',
        changes: [
          { field: input.decision, from: before?.chosen ?? decision.chosen, to: input.chosen },
        ],
        reason: input.reason,
      });
    });
    return await this.decisions(scope, input.countyCode, input.packCode);
  }

  private async newest(db: Db, code: string): Promise<StoredPack> {
    const pack = await db.row<StoredPack>(NEWEST, [code]);
    if (!pack) {
      throw new AppError('PACK_NOT_FOUND', `No pack ${code}`, { entity: 'pack', id: code });
    }
    return pack;
  }

  private async decisionRows(
    db: Db,
    countyCode: string,
    packCode: string,
  ): Promise<CountyDecision[]> {
    return await db.rows<CountyDecision>(
      `SELECT id, decision, chosen, reason, decided_by_name AS decidedByName, decided_at AS decidedAt, version
       FROM county_pack_decision WHERE county_code = ? AND pack_code = ? ORDER BY decision`,
      [countyCode, packCode],
    );
  }
}

export interface CountyDecision {
  readonly id: string;
  readonly decision: string;
  readonly chosen: string;
  readonly reason: string;
  readonly decidedByName: string;
  readonly decidedAt: Date;
  readonly version: number;
}

function requireCounty(scope: Scope, countyCode: string): void {
  if (scope.organizationKind !== 'PLATFORM' && !scope.countyCodes.includes(countyCode)) {
    throw new AppError('NOT_FOUND', `County ${countyCode} is out of reach`, {
      entity: 'county',
      id: countyCode,
    });
  }
}

/** A new text of a pack is a new version; the same text again is nothing. */
async function publish(
  tx: Tx,
  pack: { readonly code: string; readonly body: string; readonly sha256: string },
  now: Date,
): Promise<void> {
  const newest = await tx.row<StoredPack>(NEWEST, [pack.code]);
  if (newest?.sha256 === pack.sha256) {
    return;
  }
  await tx.insert(PolicyPackEntity, {
    ...pack,
    id: newId(),
    version: (newest?.version ?? 0) + 1,
    origin: 'COUNTY',
    status: 'PUBLISHED',
    createdAt: now,
  });
}
