const BYTES = 16;

/** An idempotency key. Not `crypto.randomUUID`, which browsers withhold on a plain LAN address. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(BYTES));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
