import { assert, fen, type Fen } from '@yibu/kernel';

export interface StatementParts {
  readonly claimedFen: Fen;
  readonly returnedFen: Fen;
  readonly cutFen: Fen;
  readonly heldFen: Fen;
  readonly releasedFen: Fen;
}

export interface StatementFigures extends StatementParts {
  readonly decidedFen: Fen;
}

/** claimed = returned + cut + held − released + decided. What is left when the rest is known is decided. */
export function closeStatement(parts: StatementParts): StatementFigures {
  const decidedFen = fen(
    parts.claimedFen - parts.returnedFen - parts.cutFen - parts.heldFen + parts.releasedFen,
  );
  const figures = { ...parts, decidedFen };
  assertCloses(figures);
  return figures;
}

export function assertCloses(figures: StatementFigures): void {
  const { claimedFen, returnedFen, cutFen, heldFen, releasedFen, decidedFen } = figures;
  assert(
    claimedFen === returnedFen + cutFen + heldFen - releasedFen + decidedFen,
    'a statement of differences closes to the fen',
  );
}
