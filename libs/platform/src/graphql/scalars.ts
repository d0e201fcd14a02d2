import { CustomScalar, Scalar } from '@nestjs/graphql';
import {
  fen,
  isLocalDate,
  isYearMonth,
  type Fen,
  type LocalDate,
  type YearMonth,
} from '@yibu/kernel';
import { GraphQLError, Kind, type ValueNode } from 'graphql';

/** Tokens for `@Field(() => FenScalar)`. */
export class FenScalar {}
export class LocalDateScalar {}
export class YearMonthScalar {}
export class InstantScalar {}

function refuse(scalar: string, value: unknown): never {
  throw new GraphQLError(`Not a ${scalar}`, {
    extensions: {
      code: 'INPUT_INVALID',
      fields: [{ path: '', rule: `is${scalar}` }],
      given: typeof value,
    },
  });
}

const stringOf = (node: ValueNode): unknown => (node.kind === Kind.STRING ? node.value : undefined);

@Scalar('Fen', () => FenScalar)
export class FenScalarType implements CustomScalar<number, Fen> {
  description = 'Money as a whole number of fen (1 yuan = 100 fen).';
  parseValue = (value: unknown): Fen =>
    typeof value === 'number' && Number.isSafeInteger(value) ? fen(value) : refuse('Fen', value);
  serialize = (value: unknown): number => fen(Number(value));
  parseLiteral = (node: ValueNode): Fen =>
    node.kind === Kind.INT ? this.parseValue(Number(node.value)) : refuse('Fen', node);
}

@Scalar('LocalDate', () => LocalDateScalar)
export class LocalDateScalarType implements CustomScalar<string, LocalDate> {
  description = 'A calendar day in Asia/Shanghai, YYYY-MM-DD.';
  parseValue = (value: unknown): LocalDate =>
    typeof value === 'string' && isLocalDate(value) ? value : refuse('LocalDate', value);
  serialize = (value: unknown): string => String(value);
  parseLiteral = (node: ValueNode): LocalDate => this.parseValue(stringOf(node));
}

@Scalar('YearMonth', () => YearMonthScalar)
export class YearMonthScalarType implements CustomScalar<string, YearMonth> {
  description = 'A month, YYYY-MM.';
  parseValue = (value: unknown): YearMonth =>
    typeof value === 'string' && isYearMonth(value) ? value : refuse('YearMonth', value);
  serialize = (value: unknown): string => String(value);
  parseLiteral = (node: ValueNode): YearMonth => this.parseValue(stringOf(node));
}

@Scalar('Instant', () => InstantScalar)
export class InstantScalarType implements CustomScalar<string, Date> {
  description = 'A moment, ISO 8601 with Z.';
  parseValue = (value: unknown): Date => {
    const moment = typeof value === 'string' ? new Date(value) : new Date(Number.NaN);
    return Number.isNaN(moment.getTime()) ? refuse('Instant', value) : moment;
  };
  serialize = (value: unknown): string =>
    (value instanceof Date ? value : new Date(String(value))).toISOString();
  parseLiteral = (node: ValueNode): Date => this.parseValue(stringOf(node));
}
