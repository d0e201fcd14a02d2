import type { AbilityResult, Answers, Background, ScaleId } from '@yibu/assessment';
import type { LocalDate } from '@yibu/kernel';
import {
  DayColumn,
  IdColumn,
  IntColumn,
  JsonColumn,
  MomentColumn,
  RefColumn,
  TextColumn,
  VersionNumberColumn,
} from '@yibu/platform';
import { Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

import { ResidentEntity } from '../person/resident.entity.js';
import type { AssessmentKind, AssessmentOrigin, AssessmentStatus } from './assessment.rules.js';

/** One report. Its content is fixed by a trigger from the second signature on; decisions are added to it. */
@Entity('assessment_record')
@ForeignKey(() => ResidentEntity, ['residentId', 'centerId'], ['id', 'centerId'], {
  name: 'fk_assessment_record_resident',
})
@ForeignKey(() => AssessmentEntity, ['correctsId', 'centerId'], ['id', 'centerId'], {
  name: 'fk_assessment_record_corrects',
})
@Index('ux_assessment_record_center', ['id', 'centerId'], { unique: true })
@Index('ux_assessment_record_number', ['centerId', 'number'], { unique: true })
@Index('ux_assessment_record_open', ['centerId', 'openKey'], { unique: true })
@Index('ix_assessment_record_resident', ['residentId', 'centerId'])
@Index('ix_assessment_record_status', ['centerId', 'status', 'updatedAt'])
export class AssessmentEntity {
  @IdColumn() id: string;
  @RefColumn({ name: 'center_id' }) centerId: string;
  @RefColumn({ name: 'resident_id' }) residentId: string;
  /** 评估编号, counted per center and year. */
  @TextColumn(20) number: string;
  @TextColumn(10) origin: AssessmentOrigin;
  @TextColumn(30) scale: ScaleId;
  @TextColumn(12) kind: AssessmentKind;
  @TextColumn(16) status: AssessmentStatus;
  /** Set while the form is open: one open form per resident and kind. */
  @TextColumn(60, { name: 'open_key', nullable: true }) openKey: string | null;
  @DayColumn({ name: 'assessed_on' }) assessedOn: LocalDate;
  @TextColumn(120, { nullable: true }) place: string | null;
  @JsonColumn() answers: Answers;
  @JsonColumn() background: Background;
  @JsonColumn({ nullable: true }) result: AbilityResult | null;
  @IntColumn({ name: 'proposed_level', nullable: true }) proposedLevel: number | null;
  @TextColumn(120, { nullable: true }) issuer: string | null;
  @TextColumn(60, { name: 'external_number', nullable: true }) externalNumber: string | null;
  /** As printed on somebody else's paper; what the acceptance proposes. */
  @DayColumn({ name: 'valid_until', nullable: true }) validUntil: LocalDate | null;
  @TextColumn(500, { nullable: true }) note: string | null;
  @RefColumn({ name: 'corrects_id', nullable: true }) correctsId: string | null;
  @RefColumn({ name: 'assessor1_id', nullable: true }) assessor1Id: string | null;
  @TextColumn(100, { name: 'assessor1_name', nullable: true }) assessor1Name: string | null;
  @MomentColumn({ name: 'assessor1_at', nullable: true }) assessor1At: Date | null;
  @RefColumn({ name: 'assessor2_id', nullable: true }) assessor2Id: string | null;
  @TextColumn(100, { name: 'assessor2_name', nullable: true }) assessor2Name: string | null;
  @MomentColumn({ name: 'assessor2_at', nullable: true }) assessor2At: Date | null;
  @RefColumn({ name: 'decided_by', nullable: true }) decidedBy: string | null;
  @TextColumn(100, { name: 'decided_name', nullable: true }) decidedName: string | null;
  @MomentColumn({ name: 'decided_at', nullable: true }) decidedAt: Date | null;
  @TextColumn(500, { name: 'decision_reason', nullable: true }) decisionReason: string | null;
  @RefColumn({ name: 'created_by' }) createdBy: string;
  @MomentColumn({ name: 'created_at' }) createdAt: Date;
  @MomentColumn({ name: 'updated_at' }) updatedAt: Date;
  @VersionNumberColumn() version: number;
}

/** The last number given out, per center and year. */
@Entity('assessment_counter')
export class AssessmentCounterEntity {
  @PrimaryColumn({ type: 'char', length: 26, name: 'center_id' }) centerId: string;
  @PrimaryColumn({ type: 'int' }) year: number;
  @IntColumn({ name: 'last_number' }) lastNumber: number;
}
