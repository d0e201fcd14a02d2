import { randomBytes } from 'node:crypto';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const ID = /^[0-9A-HJKMNP-TV-Z]{26}$/;

let lastTime = 0;
let lastRandom: number[] = [];

/** ULID: 48 bits of time, 80 of chance; within one process later ids are larger even in the same millisecond. */
export function newId(now: number = Date.now()): string {
  if (now > lastTime) {
    lastTime = now;
    lastRandom = [...randomBytes(16)].map((byte) => byte & 31);
  } else {
    increment(lastRandom);
  }
  let time = lastTime;
  let prefix = '';
  for (let place = 0; place < 10; place += 1) {
    prefix = ALPHABET.charAt(time % 32) + prefix;
    time = Math.floor(time / 32);
  }
  return prefix + lastRandom.map((digit) => ALPHABET.charAt(digit)).join('');
}

function increment(digits: number[]): void {
  for (let index = digits.length - 1; index >= 0; index -= 1) {
    const digit = digits[index] ?? 0;
    digits[index] = digit === 31 ? 0 : digit + 1;
    if (digit !== 31) {
      return;
    }
  }
}

export const isId = (text: string): boolean => ID.test(text);
