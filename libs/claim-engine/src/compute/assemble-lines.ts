import { monthIndexOf } from '../base/days.js';
import { heldAgainst, holdingOf, type Holding } from '../ledger/ledger.js';
import type { Unit } from '../nodes/node.js';
import { NOT_A_CANDIDATE, OPEN_QUESTION } from './entitlement.types.js';
import type { RunRecords } from './limits.js';
import { Line, type LookBack } from './line.js';
import { onceUnit } from './period.js';
import type { ProgramRun } from './program-run.js';
import type { Record_ } from './record.js';
import { VanishedLine } from './vanished-line.js';

/** Lines of one subject. Earlier months that pay nothing are told only beside others that do. */
function linesOf(run: ProgramRun, records: readonly Record_[], back: LookBack): Line[] {
  const { period, book } = run.context;
  const id = run.subjects[records[0]?.subject ?? 0] ?? '';
  const entries = book.entriesOf(run.spec.id, run.spec.subject, id);
  const made = records.flatMap((record) => {
    const holding = holdingOf(entries, record.unit);
    const line = new Line(run, record, holding, back);
    return isTold(line, holding) ? [line] : [];
  });
  const isEarlier = (line: Line): boolean =>
    line.record.unit.month < period.first && !line.record.unit.isOnce;
  const hasEarlierMoney = made.some((line) => isEarlier(line) && line.status !== 'NOT_PAYABLE');
  return made.filter(
    (line) => !isEarlier(line) || line.status !== 'NOT_PAYABLE' || hasEarlierMoney,
  );
}

function isTold(line: Line, holding: Holding | null): boolean {
  const { record } = line;
  const covered = holding?.coveredFen ?? 0;
  if (record.state === OPEN_QUESTION) {
    // What the bureau settled on paper and the ledger holds is not asked again.
    return !(record.unit.isOnce && covered !== 0) && !(covered !== 0 && line.amountFen === 0);
  }
  if (line.amountFen !== 0) {
    return true;
  }
  return covered === 0 && record.state !== NOT_A_CANDIDATE;
}

/** What the ledger holds of subjects the facts no longer know is owed back in full. */
export function vanishedLines(run: ProgramRun, back: LookBack): Line[] {
  const { book, period } = run.context;
  const known = new Set(run.subjects);
  return book
    .subjectsOf(run.spec.id, run.spec.subject)
    .filter((id) => !known.has(id))
    .sort()
    .flatMap((id) => {
      const entries = book.entriesOf(run.spec.id, run.spec.subject, id) ?? [];
      const months = [...new Set(entries.map((entry) => monthIndexOf(entry.month)))].sort(
        (a, b) => a - b,
      );
      return months.flatMap((month) => {
        const unit: Unit = onceUnit(month);
        const holding = holdingOf(entries, { ...unit, isOnce: false });
        if (
          holding === null ||
          heldAgainst(holding, 0) === 0 ||
          month > period.last ||
          month <= book.closedThrough
        ) {
          return [];
        }
        return [new VanishedLine({ run, id, unit, holding, back })];
      });
    });
}

export function linesBySubject(found: RunRecords, back: LookBack): Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (let index = 1; index <= found.records.length; index += 1) {
    if (found.records[index]?.subject !== found.records[start]?.subject) {
      lines.push(...linesOf(found.run, found.records.slice(start, index), back));
      start = index;
    }
  }
  return lines;
}
