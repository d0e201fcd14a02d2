import { IntColumn, MomentColumn, RefColumn } from '@yibu/platform';
import { Entity, Index, PrimaryColumn } from 'typeorm';

import { OfClaim } from '../claims/claim.entities.js';

/** How often the records of others contradict an open claim; counted anew whenever they change. */
@Entity('claim_match')
@OfClaim('claim_match')
@Index('ux_claim_match', ['claimId', 'centerId'], { unique: true })
export class ClaimMatchEntity {
  @PrimaryColumn({ type: 'char', length: 26, name: 'claim_id' }) claimId: string;
  @RefColumn({ name: 'center_id' }) centerId: string;
  @IntColumn({ name: 'total_count' }) totalCount: number;
  /** Of records that came after the submission. */
  @IntColumn({ name: 'new_count' }) newCount: number;
  @MomentColumn({ name: 'computed_at' }) computedAt: Date;
}
