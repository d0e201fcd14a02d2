import { Inject, Injectable } from '@nestjs/common';
import { assert, type Clock } from '@yibu/kernel';
import type { FilingSigner } from '@yibu/filing';
import { CLOCK, FieldCrypto, type Db, type Tx } from '@yibu/platform';
import { createPrivateKey, createPublicKey, generateKeyPairSync, sign } from 'node:crypto';

interface KeyRow {
  readonly publicKey: string;
  readonly sealed: Buffer;
}

/** An operator signs its filings with a key of its own. The private half lies sealed under the county's key. */
@Injectable()
export class OrganizationKeyService {
  constructor(
    private readonly crypto: FieldCrypto,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async signerOf(tx: Tx, owner: Owner): Promise<FilingSigner> {
    const row = (await this.find(tx, owner)) ?? (await this.create(tx, owner));
    const key = createPrivateKey(await this.crypto.decrypt(placeOf(owner), row.sealed));
    return {
      publicKey: createPublicKey(row.publicKey),
      // Ed25519 hashes by itself, and signs the same message the same way each time.
      sign: (message) => sign(null, message, key),
    };
  }

  async publicKeyOf(db: Db, owner: Owner): Promise<string | null> {
    return (await this.find(db, owner))?.publicKey ?? null;
  }

  private async find(db: Db, owner: Owner): Promise<KeyRow | null> {
    return await db.row<KeyRow>(
      `SELECT public_key AS publicKey, sealed FROM organization_key WHERE organization_id = ? AND county_code = ?`,
      [owner.organizationId, owner.countyCode],
    );
  }

  /** Of two that make one at once the first is kept. */
  private async create(tx: Tx, owner: Owner): Promise<KeyRow> {
    const pair = generateKeyPairSync('ed25519', {
      publicKeyEncoding: { type: 'spki', format: 'pem' },
      privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    });
    const sealed = await this.crypto.encrypt(placeOf(owner), pair.privateKey);
    await tx.execute(
      `INSERT IGNORE INTO organization_key (organization_id, county_code, public_key, sealed, created_at)
       VALUES (?, ?, ?, ?, ?)`,
      [owner.organizationId, owner.countyCode, pair.publicKey, sealed, this.clock.now()],
    );
    const row = await this.find(tx, owner);
    assert(row, 'an organization has a key after one was made');
    return row;
  }
}

interface Owner {
  readonly organizationId: string;
  readonly countyCode: string;
}

const placeOf = (owner: Owner): Parameters<FieldCrypto['encrypt']>[0] => ({
  countyCode: owner.countyCode,
  table: 'organization_key',
  column: 'sealed',
  rowId: owner.organizationId,
});
