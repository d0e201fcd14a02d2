import { IdColumn, JsonColumn, MomentColumn, RefColumn, VersionNumberColumn } from '@yibu/platform';
import { Entity, ForeignKey, Index } from 'typeorm';

import { CenterEntity } from '../places/place.entities.js';
import type { ProfileFacts } from './profile.graphql.js';

/** What is settled about a house; its history is the audit trail. */
@Entity('center_profile')
@ForeignKey(() => CenterEntity, ['centerId'], ['id'], { name: 'fk_center_profile_center' })
@Index('ux_center_profile_center', ['centerId'], { unique: true })
export class CenterProfileEntity {
  @IdColumn() id: string;
  @RefColumn({ name: 'center_id' }) centerId: string;
  @JsonColumn() facts: Partial<ProfileFacts>;
  @MomentColumn({ name: 'updated_at' }) updatedAt: Date;
  @VersionNumberColumn() version: number;
}
