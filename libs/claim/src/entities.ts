import { ClaimAppealEntity } from './appeal/appeal.entity.js';
import {
  AwardItemEntity,
  AwardProjectEntity,
  AwardSettlementEntity,
} from './award/award.entities.js';
import {
  AppropriationEntity,
  PaymentBatchEntity,
  PaymentBatchItemEntity,
} from './batch/batch.entities.js';
import {
  ClaimCheckEntity,
  ClaimDraftEntity,
  ClaimEntity,
  ClaimLineEntity,
  ClaimMessageEntity,
  ClaimObjectionEntity,
  ClaimSnapshotEntity,
} from './claims/claim.entities.js';
import { ClaimStageRuleEntity } from './clock/stage.entities.js';
import { ComplianceEntryEntity, CountyProgressEntity } from './compliance/compliance.entities.js';
import {
  ClaimCenterSettingEntity,
  ClaimFilingEntity,
  OrganizationKeyEntity,
} from './filing/filing.entities.js';
import { ClaimYearEntity, LedgerEntryEntity } from './ledger/ledger.entities.js';
import { ClaimMessageReadEntity } from './messages/message.entities.js';
import {
  CountyPackDecisionEntity,
  CountyPackEntity,
  PolicyPackEntity,
} from './packs/pack.entities.js';
import {
  CountyNoticeEntity,
  PolicyProposalEntity,
  PolicyRunChangeEntity,
  PolicyRunEntity,
  PolicyScanEntity,
} from './packs/policy.entities.js';
import { CallbackCallEntity, CallbackTryEntity } from './callback/call.entities.js';
import { ClaimMatchEntity } from './matches/match.entities.js';
import { RegistryListEntity, RegistryRowEntity } from './registry/registry.entities.js';
import { RecoveryInstalmentEntity, RecoveryPlanEntity } from './recovery/recovery.entities.js';
import { ClaimRoundEntity, ClaimRoundItemEntity } from './rounds/round.entities.js';
import { ClaimDecisionEntity, LineVerdictEntity, PaymentEntity } from './review/review.entities.js';

import { ClaimSampleEntity, ClaimSampleItemEntity } from './sampling/sample.entities.js';
import {
  NoticeObjectionEntity,
  PublicNoticeClaimEntity,
  PublicNoticeEntity,
  PublicNoticeLineEntity,
} from './notice/notice.entities.js';

export const CLAIM_ENTITIES = [
  PublicNoticeEntity,
  PublicNoticeClaimEntity,
  PublicNoticeLineEntity,
  NoticeObjectionEntity,
  PolicyPackEntity,
  CountyPackEntity,
  CountyPackDecisionEntity,
  ComplianceEntryEntity,
  CountyProgressEntity,
  PolicyProposalEntity,
  PolicyScanEntity,
  CountyNoticeEntity,
  PolicyRunEntity,
  PolicyRunChangeEntity,
  ClaimEntity,
  ClaimLineEntity,
  ClaimCheckEntity,
  ClaimDraftEntity,
  ClaimSnapshotEntity,
  ClaimMessageEntity,
  ClaimAppealEntity,
  ClaimObjectionEntity,
  LedgerEntryEntity,
  ClaimYearEntity,
  LineVerdictEntity,
  ClaimDecisionEntity,
  PaymentEntity,
  PaymentBatchEntity,
  ClaimFilingEntity,
  OrganizationKeyEntity,
  ClaimCenterSettingEntity,
  ClaimStageRuleEntity,
  ClaimMessageReadEntity,
  ClaimSampleEntity,
  ClaimSampleItemEntity,
  ClaimRoundEntity,
  ClaimRoundItemEntity,
  PaymentBatchItemEntity,
  AppropriationEntity,
  RecoveryPlanEntity,
  RegistryListEntity,
  RegistryRowEntity,
  ClaimMatchEntity,
  CallbackCallEntity,
  CallbackTryEntity,
  RecoveryInstalmentEntity,
  AwardProjectEntity,
  AwardItemEntity,
  AwardSettlementEntity,
];
