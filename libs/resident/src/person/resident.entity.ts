import type { LocalDate, Sex } from '@yibu/kernel';
import {
  BoolColumn,
  BytesColumn,
  DayColumn,
  IdColumn,
  JsonColumn,
  MomentColumn,
  RefColumn,
  TextColumn,
  VersionNumberColumn,
} from '@yibu/platform';
import { Column, Entity, ForeignKey, Index } from 'typeorm';

import type {
  Education,
  IdType,
  IncomeSource,
  LivingSituation,
  MaritalStatus,
  MedicalPayment,
} from '../resident.codes.js';

/** A person in the file of one center. The number is sealed; its blind index is unique within the center. */
@Entity('resident')
@ForeignKey('center', ['centerId'], ['id'], { name: 'fk_resident_center' })
@Index('ux_resident_center', ['id', 'centerId'], { unique: true })
@Index('ux_resident_id_number', ['centerId', 'idNumberIndex'], { unique: true })
@Index('ix_resident_id_number_anywhere', ['idNumberIndex'])
@Index('ix_resident_name', ['centerId', 'name'])
@Index('ix_resident_pinyin', ['centerId', 'pinyin'])
export class ResidentEntity {
  @IdColumn() id: string;
  @RefColumn({ name: 'center_id' }) centerId: string;
  @TextColumn(60) name: string;
  /** Lower case, without spaces and tones: 王秀英 wangxiuying. */
  @TextColumn(200) pinyin: string;
  @TextColumn(60) initials: string;
  @Column({ type: 'char', length: 1 }) sex: Sex;
  @DayColumn({ name: 'born_on' }) bornOn: LocalDate;
  @BoolColumn({ name: 'is_birth_estimated', default: 0 }) isBirthEstimated: boolean;
  /** For greetings only: the legal date is `bornOn`. */
  @TextColumn(40, { name: 'lunar_birthday', nullable: true }) lunarBirthday: string | null;
  @DayColumn({ name: 'died_on', nullable: true }) diedOn: LocalDate | null;
  @TextColumn(60, { name: 'death_certificate', nullable: true }) deathCertificate: string | null;
  @TextColumn(20, { name: 'id_type' }) idType: IdType;
  @BytesColumn(200, { name: 'id_number_cipher', nullable: true }) idNumberCipher: Buffer | null;
  @Column({ type: 'binary', length: 32, name: 'id_number_index', nullable: true })
  idNumberIndex: Buffer | null;
  @TextColumn(4, { name: 'id_last4', nullable: true }) idLast4: string | null;
  /** Written with 15 digits on the paper that was seen: the card has been invalid since 2013. */
  @BoolColumn({ name: 'is_first_generation', default: 0 }) isFirstGeneration: boolean;
  @DayColumn({ name: 'id_valid_until', nullable: true }) idValidUntil: LocalDate | null;
  @TextColumn(200, { name: 'no_id_reason', nullable: true }) noIdReason: string | null;
  @BytesColumn(200, { name: 'phone_cipher', nullable: true }) phoneCipher: Buffer | null;
  @TextColumn(4, { name: 'phone_last4', nullable: true }) phoneLast4: string | null;
  @Column({ type: 'char', length: 6, name: 'household_county', nullable: true })
  householdCounty: string | null;
  @TextColumn(200, { name: 'household_address', nullable: true }) householdAddress: string | null;
  /** GB/T 3304 code. */
  @Column({ type: 'char', length: 2, nullable: true }) nation: string | null;
  @TextColumn(12, { nullable: true }) education: Education | null;
  @TextColumn(12, { nullable: true }) marital: MaritalStatus | null;
  @JsonColumn({ nullable: true }) living: readonly LivingSituation[] | null;
  @JsonColumn({ nullable: true }) payment: readonly MedicalPayment[] | null;
  @JsonColumn({ nullable: true }) income: readonly IncomeSource[] | null;
  @TextColumn(500, { nullable: true }) note: string | null;
  @MomentColumn({ name: 'created_at' }) createdAt: Date;
  @MomentColumn({ name: 'updated_at' }) updatedAt: Date;
  @VersionNumberColumn() version: number;
}
