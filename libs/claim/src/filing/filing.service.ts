import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { AppError, type Clock } from '@yibu/kernel';
import { buildFiling, type BuiltFiling, type FilingLanguage } from '@yibu/filing';
import {
  CLOCK,
  FileStore,
  JobQueue,
  JobRegistry,
  newId,
  UnitOfWork,
  type JobContext,
  type Scope,
  type Tx,
} from '@yibu/platform';

import { findClaim, type ClaimRow } from '../claims/claim.access.js';
import { readSnapshot } from '../claims/snapshot.repository.js';
import { filingInputOf } from './filing-input.js';
import { OrganizationKeyService } from './organization-key.service.js';
import { ParticularsService } from './particulars.service.js';

const FILING = 'claim.filing';
const LANGUAGES: readonly FilingLanguage[] = ['zh-CN', 'en'];

interface FilingPayload {
  readonly claimId: string;
  readonly language: FilingLanguage;
}

export interface OpenedFiling {
  readonly fileName: string;
  readonly bytes: Buffer;
}

/** Makes the papers of a submitted claim in the background, and hands them out with an entry in the trail. */
@Injectable()
export class FilingService implements OnModuleInit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly store: FileStore,
    private readonly queue: JobQueue,
    private readonly registry: JobRegistry,
    private readonly particulars: ParticularsService,
    private readonly keys: OrganizationKeyService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.registry.register<FilingPayload>(FILING, async (context) => await this.make(context));
  }

  /** In the transaction of the submission. */
  async enqueue(tx: Tx, claim: ClaimRow): Promise<void> {
    for (const language of LANGUAGES) {
      await this.queue.enqueue(tx, {
        kind: FILING,
        centerId: claim.centerId,
        payload: { claimId: claim.id, language },
      });
    }
  }

  async open(scope: Scope, claimId: string, language: string): Promise<OpenedFiling> {
    const db = this.unitOfWork.read(scope);
    const claim = await findClaim(db, claimId);
    const filing = await db.row<{ sha256: string }>(
      'SELECT sha256 FROM claim_filing WHERE claim_id = ? AND center_id = ? AND language = ?',
      [claim.id, claim.centerId, language],
    );
    if (!filing) {
      throw new AppError('FILING_NOT_READY', `No filing of ${claim.number} in ${language}`, {
        number: claim.number,
      });
    }
    await this.unitOfWork.run(scope, async (tx) => {
      tx.audit({
        entity: 'claim',
        entityId: claim.id,
        centerId: claim.centerId,
        action: 'downloadFiling',
        changes: [{ field: 'language', from: null, to: language }],
      });
      return await Promise.resolve();
    });
    const bytes = await this.store.get(filing.sha256);
    return { fileName: `${claim.number}-R${claim.revision}-${language}.zip`, bytes };
  }

  /** What an auditor compares a signature with, from a source other than the package itself. */
  async publicKey(scope: Scope, claimId: string): Promise<OpenedFiling> {
    const db = this.unitOfWork.read(scope);
    const claim = await findClaim(db, claimId);
    const pem = await this.keys.publicKeyOf(db, claim);
    if (pem === null) {
      throw new AppError('FILING_NOT_READY', `Nothing of ${claim.number} is signed yet`, {
        number: claim.number,
      });
    }
    return { fileName: `${claim.organizationId}-${claim.countyCode}.pem`, bytes: Buffer.from(pem) };
  }

  private async make(context: JobContext<FilingPayload>): Promise<unknown> {
    const { scope, payload } = context;
    const db = this.unitOfWork.read(scope);
    const claim = await findClaim(db, payload.claimId);
    const frozen = await readSnapshot(db, claim);
    await context.progress(0, 2);
    const signer = await this.unitOfWork.run(
      scope,
      async (tx) => await this.keys.signerOf(tx, claim),
    );
    const input = filingInputOf(frozen, {
      particulars: await this.particulars.open(claim, frozen.particulars),
      packCode: claim.packCode,
      language: payload.language,
    });
    const built = await buildFiling(input, signer);
    const sha256 = await this.store.put(built.bytes);
    await context.progress(1, 2);
    const result = { claimId: claim.id, language: payload.language, sha256 };
    await this.unitOfWork.run(scope, async (tx) => {
      await this.enter(tx, claim, { built, language: payload.language });
      tx.audit({
        entity: 'claim',
        entityId: claim.id,
        centerId: claim.centerId,
        action: 'file',
        changes: [
          { field: 'language', from: null, to: payload.language },
          { field: 'sha256', from: null, to: sha256 },
        ],
      });
      await context.finish(tx, result);
    });
    return result;
  }

  /** A job that ran twice made the same bytes and leaves one row. */
  private async enter(
    tx: Tx,
    claim: ClaimRow,
    { built, language }: { readonly built: BuiltFiling; readonly language: FilingLanguage },
  ): Promise<void> {
    await tx.execute(
      `INSERT INTO claim_filing (id, center_id, claim_id, language, sha256, content_digest, size, created_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE sha256 = VALUES(sha256),
         content_digest = VALUES(content_digest), size = VALUES(size), created_at = VALUES(created_at)`,
      [
        newId(),
        claim.centerId,
        claim.id,
        language,
        built.sha256,
        built.contentDigest,
        built.bytes.length,
        this.clock.now(),
      ],
    );
  }
}
