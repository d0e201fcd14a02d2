import { Inject, Injectable } from '@nestjs/common';
import { AppError, InputError, sumFen, fen, type Clock } from '@yibu/kernel';
import { CLOCK, idempotent, newId, UnitOfWork, type Scope, type Tx } from '@yibu/platform';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

import { assertVersion, lockClaim, type ClaimRow } from '../claims/claim.access.js';
import { readSnapshot } from '../claims/snapshot.repository.js';
import {
  assess,
  digestOf,
  frozenPack,
  parseFactsText,
  parseLedgerText,
  parseResultText,
  resultOf,
  type Assessment,
  type AssessmentLine,
  type EffectivePack,
} from '../engine.js';
import { toDecision } from '../facts/project.facts.js';
import { FilingService } from '../filing/filing.service.js';
import { ParticularsService } from '../filing/particulars.service.js';
import { assertNotHeld, enterLine } from '../ledger/ledger.entry.js';
import { lockYear } from '../ledger/ledger.repository.js';
import type { PaperAwardInput } from '../review/review.graphql.js';
import { assertScan } from '../review/review.repository.js';
import { AwardSettlementEntity } from './award.entities.js';
import type { AwardQuestion } from './award.graphql.js';
import type { SettleAwardInput } from './award.inputs.js';
import { ownLine, type OwnLine } from './award.view.js';
import { AMOUNT, answerTo, optionWords, questionOf } from './question.rules.js';

const pack = promisify(gzip);

interface Answer {
  readonly id: string;
  readonly question: AwardQuestion;
  readonly chosen: string;
  readonly amountFen: ReturnType<typeof fen>;
}

/** What the bureau's document says and where it lies. */
type Document = Omit<SettleAwardInput, 'claimId' | 'version' | 'idempotencyKey'>;

interface OpenQuestion {
  readonly line: OwnLine;
  readonly question: AwardQuestion;
  readonly frozen: Awaited<ReturnType<typeof readSnapshot>>;
  readonly rules: EffectivePack;
}

interface Recomputed {
  readonly rules: EffectivePack;
  readonly facts: ReturnType<typeof digestOf>;
  readonly result: ReturnType<typeof digestOf>;
  readonly assessment: Assessment;
  readonly line: AssessmentLine;
}

/**
 * What the rules leave to the bureau is answered by its document: one of the options, or an amount within the range. The
 * engine computes the frozen application once more with that answer; the line it gives goes on through the review.
 */
@Injectable()
export class SettlementService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly particulars: ParticularsService,
    private readonly filings: FilingService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async settle(scope: Scope, input: SettleAwardInput): Promise<string> {
    return await this.unitOfWork.run(scope, async (tx) => {
      const { idempotencyKey: key, ...request } = input;
      return await idempotent(
        tx,
        { key, operation: 'settleAward', input: request },
        async () => await this.record(tx, input),
      );
    });
  }

  private async record(tx: Tx, input: SettleAwardInput): Promise<string> {
    const claim = await lockClaim(tx, input.claimId);
    await lockYear(tx, claim.centerId, claim.yearFrom);
    await assertScan(tx, claim, input.attachmentId);
    assertVersion(claim, input.version);
    assertWaits(claim);
    const open = await openQuestion(tx, claim);
    if (open === null) {
      throw noQuestion(claim);
    }
    await this.settleOpen(tx, claim, { open, input });
    return claim.id;
  }

  /** A decision on paper answers the question in the same document: with an amount or an option, and its number. */
  async settleOnPaper(
    tx: Tx,
    claim: ClaimRow,
    paper: Omit<Document, 'documentNumber'> & {
      readonly award?: PaperAwardInput | null;
      readonly documentNumber?: string | null;
    },
  ): Promise<ClaimRow> {
    const open = claim.kind === 'AWARD' ? await openQuestion(tx, claim) : null;
    if (open === null) {
      if (paper.award != null) {
        throw noQuestion(claim);
      }
      return claim;
    }
    const documentNumber = paper.documentNumber?.trim() ?? '';
    if (documentNumber === '') {
      throw new InputError([{ path: 'documentNumber', rule: 'isNotEmpty' }]);
    }
    const { attachmentId, decidedOn, note, award } = paper;
    const input = { attachmentId, decidedOn, note: note ?? null, documentNumber, ...award };
    await this.settleOpen(tx, claim, { open, input });
    return await lockClaim(tx, claim.id);
  }

  private async settleOpen(
    tx: Tx,
    claim: ClaimRow,
    { open, input }: { readonly open: OpenQuestion; readonly input: Document },
  ): Promise<void> {
    const { line, question, frozen, rules } = open;
    if (input.decidedOn > this.clock.today()) {
      throw new AppError('VERDICT_INVALID', 'A decision of a later day', { reason: 'DATE' });
    }
    const answer: Answer = { id: newId(), question, ...answerTo(question, input) };
    const done = recompute(claim, { frozen, rules, answer, input });
    await this.freeze(tx, claim, { lineId: line.id, answer, done, input });
    await mendLine(tx, claim, line.id, done.line);
    await this.enter(tx, claim, line.id, done);
    auditSettlement(tx, claim, { answer, input, rules });
    await this.filings.enqueue(tx, claim);
  }

  private async freeze(
    tx: Tx,
    claim: ClaimRow,
    given: {
      readonly lineId: string;
      readonly answer: Answer;
      readonly done: Recomputed;
      readonly input: Document;
    },
  ): Promise<void> {
    const { lineId, answer, done, input } = given;
    const { chosen, question } = answer;
    const particulars = await this.particulars.settled(tx, claim, {
      question: { zh: question.zh, en: question.en },
      option: chosen === AMOUNT ? null : optionWords(done.rules.body, question.decision, chosen),
      amountFen: answer.amountFen,
      documentNumber: input.documentNumber,
      decidedOn: input.decidedOn,
    });
    await tx.insert(AwardSettlementEntity, {
      id: answer.id,
      centerId: claim.centerId,
      claimId: claim.id,
      claimLineId: lineId,
      program: claim.program,
      subjectId: claim.subjectId,
      decision: question.decision,
      chosen,
      amountFen: answer.amountFen,
      documentNumber: input.documentNumber,
      decidedOn: input.decidedOn,
      attachmentId: input.attachmentId,
      note: input.note ?? null,
      facts: await pack(done.facts.text),
      factsSha256: done.facts.sha256,
      result: await pack(done.result.text),
      resultSha256: done.result.sha256,
      particulars,
      recordedBy: tx.scope.userId,
      recordedAt: this.clock.now(),
    });
  }

  /** The sum that the application now asks for, and its entry in the ledger. */
  private async enter(tx: Tx, claim: ClaimRow, lineId: string, done: Recomputed): Promise<void> {
    const { assessment, line } = done;
    const payable = assessment.lines.filter(({ status }) => status === 'PAYABLE');
    await tx.execute(
      `UPDATE claim SET claimed_fen = ?, facts_sha256 = ?, result_sha256 = ?, summary = ?, version = version + 1
       WHERE id = ? AND center_id IN (?)`,
      [
        sumFen(payable.map(({ amountFen }) => fen(amountFen))),
        done.facts.sha256,
        done.result.sha256,
        JSON.stringify({ totals: assessment.totals, refusals: assessment.refusals }),
        claim.id,
        tx.centers,
      ],
    );
    if (line.status === 'PAYABLE') {
      const entered = { ...line, id: lineId, subjectKind: 'project', subjectId: claim.subjectId };
      await assertNotHeld(tx, claim, [entered]);
      await enterLine(tx, claim, [entered], this.clock.now());
    }
  }
}

async function openQuestion(tx: Tx, claim: ClaimRow): Promise<OpenQuestion | null> {
  const line = await ownLine(tx, claim);
  const frozen = await readSnapshot(tx, claim);
  const rules = frozenPack(claim.packCode, frozen.pack);
  const question = line === null ? null : questionOf(line, rules.body);
  return line === null || question === null ? null : { line, question, frozen, rules };
}

const noQuestion = ({ number }: ClaimRow): AppError =>
  new AppError('AWARD_NO_QUESTION', `${number} leaves nothing open`, { number });

function assertWaits(claim: ClaimRow): void {
  const isWaiting = claim.status === 'SUBMITTED' || claim.status === 'IN_REVIEW';
  if (claim.kind !== 'AWARD' || !isWaiting) {
    throw new AppError('CLAIM_STATE', `Claim ${claim.number} is ${claim.status}`, {
      status: claim.status,
      event: 'settle',
    });
  }
}

interface Ground {
  readonly frozen: Awaited<ReturnType<typeof readSnapshot>>;
  readonly rules: EffectivePack;
  readonly answer: Answer;
  readonly input: Document;
}

/** The frozen application with one fact more. Where the engine still waits, the document settles nothing. */
function recompute(claim: ClaimRow, { frozen, rules, answer, input }: Ground): Recomputed {
  const before = parseFactsText(frozen.facts);
  const { decidedOn, documentNumber } = input;
  const { program, subjectId } = claim;
  const decision = toDecision({ ...answer, program, subjectId, decidedOn, documentNumber });
  const facts = { ...before, decisions: [...before.decisions, decision] };
  const result = resultOf(
    assess({ pack: rules, facts, period: claim.period, ledger: parseLedgerText(frozen.ledger) }),
  );
  const assessment = parseResultText(result.text);
  const line = assessment.lines.find(
    ({ program, subject }) => program === claim.program && subject.id === claim.subjectId,
  );
  if (line === undefined || line.status === 'NEEDS_DECISION') {
    throw new AppError('AWARD_OUTSIDE_RANGE', 'The engine does not take the answer', {
      minFen: answer.question.minFen,
      maxFen: answer.question.maxFen,
    });
  }
  return { rules, facts: digestOf(facts), result, assessment, line };
}

const mendLine = async (
  tx: Tx,
  claim: ClaimRow,
  lineId: string,
  line: AssessmentLine,
): Promise<number> =>
  await tx.execute(
    `UPDATE claim_line SET status = ?, kind = ?, amount_fen = ?, rate_fen = ?
     WHERE id = ? AND claim_id = ? AND center_id IN (?)`,
    [line.status, line.kind, line.amountFen, line.rateFen, lineId, claim.id, tx.centers],
  );

function auditSettlement(
  tx: Tx,
  claim: ClaimRow,
  given: {
    readonly answer: Answer;
    readonly input: Document;
    readonly rules: EffectivePack;
  },
): void {
  const { answer, input } = given;
  tx.audit({
    entity: 'claim',
    entityId: claim.id,
    centerId: claim.centerId,
    action: 'settleAward',
    changes: [
      { field: 'question', from: null, to: answer.question.decision },
      { field: 'option', from: null, to: answer.chosen === AMOUNT ? null : answer.chosen },
      { field: 'claimedFen', from: claim.claimedFen, to: answer.amountFen },
      { field: 'documentNumber', from: null, to: input.documentNumber },
      { field: 'decidedOn', from: null, to: input.decidedOn },
    ],
    reason: input.note ?? null,
  });
}
