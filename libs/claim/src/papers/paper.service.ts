import { Inject, Injectable } from '@nestjs/common';
import { InputError, type Clock } from '@yibu/kernel';
import { buildAccount, buildDifference, buildReceipt, type BuiltPaper } from '@yibu/filing';
import { CLOCK, UnitOfWork, type Scope } from '@yibu/platform';

import { findClaim } from '../claims/claim.access.js';
import { readAccount } from './account.queries.js';
import { readDifference } from './difference.queries.js';
import { languageOf } from './paper.ground.js';
import { readReceipt } from './receipt.queries.js';

interface Deed {
  readonly entity: 'claim' | 'center';
  readonly entityId: string;
  readonly centerId: string;
  readonly paper: string;
}

/** Papers made while one waits, from what is decided and paid; each is handed out with an entry in the trail. */
@Injectable()
export class PaperService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async difference(scope: Scope, claimId: string, language?: string): Promise<BuiltPaper> {
    const db = this.unitOfWork.read(scope);
    const claim = await findClaim(db, claimId);
    const built = await buildDifference(await readDifference(db, claim, languageOf(language)));
    const { id: entityId, centerId } = claim;
    return await this.record(
      scope,
      { entity: 'claim', entityId, centerId, paper: 'difference' },
      built,
    );
  }

  async receipt(scope: Scope, paymentId: string, language?: string): Promise<BuiltPaper> {
    const db = this.unitOfWork.read(scope);
    const { claim, input } = await readReceipt(db, paymentId, languageOf(language));
    const built = await buildReceipt(input);
    const { id: entityId, centerId } = claim;
    return await this.record(
      scope,
      { entity: 'claim', entityId, centerId, paper: 'receipt' },
      built,
    );
  }

  async account(
    scope: Scope,
    centerId: string,
    asked: { readonly year: string; readonly language?: string | undefined },
  ): Promise<BuiltPaper> {
    if (!/^20\d{2}$/.test(asked.year)) {
      throw new InputError([{ path: 'year', rule: 'matches' }]);
    }
    const input = await readAccount(this.unitOfWork.read(scope), {
      centerId,
      year: Number(asked.year),
      today: this.clock.today(),
      now: this.clock.now(),
      language: languageOf(asked.language),
    });
    const deed = { entity: 'center', entityId: centerId, centerId, paper: 'account' } as const;
    return await this.record(scope, deed, await buildAccount(input));
  }

  private async record(scope: Scope, deed: Deed, built: BuiltPaper): Promise<BuiltPaper> {
    await this.unitOfWork.run(scope, async (tx) => {
      tx.audit({
        entity: deed.entity,
        entityId: deed.entityId,
        centerId: deed.centerId,
        action: 'downloadPaper',
        changes: [{ field: 'paper', from: null, to: deed.paper }],
      });
      return await Promise.resolve();
    });
    return built;
  }
}
