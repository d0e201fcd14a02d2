import { CenterEntity } from '@yibu/center';
import type { LocalDate, Sex } from '@yibu/kernel';
import {
  BytesColumn,
  DayColumn,
  IdColumn,
  IntColumn,
  MomentColumn,
  RefColumn,
  TextColumn,
  VersionNumberColumn,
} from '@yibu/platform';
import { Column, Entity, ForeignKey, Index } from 'typeorm';

import type { CertificateType, Post, ValidityKind } from './staff.rules.js';

@Entity('staff_member')
@ForeignKey(() => CenterEntity, ['centerId'], ['id'], { name: 'fk_staff_member_center' })
@Index('ux_staff_member_center', ['id', 'centerId'], { unique: true })
@Index('ix_staff_member_name', ['centerId', 'name'])
export class StaffMemberEntity {
  @IdColumn() id: string;
  @RefColumn({ name: 'center_id' }) centerId: string;
  @TextColumn(60) name: string;
  @TextColumn(120) pinyin: string;
  @Column({ type: 'char', length: 1 }) sex: Sex;
  @DayColumn({ name: 'born_on', nullable: true }) bornOn: LocalDate | null;
  @BytesColumn(120, { name: 'id_number_cipher', nullable: true }) idNumberCipher: Buffer | null;
  @TextColumn(4, { name: 'id_last4', nullable: true }) idLast4: string | null;
  @TextColumn(40, { nullable: true }) phone: string | null;
  @TextColumn(20) post: Post;
  @DayColumn({ name: 'from_on' }) fromOn: LocalDate;
  /** First day no longer employed. */
  @DayColumn({ name: 'until_on', nullable: true }) untilOn: LocalDate | null;
  @MomentColumn({ name: 'created_at' }) createdAt: Date;
  @VersionNumberColumn() version: number;
}

@Entity('staff_certificate')
@ForeignKey(() => StaffMemberEntity, ['staffId', 'centerId'], ['id', 'centerId'], {
  name: 'fk_staff_certificate_member',
})
@Index('ux_staff_certificate_center', ['id', 'centerId'], { unique: true })
@Index('ix_staff_certificate_expiry', ['centerId', 'validUntil'])
export class StaffCertificateEntity {
  @IdColumn() id: string;
  @RefColumn({ name: 'center_id' }) centerId: string;
  @RefColumn({ name: 'staff_id' }) staffId: string;
  @TextColumn(30) type: CertificateType;
  @TextColumn(60, { nullable: true }) number: string | null;
  @IntColumn({ nullable: true }) level: number | null;
  @TextColumn(120, { nullable: true }) issuer: string | null;
  @DayColumn({ name: 'issued_on' }) issuedOn: LocalDate;
  @TextColumn(15, { name: 'validity_kind' }) validityKind: ValidityKind;
  /** Last day it holds, computed for yearly checks; null: it does not run out. */
  @DayColumn({ name: 'valid_until', nullable: true }) validUntil: LocalDate | null;
  @RefColumn({ name: 'verified_by', nullable: true }) verifiedBy: string | null;
  @MomentColumn({ name: 'verified_at', nullable: true }) verifiedAt: Date | null;
  @MomentColumn({ name: 'removed_at', nullable: true }) removedAt: Date | null;
  @VersionNumberColumn() version: number;
}

export const STAFF_ENTITIES = [StaffMemberEntity, StaffCertificateEntity];
