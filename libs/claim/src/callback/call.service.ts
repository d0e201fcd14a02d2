import { Inject, Injectable } from '@nestjs/common';
import { AppError, type Clock } from '@yibu/kernel';
import {
  CLOCK,
  idempotent,
  JobQueue,
  newId,
  UnitOfWork,
  type Scope,
  type SqlValue,
  type Tx,
} from '@yibu/platform';

import { rematch } from '../registry/list.repository.js';
import { countiesOf } from '../registry/registry.repository.js';
import { SampleService } from '../sampling/sample.service.js';
import { CallbackCallEntity, CallbackTryEntity } from './call.entities.js';
import type { DrawCallsInput, RecordCallInput } from './call.graphql.js';
import { assertAnswer, statusAfter } from './call.rules.js';

interface Wanted {
  readonly centerId: string;
  readonly claimId: string;
  readonly subjectId: string;
  readonly subjectName: string | null;
}

interface LockedCall {
  readonly id: string;
  readonly centerId: string;
  readonly countyCode: string;
  readonly status: string;
  readonly version: number;
}

/** Whom the bureau calls: drawn, or chosen by hand; and what comes of each call. */
@Injectable()
export class CallService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly samples: SampleService,
    private readonly jobs: JobQueue,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** A share of all people of a program, by a draw that is recorded like every other. Number of new calls. */
  async draw(scope: Scope, input: DrawCallsInput): Promise<number> {
    return await this.unitOfWork.run(scope, async (tx) => {
      const { idempotencyKey: key, ...request } = input;
      return await idempotent(tx, { key, operation: 'drawCalls', input: request }, async () => {
        const sampleId = await this.samples.drawShare(tx, request);
        return await this.ofSample(tx, sampleId, input.program);
      });
    });
  }

  async queueSample(scope: Scope, sampleId: string): Promise<number> {
    return await this.unitOfWork.run(scope, async (tx) => await this.ofSample(tx, sampleId, null));
  }

  async queueLines(scope: Scope, lineIds: readonly string[]): Promise<number> {
    return await this.unitOfWork.run(scope, async (tx) => {
      const ids = [...new Set(lineIds)];
      const lines = await tx.rows<Wanted & { readonly isOpen: number }>(
        `SELECT l.center_id AS centerId, l.claim_id AS claimId, l.subject_id AS subjectId,
           l.subject_name AS subjectName, c.status IN ('SUBMITTED', 'IN_REVIEW') AND l.status = 'PAYABLE'
             AND l.subject_kind = 'person' AS isOpen
         FROM claim_line l JOIN claim c ON c.id = l.claim_id WHERE l.id IN (?) AND l.center_id IN (?)`,
        [ids, tx.centers],
      );
      if (lines.length !== ids.length) {
        throw new AppError('NOT_FOUND', 'A line is not in reach', { entity: 'claimLine' });
      }
      if (lines.some(({ isOpen }) => isOpen !== 1)) {
        throw new AppError('CLAIM_STATE', 'A line is open no more, or about nobody', {
          event: 'review',
        });
      }
      return await this.queue(tx, lines, { sampleId: null, program: null });
    });
  }

  /** One try: answers, or when to try again. Whoever comes second finds the first. */
  async record(scope: Scope, input: RecordCallInput): Promise<string> {
    return await this.unitOfWork.run(scope, async (tx) => {
      const call = await lockCall(tx, input.callId);
      assertAnswer(input, this.clock.today());
      if (call.status !== 'OPEN') {
        throw new AppError('CALL_SETTLED', `Call ${call.id} is ${call.status}`);
      }
      const now = this.clock.now();
      const status = statusAfter(input.outcome);
      const { outcome, note = null } = input;
      const nextOn = status === 'OPEN' ? (input.nextOn ?? null) : null;
      await tx.update(
        CallbackCallEntity,
        { id: call.id, version: input.version },
        { ...answersOf(input), ...settled(tx, status, now), status, note, nextOn, ...ONE_TRY },
      );
      await tx.insert(CallbackTryEntity, {
        id: newId(),
        centerId: call.centerId,
        callId: call.id,
        outcome,
        note,
        nextOn,
        triedBy: scope.userId,
        triedAt: now,
      });
      auditCall(tx, call.id, 'try', { outcome, nextOn });
      if (status === 'REACHED') {
        await rematch(this.jobs, tx, call.countyCode);
      }
      return call.id;
    });
  }

  private async ofSample(tx: Tx, sampleId: string, program: string | null): Promise<number> {
    const wanted = await tx.rows<Wanted>(
      `SELECT i.center_id AS centerId, i.claim_id AS claimId, i.subject_id AS subjectId,
         i.subject_name AS subjectName
       FROM claim_sample_item i JOIN claim_sample s ON s.id = i.sample_id
       WHERE i.sample_id = ? AND i.center_id IN (?) AND s.county_code IN (?) ORDER BY i.seq`,
      [sampleId, tx.centers, countiesOf(tx.scope)],
    );
    if (wanted.length === 0) {
      throw new AppError('NOT_FOUND', `No sample ${sampleId} in reach`, {
        entity: 'claimSample',
        id: sampleId,
      });
    }
    return await this.queue(tx, wanted, { sampleId, program });
  }

  /** A person is called once about a claim, however often they are drawn. */
  private async queue(
    tx: Tx,
    wanted: readonly Wanted[],
    by: { readonly sampleId: string | null; readonly program: string | null },
  ): Promise<number> {
    const now = this.clock.now();
    const fresh = await insertFresh(
      tx,
      wanted.map((person) => [
        newId(),
        person.centerId,
        person.claimId,
        person.subjectId,
        person.subjectName,
        by.program,
        by.sampleId,
        'OPEN',
        tx.scope.userId,
        now,
      ]),
    );
    const source = by.sampleId === null ? 'HAND' : 'SAMPLE';
    for (const id of fresh) {
      auditCall(tx, id, 'queue', { source });
    }
    return fresh.length;
  }
}

const CHUNK = 500;

/** A share of a county may be thousands of people: so many in a statement. -> the ids of those not queued before */
async function insertFresh(tx: Tx, rows: readonly (readonly SqlValue[])[]): Promise<string[]> {
  const fresh: string[] = [];
  for (let start = 0; start < rows.length; start += CHUNK) {
    const inserted = await tx.manager.query<{ id: string }[]>(
      `INSERT IGNORE INTO callback_call (id, center_id, claim_id, subject_id, subject_name, program, sample_id,
         status, queued_by, queued_at) VALUES ? RETURNING id`,
      [rows.slice(start, start + CHUNK)],
    );
    fresh.push(...inserted.map(({ id }) => id));
  }
  return fresh;
}

const ONE_TRY = { tryCount: () => 'try_count + 1' } as never as { tryCount: number };

type CallChange = Partial<CallbackCallEntity>;

/** Only a call that was answered has answers. */
const answersOf = ({ outcome, rendered, askedMoney, moneyFen }: RecordCallInput): CallChange =>
  outcome === 'REACHED'
    ? {
        rendered: rendered ?? null,
        askedMoney: askedMoney ?? null,
        moneyFen: askedMoney === 'YES' ? (moneyFen ?? null) : null,
      }
    : { rendered: null, askedMoney: null, moneyFen: null };

const settled = (tx: Tx, status: string, now: Date): CallChange =>
  status === 'OPEN' ? { doneBy: null, doneAt: null } : { doneBy: tx.scope.userId, doneAt: now };

export async function lockCall(tx: Tx, id: string): Promise<LockedCall> {
  const call = await tx.row<LockedCall>(
    `SELECT k.id, k.center_id AS centerId, n.county_code AS countyCode, k.status, k.version
     FROM callback_call k JOIN center n ON n.id = k.center_id
     WHERE k.id = ? AND k.center_id IN (?) AND n.county_code IN (?) FOR UPDATE`,
    [id, tx.centers, countiesOf(tx.scope)],
  );
  if (!call) {
    throw new AppError('NOT_FOUND', `No call ${id} in reach`, { entity: 'callback', id });
  }
  return call;
}

/** Beside no center: the trail of a center is the operator's to read, and this is not for the operator. */
export function auditCall(
  tx: Tx,
  callId: string,
  action: string,
  values: Readonly<Record<string, string | null>>,
): void {
  tx.audit({
    entity: 'callback',
    entityId: callId,
    centerId: null,
    action,
    changes: Object.entries(values).flatMap(([field, to]) =>
      to === null ? [] : [{ field, from: null, to }],
    ),
  });
}
