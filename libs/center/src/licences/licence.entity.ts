import type { LocalDate } from '@yibu/kernel';
import {
  BoolColumn,
  DayColumn,
  IdColumn,
  MomentColumn,
  RefColumn,
  TextColumn,
  VersionNumberColumn,
} from '@yibu/platform';
import { Entity, ForeignKey, Index } from 'typeorm';

import { CenterEntity } from '../places/place.entities.js';
import type { LicenceKind } from './licence.rules.js';

/** One paper of the house with its days; a renewed one is a row of its own. */
@Entity('center_licence')
@ForeignKey(() => CenterEntity, ['centerId'], ['id'], { name: 'fk_center_licence_center' })
@Index('ux_center_licence_center', ['id', 'centerId'], { unique: true })
@Index('ix_center_licence_kind', ['centerId', 'kind', 'validFrom'])
export class CenterLicenceEntity {
  @IdColumn() id: string;
  @RefColumn({ name: 'center_id' }) centerId: string;
  @TextColumn(24) kind: LicenceKind;
  @TextColumn(80, { nullable: true }) number: string | null;
  @TextColumn(120, { nullable: true }) issuer: string | null;
  @BoolColumn() passed: boolean;
  @TextColumn(500, { nullable: true }) remark: string | null;
  @DayColumn({ name: 'valid_from' }) validFrom: LocalDate;
  /** Last day it holds, as printed. */
  @DayColumn({ name: 'valid_until', nullable: true }) validUntil: LocalDate | null;
  @MomentColumn({ name: 'created_at' }) createdAt: Date;
  @MomentColumn({ name: 'removed_at', nullable: true }) removedAt: Date | null;
  @VersionNumberColumn() version: number;
}
