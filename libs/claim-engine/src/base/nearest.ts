/** Names that people write for others. */
const MEANT: Readonly<Record<string, string>> = {
  to: 'until',
  end: 'until',
  endDate: 'until',
  start: 'from',
  startDate: 'from',
  date: 'on',
  day: 'on',
  yuan: 'fen',
  amount: 'fen',
  amountFen: 'fen',
  value: 'valueFen',
  price: 'valueFen',
  birthday: 'bornOn',
  beds: 'registeredBeds',
  min: 'atLeast',
  max: 'atMost',
  gte: 'atLeast',
  lte: 'atMost',
  gt: 'above',
  lt: 'below',
  condition: 'require',
  conditions: 'require',
};

/** How many letters must be changed, put in or left out. */
function distance(a: string, b: string): number {
  let above = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const isSame = a[row - 1] === b[column - 1];
      current[column] = Math.min(
        (above[column] as number) + 1,
        (current[column - 1] as number) + 1,
        (above[column - 1] as number) + (isSame ? 0 : 1),
      );
    }
    above = current;
  }
  return above[b.length] as number;
}

const plain = (text: string): string => text.toLowerCase().replaceAll(/[^a-z0-9]/g, '');

/** The known name that was probably meant; null where none is near. */
export function nearest(name: string, known: readonly string[]): string | null {
  const meant = MEANT[name];
  if (meant !== undefined && known.includes(meant)) {
    return meant;
  }
  const own = plain(name);
  const best = known
    .map((one) => ({ one, by: distance(own, plain(one)) }))
    .sort((a, b) => a.by - b.by)[0];
  return best !== undefined && best.by <= Math.max(1, Math.floor(own.length / 4)) ? best.one : null;
}
