import { AppError } from '@yibu/kernel';
import type { Db } from '@yibu/platform';

import { parseResultText, type AssessmentLine } from '../engine.js';
import type { ClaimRow } from './claim.access.js';
import { repeatDraft } from './draft.repository.js';
import type { LineWithTrace } from './line.queries.js';
import { readFrozenResult } from './snapshot.repository.js';

type Lines = ReadonlyMap<string, AssessmentLine>;

/** Claims whose lines are being read just now: a person goes from line to line of one. */
const KEPT = 4;

export interface LineExplanation {
  readonly trace: AssessmentLine['trace'];
  readonly alternatives: AssessmentLine['alternatives'];
}

/**
 * Why a line pays what it pays: from the frozen result, for a draft from its ground computed once more, for a claim of
 * earlier days from the line itself. Only asked for claims that the caller has found within reach.
 */
export class LineExplainer {
  private readonly kept = new Map<string, Lines>();

  async explain(db: Db, claim: ClaimRow, line: LineWithTrace): Promise<LineExplanation> {
    if (line.trace !== null) {
      return {
        trace: JSON.parse(line.trace) as AssessmentLine['trace'],
        alternatives: JSON.parse(line.alternatives ?? '[]') as AssessmentLine['alternatives'],
      };
    }
    const found = (await this.linesOf(db, claim)).get(line.engineLine);
    if (found?.amountFen !== line.amountFen || found.status !== line.status) {
      throw new AppError('CLAIM_COMPUTED_BEFORE', `${claim.number} repeats otherwise`, {
        number: claim.number,
      });
    }
    return { trace: found.trace, alternatives: found.alternatives };
  }

  private async linesOf(db: Db, claim: ClaimRow): Promise<Lines> {
    const key = [claim.id, claim.computedAt?.getTime(), claim.submittedAt, claim.resultSha256].join(
      ' ',
    );
    const lines = this.kept.get(key) ?? (await readLines(db, claim));
    this.kept.delete(key);
    this.kept.set(key, lines);
    const [oldest] = this.kept.keys();
    if (this.kept.size > KEPT && oldest !== undefined) {
      this.kept.delete(oldest);
    }
    return lines;
  }
}

export async function readLines(db: Db, claim: ClaimRow): Promise<Lines> {
  const frozen = claim.submittedAt === null ? null : await readFrozenResult(db, claim);
  const lines =
    frozen === null ? (await repeatDraft(db, claim))?.lines : parseResultText(frozen).lines;
  return new Map((lines ?? []).map((line) => [line.id, line]));
}
