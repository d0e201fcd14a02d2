import { Inject, Injectable } from '@nestjs/common';
import { drawSample, populationDigest, type DrawUnit, type SampleFile } from '@yibu/filing';
import { AppError, fen, InputError, type Clock, type YearMonth } from '@yibu/kernel';
import {
  CLOCK,
  idempotent,
  JobQueue,
  newId,
  UnitOfWork,
  type Db,
  type Scope,
  type Tx,
} from '@yibu/platform';
import { randomBytes } from 'node:crypto';

import { ClaimSampleEntity, ClaimSampleItemEntity, type SamplePurpose } from './sample.entities.js';
import type {
  DrawClaimSampleInput,
  RecordInspectionInput,
  SampleRedraw,
} from './sample.graphql.js';
import { rematch } from '../registry/list.repository.js';
import { populationOf, type PopulationRow } from './sample.queries.js';

const SEED_BYTES = 16;

interface StoredSample {
  readonly id: string;
  readonly countyCode: string;
  readonly period: string;
  readonly method: SampleFile['method'];
  readonly size: number;
  readonly seed: string;
  readonly drawnAt: Date;
  readonly populationSha256: string;
  readonly population: string;
}

interface ShareRequest {
  readonly period: YearMonth;
  readonly program: string;
  readonly percent: number;
  readonly seed?: string | null;
  readonly note?: string | null;
}

interface DrawToKeep {
  readonly period: YearMonth;
  readonly method: SampleFile['method'];
  readonly size: number;
  readonly seed?: string | null;
  readonly note?: string | null;
  readonly purpose: SamplePurpose;
  readonly program: string | null;
}

const unitId = (row: PopulationRow): string => `${row.claimId}:${row.subjectId}`;

/** Whom an inspection looks for: drawn so that an auditor draws the same people, and what was found. */
@Injectable()
export class SampleService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly jobs: JobQueue,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async draw(scope: Scope, input: DrawClaimSampleInput): Promise<string> {
    return await this.unitOfWork.run(scope, async (tx) => {
      const { idempotencyKey: key, ...request } = input;
      return await idempotent(
        tx,
        { key, operation: 'drawClaimSample', input: request },
        async () => await this.store(tx, input),
      );
    });
  }

  /** So many per cent of the people of a program, to be called: drawn by chance, rounded up. */
  async drawShare(tx: Tx, share: ShareRequest): Promise<string> {
    const { period, program } = share;
    const rows = await populationOf(tx, period, { centerIds: [], program });
    if (rows.length === 0) {
      throw new AppError('CALL_POPULATION_EMPTY', `Nobody of ${program} in ${period}`, { period });
    }
    const size = Math.ceil((rows.length * share.percent) / 100);
    return await this.keep(tx, rows, { ...share, size, method: 'RANDOM', purpose: 'CALL' });
  }

  private async store(tx: Tx, input: DrawClaimSampleInput): Promise<string> {
    input.centerIds.forEach((centerId) => tx.requireCenter(centerId));
    const rows = await populationOf(tx, input.period, input);
    if (rows.length === 0) {
      throw new AppError('SAMPLE_EMPTY', `Nobody is claimed for ${input.period}`, {
        period: input.period,
      });
    }
    if (input.size > rows.length) {
      throw new InputError([{ path: 'size', rule: 'max', params: { max: rows.length } }]);
    }
    return await this.keep(tx, rows, { ...input, purpose: 'VISIT', program: null });
  }

  private async keep(tx: Tx, rows: readonly PopulationRow[], input: DrawToKeep): Promise<string> {
    const population: DrawUnit[] = rows.map((row) => ({
      id: unitId(row),
      amountFen: row.amountFen,
      deltaFen: row.deltaFen,
    }));
    const seed = input.seed?.trim() ?? randomBytes(SEED_BYTES).toString('hex');
    const { method, size } = input;
    const drawn = drawSample({ method, size, seed, population });
    const id = newId();
    const populationSha256 = populationDigest(population);
    await tx.insert(ClaimSampleEntity, {
      id,
      countyCode: rows[0]?.countyCode ?? '',
      period: input.period,
      method,
      size,
      seed,
      populationCount: rows.length,
      populationFen: fen(rows.reduce((sum, { amountFen }) => sum + amountFen, 0)),
      populationSha256,
      population,
      note: input.note ?? null,
      purpose: input.purpose,
      program: input.program,
      drawnBy: tx.scope.userId,
      drawnAt: this.clock.now(),
    });
    await tx.insert(ClaimSampleItemEntity, itemsOf(id, rows, drawn));
    tx.audit({
      entity: 'claimSample',
      entityId: id,
      centerId: null,
      action: 'draw',
      changes: [
        { field: 'method', from: null, to: method },
        { field: 'seed', from: null, to: seed },
        { field: 'size', from: null, to: drawn.length },
        { field: 'populationSha256', from: null, to: populationSha256 },
      ],
      reason: input.note ?? null,
    });
    return id;
  }

  /** From the stored population and seed, as an auditor does it. */
  async redraw(scope: Scope, sampleId: string): Promise<SampleRedraw> {
    const db = this.unitOfWork.read(scope);
    const sample = await stored(db, sampleId);
    const population = JSON.parse(sample.population) as DrawUnit[];
    const drawn = drawSample({ ...sample, population });
    const items = await drawnIds(db, sampleId);
    const populationSha256 = populationDigest(population);
    return {
      isSame: drawn.join('\n') === items.join('\n'),
      isPopulationSame: populationSha256 === sample.populationSha256,
      populationSha256,
      drawn: drawn.map((id) => items.indexOf(id) + 1),
    };
  }

  /** `sample/1`: ids and amounts, no names; enough to draw again without the product's database. */
  async file(scope: Scope, sampleId: string): Promise<SampleFile> {
    const db = this.unitOfWork.read(scope);
    const sample = await stored(db, sampleId);
    return {
      schema: 'sample/1',
      id: sample.id,
      county: sample.countyCode,
      period: sample.period,
      method: sample.method,
      size: sample.size,
      seed: sample.seed,
      drawnAt: sample.drawnAt.toISOString(),
      populationSha256: sample.populationSha256,
      population: JSON.parse(sample.population) as DrawUnit[],
      drawn: await drawnIds(db, sampleId),
    };
  }

  async record(scope: Scope, input: RecordInspectionInput): Promise<string> {
    const note = input.note?.trim() ?? '';
    if (input.result !== 'PRESENT' && note === '') {
      throw new InputError([{ path: 'note', rule: 'isNotEmpty' }]);
    }
    return await this.unitOfWork.run(scope, async (tx) => {
      const item = await tx.row<{
        sampleId: string;
        claimId: string;
        centerId: string;
        result: string | null;
        seq: number;
        countyCode: string;
      }>(
        `SELECT sample_id AS sampleId, claim_id AS claimId, center_id AS centerId, result, seq,
           (SELECT n.county_code FROM center n WHERE n.id = center_id) AS countyCode
         FROM claim_sample_item WHERE id = ? AND center_id IN (?) FOR UPDATE`,
        [input.itemId, tx.centers],
      );
      if (!item) {
        throw new AppError('NOT_FOUND', `No drawn person ${input.itemId} in reach`, {
          entity: 'claimSampleItem',
          id: input.itemId,
        });
      }
      await tx.execute(
        `UPDATE claim_sample_item SET result = ?, note = ?, seen_by = ?, seen_at = ? WHERE id = ? AND center_id IN (?)`,
        [
          input.result,
          note === '' ? null : note,
          scope.userId,
          this.clock.now(),
          input.itemId,
          tx.centers,
        ],
      );
      const changes = [
        { field: 'person', from: null, to: `#${item.seq}` },
        { field: 'result', from: item.result, to: input.result },
      ];
      for (const [entity, entityId] of [
        ['claimSample', item.sampleId],
        ['claim', item.claimId],
      ] as const) {
        tx.audit({
          entity,
          entityId,
          centerId: item.centerId,
          action: 'inspect',
          changes,
          reason: note === '' ? null : note,
        });
      }
      if (input.result === 'ABSENT' || item.result === 'ABSENT') {
        await rematch(this.jobs, tx, item.countyCode);
      }
      return item.sampleId;
    });
  }
}

function itemsOf(
  sampleId: string,
  rows: readonly PopulationRow[],
  drawn: readonly string[],
): Partial<ClaimSampleItemEntity>[] {
  const byId = new Map(rows.map((row) => [unitId(row), row]));
  return drawn.flatMap((id, index) => {
    const row = byId.get(id);
    return row === undefined
      ? []
      : [
          {
            id: newId(),
            sampleId,
            centerId: row.centerId,
            claimId: row.claimId,
            subjectId: row.subjectId,
            subjectName: row.subjectName,
            seq: index + 1,
            amountFen: fen(row.amountFen),
            deltaFen: fen(row.deltaFen),
          },
        ];
  });
}

async function stored(db: Db, id: string): Promise<StoredSample> {
  const sample = await db.row<StoredSample>(
    `SELECT id, county_code AS countyCode, period, method, size, seed, drawn_at AS drawnAt,
       population_sha256 AS populationSha256, CONCAT('', population) AS population
     FROM claim_sample WHERE id = ? AND county_code IN (?)`,
    [id, db.scope.countyCodes],
  );
  if (!sample) {
    throw new AppError('NOT_FOUND', `No sample ${id} in reach`, { entity: 'claimSample', id });
  }
  return sample;
}

async function drawnIds(db: Db, sampleId: string): Promise<string[]> {
  const items = await db.rows<{ id: string }>(
    `SELECT CONCAT(claim_id, ':', subject_id) AS id FROM claim_sample_item
     WHERE sample_id = ? AND center_id IN (?) ORDER BY seq`,
    [sampleId, db.centers],
  );
  return items.map(({ id }) => id);
}
