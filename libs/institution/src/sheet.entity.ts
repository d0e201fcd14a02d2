import type { YearMonth } from '@yibu/kernel';
import { CenterEntity } from '@yibu/center';
import {
  IdColumn,
  IntColumn,
  MomentColumn,
  MonthColumn,
  RefColumn,
  TextColumn,
} from '@yibu/platform';
import { Column, Entity, ForeignKey, Index } from 'typeorm';

/** A sheet as it was filed. `body` is text: its digest is of these very bytes. */
@Entity('institution_sheet')
@ForeignKey(() => CenterEntity, ['centerId'], ['id'], { name: 'fk_institution_sheet_center' })
@Index('ux_institution_sheet_center', ['id', 'centerId'], { unique: true })
@Index('ux_institution_sheet_version', ['centerId', 'month', 'number'], { unique: true })
export class InstitutionSheetEntity {
  @IdColumn() id: string;
  @RefColumn({ name: 'center_id' }) centerId: string;
  @MonthColumn() month: YearMonth;
  /** 1 for the first filing of the month. */
  @IntColumn() number: number;
  @Column({ type: 'longtext' }) body: string;
  @Column({ type: 'char', length: 64 }) digest: string;
  @TextColumn(500, { nullable: true }) reason: string | null;
  @RefColumn({ name: 'filed_by' }) filedBy: string;
  @TextColumn(100, { name: 'filed_by_name' }) filedByName: string;
  @MomentColumn({ name: 'filed_at' }) filedAt: Date;
}

export const INSTITUTION_ENTITIES = [InstitutionSheetEntity];
