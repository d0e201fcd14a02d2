import {
  Args,
  Field,
  ID,
  Int,
  Mutation,
  ObjectType,
  Query,
  registerEnumType,
  Resolver,
} from '@nestjs/graphql';
import { InjectDataSource } from '@nestjs/typeorm';
import { AppError } from '@yibu/kernel';
import { DataSource } from 'typeorm';

import { Allow } from '../access/permission.js';
import { CurrentScope } from '../access/request-context.js';
import type { Scope } from '../access/scope.js';
import { InstantScalar } from '../graphql/scalars.js';
import { JOB_STATUSES, type JobStatus } from './job.entity.js';

const JobStatusEnum = Object.fromEntries(JOB_STATUSES.map((status) => [status, status]));
registerEnumType(JobStatusEnum, { name: 'JobStatus' });

@ObjectType({ description: 'Long work that goes on while its author does something else.' })
export class Job {
  @Field(() => ID) id: string;
  @Field(() => String) kind: string;
  @Field(() => JobStatusEnum) status: JobStatus;
  @Field(() => Int) progressDone: number;
  @Field(() => Int, { description: '0 while unknown' }) progressTotal: number;
  @Field(() => String, { nullable: true, description: 'JSON, when done' }) result: string | null;
  @Field(() => String, { nullable: true }) errorCode: string | null;
  @Field(() => String, { nullable: true, description: 'JSON parameters of the error' })
  errorParams: string | null;
  @Field(() => ID, { nullable: true }) centerId: string | null;
  @Field(() => InstantScalar) createdAt: Date;
  @Field(() => InstantScalar, { nullable: true }) finishedAt: Date | null;
}

const SELECT = `SELECT id, kind, status, progress_done AS progressDone, progress_total AS progressTotal, result,
  error_code AS errorCode, error_params AS errorParams, center_id AS centerId, created_at AS createdAt,
  finished_at AS finishedAt FROM job`;
const RECENT = 20;

/** One sees one's own work. */
@Resolver(() => Job)
export class JobResolver {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  @Query(() => Job)
  @Allow('signed-in')
  async job(
    @CurrentScope() scope: Scope,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<Job> {
    const [job] = await this.dataSource.query<Job[]>(`${SELECT} WHERE id = ? AND user_id = ?`, [
      id,
      scope.userId,
    ]);
    if (!job) {
      throw new AppError('NOT_FOUND', `No job ${id} of this user`, { entity: 'job', id });
    }
    return job;
  }

  @Query(() => [Job])
  @Allow('signed-in')
  async myJobs(@CurrentScope() scope: Scope): Promise<Job[]> {
    return await this.dataSource.query<Job[]>(
      `${SELECT} WHERE user_id = ? AND is_part = 0 ORDER BY created_at DESC, id DESC LIMIT ${RECENT}`,
      [scope.userId],
    );
  }

  @Mutation(() => Boolean, { description: 'False when it had already finished.' })
  @Allow('signed-in')
  async cancelJob(
    @CurrentScope() scope: Scope,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<boolean> {
    const result = await this.dataSource.query<{ affectedRows: number }>(
      `UPDATE job SET status = 'CANCELLED', finished_at = UTC_TIMESTAMP(3)
       WHERE id = ? AND user_id = ? AND status IN ('QUEUED', 'RUNNING')`,
      [id, scope.userId],
    );
    if (result.affectedRows === 1) {
      return true;
    }
    await this.job(scope, id);
    return false;
  }
}
