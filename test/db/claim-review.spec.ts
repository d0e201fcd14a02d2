import type { INestApplicationContext } from '@nestjs/common';
import { AttachmentService } from '@yibu/platform';

import { startServices, type TestApp } from '../support/app.js';
import { ClaimWorld } from '../support/claim-world.js';
import { outcome } from '../support/level-desk.js';

const PDF = Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');

let test: TestApp<INestApplicationContext>;

beforeAll(async () => {
  test = await startServices();
});
afterAll(async () => {
  await test.close();
});

async function center(): Promise<{ world: ClaimWorld; residentId: string }> {
  test.clock.setDay('2025-05-03');
  const world = await ClaimWorld.create(test);
  await world.nothingOnPaper('2025-01');
  const { residentId } = await world.resident({ from: '2025-01-10', level: 4, name: '周一' });
  return { world, residentId };
}

const paperOf = (world: ClaimWorld, entity: string, entityId: string, kind: string) => ({
  centerId: world.world.centerId,
  entity,
  entityId,
  kind,
  fileName: 'paper.pdf',
  bytes: PDF,
});

describe('the papers beside a line', () => {
  it('open to the reviewer once a submitted claim rests on the person, and not before', async () => {
    const { world, residentId } = await center();
    const papers = test.app.get(AttachmentService);
    const { id } = await papers.add(
      await world.as('owner'),
      paperOf(world, 'resident', residentId, 'OTHER'),
    );
    await world.draft('2025-04');
    expect(await outcome(papers.open(await world.as('reviewer'), id))).toBe('FORBIDDEN');
    await world.submitted('2025-04');
    const { bytes } = await papers.open(await world.as('reviewer'), id);
    expect(bytes.equals(PDF)).toBe(true);
    const seen = await test.dataSource.query<object[]>(
      `SELECT entity, entity_id AS entityId, changes LIKE '%paper.pdf%' AS named, user_name LIKE 'BUREAU_REVIEWER%' AS byReviewer
       FROM audit_event WHERE action = 'openAttachment' AND center_id = ?`,
      [world.world.centerId],
    );
    expect(seen).toEqual([{ entity: 'resident', entityId: residentId, named: 1, byReviewer: 1 }]);
    expect(await outcome(papers.list(await world.as('reviewer'), 'resident', residentId))).toBe(
      'FORBIDDEN',
    );
  });

  it('are no more than somebody reads, until one is taken away', async () => {
    const { world, residentId } = await center();
    const papers = test.app.get(AttachmentService);
    const owner = await world.as('owner');
    const paper = paperOf(world, 'resident', residentId, 'OTHER');
    const first = await papers.add(owner, paper);
    await test.dataSource.query(
      `INSERT INTO attachment (id, center_id, entity, entity_id, kind, file_name, media_type, size, sha256, created_by, created_at)
       SELECT CONCAT(LEFT(a.id, 22), LPAD(n.seq, 4, '0')), a.center_id, a.entity, a.entity_id, a.kind, a.file_name,
         a.media_type, a.size, a.sha256, a.created_by, a.created_at FROM attachment a JOIN seq_2_to_100 n WHERE a.id = ?`,
      [first.id],
    );
    expect(await outcome(papers.add(owner, paper))).toBe('ATTACHMENTS_FULL');
    await papers.remove(owner, first.id, '重复');
    expect((await papers.add(owner, paper)).fileName).toBe('paper.pdf');
  });

  it('take a receipt from whoever pays, who adds no other papers', async () => {
    const { world } = await center();
    const papers = test.app.get(AttachmentService);
    const claim = await world.submitted('2025-04');
    const leader = await world.as('leader');
    const slip = await papers.add(leader, paperOf(world, 'claim', claim.id, 'RECEIPT'));
    expect(await outcome(papers.add(leader, paperOf(world, 'claim', claim.id, 'EVIDENCE')))).toBe(
      'FORBIDDEN',
    );
    expect(await papers.remove(leader, slip.id, '传错了')).toBe(true);
  });

  it('stay once a submission or a payment rests on them, and no operator takes the receipt of the bureau away', async () => {
    const { world } = await center();
    const papers = test.app.get(AttachmentService);
    const officer = await world.as('officer');
    const draft = await world.draft('2025-04');
    const evidence = await papers.add(officer, paperOf(world, 'claim', draft.id, 'EVIDENCE'));
    const claim = await world.submitted('2025-04');
    expect(claim.id).toBe(draft.id);
    expect(await outcome(papers.remove(officer, evidence.id, '换一份'))).toBe('ATTACHMENT_KEPT');
    await world.decided(claim.id);
    const leader = await world.as('leader');
    const receipt = await papers.add(leader, paperOf(world, 'claim', claim.id, 'RECEIPT'));
    expect(await outcome(papers.remove(officer, receipt.id, '不要了'))).toBe('FORBIDDEN');
    await world.paid(claim.id, 10_000, 'R-1', receipt.id);
    expect(await outcome(papers.remove(leader, receipt.id, '传错了'))).toBe('ATTACHMENT_KEPT');
    const listed = await papers.list(officer, 'claim', claim.id);
    expect(listed.map(({ kind, canRemove }) => [kind, canRemove])).toEqual([
      ['EVIDENCE', false],
      ['RECEIPT', false],
    ]);
  });
});

describe('the queue of the bureau', () => {
  it('counts each claim at the one step that comes next, and lists it there', async () => {
    const { world } = await center();
    const claim = await world.submitted('2025-04');
    const at = async (): Promise<string[]> => {
      const counts = await world.reviews.counts(await world.as('leader'));
      return Object.entries(counts).flatMap(([step, count]) => (count > 0 ? [step] : []));
    };
    const listed = async (stage: 'TO_DECIDE' | 'TO_PAY'): Promise<string[]> => {
      const page = await world.reviews.queue(await world.as('leader'), {
        page: 1,
        pageSize: 20,
        stage,
      });
      return page.items.map(({ id }) => id);
    };
    expect(await at()).toEqual(['toOpen']);
    const reviewer = await world.as('reviewer');
    await world.reviews.open(reviewer, claim.id);
    expect(await at()).toEqual(['reviewing']);
    await world.reviews.acceptLines(reviewer, { claimId: claim.id, exceptLineIds: [] });
    expect(await at()).toEqual(['toDecide']);
    expect(await listed('TO_DECIDE')).toEqual([claim.id]);
    expect(await listed('TO_PAY')).toEqual([]);
  });
});
