import type { LocalDate } from '@yibu/kernel';
import {
  BoolColumn,
  DayColumn,
  IdColumn,
  IntColumn,
  JsonColumn,
  MomentColumn,
  RefColumn,
  TextColumn,
  VersionNumberColumn,
  type OrganizationKind,
} from '@yibu/platform';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** From where on the checks ask about a figure; absent: as the product proposes. */
export interface CheckLimits {
  /** Minutes of service that one worker gives in a day. */
  readonly workMinutesADay?: number | null;
  /** Portions that one person takes in a day. */
  readonly portionsADay?: number | null;
  /** Days in the house in a month of which some meal or service should speak. */
  readonly traceDays?: number | null;
  /** Only in a house where so many percent of the people have such a record. */
  readonly traceSharePercent?: number | null;
  /** Steps that a level rises at once. */
  readonly levelJump?: number | null;
  /** Days between a meal or service and its entry. */
  readonly lateDays?: number | null;
  /** Percent of the entries of a period that came later than that. */
  readonly latePercent?: number | null;
  /** Percent by which a month differs from the one before. */
  readonly changePercent?: number | null;
  /** Percent of the beds on file that the house does not have. */
  readonly unusedBedsPercent?: number | null;
}

/** What a county has settled for itself. Empty until it says so: nothing is invented. */
export interface CountySettings {
  /** Months an ability assessment holds; null: the county has not said. */
  readonly assessmentValidMonths: number | null;
  readonly noticeDays: number | null;
  /** The bureau does not decide in the product; operators enter its decisions with the scan. */
  readonly decidesOnPaper?: boolean;
  /** Money goes out only in batches that the finance bureau confirms. */
  readonly paysThroughFinance?: boolean;
  readonly checkLimits?: CheckLimits;
  /** Days after a decision in which an operator may appeal; null: no limit is stated. */
  readonly appealDays?: number | null;
  readonly isDemo?: boolean;
}

@Entity('county')
export class CountyEntity {
  @PrimaryColumn({ type: 'char', length: 6 }) code: string;
  @TextColumn(60) name: string;
  @TextColumn(80, { name: 'name_en' }) nameEn: string;
  @JsonColumn() settings: CountySettings;
  @VersionNumberColumn() version: number;
}

@Entity('organization')
@ForeignKey(() => CountyEntity, ['countyCode'], ['code'], { name: 'fk_organization_county' })
export class OrganizationEntity {
  @IdColumn() id: string;
  @TextColumn(10) kind: OrganizationKind;
  @TextColumn(120) name: string;
  /** A bureau's county; null for operators and the platform. */
  @Column({ type: 'char', length: 6, name: 'county_code', nullable: true }) countyCode:
    | string
    | null;
  @TextColumn(18, { nullable: true }) uscc: string | null;
  @TextColumn(60, { name: 'contact_name', nullable: true }) contactName: string | null;
  @TextColumn(40, { name: 'contact_phone', nullable: true }) contactPhone: string | null;
  @MomentColumn({ name: 'created_at' }) createdAt: Date;
  @VersionNumberColumn() version: number;
}

export const OWNERSHIPS = ['PUBLIC_BUILT_PRIVATE_RUN', 'PUBLIC', 'PRIVATE'] as const;
export type Ownership = (typeof OWNERSHIPS)[number];

@Entity('center')
@ForeignKey(() => CountyEntity, ['countyCode'], ['code'], { name: 'fk_center_county' })
@Index('ux_center_code', ['countyCode', 'code'], { unique: true })
export class CenterEntity {
  @IdColumn() id: string;
  @Column({ type: 'char', length: 6, name: 'county_code' }) countyCode: string;
  @TextColumn(30) code: string;
  @TextColumn(120) name: string;
  @TextColumn(30) ownership: Ownership;
  @BoolColumn({ name: 'for_profit' }) forProfit: boolean;
  @IntColumn({ name: 'registered_beds' }) registeredBeds: number;
  @IntColumn({ name: 'area_m2', nullable: true }) areaM2: number | null;
  @DayColumn({ name: 'opened_on' }) openedOn: LocalDate;
  @DayColumn({ name: 'filed_on', nullable: true }) filedOn: LocalDate | null;
  @TextColumn(200, { nullable: true }) address: string | null;
  @TextColumn(40, { nullable: true }) phone: string | null;
  @MomentColumn({ name: 'created_at' }) createdAt: Date;
  @VersionNumberColumn() version: number;
}

/** Who runs a center, from when until when (公建民营). The reach of an operator is its contracts in force. */
@Entity('operating_contract')
@ForeignKey(() => CenterEntity, ['centerId'], ['id'], { name: 'fk_operating_contract_center' })
@ForeignKey(() => OrganizationEntity, ['organizationId'], ['id'], {
  name: 'fk_operating_contract_organization',
})
@Index('ix_operating_contract_organization', ['organizationId', 'fromOn'])
@Index('ix_operating_contract_center', ['centerId', 'fromOn'])
export class OperatingContractEntity {
  @IdColumn() id: string;
  @RefColumn({ name: 'center_id' }) centerId: string;
  @RefColumn({ name: 'organization_id' }) organizationId: string;
  @TextColumn(60, { nullable: true }) number: string | null;
  @DayColumn({ name: 'from_on' }) fromOn: LocalDate;
  @DayColumn({ name: 'until_on', nullable: true }) untilOn: LocalDate | null;
  @VersionNumberColumn() version: number;
}

/** The evaluated grade of a center under a county's own scheme (综合评估级别), with its dates. */
@Entity('center_grade')
@ForeignKey(() => CenterEntity, ['centerId'], ['id'], { name: 'fk_center_grade_center' })
@Index('ux_center_grade_center', ['id', 'centerId'], { unique: true })
@Index('ix_center_grade_scheme', ['centerId', 'scheme', 'fromOn'])
export class CenterGradeEntity {
  @IdColumn() id: string;
  @RefColumn({ name: 'center_id' }) centerId: string;
  @TextColumn(60) scheme: string;
  @TextColumn(20) grade: string;
  @TextColumn(120, { nullable: true }) issuer: string | null;
  @DayColumn({ name: 'from_on' }) fromOn: LocalDate;
  @DayColumn({ name: 'until_on', nullable: true }) untilOn: LocalDate | null;
  @VersionNumberColumn() version: number;
}

/** Where subsidies of a center are paid to. The newest row that is not ended counts. */
@Entity('bank_account')
@ForeignKey(() => CenterEntity, ['centerId'], ['id'], { name: 'fk_bank_account_center' })
@Index('ix_bank_account_center', ['centerId', 'createdAt'])
export class BankAccountEntity {
  @IdColumn() id: string;
  @RefColumn({ name: 'center_id' }) centerId: string;
  @RefColumn({ name: 'organization_id' }) organizationId: string;
  @TextColumn(120, { name: 'holder_name' }) holderName: string;
  @TextColumn(120, { name: 'bank_name' }) bankName: string;
  @Column({ type: 'varbinary', length: 200, name: 'number_cipher' }) numberCipher: Buffer;
  @TextColumn(4, { name: 'number_last4' }) numberLast4: string;
  @MomentColumn({ name: 'created_at' }) createdAt: Date;
  @MomentColumn({ name: 'ended_at', nullable: true }) endedAt: Date | null;
}
