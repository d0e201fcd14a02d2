import { Inject, Injectable } from '@nestjs/common';
import { askedAttributes } from '@yibu/claim-engine';
import {
  firstDay,
  lastDay,
  monthsFromTo,
  type Clock,
  type LocalDate,
  type YearMonth,
} from '@yibu/kernel';
import { CLOCK, UnitOfWork, type Db, type Scope } from '@yibu/platform';

import { namesAskedBy } from '../asked/asked.facts.js';
import { checklistOf } from '../award/award.rules.js';
import type { CheckContext, Finding } from '../checks/check.types.js';
import { readElsewhere } from '../checks/elsewhere.repository.js';
import { readHouse } from '../checks/house.repository.js';
import { readOutside } from '../checks/outside.repository.js';
import { readApplication } from '../checks/application.repository.js';
import { runChecks } from '../checks/run-checks.js';
import {
  assess,
  digestOf,
  resultOf,
  type EffectivePack,
  type FreshAssessment,
  type Ledger,
} from '../engine.js';
import { FactsReader, type ApplicationFacts } from '../facts/facts.reader.js';
import { asFormerOperator } from '../facts/former.rules.js';
import type { FactsBundle } from '../facts/facts.types.js';
import { parsePeriod, type Period } from '../facts/period.rules.js';
import { findYear, openWindow, readLedger, type OpenWindow } from '../ledger/ledger.repository.js';
import type { ClaimKind } from '../life/claim.kinds.js';
import { PackService } from '../packs/pack.service.js';
import { asksOfBeds, asksOfPeople, schemesOf, scopedPack } from './claim.scope.js';

export interface ClaimKey {
  readonly id: string;
  readonly centerId: string;
  readonly organizationId: string;
  readonly countyCode: string;
  readonly period: string;
  readonly kind: ClaimKind;
  readonly program: string;
  readonly subjectId: string;
}

/** A text and its SHA-256: what is frozen, what a draft is compared by. */
export interface Digested {
  readonly text: string;
  readonly sha256: string;
}

export interface Computation {
  readonly bundle: FactsBundle;
  readonly period: Period;
  readonly pack: EffectivePack;
  readonly window: OpenWindow;
  readonly assessment: FreshAssessment;
  readonly facts: Digested;
  readonly ledger: Digested;
  /** Written out with every explanation: what a submission freezes. Worked out once, when asked for. */
  readonly result: () => Digested;
  readonly findings: readonly Finding[];
}

interface Read {
  readonly pack: EffectivePack;
  readonly period: Period;
  readonly bundle: FactsBundle;
  readonly ledger: Ledger;
  readonly window: OpenWindow;
  readonly surroundings: Omit<
    CheckContext,
    'bundle' | 'assessment' | 'period' | 'today' | 'elsewhere' | 'outside' | 'house' | 'asked'
  >;
  readonly elsewhere: CheckContext['elsewhere'];
  readonly outside: CheckContext['outside'];
  readonly house: CheckContext['house'];
}

/** From the records of one moment to lines and findings. Writes nothing. */
@Injectable()
export class ClaimComputer {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly packs: PackService,
    private readonly reader: FactsReader,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async compute(scope: Scope, claim: ClaimKey): Promise<Computation> {
    const read = await this.unitOfWork.snapshot(scope, async (db) => await this.read(db, claim));
    const { bundle, pack, period } = read;
    const facts = digestOf(bundle.facts);
    const ledger = digestOf(read.ledger);
    const assessment = assess({
      pack,
      facts: bundle.facts,
      period: period.text,
      ledger: read.ledger,
    });
    const findings = runChecks({
      ...read.surroundings,
      elsewhere: read.elsewhere,
      outside: read.outside,
      house: read.house,
      asked: askedAttributes(pack.body),
      bundle,
      assessment,
      period,
      today: this.clock.today(),
    });
    return {
      bundle,
      period,
      pack,
      window: read.window,
      assessment,
      facts,
      ledger,
      result: once(() => resultOf(assessment)),
      findings,
    };
  }

  private async read(db: Db, claim: ClaimKey): Promise<Read> {
    const rough = parsePeriod(claim.period);
    const whole = await this.packs.inForce(db, claim.countyCode, lastDay(rough.lastMonth));
    const period = parsePeriod(claim.period, whole.yearStart);
    const pack = scopedPack(whole, claim);
    const window = { ...(await openWindow(db, claim, period)), ...onlyOf(pack, claim) };
    const span = { endsBefore: period.endsBefore, from: firstDay(window.openFrom) };
    const all = await this.reader.read(db, claim.centerId, span, factsAskedBy(pack, claim, window));
    const { endsBefore } = period;
    const registered = await registeredInTerm(db, claim, this.clock.today());
    const bundle = registered === null ? all : asFormerOperator(all, { endsBefore, registered });
    const ledger = await readLedger(db, claim.centerId, window);
    return {
      pack,
      period,
      bundle,
      ledger,
      window,
      surroundings: {
        ...(await surroundings(db, claim, period, ledger)),
        application: await readApplication(
          db,
          { ...claim, schemes: schemesOf(pack), checklist: checklistOf(pack, claim.program) },
          period,
        ),
      },
      elsewhere: claim.kind === 'MONTHLY' ? await readElsewhere(db, claim.centerId, period) : [],
      outside: await readOutside(db, claim.centerId),
      house: await readHouse(db, claim.centerId, period),
    };
  }
}

/** Null while the claim's operator runs the center; afterwards whose file was opened in its time. */
async function registeredInTerm(
  db: Db,
  claim: ClaimKey,
  today: LocalDate,
): Promise<ReadonlySet<string> | null> {
  const term = await db.row<{ isRunning: number | null; untilOn: LocalDate | null }>(
    `SELECT MAX(until_on IS NULL OR until_on > ?) AS isRunning, MAX(until_on) AS untilOn
     FROM operating_contract WHERE center_id = ? AND center_id IN (?) AND organization_id = ?`,
    [today, claim.centerId, db.centers, claim.organizationId],
  );
  const untilOn = term?.untilOn ?? null;
  if (untilOn === null || term?.isRunning === 1) {
    return null;
  }
  const rows = await db.rows<{ id: string }>(
    'SELECT id FROM resident WHERE center_id = ? AND center_id IN (?) AND created_at < ?',
    [claim.centerId, db.centers, new Date(`${untilOn}T00:00:00+08:00`)],
  );
  return new Set(rows.map(({ id }) => id));
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function onlyOf(pack: EffectivePack, claim: ClaimKey): Pick<OpenWindow, 'only'> {
  const programs = pack.body.programs.map(({ id }) => id);
  const projectId = claim.kind === 'AWARD' ? claim.subjectId : null;
  return claim.kind === 'MONTHLY' ? {} : { only: { programs, projectId } };
}

const factsAskedBy = (
  pack: EffectivePack,
  claim: ClaimKey,
  { only }: OpenWindow,
): ApplicationFacts => ({
  withPeople: claim.kind === 'MONTHLY' || asksOfPeople(pack),
  withBeds: asksOfBeds(pack),
  asked: namesAskedBy(pack.body),
  award:
    claim.kind === 'AWARD'
      ? { projectId: claim.subjectId, claimId: claim.id, programs: only?.programs ?? [] }
      : null,
});

async function surroundings(
  db: Db,
  claim: ClaimKey,
  period: Period,
  ledger: Ledger,
): Promise<Omit<Read['surroundings'], 'application'>> {
  const year = await findYear(db, claim.centerId, period.yearFrom);
  const payee = await db.row<{ id: string }>(
    'SELECT id FROM bank_account WHERE center_id = ? AND organization_id = ? AND ended_at IS NULL LIMIT 1',
    [claim.centerId, claim.organizationId],
  );
  const submitted = await db.rows<{ period: string }>(
    `SELECT DISTINCT period FROM claim WHERE center_id = ? AND year_from = ? AND submitted_at IS NOT NULL
     AND kind = 'MONTHLY' AND status NOT IN ('WITHDRAWN', 'RETURNED')`,
    [claim.centerId, period.yearFrom],
  );
  const isFirstMonth = period.firstMonth === period.yearFrom;
  const opening = year?.opening ?? 'UNANSWERED';
  return {
    opening: isFirstMonth && opening === 'UNANSWERED' ? 'NOTHING' : opening,
    isYearClosed: year?.status === 'CLOSED',
    hasPayee: payee !== null,
    unclaimedMonths: unclaimed(
      period,
      submitted.map((row) => row.period),
    ),
    openingKeys: new Set(
      ledger.entries
        .filter(({ status }) => status === 'OPENING')
        .map(({ program, subject, month }) => `${program}|${subject.id}|${month}`),
    ),
  };
}

/** Months of the year between the first claim ever submitted and this one that nobody claimed by themselves. */
function unclaimed(period: Period, submitted: readonly string[]): YearMonth[] {
  const claimed = new Set(submitted.filter((text) => text.length === 7));
  const [first] = [...claimed].sort();
  if (first === undefined) {
    return [];
  }
  return monthsFromTo(first as YearMonth, period.firstMonth).filter(
    (month) => month < period.firstMonth && !claimed.has(month),
  );
}
