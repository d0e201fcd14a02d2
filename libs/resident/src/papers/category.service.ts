import { Inject, Injectable } from '@nestjs/common';
import { AppError, InputError, overlaps, type Clock, type LocalDate } from '@yibu/kernel';
import {
  changesBetween,
  changesOf,
  CLOCK,
  newId,
  UnitOfWork,
  type Scope,
  type Tx,
} from '@yibu/platform';

import { ResidentDirectory } from '../person/resident-directory.js';
import type { CategoryCode } from '../resident.codes.js';
import { ResidentCategoryEntity } from './paper.entities.js';
import { findPaper, papersOf, trimmed } from './paper.store.js';

export interface CategoryDraft {
  readonly code: CategoryCode;
  readonly fromOn: LocalDate;
  /** First day it no longer holds. */
  readonly untilOn?: LocalDate | null;
  readonly evidence?: string | null;
}

const FIELDS = ['code', 'fromOn', 'untilOn', 'evidence'] as const;

/** 低保, 特困 …: what a person is, from when until when, and on which paper. Claims read these dates. */
@Injectable()
export class CategoryService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly directory: ResidentDirectory,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async add(scope: Scope, residentId: string, draft: CategoryDraft): Promise<string> {
    return await this.unitOfWork.run(scope, async (tx) => await this.addIn(tx, residentId, draft));
  }

  async addIn(tx: Tx, residentId: string, draft: CategoryDraft): Promise<string> {
    const { centerId } = await this.directory.lock(tx, residentId);
    const row = columnsOf(draft);
    await this.refuseOverlap(tx, { residentId, id: null }, row);
    await tx.insert(ResidentCategoryEntity, {
      ...row,
      id: newId(),
      centerId,
      residentId,
      createdAt: this.clock.now(),
      voidedAt: null,
    });
    tx.audit({
      entity: 'resident',
      entityId: residentId,
      centerId,
      action: 'addCategory',
      changes: changesOf(row),
    });
    return residentId;
  }

  /** Ending one, or correcting its dates: the first and the second version stay in the history. */
  async update(
    scope: Scope,
    at: { readonly id: string; readonly version: number; readonly reason: string },
    draft: CategoryDraft,
  ): Promise<string> {
    return await this.unitOfWork.run(scope, async (tx) => {
      const before = await findPaper(tx, ResidentCategoryEntity, at.id);
      await this.directory.lock(tx, before.residentId);
      const after = columnsOf(draft);
      await this.refuseOverlap(tx, before, after);
      await tx.update(ResidentCategoryEntity, at, after);
      tx.audit({
        entity: 'resident',
        entityId: before.residentId,
        centerId: before.centerId,
        action: 'updateCategory',
        changes: [
          { field: 'category', from: before.code, to: after.code },
          ...changesBetween(before, after, FIELDS.slice(1)),
        ],
        reason: at.reason,
      });
      return before.residentId;
    });
  }

  async void(
    scope: Scope,
    at: { readonly id: string; readonly version: number; readonly reason: string },
  ): Promise<string> {
    return await this.unitOfWork.run(scope, async (tx) => {
      const before = await findPaper(tx, ResidentCategoryEntity, at.id);
      await tx.update(ResidentCategoryEntity, at, { voidedAt: this.clock.now() });
      tx.audit({
        entity: 'resident',
        entityId: before.residentId,
        centerId: before.centerId,
        action: 'voidCategory',
        changes: [
          { field: 'category', from: before.code, to: null },
          { field: 'fromOn', from: before.fromOn, to: null },
          { field: 'untilOn', from: before.untilOn, to: null },
        ],
        reason: at.reason,
      });
      return before.residentId;
    });
  }

  /** One person is of one category once at a time. */
  private async refuseOverlap(
    tx: Tx,
    own: { readonly residentId: string; readonly id: string | null },
    row: ReturnType<typeof columnsOf>,
  ): Promise<void> {
    const others = await papersOf(tx, ResidentCategoryEntity, own.residentId);
    const rival = others.find(
      (other) =>
        other.id !== own.id &&
        other.voidedAt === null &&
        other.code === row.code &&
        overlaps(
          { from: other.fromOn, until: other.untilOn },
          { from: row.fromOn, until: row.untilOn },
        ),
    );
    if (rival) {
      throw new AppError('CATEGORY_OVERLAP', `Category ${rival.id} holds in these days`, {
        category: rival.code,
        from: rival.fromOn,
        until: rival.untilOn,
      });
    }
  }
}

function columnsOf(draft: CategoryDraft): {
  code: CategoryCode;
  fromOn: LocalDate;
  untilOn: LocalDate | null;
  evidence: string | null;
} {
  const untilOn = draft.untilOn ?? null;
  if (untilOn !== null && untilOn <= draft.fromOn) {
    throw new InputError([{ path: 'untilOn', rule: 'untilBeforeFrom' }]);
  }
  return { code: draft.code, fromOn: draft.fromOn, untilOn, evidence: trimmed(draft.evidence) };
}
