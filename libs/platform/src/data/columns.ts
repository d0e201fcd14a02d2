import { fen, type Fen } from '@yibu/kernel';
import {
  Column,
  PrimaryColumn,
  type ColumnOptions,
  type FindOperator,
  type ValueTransformer,
} from 'typeorm';

/** ULID, 26 characters: sorts by time, so new rows go to the end of the index. */
export const IdColumn = (): PropertyDecorator => PrimaryColumn({ type: 'char', length: 26 });

export const RefColumn = (options: ColumnOptions = {}): PropertyDecorator =>
  Column({ type: 'char', length: 26, ...options });

export const TextColumn = (length: number, options: ColumnOptions = {}): PropertyDecorator =>
  Column({ type: 'varchar', length, ...options });

/** A calendar day, 'YYYY-MM-DD', never a Date. */
export const DayColumn = (options: ColumnOptions = {}): PropertyDecorator =>
  Column({ type: 'date', ...options });

/** A claim month, 'YYYY-MM'. */
export const MonthColumn = (options: ColumnOptions = {}): PropertyDecorator =>
  Column({ type: 'char', length: 7, ...options });

/** A moment, UTC, milliseconds. */
export const MomentColumn = (options: ColumnOptions = {}): PropertyDecorator =>
  Column({ type: 'datetime', precision: 3, ...options });

export const IntColumn = (options: ColumnOptions = {}): PropertyDecorator =>
  Column({ type: 'int', ...options });

export const BoolColumn = (options: ColumnOptions = {}): PropertyDecorator =>
  Column({
    type: 'tinyint',
    transformer: {
      to: (value: boolean | null | undefined) => (value == null ? value : value ? 1 : 0),
      from: (value: number | null) => (value === null ? null : Number(value) === 1),
    },
    ...options,
  });

/** LONGTEXT with a JSON check in MariaDB; values go in and out as objects. */
export const JsonColumn = (options: ColumnOptions = {}): PropertyDecorator =>
  Column({
    type: 'longtext',
    transformer: {
      to: (value: unknown) =>
        value === undefined || value === null ? value : JSON.stringify(value),
      from: (value: string | null) => (value === null ? null : (JSON.parse(value) as unknown)),
    },
    ...options,
  });

const fenTransformer: ValueTransformer = {
  to: (value: Fen | null | undefined | FindOperator<Fen>) => value,
  from: (value: string | number | null) => (value === null ? null : fen(Number(value))),
};

/** Whole fen in a BIGINT; anything else throws on the way out. */
export const FenColumn = (options: ColumnOptions = {}): PropertyDecorator =>
  Column({ type: 'bigint', transformer: fenTransformer, ...options });

/** The form sends the version it read, so two people cannot overwrite each other. */
export const VersionNumberColumn = (): PropertyDecorator => Column({ type: 'int', default: 1 });

export const BytesColumn = (length: number, options: ColumnOptions = {}): PropertyDecorator =>
  Column({ type: 'varbinary', length, ...options });
