import { Injectable } from '@nestjs/common';
import { fen, sumFen, type YearMonth } from '@yibu/kernel';
import { UnitOfWork, type Db, type Scope } from '@yibu/platform';

import { assess, explain, frozenPack, parseLedgerText, type AssessmentLine } from '../engine.js';
import { isEditable } from '../life/claim.states.js';
import { findClaim, type ClaimRow } from './claim.access.js';
import { ClaimComputer, type Computation } from './claim.computer.js';
import { answering } from './claim.reach.js';
import type { ClaimDifference, ClaimDrift } from './claim-views.graphql.js';
import { subjectName } from './claim.store.js';
import { readSnapshot } from './snapshot.repository.js';

interface FrozenLine {
  readonly program: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly subjectName: string | null;
  readonly month: YearMonth;
  readonly amountFen: number;
}

const NO_LINE = {
  zh: '按现在的记录,本月没有这一行。',
  en: 'By today’s records there is no such line.',
};

/** What the claim would be by the facts of today. A submitted claim is never touched by it. */
@Injectable()
export class DriftService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly computer: ClaimComputer,
  ) {}

  async drift(scope: Scope, claimId: string): Promise<ClaimDrift> {
    const db = this.unitOfWork.read(scope);
    const claim = await findClaim(db, claimId);
    const computed = await this.computer.compute(answering(scope, claim), claim);
    const { differences, currentFen } = isEditable(claim.status)
      ? await this.against(db, claim, computed)
      : await this.against(db, claim, await this.withFrozenGround(db, claim, computed));
    return {
      hasDrifted: differences.length > 0,
      frozenFen: claim.claimedFen,
      currentFen,
      differences,
    };
  }

  /** Today's facts under the pack and the ledger of then: what is left is the change of facts. */
  private async withFrozenGround(db: Db, claim: ClaimRow, now: Computation): Promise<Computation> {
    const frozen = await readSnapshot(db, claim);
    const pack = frozenPack(claim.packCode, frozen.pack);
    const ledger = parseLedgerText(frozen.ledger);
    const assessment = assess({
      pack,
      facts: now.bundle.facts,
      period: claim.period,
      ledger,
    });
    return { ...now, pack, assessment };
  }

  async against(
    db: Db,
    claim: ClaimRow,
    done: Computation,
  ): Promise<{ differences: ClaimDifference[]; currentFen: ReturnType<typeof fen> }> {
    const frozen = await frozenLines(db, claim);
    const current = done.assessment.lines.filter(({ status }) => status === 'PAYABLE');
    const before = new Map(
      frozen.map((line) => [keyOf(line.program, line.subjectId, line.month), line]),
    );
    const after = new Map(
      current.map((line) => [keyOf(line.program, line.subject.id, line.month), line]),
    );
    const keys = [...new Set([...before.keys(), ...after.keys()])].sort();
    const differences = keys.flatMap((key) => {
      const difference = differenceOf(done, before.get(key), after.get(key));
      return difference === null ? [] : [difference];
    });
    return { differences, currentFen: sumFen(current.map(({ amountFen }) => fen(amountFen))) };
  }
}

const keyOf = (program: string, subject: string, month: string): string =>
  `${program}\0${subject}\0${month}`;

interface Place {
  readonly program: string;
  readonly subject: { readonly kind: string; readonly id: string };
  readonly month: string;
}

/** Where a difference is, whichever side knows it. */
const placeOf = (before: FrozenLine | undefined, after: AssessmentLine | undefined): Place =>
  after ?? {
    program: before?.program ?? '',
    subject: { kind: before?.subjectKind ?? '', id: before?.subjectId ?? '' },
    month: before?.month ?? '',
  };

function differenceOf(
  done: Computation,
  before: FrozenLine | undefined,
  after: AssessmentLine | undefined,
): ClaimDifference | null {
  const frozenFen = fen(before?.amountFen ?? 0);
  const currentFen = fen(after?.amountFen ?? 0);
  if (frozenFen === currentFen) {
    return null;
  }
  const { program, subject, month } = placeOf(before, after);
  const shown = after ?? unpaidLine(done, before);
  const words = shown === undefined ? NO_LINE : explain(shown);
  return {
    program,
    subjectKind: subject.kind,
    subjectId: subject.id,
    subjectName: before?.subjectName ?? subjectName(done, subject),
    month: month as YearMonth,
    frozenFen,
    currentFen,
    differenceFen: fen(currentFen - frozenFen),
    explanationZh: words.zh,
    explanationEn: words.en,
  };
}

/** A line that paid and pays no more still says why. */
const unpaidLine = (
  done: Computation,
  before: FrozenLine | undefined,
): AssessmentLine | undefined =>
  done.assessment.lines.find(
    (line) =>
      before !== undefined &&
      line.program === before.program &&
      line.subject.id === before.subjectId &&
      line.month === before.month,
  );

const frozenLines = async (db: Db, claim: ClaimRow): Promise<FrozenLine[]> =>
  await db.rows<FrozenLine>(
    `SELECT program, subject_kind AS subjectKind, subject_id AS subjectId, subject_name AS subjectName, month,
       amount_fen AS amountFen FROM claim_line WHERE claim_id = ? AND center_id = ? AND status = 'PAYABLE'`,
    [claim.id, claim.centerId],
  );
