import { Injectable } from '@nestjs/common';
import { AppError, type LocalDate } from '@yibu/kernel';
import { UnitOfWork, type Db, type Scope } from '@yibu/platform';

import { effectivePack, readPack, yearStartIn, zh, en, type EffectivePack } from '../engine.js';
import type { CountyDecision, NoticeInForce } from './compose.rules.js';
import type { CountyPack, PackDecision } from './pack.graphql.js';
import { findPack, requireCounty, type StoredPack } from './policy.access.js';

/** Which rules a county computes by: the version in force, with the options and figures that it has set. */
@Injectable()
export class PackService {
  private readonly yearStarts = new Map<string, number>();

  constructor(private readonly unitOfWork: UnitOfWork) {}

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

  /** The pack in force on a day, with the county's decisions and notices written into it. */
  async find(db: Db, countyCode: string, on: LocalDate): Promise<EffectivePack | null> {
    const pack = await this.storedInForce(db, countyCode, on);
    return pack === null ? null : await this.forCounty(db, pack, countyCode);
  }

  async storedInForce(
    db: Db,
    countyCode: string,
    on: LocalDate,
  ): Promise<Pick<StoredPack, 'id' | 'code' | 'body'> | null> {
    return await db.row<Pick<StoredPack, 'id' | 'code' | 'body'>>(
      `SELECT p.id, p.code, p.body FROM county_pack c JOIN policy_pack p ON p.id = c.pack_id
       WHERE c.county_code = ? AND c.from_on <= ? AND (c.until_on IS NULL OR c.until_on > ?)
       ORDER BY c.from_on DESC LIMIT 1`,
      [countyCode, on, on],
    );
  }

  /** A version as this county would compute by it. */
  async forCounty(
    db: Db,
    pack: Pick<StoredPack, 'code' | 'body'>,
    countyCode: string,
  ): Promise<EffectivePack> {
    const decisions = await this.decisionRows(db, countyCode, pack.code);
    const notices = await noticesOf(db, countyCode, pack.code);
    return effectivePack(pack.code, pack.body, decisions, notices);
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
    const pack = await db.row<{ body: string }>(
      'SELECT body FROM policy_pack WHERE sha256 = ? LIMIT 1',
      [packSha256],
    );
    const chosen = JSON.parse(decisions ?? '{}') as Record<string, string>;
    const start = yearStartIn(pack?.body ?? '{"programs":[]}', chosen);
    this.yearStarts.set(key, start);
    return start;
  }

  async countyPacks(scope: Scope, countyCode: string): Promise<CountyPack[]> {
    requireCounty(scope, countyCode);
    const rows = await this.unitOfWork
      .read(scope)
      .rows<Omit<CountyPack, 'titleZh' | 'titleEn'> & { body: string }>(
        `SELECT c.id, c.county_code AS countyCode, c.pack_code AS packCode, c.pack_id AS packId,
           p.version AS packVersion, p.body, c.from_on AS fromOn, c.until_on AS untilOn
         FROM county_pack c JOIN policy_pack p ON p.id = c.pack_id
         WHERE c.county_code = ? ORDER BY c.from_on DESC, c.id`,
        [countyCode],
      );
    return rows.map(({ body, ...row }) => ({ ...row, ...readPack(body).titles }));
  }

  /** Every question that the version leaves open, with what holds in this county. */
  async decisions(scope: Scope, countyCode: string, packId: string): Promise<PackDecision[]> {
    requireCounty(scope, countyCode);
    const db = this.unitOfWork.read(scope);
    const pack = await findPack(db, packId);
    const chosen = await this.decisionRows(db, countyCode, pack.code);
    return readPack(pack.body).decisions.map((decision) => {
      const own = chosen.find((row) => row.decision === decision.id);
      const isOffered = decision.options.some(({ id }) => id === own?.chosen);
      const held = isOffered ? own : undefined;
      return {
        ...decision,
        chosen: held?.chosen ?? decision.chosen,
        shipped: decision.chosen,
        shippedWhy: { zh: zh(decision.whyWords), en: en(decision.whyWords) },
        isCountyChoice: held !== undefined,
        lapsed: own !== undefined && !isOffered ? own.chosen : null,
        reason: held?.reason ?? null,
        proposedByName: held?.proposedByName ?? null,
        decidedByName: held?.decidedByName ?? null,
        decidedAt: held?.decidedAt ?? null,
      };
    });
  }

  async decisionRows(db: Db, countyCode: string, packCode: string): Promise<CountyDecision[]> {
    return await db.rows<CountyDecision>(
      `SELECT d.id, d.decision, d.chosen, d.reason, d.decided_by_name AS decidedByName, d.decided_at AS decidedAt,
         d.version, q.proposed_by_name AS proposedByName
       FROM county_pack_decision d LEFT JOIN policy_proposal q ON q.id = d.proposal_id
       WHERE d.county_code = ? AND d.pack_code = ? ORDER BY d.decision`,
      [countyCode, packCode],
    );
  }
}

/** Notices that hold at some time: one that was ended before it began never did. */
async function noticesOf(db: Db, countyCode: string, packCode: string): Promise<NoticeInForce[]> {
  const rows = await db.rows<NoticeInForce & { fen: string | number }>(
    `SELECT id, rate, fen, from_on AS fromOn, until_on AS untilOn, document_number AS documentNumber,
       document_title AS documentTitle, clause
     FROM county_notice WHERE county_code = ? AND pack_code = ?
       AND (ended_proposal_id IS NULL OR until_on IS NOT NULL) ORDER BY from_on, id`,
    [countyCode, packCode],
  );
  return rows.map((row) => ({ ...row, fen: Number(row.fen) }));
}
