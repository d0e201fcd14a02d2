import { Column, Entity, Index } from 'typeorm';

import { IdColumn, IntColumn, MomentColumn, RefColumn, TextColumn } from '../data/columns.js';

/** A photo or paper beside a record. Bytes lie in the file store under their digest; removal keeps the row. */
@Entity('attachment')
@Index('ix_attachment_entity', ['centerId', 'entity', 'entityId'])
@Index('ux_attachment_center', ['id', 'centerId'], { unique: true })
export class AttachmentEntity {
  @IdColumn() id: string;
  @RefColumn({ name: 'center_id' }) centerId: string;
  @TextColumn(40) entity: string;
  @RefColumn({ name: 'entity_id' }) entityId: string;
  @TextColumn(40) kind: string;
  @TextColumn(200, { name: 'file_name' }) fileName: string;
  @TextColumn(100, { name: 'media_type' }) mediaType: string;
  @IntColumn() size: number;
  @Column({ type: 'char', length: 64 }) sha256: string;
  @RefColumn({ name: 'created_by' }) createdBy: string;
  @MomentColumn({ name: 'created_at' }) createdAt: Date;
  @MomentColumn({ name: 'removed_at', nullable: true }) removedAt: Date | null;
}
