import { Module } from '@nestjs/common';
import { CareModule } from '@yibu/care';
import { MealModule } from '@yibu/meal';
import {
  AttachmentRegistry,
  ExportRegistry,
  HistoryRegistry,
  JobRegistry,
  UnitOfWork,
  type Db,
} from '@yibu/platform';
import { ResidentModule } from '@yibu/resident';
import { StaffModule } from '@yibu/staff';

import { ASKED } from './asked/asked.providers.js';
import { AwardResolver } from './award/award.resolver.js';
import { AwardService } from './award/award.service.js';
import { SettlementService } from './award/settlement.service.js';
import { batchExport } from './batch/batch.export.js';
import { accountExport } from './recovery/account.export.js';
import { statisticsExport } from './statistics/statistics.export.js';
import { BatchResolver } from './batch/batch.resolver.js';
import { BatchService } from './batch/batch.service.js';
import { BudgetService } from './batch/budget.service.js';
import { lineExport } from './claims/claim.export.js';
import { ClaimComputer } from './claims/claim.computer.js';
import { ClaimRoundResolver } from './rounds/round.resolver.js';
import { ClaimRoundService } from './rounds/round.service.js';
import { ClaimPrepareService } from './claims/claim.prepare.service.js';
import { paperWatchers } from './claims/paper.watch.js';
import { ClaimResolver } from './claims/claim.resolver.js';
import { ClaimService } from './claims/claim.service.js';
import { ClaimSubmitService } from './claims/claim.submit.service.js';
import { DriftService } from './claims/drift.service.js';
import { ComplianceResolver } from './compliance/compliance.resolver.js';
import { ComplianceService } from './compliance/compliance.service.js';
import { FactsReader } from './facts/facts.reader.js';
import { FilingController } from './filing/filing.controller.js';
import { FilingService } from './filing/filing.service.js';
import { OrganizationKeyService } from './filing/organization-key.service.js';
import { ParticularsService } from './filing/particulars.service.js';
import { StageResolver } from './clock/stage.resolver.js';
import { StageService } from './clock/stage.service.js';
import { AppealResolver } from './appeal/appeal.resolver.js';
import { AppealService } from './appeal/appeal.service.js';
import { PaperAppealService } from './appeal/paper-appeal.service.js';
import { keptPapersOfAppeal } from './appeal/appeal.papers.js';
import { HeldResolver } from './held/held.resolver.js';
import { HeldService } from './held/held.service.js';
import { NoticeModule } from './notice/notice.module.js';
import { OpeningController } from './ledger/opening.controller.js';
import { OpeningResolver } from './ledger/opening.resolver.js';
import { OpeningService } from './ledger/opening.service.js';
import { OpeningTemplate } from './ledger/opening.template.js';
import { PackLibraryService } from './packs/library.service.js';
import { PaperController } from './papers/paper.controller.js';
import { PaperService } from './papers/paper.service.js';
import { PackResolver } from './packs/pack.resolver.js';
import { PackService } from './packs/pack.service.js';
import { PolicyController } from './packs/policy.controller.js';
import { PolicyResolver } from './packs/policy.resolver.js';
import { ProposalService } from './packs/proposal.service.js';
import { runExport } from './packs/run.export.js';
import { PolicyRunService } from './packs/run.service.js';
import { PolicyScanService } from './packs/scan.service.js';
import { MessageResolver } from './messages/message.resolver.js';
import { MessageService } from './messages/message.service.js';
import { RecoveryResolver } from './recovery/recovery.resolver.js';
import { RecoveryService } from './recovery/recovery.service.js';
import { StatisticsResolver } from './statistics/statistics.resolver.js';
import { SampleController } from './sampling/sample.controller.js';
import { SampleResolver } from './sampling/sample.resolver.js';
import { SampleService } from './sampling/sample.service.js';
import { CallPhoneService } from './callback/call-phone.service.js';
import { CallResolver } from './callback/call.resolver.js';
import { CallService } from './callback/call.service.js';
import { MatchResolver } from './matches/match.resolver.js';
import { MatchService } from './matches/match.service.js';
import { ListReader } from './registry/list.reader.js';
import { RegistryController } from './registry/registry.controller.js';
import { RegistryDesk } from './registry/registry-desk.service.js';
import { registryExport } from './registry/registry.export.js';
import { RegistryFiles } from './registry/registry.files.js';
import { RegistryResolver } from './registry/registry.resolver.js';
import { RegistrySeal } from './registry/registry.seal.js';
import { ListAcceptanceService } from './registry/list-acceptance.service.js';
import { MATCH_JOB } from './registry/list.repository.js';
import { RegistryService } from './registry/registry.service.js';
import { RegistryWithdrawal } from './registry/registry-withdrawal.service.js';
import { AnnulmentService } from './review/annulment.service.js';
import { SupplementService } from './review/supplement.service.js';
import { DecisionService } from './review/decision.service.js';
import {
  isEvidenceOfClaim,
  keptPapersOfClaim,
  keptPapersOfItem,
  reachOfAppeal,
  reachOfClaim,
  reachOfItem,
  reachOfLine,
} from './review/evidence.door.js';
import { EvidenceService } from './review/evidence.service.js';
import { PaymentService } from './review/payment.service.js';
import { ReviewResolver } from './review/review.resolver.js';
import { ReviewService } from './review/review.service.js';

const SERVICES = [
  ...ASKED,
  HeldService,
  AppealService,
  PaperAppealService,
  StageService,
  BatchService,
  BudgetService,
  RecoveryService,
  MessageService,
  SampleService,
  RegistryService,
  ListAcceptanceService,
  RegistryWithdrawal,
  RegistryDesk,
  MatchService,
  CallService,
  CallPhoneService,
  ReviewService,
  AnnulmentService,
  DecisionService,
  SupplementService,
  PaymentService,
  PackService,
  PackLibraryService,
  ProposalService,
  PolicyRunService,
  PolicyScanService,
  ClaimService,
  ClaimPrepareService,
  ClaimRoundService,
  ClaimRoundResolver,
  ClaimSubmitService,
  OpeningService,
  AwardService,
  SettlementService,
];

/** What whoever reads claims may read the history of. */
const OF_CLAIMS = [
  'claim',
  'claimYear',
  'claimRound',
  'claimStageRule',
  'openingLedger',
  'awardProject',
] as const;

@Module({
  imports: [ResidentModule, CareModule, MealModule, StaffModule, NoticeModule],
  controllers: [
    SampleController,
    RegistryController,
    FilingController,
    OpeningController,
    PaperController,
    PolicyController,
  ],
  providers: [
    ...SERVICES,
    FactsReader,
    ClaimComputer,
    DriftService,
    ParticularsService,
    FilingService,
    OrganizationKeyService,
    PaperService,
    OpeningTemplate,
    PackResolver,
    PolicyResolver,
    ComplianceService,
    ComplianceResolver,
    ClaimResolver,
    OpeningResolver,
    ReviewResolver,
    HeldResolver,
    AppealResolver,
    StageResolver,
    BatchResolver,
    RecoveryResolver,
    MessageResolver,
    SampleResolver,
    StatisticsResolver,
    EvidenceService,
    RegistrySeal,
    ListReader,
    RegistryFiles,
    RegistryResolver,
    MatchResolver,
    CallResolver,
    AwardResolver,
  ],
  exports: [...SERVICES, DriftService, FilingService, EvidenceService],
})
export class ClaimModule {
  constructor(
    history: HistoryRegistry,
    attachments: AttachmentRegistry,
    exports: ExportRegistry,
    unitOfWork: UnitOfWork,
    jobs: JobRegistry,
    matches: MatchService,
    desk: RegistryDesk,
    prepare: ClaimPrepareService,
  ) {
    for (const entity of OF_CLAIMS) {
      history.register(entity, 'claim.read');
    }
    history.register('paymentBatch', 'review.read');
    history.register('claimSample', 'review.read');
    history.register('appropriation', 'review.read');
    for (const [entity, table] of OF_COUNTIES) {
      history.share(entity, async (db, id) => await isInCounty(db, table, id));
    }
    history.register('registryList', 'registry.read');
    history.register('callback', 'callback.read');
    history.register('packDecision', 'pack.read');
    for (const entity of ['countyPack', 'policyPack', 'policyProposal', 'countyNotice']) {
      history.register(entity, 'pack.read');
    }
    takePapers(attachments, prepare);
    exports.register(lineExport(unitOfWork));
    exports.register(runExport(unitOfWork));
    exports.register(batchExport(unitOfWork));
    exports.register(accountExport(unitOfWork));
    exports.registerWorkbook(statisticsExport(unitOfWork));
    exports.register(registryExport(desk));
    jobs.register(MATCH_JOB, async (context: Parameters<MatchService['recount']>[0]) =>
      matches.recount(context),
    );
  }
}

/** What several bureaus of one county work on: civil affairs composes and draws, finance pays and reads. */
const OF_COUNTIES = [
  ['paymentBatch', 'payment_batch'],
  ['claimSample', 'claim_sample'],
] as const;

async function isInCounty(
  db: Db,
  table: (typeof OF_COUNTIES)[number][1],
  id: string,
): Promise<boolean> {
  const found = await db.row(`SELECT id FROM ${table} WHERE id = ? AND county_code IN (?)`, [
    id,
    db.scope.countyCodes,
  ]);
  return found !== null;
}

/** Which papers hang on claims and their parts, who opens them, and what a change of them brings about. */
function takePapers(attachments: AttachmentRegistry, prepare: ClaimPrepareService): void {
  attachments.register('claim', {
    read: 'claim.read',
    write: 'claim.prepare',
    table: 'claim',
    reach: reachOfClaim,
    alsoAdds: {
      permissions: ['payment.write', 'payment.confirm', 'review.decide'],
      kinds: ['RECEIPT', 'AWARD_DECISION'],
    },
    kept: keptPapersOfClaim,
  });
  attachments.register('openingLedger', {
    read: 'claim.read',
    write: 'opening.write',
    table: 'center',
  });
  attachments.addDoor(isEvidenceOfClaim);
  attachments.register('awardItem', {
    read: 'claim.read',
    write: 'claim.prepare',
    table: 'award_item',
    reach: reachOfItem,
    kept: keptPapersOfItem,
  });
  attachments.register('claimAppeal', {
    read: 'claim.read',
    write: 'claim.prepare',
    table: 'claim_appeal',
    reach: reachOfAppeal,
    kept: keptPapersOfAppeal,
  });
  attachments.register('claimLine', {
    read: 'claim.read',
    write: 'claim.prepare',
    table: 'claim_line',
    reach: reachOfLine,
  });
  for (const [entity, watcher] of Object.entries(paperWatchers(prepare))) {
    attachments.watch(entity, watcher);
  }
}
