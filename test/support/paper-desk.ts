import type { INestApplicationContext } from '@nestjs/common';
import { AnnulmentService } from '@yibu/claim';
import { AttachmentService, newId } from '@yibu/platform';

import { startServices, type TestApp } from './app.js';
import { ClaimWorld } from './claim-world.js';
import { outcome } from './level-desk.js';

type Exceptions = Parameters<ClaimWorld['decisions']['recordPaper']>[1]['exceptions'];

/** A center in a county that decides on paper, with one person since January 2025, on 3 May 2025. */
export class PaperDesk {
  private constructor(
    readonly test: TestApp<INestApplicationContext>,
    readonly world: ClaimWorld,
  ) {}

  static async open(test: TestApp<INestApplicationContext>): Promise<PaperDesk> {
    test.clock.setDay('2025-05-03');
    const world = await ClaimWorld.create(test);
    await world.nothingOnPaper('2025-01');
    await world.resident({ from: '2025-01-10', level: 4, name: '周一' });
    await test.dataSource.query(
      `UPDATE county SET settings = JSON_MERGE_PATCH(settings, '{"decidesOnPaper":true,"appealDays":30}') WHERE code = ?`,
      [world.world.countyCode],
    );
    return new PaperDesk(test, world);
  }

  /** A scan that lies at the claim. */
  async scanOf(claimId: string): Promise<string> {
    const scan = await this.test.app.get(AttachmentService).add(await this.world.as('owner'), {
      centerId: this.world.world.centerId,
      entity: 'claim',
      entityId: claimId,
      kind: 'DECISION',
      fileName: '批复.pdf',
      bytes: Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n'),
    });
    return scan.id;
  }

  async versionOf(claimId: string): Promise<number> {
    return (await this.world.claims.detail(await this.world.as('owner'), claimId)).version;
  }

  async lineOf(claimId: string, month: string): Promise<string> {
    return (await this.world.lines(claimId)).find((line) => line.month === month)?.id ?? '';
  }

  /** By a paper of today. */
  async decide(claimId: string, exceptions: readonly object[] = []): Promise<string> {
    return await this.world.decisions.recordPaper(await this.world.as('owner'), {
      claimId,
      version: await this.versionOf(claimId),
      decidedOn: this.test.clock.today(),
      attachmentId: await this.scanOf(claimId),
      exceptions: exceptions as Exceptions,
      released: [],
      refused: [],
      idempotencyKey: newId(),
    });
  }

  /** Takes the newest entry from paper back. */
  async annul(claimId: string): Promise<string> {
    return await outcome(
      this.test.app.get(AnnulmentService).annul(await this.world.as('owner'), {
        claimId,
        version: await this.versionOf(claimId),
        reason: '录错了行',
        idempotencyKey: newId(),
      }),
    );
  }

  async ledgerOf(claimId: string): Promise<string[]> {
    const rows = await this.test.dataSource.query<{ status: string }[]>(
      'SELECT status FROM ledger_entry WHERE claim_id = ? ORDER BY month',
      [claimId],
    );
    return rows.map(({ status }) => status);
  }
}

/** One set of services for the file, and a desk of its own for each test. */
export function usePaperDesk(): { readonly desk: PaperDesk } {
  const open = {} as { test: TestApp<INestApplicationContext>; desk: PaperDesk };
  beforeAll(async () => {
    open.test = await startServices();
  });
  beforeEach(async () => {
    open.desk = await PaperDesk.open(open.test);
  });
  afterAll(async () => {
    await open.test.close();
  });
  return open;
}
