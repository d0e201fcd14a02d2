import { Inject, Injectable } from '@nestjs/common';
import type { Clock, YearMonth } from '@yibu/kernel';
import { CLOCK, UnitOfWork, type Db, type JobContext, type Scope } from '@yibu/platform';
import { tidyName } from '@yibu/resident';

import { CHECKS, type CheckCode } from '../checks/check.types.js';
import { matchesOf } from '../checks/outside.checks.js';
import { readOutside } from '../checks/outside.repository.js';
import type { Match } from '../checks/outside.types.js';
import { findClaim, type ClaimRow } from '../claims/claim.access.js';
import { readSnapshot } from '../claims/snapshot.repository.js';
import { parseFactsText } from '../engine.js';
import { parsePeriod } from '../facts/period.rules.js';
import { RegistryDesk } from '../registry/registry-desk.service.js';
import { listsById } from '../registry/registry.queries.js';
import type { ClaimMatch, MatchedCall } from './match.graphql.js';
import {
  heardOf,
  openClaims,
  payableOf,
  rollCallsById,
  storeCounts,
  type HeardCall,
  type PayableLine,
} from './match.queries.js';

/** A match with the line of the claim that it speaks against. */
interface PlacedMatch extends Match {
  readonly call: MatchedCall | null;
  readonly line: PayableLine | null;
  readonly isNew: boolean;
}

/** What is judged one by one: nobody accepts these with the rest. */
const JUDGED_SINGLY: ReadonlySet<CheckCode> = new Set(['R04', 'D06', 'X04', 'X05']);

/**
 * A submitted claim against the records of others as they are today: lists that came after it, roll calls. The frozen
 * facts say what was claimed; nothing of the claim changes by it.
 */
@Injectable()
export class MatchService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly desk: RegistryDesk,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** For the bureau, with the very row of the list. */
  async list(scope: Scope, claimId: string): Promise<ClaimMatch[]> {
    const db = this.unitOfWork.read(scope);
    const claim = await findClaim(db, claimId);
    const placed = await this.place(db, claim);
    const idsOf = (...whats: readonly string[]): string[] => [
      ...new Set(
        placed.filter(({ source }) => whats.includes(source.what)).map(({ source }) => source.id),
      ),
    ];
    const [lists, rollCalls] = [
      await listsById(db, idsOf('COMPLETE')),
      await rollCallsById(db, idsOf('ROLL_CALL')),
    ];
    const rows = await this.desk.byId(
      db,
      placed.map(({ source }) => source.id),
    );
    return placed.map((match, index) => {
      const row = rows.get(match.source.id) ?? null;
      const subjectName = match.line?.subjectName ?? null;
      return {
        id: `${match.source.id}-${index}`,
        code: match.code,
        severity: CHECKS[match.code],
        lineId: match.line?.id ?? null,
        subjectName,
        month: match.month,
        params: JSON.stringify(match.params),
        isNew: match.isNew,
        row,
        isNameDifferent:
          row !== null && subjectName !== null && tidyName(row.name) !== tidyName(subjectName),
        list: lists.get(match.source.id) ?? null,
        rollCall: rollCalls.get(match.source.id) ?? null,
        call: match.call,
      };
    });
  }

  /** Lines that a bulk acceptance leaves open: somebody is by another record dead, in hospital or not there. */
  async linesToJudge(scope: Scope, claimId: string): Promise<string[]> {
    const db = this.unitOfWork.read(scope);
    const placed = await this.place(db, await findClaim(db, claimId));
    return placed.flatMap(({ code, line }) =>
      line !== null && JUDGED_SINGLY.has(code) ? [line.id] : [],
    );
  }

  /** The work behind the count in the queue: every open claim of a county, one after the other. */
  async recount({
    scope,
    payload,
    progress,
  }: JobContext<{ readonly countyCode: string }>): Promise<{ claims: number }> {
    const db = this.unitOfWork.read(scope);
    const ids = await openClaims(db, payload.countyCode);
    for (const [done, id] of ids.entries()) {
      const claim = await findClaim(db, id);
      const placed = await this.place(db, claim);
      await this.unitOfWork.run(scope, async (tx) => {
        await storeCounts(tx, claim, {
          total: placed.length,
          fresh: placed.filter(({ isNew }) => isNew).length,
          now: this.clock.now(),
        });
      });
      await progress(done + 1, ids.length);
    }
    return { claims: ids.length };
  }

  private async place(db: Db, claim: ClaimRow): Promise<PlacedMatch[]> {
    const { submittedAt } = claim;
    if (submittedAt === null) {
      return [];
    }
    const outside = await readOutside(db, claim.centerId);
    const heard = await heardOf(db, claim);
    if (outside.length === 0 && heard.length === 0) {
      return [];
    }
    const lines = await payableOf(db, claim);
    const said = heard.flatMap((call) => saidOf(call, lines));
    if (outside.length === 0) {
      return said;
    }
    const { facts } = await readSnapshot(db, claim);
    const matches = matchesOf(
      { facts: parseFactsText(facts), endsBefore: parsePeriod(claim.period).endsBefore, lines },
      outside,
    );
    return [...matches.flatMap((match) => placesOf(match, lines, submittedAt)), ...said];
  }
}

/** A person may have several lines in a month: each carries the match. */
function placesOf(match: Match, lines: readonly PayableLine[], submittedAt: Date): PlacedMatch[] {
  const isNew = match.source.listedAt > submittedAt;
  const theirs = lines.filter(
    ({ subjectId, month, isTakenBack }) =>
      subjectId === match.residentId && month === (match.month as YearMonth) && !isTakenBack,
  );
  return theirs.length === 0
    ? [{ ...match, line: null, isNew, call: null }]
    : theirs.map((line) => ({ ...match, line, isNew, call: null }));
}

/** What a person said speaks about every line that they were asked about; it was said after the submission. */
const saidOf = (
  { subjectId, program, ...call }: HeardCall,
  lines: readonly PayableLine[],
): PlacedMatch[] =>
  lines
    .filter(
      (line) =>
        line.subjectId === subjectId &&
        !line.isTakenBack &&
        (program === null || line.program === program),
    )
    .map((line) => ({
      code: 'X05',
      residentId: subjectId,
      month: line.month,
      params: {},
      source: { id: call.callId, what: 'CALL', listedAt: call.doneAt },
      line,
      isNew: true,
      call,
    }));
