import { CenterEntity, OrganizationEntity } from '@yibu/center';
import { IdColumn, JsonColumn, MomentColumn, RefColumn, TextColumn } from '@yibu/platform';
import { Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

import { OfClaim } from '../claims/claim.entities.js';

/** One deed of an operator that prepares a month for all its centers. */
@Entity('claim_round')
@ForeignKey(() => OrganizationEntity, ['organizationId'], ['id'], {
  name: 'fk_claim_round_organization',
})
@Index('ix_claim_round_organization', ['organizationId', 'startedAt'])
export class ClaimRoundEntity {
  @IdColumn() id: string;
  @RefColumn({ name: 'organization_id' }) organizationId: string;
  @TextColumn(7) period: string;
  /** The work that begins the drafts; each draft is then computed by a job of its own. */
  @RefColumn({ name: 'job_id' }) jobId: string;
  @RefColumn({ name: 'started_by' }) startedBy: string;
  @TextColumn(100, { name: 'started_by_name' }) startedByName: string;
  @MomentColumn({ name: 'started_at' }) startedAt: Date;
}

/** One center of it: begun (claim and job), refused (code), or still waiting. */
@Entity('claim_round_item')
@ForeignKey(() => ClaimRoundEntity, ['roundId'], ['id'], { name: 'fk_claim_round_item_round' })
@ForeignKey(() => CenterEntity, ['centerId'], ['id'], { name: 'fk_claim_round_item_center' })
@OfClaim('claim_round_item')
@Index('ix_claim_round_item_center', ['centerId'])
export class ClaimRoundItemEntity {
  @PrimaryColumn({ type: 'char', length: 26, name: 'round_id' }) roundId: string;
  @PrimaryColumn({ type: 'char', length: 26, name: 'center_id' }) centerId: string;
  @RefColumn({ name: 'claim_id', nullable: true }) claimId: string | null;
  @RefColumn({ name: 'job_id', nullable: true }) jobId: string | null;
  @TextColumn(60, { name: 'error_code', nullable: true }) errorCode: string | null;
  @JsonColumn({ name: 'error_params', nullable: true }) errorParams: unknown;
}
