import type { Fen, LocalDate } from '@yibu/kernel';
import {
  DayColumn,
  FenColumn,
  IdColumn,
  IntColumn,
  MomentColumn,
  RefColumn,
  TextColumn,
  VersionNumberColumn,
} from '@yibu/platform';
import { Entity, ForeignKey, Index } from 'typeorm';

import { OfClaim } from '../claims/claim.entities.js';

export type CallStatus = 'OPEN' | 'REACHED' | 'GIVEN_UP';
/** Was the service rendered? */
export type RenderedAnswer = 'YES' | 'NO' | 'PARTLY' | 'UNSURE';
/** Was money asked for it? */
export type MoneyAnswer = 'NO' | 'YES' | 'UNSURE';
export type TryOutcome =
  | 'REACHED'
  | 'NO_ANSWER'
  | 'WRONG_NUMBER'
  | 'REFUSED'
  | 'LATER'
  | 'GIVEN_UP';

/** One person of one claim to be called, and what they said. The operator never sees it. */
@Entity('callback_call')
@OfClaim('callback_call')
@Index('ux_callback_call_person', ['claimId', 'subjectId'], { unique: true })
@Index('ux_callback_call_center', ['id', 'centerId'], { unique: true })
@Index('ix_callback_call_queue', ['centerId', 'status', 'nextOn'])
export class CallbackCallEntity {
  @IdColumn() id: string;
  @RefColumn({ name: 'center_id' }) centerId: string;
  @RefColumn({ name: 'claim_id' }) claimId: string;
  @TextColumn(64, { name: 'subject_id' }) subjectId: string;
  @TextColumn(120, { name: 'subject_name', nullable: true }) subjectName: string | null;
  /** null: asked about everything that the claim says of the person. */
  @TextColumn(60, { nullable: true }) program: string | null;
  /** The recorded draw; null: chosen by hand. */
  @RefColumn({ name: 'sample_id', nullable: true }) sampleId: string | null;
  @TextColumn(10) status: CallStatus;
  @TextColumn(10, { nullable: true }) rendered: RenderedAnswer | null;
  @TextColumn(10, { name: 'asked_money', nullable: true }) askedMoney: MoneyAnswer | null;
  @FenColumn({ name: 'money_fen', nullable: true }) moneyFen: Fen | null;
  @TextColumn(500, { nullable: true }) note: string | null;
  @DayColumn({ name: 'next_on', nullable: true }) nextOn: LocalDate | null;
  @IntColumn({ name: 'try_count', default: 0 }) tryCount: number;
  @RefColumn({ name: 'queued_by' }) queuedBy: string;
  @MomentColumn({ name: 'queued_at' }) queuedAt: Date;
  @RefColumn({ name: 'done_by', nullable: true }) doneBy: string | null;
  @MomentColumn({ name: 'done_at', nullable: true }) doneAt: Date | null;
  @VersionNumberColumn() version: number;
}

/** One try, for ever. */
@Entity('callback_try')
@ForeignKey(() => CallbackCallEntity, ['callId', 'centerId'], ['id', 'centerId'], {
  name: 'fk_callback_try_call',
})
@Index('ix_callback_try_call', ['callId', 'triedAt'])
export class CallbackTryEntity {
  @IdColumn() id: string;
  @RefColumn({ name: 'center_id' }) centerId: string;
  @RefColumn({ name: 'call_id' }) callId: string;
  @TextColumn(12) outcome: TryOutcome;
  @TextColumn(500, { nullable: true }) note: string | null;
  @DayColumn({ name: 'next_on', nullable: true }) nextOn: LocalDate | null;
  @RefColumn({ name: 'tried_by' }) triedBy: string;
  @MomentColumn({ name: 'tried_at' }) triedAt: Date;
}
