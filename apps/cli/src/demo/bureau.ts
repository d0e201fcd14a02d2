import {
  BudgetService,
  DecisionService,
  PaymentService,
  RecoveryService,
  ReviewService,
  StageService,
} from '@yibu/claim';
import { fen, localDate, type Fen, type LocalDate } from '@yibu/kernel';

import { DEMO_COUNTIES, type DemoCenters } from './places.js';
import { Random } from './random.js';
import type { Teller } from './teller.js';

interface Line {
  readonly id: string;
  readonly program: string;
  readonly amountFen: Fen;
}

/** The bureau opens a claim, looks line by line, decides through another person, and pays. */
export async function reviewAndPay(
  teller: Teller,
  work: { readonly center: keyof DemoCenters; readonly claimId: string; readonly on: LocalDate },
): Promise<void> {
  const { center, claimId, on } = work;
  const reviews = teller.app.get(ReviewService);
  await reviews.open(await teller.as('bureau', center), claimId);
  const random = new Random(Number(on.slice(5, 7)) * 131 + center.length);
  const lines = await payableLines(teller, claimId);
  const [returned, cut] = [random.chance(0.4), random.chance(0.3)];
  const normal = lines.filter(({ amountFen }) => amountFen > 0);
  const exception = returned ? normal[random.integer(0, normal.length - 1)] : undefined;
  if (exception) {
    await reviews.giveVerdict(await teller.as('bureau', center), {
      claimId,
      lineIds: [exception.id],
      verdict: 'RETURNED',
      code: 'PAPERS_MISSING',
      text: '请补充当月住养证明后再报。',
    });
  }
  const service = cut
    ? normal.find(({ id, program }) => program === 'purchased-services' && id !== exception?.id)
    : undefined;
  if (service) {
    await reviews.giveVerdict(await teller.as('bureau', center), {
      claimId,
      lineIds: [service.id],
      verdict: 'CUT',
      code: 'AMOUNT',
      text: '一次服务没有签字，核减。',
      clause: '三（一）',
      cutFen: fen(Math.min(500, service.amountFen)),
    });
  }
  await reviews.acceptLines(await teller.as('bureau', center), { claimId, exceptLineIds: [] });
  await teller.app.get(DecisionService).decide(await teller.as('leader', center), {
    claimId,
    version: await versionOf(teller, claimId),
    documentNumber: `民核〔${on.slice(0, 4)}〕${Number(on.slice(5, 7))}号（演示）`,
    idempotencyKey: `demo-decide-${claimId}`,
  });
}

/** In full, with a receipt. */
export async function pay(
  teller: Teller,
  payment: { readonly center: keyof DemoCenters; readonly claimId: string; readonly on: LocalDate },
): Promise<void> {
  const { center, claimId, on } = payment;
  const [row] = await teller.dataSource.query<{ decidedFen: Fen; status: string }[]>(
    'SELECT decided_fen AS decidedFen, status FROM claim WHERE id = ?',
    [claimId],
  );
  if (row?.status === 'DECIDED' && row.decidedFen > 0) {
    const left = row.decidedFen - (await netDebts(teller, payment, row.decidedFen));
    if (left === 0) {
      return;
    }
    await teller.app.get(PaymentService).record(
      await teller.as('leader', center),
      {
        claimId,
        amountFen: fen(left),
        paidOn: on,
        receiptNumber: `演示${on.replaceAll('-', '')}`,
        idempotencyKey: `demo-pay-${claimId}`,
      },
      'BUREAU',
    );
  }
}

/** What the center owes from an earlier claim is netted against this one first. */
async function netDebts(
  teller: Teller,
  payment: { readonly center: keyof DemoCenters; readonly claimId: string },
  comingFen: number,
): Promise<number> {
  const debts = await teller.dataSource.query<{ id: string; openFen: number }[]>(
    `SELECT d.id, d.paid_fen - d.decided_fen AS openFen FROM claim d JOIN claim c ON c.id = ?
     WHERE d.center_id = c.center_id AND d.organization_id = c.organization_id AND d.decided_fen < d.paid_fen
       AND d.decided_fen < 0 ORDER BY d.id`,
    [payment.claimId],
  );
  let netted = 0;
  for (const { id, openFen } of debts) {
    const amount = Math.min(Number(openFen), comingFen - netted);
    if (amount > 0) {
      await teller.app.get(RecoveryService).offset(await teller.as('leader', payment.center), {
        claimId: id,
        againstClaimId: payment.claimId,
        amountFen: fen(amount),
        idempotencyKey: `demo-offset-${id}-${payment.claimId}`,
      });
      netted += amount;
    }
  }
  return netted;
}

/** What the counties of the demonstration set aside for this year. */
export async function setAside(teller: Teller, on: LocalDate): Promise<void> {
  const [qingquan, yunling] = DEMO_COUNTIES;
  const year = Number(on.slice(0, 4));
  for (const [center, county, amount] of [
    ['fengcheng', qingquan, 30_000_000],
    ['yunling', yunling, 12_000_000],
  ] as const) {
    await teller.app.get(BudgetService).add(await teller.as('leader', center), {
      countyCode: county.code,
      year,
      onDay: localDate(`${year}-01-20`),
      amountFen: fen(amount),
      documentNumber: `财预〔${year}〕8号（演示）`,
    });
  }
}

/** Both counties of the demonstration take claims all month long, and say how many days each step may take. */
export async function setTimeLimits(teller: Teller, fromOn: LocalDate): Promise<void> {
  const [qingquan, yunling] = DEMO_COUNTIES;
  for (const [center, county] of [
    ['fengcheng', qingquan],
    ['yunling', yunling],
  ] as const) {
    await teller.app.get(StageService).set(await teller.as('leader', center), {
      countyCode: county.code,
      fromOn,
      windowFromDay: 1,
      windowUntilDay: 31,
      lateRule: 'FLAG',
      intakeDays: 5,
      reviewDays: 10,
      decisionDays: 5,
      paymentDays: 20,
      reason: `${county.name}民政局办理时限规定（演示）`,
    });
  }
}

async function payableLines(teller: Teller, claimId: string): Promise<Line[]> {
  return await teller.dataSource.query<Line[]>(
    `SELECT id, program, amount_fen AS amountFen FROM claim_line
     WHERE claim_id = ? AND status = 'PAYABLE' ORDER BY seq`,
    [claimId],
  );
}

async function versionOf(teller: Teller, claimId: string): Promise<number> {
  const [row] = await teller.dataSource.query<{ version: number }[]>(
    'SELECT version FROM claim WHERE id = ?',
    [claimId],
  );
  return row?.version ?? 0;
}
