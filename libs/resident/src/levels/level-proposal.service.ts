import { Inject, Injectable } from '@nestjs/common';
import { validUntilAfter } from '@yibu/assessment';
import type { Clock, DateInterval, LocalDate } from '@yibu/kernel';
import { CLOCK, type Scope, UnitOfWork } from '@yibu/platform';

import { AssessmentRepository } from './assessment.repository.js';
import type { LevelPeriodEntity } from './level-period.entity.js';
import { intervalOf, LevelPeriodRepository } from './level-period.repository.js';
import { needsReason, placePeriod } from './level-period.rules.js';

export interface ProposalRequest {
  readonly assessmentId: string;
  readonly from?: LocalDate | null | undefined;
  readonly until?: LocalDate | null | undefined;
}

export interface DisplacedPeriod {
  readonly period: LevelPeriodEntity;
  /** What is left of it; null: it is replaced as a whole. */
  readonly remains: DateInterval | null;
}

/** What accepting would do, before anyone does it. */
export interface LevelProposal {
  readonly from: LocalDate;
  /** null: nobody has said how long it holds; whoever accepts must. */
  readonly until: LocalDate | null;
  /** The county's setting; null: it has none. */
  readonly validMonths: number | null;
  readonly placed: DateInterval;
  readonly displaced: readonly DisplacedPeriod[];
  readonly needsReason: boolean;
}

@Injectable()
export class LevelProposalService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly records: AssessmentRepository,
    private readonly periods: LevelPeriodRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** From the day of the assessment, as long as the paper or else the county says; never a length of our own. */
  async proposal(scope: Scope, request: ProposalRequest): Promise<LevelProposal> {
    const db = this.unitOfWork.read(scope);
    const record = await this.records.get(db, request.assessmentId);
    const settings = await this.records.countySettings(db, record.centerId);
    const validMonths = settings.assessmentValidMonths ?? null;
    const from = request.from ?? record.assessedOn;
    const suggested = validMonths === null ? null : validUntilAfter(record.assessedOn, validMonths);
    const until = request.until ?? record.validUntil ?? suggested;
    const wanted = { from, until: until !== null && until > from ? until : null };
    const live = (await this.periods.live(db, record)).filter(
      (period) => period.assessmentId !== record.correctsId,
    );
    const placement = placePeriod(
      live.map((period) => ({ id: period.id, ...intervalOf(period) })),
      wanted,
    );
    const acceptance = { assessedOn: record.assessedOn, wanted, today: this.clock.today() };
    return {
      from,
      until,
      validMonths,
      placed: placement.placed,
      displaced: live.flatMap((period) => {
        const displaced = placement.displaced.find(({ id }) => id === period.id);
        return displaced === undefined ? [] : [{ period, remains: displaced.remains }];
      }),
      needsReason: record.correctsId !== null || needsReason(acceptance, placement),
    };
  }
}
