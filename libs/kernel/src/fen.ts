declare const fenBrand: unique symbol;

/** Money as a whole number of fen (1 yuan = 100 fen). Never a fraction, never a float. */
export type Fen = number & { readonly [fenBrand]: true };

export function fen(value: number): Fen {
  if (!Number.isSafeInteger(value)) {
    throw new RangeError(`Fen must be a safe integer, got ${value}`);
  }
  // `-0` and `0` are one amount; only one of them may be written to a filing.
  return (value === 0 ? 0 : value) as Fen;
}

export const ZERO_FEN = fen(0);

/** Takes an iterable, not rest arguments: a county month has more lines than a call has room for. */
export function sumFen(amounts: Iterable<Fen>): Fen {
  let total = 0;
  for (const amount of amounts) {
    total += amount;
  }
  return fen(total);
}

export const addFen = (a: Fen, b: Fen): Fen => fen(a + b);
export const subtractFen = (a: Fen, b: Fen): Fen => fen(a - b);
export const negateFen = (a: Fen): Fen => fen(-a);

export type Rounding = 'floor' | 'ceil' | 'half-up' | 'exact';

/**
 * amount × numerator ÷ denominator, for non-negative operands. The caller always says how to round,
 * because the policy document says it, and the two answers differ by real money over a county.
 */
export function mulRatio(
  amount: Fen,
  numerator: number,
  denominator: number,
  rounding: Rounding,
): Fen {
  if (amount < 0 || numerator < 0 || denominator <= 0) {
    throw new RangeError(
      `mulRatio needs non-negative operands, got ${amount} × ${numerator}/${denominator}`,
    );
  }
  const product = BigInt(amount) * BigInt(numerator);
  const divisor = BigInt(denominator);
  const quotient = product / divisor;
  const remainder = product % divisor;
  if (rounding === 'exact' && remainder !== 0n) {
    throw new RangeError(`${amount} × ${numerator}/${denominator} is not a whole number of fen`);
  }
  const roundsUp =
    (rounding === 'half-up' && remainder * 2n >= divisor) ||
    (rounding === 'ceil' && remainder > 0n);
  return fen(Number(roundsUp ? quotient + 1n : quotient));
}

/**
 * Splits `total` in the proportion of `weights` so that the parts add up to it exactly and none is
 * a whole fen off its exact share (largest remainder; a tie goes to the earlier weight).
 */
export function allocateFen(total: Fen, weights: readonly number[]): Fen[] {
  const sum = weights.reduce((a, b) => a + BigInt(b), 0n);
  if (total < 0 || sum <= 0n || weights.some((weight) => weight < 0)) {
    throw new RangeError(
      'allocateFen needs a non-negative total and weights that are not all zero',
    );
  }
  const exact = weights.map((weight) => BigInt(total) * BigInt(weight));
  const parts = exact.map((share) => Number(share / sum));
  const left = total - parts.reduce((a, b) => a + b, 0);
  const order = exact
    .map((share, index) => ({ index, remainder: share % sum }))
    .sort((a, b) =>
      a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1,
    );
  for (const { index } of order.slice(0, left)) {
    parts[index] = (parts[index] as number) + 1;
  }
  return parts.map((part) => fen(part));
}

/** 123456 fen → "1,234.56". For people; never parsed again. */
export function formatYuan(amount: Fen, options: { readonly grouping?: boolean } = {}): string {
  const absolute = Math.abs(amount);
  const yuan = String(Math.trunc(absolute / 100));
  const grouped = options.grouping === false ? yuan : yuan.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  return `${amount < 0 ? '-' : ''}${grouped}.${String(absolute % 100).padStart(2, '0')}`;
}

const DIGITS = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'] as const;
const UNITS = ['', '拾', '佰', '仟'] as const;
const GROUPS = ['', '万', '亿', '万亿'] as const;

function groupInCapitals(group: number): string {
  let text = '';
  let hasPendingZero = false;
  for (let place = 3; place >= 0; place -= 1) {
    const digit = Math.trunc(group / 10 ** place) % 10;
    if (digit === 0) {
      hasPendingZero = text !== '';
    } else {
      text += `${hasPendingZero ? '零' : ''}${DIGITS[digit] as string}${UNITS[place] as string}`;
      hasPendingZero = false;
    }
  }
  return text;
}

/** Whole yuan without the word 元; nothing for zero. */
function yuanInCapitals(yuan: number): string {
  let text = '';
  let hasPendingZero = false;
  for (let index = GROUPS.length - 1; index >= 0; index -= 1) {
    const group = Math.trunc(yuan / 10_000 ** index) % 10_000;
    if (group === 0) {
      hasPendingZero = true;
      continue;
    }
    const needsZero = text !== '' && (hasPendingZero || group < 1000);
    text += `${needsZero ? '零' : ''}${groupInCapitals(group)}${GROUPS[index] as string}`;
    hasPendingZero = false;
  }
  return text;
}

/** 角 and 分, or 整 where there are none. `isAfterYuan`: a missing 角 is then spoken as 零. */
function centsInCapitals(cents: number, isAfterYuan: boolean): string {
  if (cents === 0) {
    return '整';
  }
  const [jiao, fenDigit] = [Math.trunc(cents / 10), cents % 10];
  const missing = isAfterYuan ? '零' : '';
  const jiaoText = jiao === 0 ? missing : `${DIGITS[jiao] as string}角`;
  return `${jiaoText}${fenDigit === 0 ? '整' : `${DIGITS[fenDigit] as string}分`}`;
}

/**
 * Amount in capitals (大写金额), as bank and treasury forms write it: 1234500 fen → 壹万贰仟叁佰肆拾伍元整,
 * 1005 fen → 壹拾元零伍分, a negative amount begins with 负.
 */
export function capitalYuan(amount: Fen): string {
  const absolute = Math.abs(amount);
  const cents = absolute % 100;
  const yuan = yuanInCapitals(Math.trunc(absolute / 100));
  if (yuan === '' && cents === 0) {
    return '零元整';
  }
  const sign = amount < 0 ? '负' : '';
  const whole = yuan === '' ? '' : `${yuan}元`;
  return `${sign}${whole}${centsInCapitals(cents, yuan !== '')}`;
}
