import type { Fen, LocalDate } from '@yibu/kernel';
import {
  DayColumn,
  FenColumn,
  IdColumn,
  IntColumn,
  MomentColumn,
  RefColumn,
  TextColumn,
} from '@yibu/platform';
import { ResidentEntity } from '@yibu/resident';
import { StaffMemberEntity } from '@yibu/staff';
import { Entity, ForeignKey, Index } from 'typeorm';

import type { ServiceType } from './care.rules.js';

/** Append-only: a mistake is voided with a reason, and recorded again. */
@Entity('service_record')
@ForeignKey(() => ResidentEntity, ['residentId', 'centerId'], ['id', 'centerId'], {
  name: 'fk_service_record_resident',
})
@ForeignKey(() => StaffMemberEntity, ['staffId', 'centerId'], ['id', 'centerId'], {
  name: 'fk_service_record_staff',
})
@Index('ux_service_record_center', ['id', 'centerId'], { unique: true })
@Index('ux_service_record_op', ['centerId', 'opId'], { unique: true })
@Index('ix_service_record_day', ['centerId', 'onDate'])
@Index('ix_service_record_resident', ['residentId', 'onDate'])
export class ServiceRecordEntity {
  @IdColumn() id: string;
  @RefColumn({ name: 'center_id' }) centerId: string;
  @RefColumn({ name: 'resident_id' }) residentId: string;
  @RefColumn({ name: 'staff_id', nullable: true }) staffId: string | null;
  @TextColumn(20) type: ServiceType;
  @DayColumn({ name: 'on_date' }) onDate: LocalDate;
  @IntColumn() minutes: number;
  @FenColumn({ name: 'value_fen' }) valueFen: Fen;
  @TextColumn(200, { nullable: true }) note: string | null;
  /** Made by the client: a record that is sent twice is kept once. */
  @TextColumn(60, { name: 'op_id' }) opId: string;
  @RefColumn({ name: 'created_by' }) createdBy: string;
  @MomentColumn({ name: 'created_at' }) createdAt: Date;
  @MomentColumn({ name: 'voided_at', nullable: true }) voidedAt: Date | null;
  @TextColumn(500, { name: 'void_reason', nullable: true }) voidReason: string | null;
}

export const CARE_ENTITIES = [ServiceRecordEntity];
