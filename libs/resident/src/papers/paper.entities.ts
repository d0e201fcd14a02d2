import type { LocalDate } from '@yibu/kernel';
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

import { ResidentEntity } from '../person/resident.entity.js';
import type {
  AgreementClause,
  CategoryCode,
  ConsentBasis,
  ConsentPurpose,
  GuardianBasis,
  IdType,
  Relation,
} from '../resident.codes.js';

/** Further papers of a person, and numbers that were replaced: both still find the person. */
@Entity('resident_document')
@ForeignKey(() => ResidentEntity, ['residentId', 'centerId'], ['id', 'centerId'], {
  name: 'fk_resident_document_resident',
})
@Index('ux_resident_document_center', ['id', 'centerId'], { unique: true })
@Index('ix_resident_document_resident', ['residentId', 'centerId'])
@Index('ix_resident_document_number', ['centerId', 'numberIndex'])
export class ResidentDocumentEntity {
  @IdColumn() id: string;
  @RefColumn({ name: 'center_id' }) centerId: string;
  @RefColumn({ name: 'resident_id' }) residentId: string;
  @TextColumn(20) type: IdType;
  @BytesColumn(200, { name: 'number_cipher' }) numberCipher: Buffer;
  @Column({ type: 'binary', length: 32, name: 'number_index' }) numberIndex: Buffer;
  @TextColumn(4, { name: 'number_last4' }) numberLast4: string;
  @DayColumn({ name: 'valid_until', nullable: true }) validUntil: LocalDate | null;
  /** A former number of this person, kept because papers still carry it. */
  @BoolColumn({ name: 'is_former', default: 0 }) isFormer: boolean;
  @MomentColumn({ name: 'created_at' }) createdAt: Date;
  @MomentColumn({ name: 'removed_at', nullable: true }) removedAt: Date | null;
}

/** Somebody to call, to sign, to pay or to decide. One person may be all of these, or one of them. */
@Entity('resident_contact')
@ForeignKey(() => ResidentEntity, ['residentId', 'centerId'], ['id', 'centerId'], {
  name: 'fk_resident_contact_resident',
})
@Index('ux_resident_contact_center', ['id', 'centerId'], { unique: true })
@Index('ix_resident_contact_resident', ['residentId', 'centerId'])
export class ResidentContactEntity {
  @IdColumn() id: string;
  @RefColumn({ name: 'center_id' }) centerId: string;
  @RefColumn({ name: 'resident_id' }) residentId: string;
  @TextColumn(60) name: string;
  @TextColumn(20) relation: Relation;
  @BytesColumn(200, { name: 'phone_cipher', nullable: true }) phoneCipher: Buffer | null;
  @TextColumn(4, { name: 'phone_last4', nullable: true }) phoneLast4: string | null;
  @BytesColumn(200, { name: 'id_number_cipher', nullable: true }) idNumberCipher: Buffer | null;
  @TextColumn(4, { name: 'id_last4', nullable: true }) idLast4: string | null;
  @TextColumn(200, { nullable: true }) address: string | null;
  @BoolColumn({ name: 'is_emergency', default: 0 }) isEmergency: boolean;
  @BoolColumn({ name: 'is_signer', default: 0 }) isSigner: boolean;
  @BoolColumn({ name: 'is_payer', default: 0 }) isPayer: boolean;
  @BoolColumn({ name: 'is_guardian', default: 0 }) isGuardian: boolean;
  @TextColumn(12, { name: 'guardian_basis', nullable: true }) guardianBasis: GuardianBasis | null;
  @TextColumn(200, { nullable: true }) note: string | null;
  @MomentColumn({ name: 'created_at' }) createdAt: Date;
  @MomentColumn({ name: 'removed_at', nullable: true }) removedAt: Date | null;
  @VersionNumberColumn() version: number;
}

/** 低保, 特困 … with the dates they hold; a mistake is voided with a reason and stays readable. */
@Entity('resident_category')
@ForeignKey(() => ResidentEntity, ['residentId', 'centerId'], ['id', 'centerId'], {
  name: 'fk_resident_category_resident',
})
@Index('ux_resident_category_center', ['id', 'centerId'], { unique: true })
@Index('ix_resident_category_resident', ['residentId', 'centerId'])
@Index('ix_resident_category_code', ['centerId', 'code', 'fromOn'])
export class ResidentCategoryEntity {
  @IdColumn() id: string;
  @RefColumn({ name: 'center_id' }) centerId: string;
  @RefColumn({ name: 'resident_id' }) residentId: string;
  @TextColumn(30) code: CategoryCode;
  @DayColumn({ name: 'from_on' }) fromOn: LocalDate;
  @DayColumn({ name: 'until_on', nullable: true }) untilOn: LocalDate | null;
  /** Number and issuer of the paper that proves it. */
  @TextColumn(200, { nullable: true }) evidence: string | null;
  @MomentColumn({ name: 'created_at' }) createdAt: Date;
  @MomentColumn({ name: 'voided_at', nullable: true }) voidedAt: Date | null;
  @VersionNumberColumn() version: number;
}

/** One purpose, one text, one signature. Refusing or withdrawing one never touches the others. */
@Entity('consent')
@ForeignKey(() => ResidentEntity, ['residentId', 'centerId'], ['id', 'centerId'], {
  name: 'fk_consent_resident',
})
@Index('ux_consent_center', ['id', 'centerId'], { unique: true })
@Index('ix_consent_resident', ['residentId', 'centerId'])
export class ConsentEntity {
  @IdColumn() id: string;
  @RefColumn({ name: 'center_id' }) centerId: string;
  @RefColumn({ name: 'resident_id' }) residentId: string;
  @TextColumn(20) purpose: ConsentPurpose;
  @TextColumn(12) basis: ConsentBasis;
  @TextColumn(40, { name: 'text_version' }) textVersion: string;
  @BoolColumn({ name: 'is_given' }) isGiven: boolean;
  @TextColumn(60) signer: string;
  @TextColumn(20) relation: Relation;
  @DayColumn({ name: 'signed_on' }) signedOn: LocalDate;
  @DayColumn({ name: 'withdrawn_on', nullable: true }) withdrawnOn: LocalDate | null;
  @MomentColumn({ name: 'created_at' }) createdAt: Date;
  @VersionNumberColumn() version: number;
}

/** The service agreement, with what it settles clause by clause (养老机构管理办法 第十六条). */
@Entity('service_agreement')
@ForeignKey(() => ResidentEntity, ['residentId', 'centerId'], ['id', 'centerId'], {
  name: 'fk_service_agreement_resident',
})
@Index('ux_service_agreement_center', ['id', 'centerId'], { unique: true })
@Index('ux_service_agreement_number', ['centerId', 'number'], { unique: true })
@Index('ix_service_agreement_resident', ['residentId', 'centerId'])
export class ServiceAgreementEntity {
  @IdColumn() id: string;
  @RefColumn({ name: 'center_id' }) centerId: string;
  @RefColumn({ name: 'resident_id' }) residentId: string;
  @TextColumn(40) number: string;
  @DayColumn({ name: 'signed_on' }) signedOn: LocalDate;
  @DayColumn({ name: 'from_on' }) fromOn: LocalDate;
  @DayColumn({ name: 'until_on', nullable: true }) untilOn: LocalDate | null;
  @TextColumn(60) signer: string;
  @TextColumn(20) relation: Relation;
  @JsonColumn() clauses: Readonly<Partial<Record<AgreementClause, string>>>;
  @MomentColumn({ name: 'created_at' }) createdAt: Date;
  @VersionNumberColumn() version: number;
}
