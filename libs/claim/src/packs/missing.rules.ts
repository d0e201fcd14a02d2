import type { Pack } from '../engine.js';

/** Figures and references that the documents do not give, wherever they stand: each shows as to be confirmed. */
export function missingIn(pack: Pack): number {
  let count = 0;
  const visit = (value: unknown, key: string): void => {
    if (value === null && (key === 'fen' || key === 'value' || key === 'parts')) {
      count += 1;
    } else if (Array.isArray(value)) {
      value.forEach((item) => visit(item, ''));
    } else if (typeof value === 'object' && value !== null) {
      for (const [name, item] of Object.entries(value)) {
        visit(item, name);
      }
    }
  };
  visit(pack.programs, '');
  visit(pack.clauses, '');
  const references = pack.programs.reduce(
    (sum, { unresolved }) => sum + (unresolved?.length ?? 0),
    0,
  );
  return count + references + pack.documents.filter(({ unsure }) => unsure !== undefined).length;
}
