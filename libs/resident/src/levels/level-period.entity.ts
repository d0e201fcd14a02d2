import type { ScaleId } from '@yibu/assessment';
import type { LocalDate } from '@yibu/kernel';
import {
  DayColumn,
  IdColumn,
  IntColumn,
  MomentColumn,
  RefColumn,
  TextColumn,
  VersionNumberColumn,
} from '@yibu/platform';
import { Entity, ForeignKey, Index } from 'typeorm';

import { ResidentEntity } from '../person/resident.entity.js';
import { AssessmentEntity } from './assessment.entity.js';
import type { AssessmentKind } from './assessment.rules.js';

/**
 * From when until when an accepted level holds. A row is never rewritten: a change supersedes it and writes another,
 * so both versions stay visible. What a claim reads are the rows that are not superseded.
 */
@Entity('level_period')
@ForeignKey(() => ResidentEntity, ['residentId', 'centerId'], ['id', 'centerId'], {
  name: 'fk_level_period_resident',
})
@ForeignKey(() => AssessmentEntity, ['assessmentId', 'centerId'], ['id', 'centerId'], {
  name: 'fk_level_period_assessment',
})
@Index('ux_level_period_center', ['id', 'centerId'], { unique: true })
@Index('ix_level_period_resident', ['residentId', 'centerId', 'supersededAt'])
@Index('ix_level_period_assessment', ['assessmentId', 'centerId'])
@Index('ix_level_period_until', ['centerId', 'supersededAt', 'untilOn'])
export class LevelPeriodEntity {
  @IdColumn() id: string;
  @RefColumn({ name: 'center_id' }) centerId: string;
  @RefColumn({ name: 'resident_id' }) residentId: string;
  @RefColumn({ name: 'assessment_id' }) assessmentId: string;
  @TextColumn(30) scale: ScaleId;
  @TextColumn(12) kind: AssessmentKind;
  @IntColumn() level: number;
  @DayColumn({ name: 'from_on' }) fromOn: LocalDate;
  /** The first day it no longer holds; null: it has no end. */
  @DayColumn({ name: 'until_on', nullable: true }) untilOn: LocalDate | null;
  @RefColumn({ name: 'replaces_id', nullable: true }) replacesId: string | null;
  @TextColumn(500, { nullable: true }) reason: string | null;
  @RefColumn({ name: 'created_by' }) createdBy: string;
  @TextColumn(100, { name: 'created_name' }) createdName: string;
  @MomentColumn({ name: 'created_at' }) createdAt: Date;
  @MomentColumn({ name: 'superseded_at', nullable: true }) supersededAt: Date | null;
  @TextColumn(100, { name: 'superseded_name', nullable: true }) supersededName: string | null;
  @TextColumn(500, { name: 'superseded_reason', nullable: true }) supersededReason: string | null;
  @VersionNumberColumn() version: number;
}
