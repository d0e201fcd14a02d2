const AMOUNT = /^(-?)(\d{1,11})(?:\.(\d{1,2}))?$/;

/** "1,234.5" → 123450. Full-width signs of an input method are meant the same. Never through a float. */
export function parseYuan(text: string): number | null {
  const parts = AMOUNT.exec(text.normalize('NFKC').replaceAll(/[,\s]/g, '').replace('。', '.'));
  if (!parts) {
    return null;
  }
  const fen = Number(`${parts[2]}${(parts[3] ?? '').padEnd(2, '0')}`);
  return parts[1] === '-' && fen !== 0 ? -fen : fen;
}
