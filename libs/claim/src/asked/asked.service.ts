import { Inject, Injectable } from '@nestjs/common';
import { askedAttributes, type AskedAttribute } from '@yibu/claim-engine';
import { AppError, InputError, type Clock, type LocalDate } from '@yibu/kernel';
import {
  CLOCK,
  idempotent,
  requirePermission,
  UnitOfWork,
  type Db,
  type Permission,
  type Scope,
  type Tx,
} from '@yibu/platform';

import { PackService } from '../packs/pack.service.js';
import { OPEN_END, type Owner } from './asked.facts.js';
import type {
  AskedFact,
  CorrectFactInput,
  FactFieldsInput,
  FactSubjectInput,
  RecordFactInput,
  VoidFactInput,
} from './asked.graphql.js';
import {
  AskedRepository,
  entityOf,
  overlap,
  type NewFact,
  type StoredFact,
  type Subject,
} from './asked.repository.js';
import { meets, readValue, type Span } from './asked.rules.js';
import { askedView, saidValue } from './asked.view.js';

const READ: Readonly<Record<Owner, Permission>> = {
  CENTER: 'center.read',
  PERSON: 'resident.read',
  STAFF: 'staff.read',
};
const WRITE: Readonly<Record<Owner, Permission>> = {
  CENTER: 'institution.write',
  PERSON: 'resident.write',
  STAFF: 'staff.write',
};

/**
 * What the county's rules ask of a center, a resident or a member of staff and no register has a field for: recorded with
 * the days it holds and the paper that shows it. A later value ends the earlier one; a wrong one is corrected or taken
 * back with a reason, and both stay to be seen.
 */
@Injectable()
export class AskedFactService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly facts: AskedRepository,
    private readonly packs: PackService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async list(scope: Scope, input: FactSubjectInput): Promise<AskedFact[]> {
    requirePermission(scope, READ[input.owner]);
    const db = this.unitOfWork.read(scope);
    const subject = await this.facts.subject(db, input);
    return await this.view(db, subject);
  }

  async record(scope: Scope, input: RecordFactInput): Promise<AskedFact[]> {
    requirePermission(scope, WRITE[input.owner]);
    const { idempotencyKey: key, ...rest } = input;
    return await this.unitOfWork.run(scope, async (tx) => {
      const subject = await this.locked(tx, input);
      await idempotent(tx, { key, operation: 'recordFact', input: rest }, async () => {
        const asked = await this.asked(tx, subject, input.name);
        return await this.begin(tx, { subject, asked, input });
      });
      return await this.view(tx, subject);
    });
  }

  async correct(scope: Scope, input: CorrectFactInput): Promise<AskedFact[]> {
    requirePermission(scope, WRITE[input.owner]);
    return await this.unitOfWork.run(scope, async (tx) => {
      const subject = await this.locked(tx, input);
      const all = await this.facts.facts(tx, subject);
      const before = found(all, input.factId);
      const asked = await this.asked(tx, subject, before.name);
      const at = this.clock.now();
      await this.facts.void(tx, { id: before.id, version: input.version }, { ...input, at });
      const others = live(all, before.name).filter(({ id }) => id !== before.id);
      const span = { from: input.fromOn, until: input.untilOn ?? OPEN_END };
      refuseOverlap(span, others);
      const value = valueOf(asked, input);
      const fact = { ...span, name: before.name, value, evidence: input.evidence.trim() };
      await this.facts.add(tx, subject, { ...fact, replacesId: before.id, at });
      this.audit(tx, subject, {
        action: 'correctFact',
        asked,
        from: before,
        to: fact,
        reason: input.reason,
      });
      return await this.view(tx, subject);
    });
  }

  /** Entered by mistake: there is no value of those days. */
  async void(scope: Scope, input: VoidFactInput): Promise<AskedFact[]> {
    requirePermission(scope, WRITE[input.owner]);
    return await this.unitOfWork.run(scope, async (tx) => {
      const subject = await this.locked(tx, input);
      const before = found(await this.facts.facts(tx, subject), input.factId);
      const asked = (await this.askedOf(tx, subject)).find(({ name }) => name === before.name);
      const at = { id: before.id, version: input.version };
      await this.facts.void(tx, at, { reason: input.reason, at: this.clock.now() });
      this.audit(tx, subject, {
        action: 'voidFact',
        asked: asked ?? null,
        from: before,
        to: null,
        reason: input.reason,
      });
      return await this.view(tx, subject);
    });
  }

  /** A value that goes on ends where the new one begins; one that begins later ends the new one. */
  private async begin(
    tx: Tx,
    {
      subject,
      asked,
      input,
    }: Readonly<{ subject: Subject; asked: AskedAttribute; input: RecordFactInput }>,
  ): Promise<string> {
    const others = live(await this.facts.facts(tx, subject), asked.name);
    const from = input.fromOn;
    const next = others.filter((one) => one.from > from).sort(byDay)[0];
    const until = input.untilOn ?? next?.from ?? OPEN_END;
    const before =
      input.untilOn == null
        ? others.find((one) => one.from < from && one.until === OPEN_END)
        : undefined;
    refuseOverlap(
      { from, until },
      others.filter((one) => one !== before),
    );
    if (before !== undefined) {
      if (from < this.clock.today() && (input.reason ?? '').trim() === '') {
        throw new InputError([{ path: 'reason', rule: 'isNotEmpty' }]);
      }
      await this.facts.end(tx, before, from);
    }
    const value = valueOf(asked, input);
    const fact = { from, until, name: asked.name, value, evidence: input.evidence.trim() };
    this.audit(tx, subject, {
      action: 'recordFact',
      asked,
      from: before ?? null,
      to: fact,
      reason: input.reason ?? null,
    });
    return await this.facts.add(tx, subject, { ...fact, replacesId: null, at: this.clock.now() });
  }

  private async locked(tx: Tx, input: FactSubjectInput): Promise<Subject> {
    const subject = await this.facts.subject(tx, input);
    await this.facts.lock(tx, input);
    return subject;
  }

  private async asked(tx: Tx, subject: Subject, name: string): Promise<AskedAttribute> {
    const asked = (await this.askedOf(tx, subject)).find((one) => one.name === name);
    if (asked === undefined) {
      throw new AppError('ASKED_FACT_UNKNOWN', `No rule asks ${name}`, { name });
    }
    return asked;
  }

  /** By the rules in force today and those that are to come. */
  private async askedOf(db: Db, { countyCode, owner }: Subject): Promise<AskedAttribute[]> {
    const packs = await this.packs.nowAndComing(db, countyCode, this.clock.today());
    const asked = new Map<string, AskedAttribute>();
    for (const one of packs.flatMap(({ body }) => askedAttributes(body))) {
      if (one.of.toUpperCase() === owner && !asked.has(one.name)) {
        asked.set(one.name, one);
      }
    }
    return [...asked.values()];
  }

  private async view(db: Db, subject: Subject): Promise<AskedFact[]> {
    const asked = await this.askedOf(db, subject);
    return askedView(asked, await this.facts.facts(db, subject), this.clock.today());
  }

  private audit(tx: Tx, { owner, subjectId, centerId }: Subject, deed: Deed): void {
    const label = deed.asked?.label.zh ?? deed.from?.name ?? '';
    const say = (fact: Told | null): string | null =>
      fact === null ? null : `${label}：${saidValue(deed.asked, fact.value)}`;
    tx.audit({
      entity: entityOf(owner),
      entityId: subjectId,
      centerId,
      action: deed.action,
      changes: [
        { field: 'askedFact', from: say(deed.from), to: say(deed.to) },
        { field: 'fromOn', from: deed.from?.from ?? null, to: deed.to?.from ?? null },
        { field: 'untilOn', from: endOf(deed.from), to: endOf(deed.to) },
      ].filter(({ from, to }) => from !== to),
      reason: deed.reason,
    });
  }
}

type Told = Span & Pick<NewFact, 'value'>;

interface Deed {
  readonly action: 'recordFact' | 'correctFact' | 'voidFact';
  readonly asked: AskedAttribute | null;
  readonly from: StoredFact | null;
  readonly to: Told | null;
  readonly reason: string | null;
}

const endOf = (fact: Told | null): LocalDate | null =>
  fact === null || fact.until === OPEN_END ? null : fact.until;

const valueOf = (asked: AskedAttribute, { value }: FactFieldsInput): string =>
  JSON.stringify(readValue(asked.kind, value));

const byDay = (a: Span, b: Span): number => (a.from < b.from ? -1 : 1);

const live = (facts: readonly StoredFact[], name: string): StoredFact[] =>
  facts.filter((one) => one.name === name && one.isLive === 1);

function found(facts: readonly StoredFact[], id: string): StoredFact {
  const fact = facts.find((one) => one.id === id);
  if (fact === undefined) {
    throw new AppError('NOT_FOUND', `No fact ${id}`, { entity: 'askedFact', id });
  }
  return fact;
}

function refuseOverlap(span: Span, others: readonly StoredFact[]): void {
  if (span.until <= span.from) {
    throw new InputError([{ path: 'untilOn', rule: 'isAfterFrom' }]);
  }
  const other = others.find((one) => meets(one, span));
  if (other !== undefined) {
    throw overlap(other);
  }
}
