import { DecisionService, PaymentService, ReviewService, StageService } from '@yibu/claim';
import { fen, type Fen, type LocalDate } from '@yibu/kernel';

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
      code: 'STAY_EVIDENCE',
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
    await teller.app.get(PaymentService).record(
      await teller.as('leader', center),
      {
        claimId,
        amountFen: row.decidedFen,
        paidOn: on,
        receiptNumber: `演示${on.replaceAll('-', '')}`,
        idempotencyKey: `demo-pay-${claimId}`,
      },
      'BUREAU',
    );
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
