import { MomentColumn, RefColumn } from '@yibu/platform';
import { Entity, PrimaryColumn } from 'typeorm';

import { OfClaim } from '../claims/claim.entities.js';

/** How far a person has read the messages of a claim. */
@Entity('claim_message_read')
@OfClaim('claim_message_read')
export class ClaimMessageReadEntity {
  @PrimaryColumn({ type: 'char', length: 26, name: 'user_id' }) userId: string;
  @PrimaryColumn({ type: 'char', length: 26, name: 'claim_id' }) claimId: string;
  @RefColumn({ name: 'center_id' }) centerId: string;
  @MomentColumn({ name: 'read_at' }) readAt: Date;
}
