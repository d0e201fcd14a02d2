/**
 * SHA-256 (FIPS 180-4). Written out, so that the engine runs wherever JavaScript does; where the platform has its own,
 * that one is asked, because a county's year has a hundred thousand digests.
 * The constants are the first 32 bits of the fractional parts of roots of primes, computed, not copied.
 */
function primes(count: number): number[] {
  const found: number[] = [];
  for (let candidate = 2; found.length < count; candidate += 1) {
    if (found.every((prime) => candidate % prime !== 0)) {
      found.push(candidate);
    }
  }
  return found;
}

const fraction = (root: number): number => ((root - Math.floor(root)) * 2 ** 32) | 0;
const ROUND = Int32Array.from(primes(64), (prime) => fraction(Math.cbrt(prime)));
const START = Int32Array.from(primes(8), (prime) => fraction(Math.sqrt(prime)));

const rotate = (word: number, by: number): number => (word >>> by) | (word << (32 - by));

function padded(bytes: Uint8Array): DataView {
  const length = Math.ceil((bytes.length + 9) / 64) * 64;
  const block = new Uint8Array(length);
  block.set(bytes);
  block[bytes.length] = 0x80;
  const view = new DataView(block.buffer);
  view.setUint32(length - 8, Math.floor(bytes.length / 2 ** 29));
  view.setUint32(length - 4, (bytes.length << 3) >>> 0);
  return view;
}

const WORDS = new Int32Array(64);
const w = (index: number): number => WORDS[index] as number;

function schedule(view: DataView, offset: number): void {
  for (let i = 0; i < 16; i += 1) {
    WORDS[i] = view.getInt32(offset + i * 4);
  }
  for (let i = 16; i < 64; i += 1) {
    const [a, b] = [w(i - 15), w(i - 2)];
    const s0 = rotate(a, 7) ^ rotate(a, 18) ^ (a >>> 3);
    const s1 = rotate(b, 17) ^ rotate(b, 19) ^ (b >>> 10);
    WORDS[i] = (w(i - 16) + s0 + w(i - 7) + s1) | 0;
  }
}

function compress(state: Int32Array): void {
  const s = (index: number): number => state[index] as number;
  let [a, b, c, d, e, f, g, h] = [s(0), s(1), s(2), s(3), s(4), s(5), s(6), s(7)];
  for (let i = 0; i < 64; i += 1) {
    const s1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
    const choice = (e & f) ^ (~e & g);
    const t1 = (h + s1 + choice + (ROUND[i] as number) + w(i)) | 0;
    const s0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22);
    const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + t1) | 0, c, b, a, (t1 + t2) | 0];
  }
  [a, b, c, d, e, f, g, h].forEach((word, index) => {
    state[index] = (s(index) + word) | 0;
  });
}

/** The written-out one, whatever the platform offers. */
export function portableSha256(text: string): string {
  const view = padded(new TextEncoder().encode(text));
  const state = START.slice();
  for (let offset = 0; offset < view.byteLength; offset += 64) {
    schedule(view, offset);
    compress(state);
  }
  return Array.from(state, (word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
}

const native = globalThis.process?.getBuiltinModule?.('node:crypto');

/** Lower-case hexadecimal digest of the text's UTF-8 bytes. */
export const sha256: (text: string) => string =
  native === undefined ? portableSha256 : (text) => native.hash('sha256', text);
