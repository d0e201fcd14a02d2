import { assert, shanghaiDay, type LocalDate } from '@yibu/kernel';
import type { AccountInput, AccountMovements, FilingLanguage } from '@yibu/filing';
import type { Db } from '@yibu/platform';

import { assertAccountInReach, visible } from '../claims/claim.access.js';

export interface AccountQuestion {
  readonly centerId: string;
  readonly year: number;
  readonly today: LocalDate;
  readonly now: Date;
  readonly language: FilingLanguage;
}

interface Names {
  readonly centerName: string;
  readonly centerCode: string;
  readonly countyName: string;
  readonly bureauName: string | null;
}

interface ClaimEvent {
  readonly organizationName: string;
  readonly submittedAt: Date;
  readonly claimedFen: number;
  readonly decidedOn: string | null;
  readonly returnedFen: number | null;
  readonly cutFen: number | null;
  readonly heldFen: number | null;
  readonly releasedFen: number | null;
  readonly decidedFen: number | null;
}

/** Claims that count: a claim returned whole or withdrawn was claimed anew, and would count twice. */
const COUNTED = `c.status IN ('SUBMITTED', 'IN_REVIEW', 'DECIDED', 'NOTICED', 'PAID', 'CLOSED')`;

/** A center's year with the bureau: what happened in each month, and what stood open before it. */
export async function readAccount(db: Db, question: AccountQuestion): Promise<AccountInput> {
  const { centerId, year, today, now, language } = question;
  const claims = await claimEvents(db, centerId);
  const payments = await paymentEvents(db, centerId);
  const names = await namesOf(db, question);
  const book = new Book(year);
  for (const claim of claims) {
    book.add(monthOfMoment(claim.submittedAt), { claimedFen: claim.claimedFen });
    if (claim.decidedOn !== null) {
      book.add(claim.decidedOn.slice(0, 7), {
        returnedFen: claim.returnedFen ?? 0,
        cutFen: claim.cutFen ?? 0,
        heldFen: claim.heldFen ?? 0,
        releasedFen: claim.releasedFen ?? 0,
        decidedFen: claim.decidedFen ?? 0,
      });
    }
  }
  // A supplementary decision grants what the decision held: the claim goes on adding up.
  for (const { decidedOn, releasedFen, decidedFen } of await supplements(db, centerId)) {
    book.add(decidedOn.slice(0, 7), { releasedFen, decidedFen });
  }
  // A held line that was refused in the end is no longer held: from that month on it counts as returned.
  for (const { refusedAt, amountFen } of await refusals(db, centerId)) {
    book.add(monthOfMoment(refusedAt), { heldFen: -amountFen, returnedFen: amountFen });
  }
  for (const { paidOn, amountFen } of payments) {
    const movement = amountFen < 0 ? { recoveredFen: -amountFen } : { paidFen: amountFen };
    book.add(paidOn.slice(0, 7), movement);
  }
  const end = `${year}-12-31`;
  return {
    year,
    centerName: names.centerName,
    centerCode: names.centerCode,
    bureauName: names.bureauName ?? `${names.countyName}民政局`,
    organizationName: [...new Set(claims.map(({ organizationName }) => organizationName))].join(
      '、',
    ),
    opening: book.opening,
    months: book.months(),
    asOf: today < end ? today : end,
    madeAt: now.toISOString(),
    language,
  };
}

const NOTHING: AccountMovements = {
  claimedFen: 0,
  returnedFen: 0,
  cutFen: 0,
  heldFen: 0,
  releasedFen: 0,
  decidedFen: 0,
  paidFen: 0,
  recoveredFen: 0,
};

const KEYS = Object.keys(NOTHING) as (keyof AccountMovements)[];

const plus = (a: AccountMovements, b: Partial<AccountMovements>): AccountMovements =>
  Object.fromEntries(
    KEYS.map((key) => [key, a[key] + (b[key] ?? 0)]),
  ) as unknown as AccountMovements;

/** Movements by month; what lies before the year is its opening, what lies after does not count. */
class Book {
  private readonly byMonth = new Map<string, AccountMovements>();
  private before = NOTHING;

  constructor(private readonly year: number) {}

  add(month: string, movement: Partial<AccountMovements>): void {
    const year = Number(month.slice(0, 4));
    if (year < this.year) {
      this.before = plus(this.before, movement);
    } else if (year === this.year) {
      this.byMonth.set(month, plus(this.byMonth.get(month) ?? NOTHING, movement));
    }
  }

  get opening(): AccountInput['opening'] {
    const m = this.before;
    const settled = m.returnedFen + m.cutFen + m.heldFen - m.releasedFen + m.decidedFen;
    return {
      inReviewFen: m.claimedFen - settled,
      heldFen: m.heldFen - m.releasedFen,
      unpaidFen: m.decidedFen - m.paidFen + m.recoveredFen,
    };
  }

  months(): AccountInput['months'] {
    return Array.from({ length: 12 }, (_, index) => {
      const month = `${this.year}-${String(index + 1).padStart(2, '0')}`;
      return { ...(this.byMonth.get(month) ?? NOTHING), month };
    });
  }
}

const monthOfMoment = (moment: Date): string => shanghaiDay(moment).slice(0, 7);

async function claimEvents(db: Db, centerId: string): Promise<ClaimEvent[]> {
  const seen = visible(db, 'c');
  return await db.rows<ClaimEvent>(
    `SELECT o.name AS organizationName, c.submitted_at AS submittedAt, c.claimed_fen AS claimedFen,
       d.decided_on AS decidedOn, d.returned_fen AS returnedFen, d.cut_fen AS cutFen, d.held_fen AS heldFen,
       d.released_fen AS releasedFen, d.decided_fen AS decidedFen
     FROM claim c JOIN organization o ON o.id = c.organization_id LEFT JOIN claim_decision d ON d.live_claim_id = c.id
     WHERE c.center_id = ? AND ${COUNTED} AND c.submitted_at IS NOT NULL AND ${seen.sql}
     ORDER BY c.submitted_at, c.id`,
    [centerId, ...seen.parameters],
  );
}

async function supplements(
  db: Db,
  centerId: string,
): Promise<
  { readonly decidedOn: string; readonly releasedFen: number; readonly decidedFen: number }[]
> {
  const seen = visible(db, 'c');
  return await db.rows(
    `SELECT d.decided_on AS decidedOn, d.released_fen AS releasedFen, d.decided_fen AS decidedFen
     FROM claim_decision d JOIN claim c ON c.id = d.claim_id
     WHERE d.center_id = ? AND d.kind = 'SUPPLEMENT' AND ${seen.sql}`,
    [centerId, ...seen.parameters],
  );
}

async function refusals(
  db: Db,
  centerId: string,
): Promise<{ readonly refusedAt: Date; readonly amountFen: number }[]> {
  const seen = visible(db, 'c');
  return await db.rows(
    `SELECT v.refused_at AS refusedAt, l.amount_fen AS amountFen
     FROM claim_line_verdict v JOIN claim c ON c.id = v.claim_id JOIN claim_line l ON l.id = v.claim_line_id
     WHERE v.center_id = ? AND v.verdict = 'HELD' AND v.refused_at IS NOT NULL AND ${seen.sql}`,
    [centerId, ...seen.parameters],
  );
}

/** Money that moved. A debt netted against another claim of the center is a pair that comes to nothing. */
async function paymentEvents(
  db: Db,
  centerId: string,
): Promise<{ readonly paidOn: string; readonly amountFen: number }[]> {
  const seen = visible(db, 'c');
  return await db.rows(
    `SELECT p.paid_on AS paidOn, p.amount_fen AS amountFen FROM payment p JOIN claim c ON c.id = p.claim_id
     WHERE p.center_id = ? AND p.kind <> 'OFFSET' AND ${seen.sql}`,
    [centerId, ...seen.parameters],
  );
}

async function namesOf(db: Db, { centerId }: AccountQuestion): Promise<Names> {
  await assertAccountInReach(db, centerId);
  const names = await db.row<Names>(
    `SELECT n.name AS centerName, n.code AS centerCode, y.name AS countyName,
       (SELECT b.name FROM organization b WHERE b.kind = 'BUREAU' AND b.county_code = y.code ORDER BY b.id LIMIT 1)
         AS bureauName
     FROM center n JOIN county y ON y.code = n.county_code WHERE n.id = ?`,
    [centerId],
  );
  assert(names, 'a center in reach has a name');
  return names;
}
