import { Args, Field, ID, InputType, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { addDays, type LocalDate } from '@yibu/kernel';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';

import { Allow } from '../access/permission.js';
import { CurrentScope } from '../access/request-context.js';
import { requirePermission, type Scope } from '../access/scope.js';
import type { Db, SqlValue } from '../data/tx.js';
import { UnitOfWork } from '../data/unit-of-work.js';
import { MAX_PAGE_SIZE } from '../graphql/page.js';
import { InstantScalar, LocalDateScalar } from '../graphql/scalars.js';
import { withNames } from './audit.names.js';
import { HistoryRegistry } from './history.registry.js';

@ObjectType()
export class AuditFieldChange {
  @Field(() => String) field: string;
  @Field(() => String, { nullable: true }) from: string | null;
  @Field(() => String, { nullable: true }) to: string | null;
}

@ObjectType({ description: 'Who did what, when, from what to what, and why. Never changed.' })
export class AuditEvent {
  @Field(() => ID) id: string;
  @Field(() => InstantScalar) at: Date;
  @Field(() => ID) userId: string;
  @Field(() => String) userName: string;
  @Field(() => String) action: string;
  @Field(() => String) entity: string;
  @Field(() => ID) entityId: string;
  @Field(() => ID, { nullable: true }) centerId: string | null;
  @Field(() => [AuditFieldChange]) changes: AuditFieldChange[];
  @Field(() => String, { nullable: true }) reason: string | null;
  @Field(() => String) requestId: string;
}

@ObjectType()
export class AuditEventPage {
  @Field(() => [AuditEvent]) items: AuditEvent[];
  @Field(() => Int) total: number;
}

@InputType()
export class AuditTrailInput {
  @Field(() => Int, { defaultValue: 1 }) @IsInt() @Min(1) page: number;
  @Field(() => Int, { defaultValue: 20 }) @IsInt() @Min(1) @Max(MAX_PAGE_SIZE) pageSize: number;
  @Field(() => ID, { nullable: true }) @IsOptional() @IsString() centerId?: string;
  @Field(() => String, { nullable: true }) @IsOptional() @MaxLength(40) entity?: string;
  @Field(() => ID, { nullable: true }) @IsOptional() @IsString() userId?: string;
  @Field(() => LocalDateScalar, { nullable: true }) @IsOptional() from?: LocalDate;
  @Field(() => LocalDateScalar, { nullable: true, description: 'Last day, included' })
  @IsOptional()
  to?: LocalDate;
}

interface EventRow extends Omit<AuditEvent, 'changes'> {
  readonly changes: string;
  readonly total?: number;
}

const COLUMNS = `id, at, user_id AS userId, user_name AS userName, action, entity, entity_id AS entityId,
  center_id AS centerId, changes, reason, request_id AS requestId`;
const HISTORY_LIMIT = 500;
/** Either in one of the caller's centers, or above the centers within the caller's own organization. */
const REACH = '(center_id IN (?) OR (center_id IS NULL AND organization_id = ?))';

@Resolver(() => AuditEvent)
export class AuditResolver {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly registry: HistoryRegistry,
  ) {}

  @Query(() => AuditEventPage, {
    description: 'The history of one record, newest first; the total counts what is older too.',
  })
  @Allow('signed-in')
  async history(
    @CurrentScope() scope: Scope,
    @Args('entity', { type: () => String }) entity: string,
    @Args('entityId', { type: () => ID }) entityId: string,
  ): Promise<AuditEventPage> {
    requirePermission(scope, this.registry.permissionOf(entity));
    const db = this.unitOfWork.read(scope);
    const isShared = await this.registry.isShared(db, entity, entityId);
    const rows = await db.rows<EventRow>(
      `SELECT ${COLUMNS}, COUNT(*) OVER () AS total FROM audit_event
       WHERE entity = ? AND entity_id = ? AND ${isShared ? 'TRUE' : REACH}
       ORDER BY seq DESC LIMIT ${HISTORY_LIMIT}`,
      [entity, entityId, ...(isShared ? [] : [db.centers, scope.organizationId])],
    );
    const items = await withNames(db, this.registry, rows.map(toEvent));
    return { items, total: Number(rows[0]?.total ?? 0) };
  }

  @Query(() => AuditEventPage)
  @Allow('audit.read')
  async auditTrail(
    @CurrentScope() scope: Scope,
    @Args('input') input: AuditTrailInput,
  ): Promise<AuditEventPage> {
    const db = this.unitOfWork.read(scope);
    const { items, total } = await listTrail(db, input);
    return { items: await withNames(db, this.registry, items), total };
  }
}

/** What a page and an export of the trail ask for. */
export interface TrailFilter {
  readonly page: number;
  readonly pageSize: number;
  readonly centerId?: string | undefined;
  readonly entity?: string | undefined;
  readonly userId?: string | undefined;
  readonly from?: LocalDate | undefined;
  readonly to?: LocalDate | undefined;
}

export async function listTrail(db: Db, input: TrailFilter): Promise<AuditEventPage> {
  const { where, parameters } = trailFilter(db.scope, input);
  const rows = await db.rows<EventRow>(
    `SELECT ${COLUMNS}, COUNT(*) OVER () AS total FROM audit_event WHERE ${where}
     ORDER BY at DESC, id DESC LIMIT ? OFFSET ?`,
    [...parameters, input.pageSize, (input.page - 1) * input.pageSize],
  );
  return { items: rows.map(toEvent), total: rows[0]?.total ?? 0 };
}

function trailFilter(scope: Scope, input: TrailFilter): { where: string; parameters: SqlValue[] } {
  const conditions = [REACH];
  const parameters: SqlValue[] = [scope.centerIds, scope.organizationId];
  const add = (condition: string, value: SqlValue | undefined): void => {
    if (value !== undefined && value !== '') {
      conditions.push(condition);
      parameters.push(value);
    }
  };
  add('center_id = ?', input.centerId);
  add('entity = ?', input.entity);
  add('user_id = ?', input.userId);
  add('at >= ?', input.from && shanghaiMidnight(input.from));
  add('at < ?', input.to && shanghaiMidnight(addDays(input.to, 1)));
  return { where: conditions.join(' AND '), parameters };
}

const shanghaiMidnight = (day: LocalDate): Date => new Date(`${day}T00:00:00+08:00`);

function toEvent(row: EventRow): AuditEvent {
  const changes = (JSON.parse(row.changes) as AuditFieldChange[]).map(({ field, from, to }) => ({
    field,
    from: from === null ? null : String(from),
    to: to === null ? null : String(to),
  }));
  return { ...row, changes };
}
