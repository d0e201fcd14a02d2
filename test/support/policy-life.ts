import {
  ComplianceService,
  PackLibraryService,
  PolicyRunService,
  PolicyScanService,
  ProposalService,
} from '@yibu/claim';
import { fen, yearMonth } from '@yibu/kernel';

import type { ClaimWorld } from './claim-world.js';

/** A county that has changed its rules before: a notice with its paper, and a question switched after a trial. */
export async function ruled(world: ClaimWorld, mark: string): Promise<void> {
  const { countyCode } = world.world;
  const { app } = world.test;
  const [proposals, runs] = [app.get(ProposalService), app.get(PolicyRunService)];
  const library = app.get(PackLibraryService);
  const packs = await library.list(await world.as('reviewer'), countyCode);
  const packId = packs.find(({ standing }) => standing === 'IN_FORCE')?.id ?? '';
  const paper = { countyCode, fileName: `${mark}.pdf`, bytes: Buffer.from('%PDF-1.4\n%%EOF\n') };
  const scan = await app.get(PolicyScanService).add(await world.as('reviewer'), paper);
  const notice = await proposals.proposeNotice(await world.as('reviewer'), {
    countyCode,
    packId,
    rate: 'bed-semi',
    fen: fen(21_000),
    fromMonth: yearMonth('2030-01'),
    documentNumber: mark,
    documentTitle: mark,
    clause: '一',
    scanId: scan.id,
    reason: mark,
  });
  await proposals.confirm(await world.as('leader'), notice.id);
  const reached = { countyCode, key: 'YC-02:value:0', status: 'MET' as const, evidence: mark };
  await app.get(ComplianceService).recordProgress(await world.as('leader'), reached);
  const choice = { decision: 'YC-A1', option: 'PROSPECTIVE' };
  const trial = { countyCode, packId, title: mark, decisions: [choice], rates: [] };
  const run = await runs.start(await world.as('reviewer'), { ...trial, kind: 'EFFECT' });
  await world.work();
  const switched = await proposals.proposeDecision(await world.as('reviewer'), {
    countyCode,
    packId,
    ...choice,
    runId: run.id,
    reason: mark,
  });
  await proposals.confirm(await world.as('leader'), switched.id);
}
