import { Injectable } from '@nestjs/common';
import { AppError, assert, type LocalDate } from '@yibu/kernel';
import { UnitOfWork, type Db, type Scope } from '@yibu/platform';

import { effectivePack, readPack, yearStartIn, zh, en, type EffectivePack } from '../engine.js';
import type { ChosenOption, NoticeInForce } from './compose.rules.js';
import type { CountyPack, PackDecision } from './pack.graphql.js';
import { findPack, requireCounty, type StoredPack } from './policy.access.js';

/** How a county answered an open question, as its screens show it. */
interface CountyDecision extends Omit<ChosenOption, 'decidedOn'> {
  readonly decidedAt: Date;
  readonly proposedByName: string | null;
}

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
    const row = await db.row<Pick<StoredPack, 'code' | 'body'> & ChoicesRow>(
      `SELECT p.code, p.body, ${choices('c.county_code', 'p.code')} ${IN_FORCE}`,
      [countyCode, on, on],
    );
    return row === null ? null : composed(row, row);
  }

  /** The rules in force, and those that come after them. */
  async nowAndComing(db: Db, countyCode: string, today: LocalDate): Promise<EffectivePack[]> {
    const rows = await db.rows<Pick<StoredPack, 'code' | 'body'> & ChoicesRow>(
      `SELECT p.code, p.body, ${choices('c.county_code', 'p.code')}
       FROM county_pack c JOIN policy_pack p ON p.id = c.pack_id
       WHERE c.county_code = ? AND (c.until_on IS NULL OR (c.until_on > ? AND c.until_on > c.from_on))
       ORDER BY c.from_on`,
      [countyCode, today],
    );
    return rows.map((row) => composed(row, row));
  }

  async storedInForce(
    db: Db,
    countyCode: string,
    on: LocalDate,
  ): Promise<Pick<StoredPack, 'id' | 'code' | 'body'> | null> {
    return await db.row<Pick<StoredPack, 'id' | 'code' | 'body'>>(
      `SELECT p.id, p.code, p.body ${IN_FORCE}`,
      [countyCode, on, on],
    );
  }

  /** A version as this county would compute by it. */
  async forCounty(
    db: Db,
    pack: Pick<StoredPack, 'code' | 'body'>,
    countyCode: string,
  ): Promise<EffectivePack> {
    const of = [countyCode, pack.code];
    const row = await db.row<ChoicesRow>(`SELECT ${choices('?', '?')}`, [...of, ...of]);
    assert(row, 'choices of a county are one row');
    return composed(pack, row);
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
      `SELECT d.decision, d.chosen, d.reason, d.decided_by_name AS decidedByName, d.decided_at AS decidedAt,
         q.proposed_by_name AS proposedByName
       FROM county_pack_decision d LEFT JOIN policy_proposal q ON q.id = d.proposal_id
       WHERE d.county_code = ? AND d.pack_code = ? ORDER BY d.decision`,
      [countyCode, packCode],
    );
  }
}

const IN_FORCE = `FROM county_pack c JOIN policy_pack p ON p.id = c.pack_id
  WHERE c.county_code = ? AND c.from_on <= ? AND (c.until_on IS NULL OR c.until_on > ?)
  ORDER BY c.from_on DESC LIMIT 1`;

/**
 * What a county chose and set for a pack, as lists in columns, so that rules in force are read in one statement.
 * A notice that was ended before it began never held.
 */
const choices = (county: string, pack: string): string => `
  (SELECT CONCAT('', JSON_ARRAYAGG(JSON_OBJECT('decision', d.decision, 'chosen', d.chosen, 'reason', d.reason,
      'decidedByName', d.decided_by_name, 'decidedOn', DATE(d.decided_at + INTERVAL 8 HOUR)) ORDER BY d.decision))
    FROM county_pack_decision d WHERE d.county_code = ${county} AND d.pack_code = ${pack}) AS decisions,
  (SELECT CONCAT('', JSON_ARRAYAGG(JSON_OBJECT('id', o.id, 'rate', o.rate, 'fen', o.fen, 'fromOn', o.from_on,
      'untilOn', o.until_on, 'documentNumber', o.document_number, 'documentTitle', o.document_title,
      'clause', o.clause) ORDER BY o.from_on, o.id))
    FROM county_notice o WHERE o.county_code = ${county} AND o.pack_code = ${pack}
      AND (o.ended_proposal_id IS NULL OR o.until_on IS NOT NULL)) AS notices`;

interface ChoicesRow {
  readonly decisions: string | null;
  readonly notices: string | null;
}

const composed = (
  { code, body }: Pick<StoredPack, 'code' | 'body'>,
  row: ChoicesRow,
): EffectivePack =>
  effectivePack(
    code,
    body,
    JSON.parse(row.decisions ?? '[]') as ChosenOption[],
    JSON.parse(row.notices ?? '[]') as NoticeInForce[],
  );
