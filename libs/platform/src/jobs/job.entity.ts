import { Column, Entity, Index } from 'typeorm';

import {
  BoolColumn,
  IdColumn,
  IntColumn,
  JsonColumn,
  MomentColumn,
  RefColumn,
  TextColumn,
} from '../data/columns.js';

export const JOB_STATUSES = ['QUEUED', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED'] as const;
export type JobStatus = (typeof JOB_STATUSES)[number];

/** Long work. The effect and DONE are written in one transaction, so a killed worker repeats nothing. */
@Entity('job')
@Index('ix_job_due', ['status', 'runAfter'])
@Index('ix_job_user', ['userId', 'createdAt'])
export class JobEntity {
  @IdColumn() id: string;
  @TextColumn(40) kind: string;
  @RefColumn({ name: 'center_id', nullable: true }) centerId: string | null;
  @RefColumn({ name: 'user_id' }) userId: string;
  @TextColumn(10) status: JobStatus;
  @JsonColumn() payload: unknown;
  @JsonColumn({ nullable: true }) result: unknown;
  @TextColumn(60, { name: 'error_code', nullable: true }) errorCode: string | null;
  @JsonColumn({ name: 'error_params', nullable: true }) errorParams: unknown;
  @IntColumn({ name: 'progress_done', default: 0 }) progressDone: number;
  @IntColumn({ name: 'progress_total', default: 0 }) progressTotal: number;
  @IntColumn({ default: 0 }) attempts: number;
  @MomentColumn({ name: 'run_after' }) runAfter: Date;
  @MomentColumn({ name: 'leased_until', nullable: true }) leasedUntil: Date | null;
  @Column({ type: 'char', length: 26, name: 'lease_token', nullable: true }) leaseToken:
    | string
    | null;
  @MomentColumn({ name: 'created_at' }) createdAt: Date;
  @MomentColumn({ name: 'started_at', nullable: true }) startedAt: Date | null;
  @MomentColumn({ name: 'finished_at', nullable: true }) finishedAt: Date | null;
  /** One of many that a larger piece of work reports on: not shown to its author by itself. */
  @BoolColumn({ name: 'is_part', default: 0 }) isPart: boolean;
}
