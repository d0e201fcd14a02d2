import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { assert } from '@yibu/kernel';
import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { DataSource } from 'typeorm';

import { CONFIG, ConfigError, type Config } from '../config.js';
import { loadMasterKey, masterKeyFile } from './master-key.js';

/** Where a ciphertext belongs. Moved to another row or column it no longer opens. */
export interface CipherPlace {
  readonly countyCode: string;
  readonly table: string;
  readonly column: string;
  readonly rowId: string;
}

interface CountyKeys {
  readonly cipherKey: Buffer;
  readonly indexKey: Buffer;
}

const ALGORITHM = 'aes-256-gcm';
/** First byte of every ciphertext: which suite and key generation wrote it. */
const SUITE_AES_GCM_1 = 1;
const [NONCE_BYTES, TAG_BYTES, KEY_BYTES] = [12, 16, 32];

/**
 * Fields that must not be readable in a stolen disk or dump: AES-256-GCM with one key per county, wrapped by the
 * installation's master key; and a blind index (HMAC-SHA-256, one key per county) for exact search.
 */
@Injectable()
export class FieldCrypto implements OnModuleInit {
  private readonly keys = new Map<string, Promise<CountyKeys>>();
  private masterKey: Buffer = Buffer.alloc(0);

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @InjectDataSource() private readonly dataSource: DataSource,
  ) {}

  /** A lost or foreign key is told before anybody is let in: with a new one nothing kept would ever open again. */
  async onModuleInit(): Promise<void> {
    const [row] = await this.dataSource.query<{ code: string; wrapped: Buffer }[]>(
      'SELECT county_code AS code, wrapped FROM county_key LIMIT 1',
    );
    this.masterKey = loadMasterKey(this.config, row !== undefined);
    if (row === undefined) {
      return;
    }
    try {
      open(this.masterKey, row.wrapped, keyPlace(row.code));
    } catch {
      const where = this.config.masterKey === null ? masterKeyFile(this.config) : 'YIBU_MASTER_KEY';
      throw new ConfigError([
        `${where} is not the key that this database was sealed with; restore the right one from its backup`,
      ]);
    }
  }

  async encrypt(place: CipherPlace, text: string): Promise<Buffer> {
    const { cipherKey } = await this.keysOf(place.countyCode);
    return seal(cipherKey, Buffer.from(text, 'utf8'), aad(place));
  }

  async decrypt(place: CipherPlace, sealed: Buffer): Promise<string> {
    const { cipherKey } = await this.keysOf(place.countyCode);
    return open(cipherKey, sealed, aad(place)).toString('utf8');
  }

  /** Equal values of one kind have equal indexes within a county, and nowhere else. 32 bytes. */
  async blindIndex(countyCode: string, kind: string, value: string): Promise<Buffer> {
    const { indexKey } = await this.keysOf(countyCode);
    return createHmac('sha256', indexKey).update(`${kind}\0${value}`).digest();
  }

  private async keysOf(countyCode: string): Promise<CountyKeys> {
    let keys = this.keys.get(countyCode);
    if (!keys) {
      keys = this.loadKeys(countyCode);
      this.keys.set(countyCode, keys);
      keys.catch(() => this.keys.delete(countyCode));
    }
    return await keys;
  }

  /** Two processes may meet a new county at once: the first INSERT wins, both read its row. */
  private async loadKeys(countyCode: string): Promise<CountyKeys> {
    const place = keyPlace(countyCode);
    const select = 'SELECT wrapped FROM county_key WHERE county_code = ?';
    let [row] = await this.dataSource.query<{ wrapped: Buffer }[]>(select, [countyCode]);
    if (!row) {
      const wrapped = seal(this.masterKey, randomBytes(2 * KEY_BYTES), place);
      await this.dataSource.query(
        'INSERT IGNORE INTO county_key (county_code, wrapped, created_at) VALUES (?, ?, UTC_TIMESTAMP(3))',
        [countyCode, wrapped],
      );
      [row] = await this.dataSource.query<{ wrapped: Buffer }[]>(select, [countyCode]);
    }
    assert(row, `county ${countyCode} has a key after one was made`);
    const both = open(this.masterKey, row.wrapped, place);
    return { cipherKey: both.subarray(0, KEY_BYTES), indexKey: both.subarray(KEY_BYTES) };
  }
}

const aad = (place: CipherPlace): Buffer =>
  Buffer.from([place.countyCode, place.table, place.column, place.rowId].join('|'));

const keyPlace = (countyCode: string): Buffer =>
  aad({ countyCode, table: 'county_key', column: 'wrapped', rowId: countyCode });

function seal(key: Buffer, plain: Buffer, context: Buffer): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(ALGORITHM, key, nonce);
  cipher.setAAD(context);
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([Buffer.from([SUITE_AES_GCM_1]), nonce, cipher.getAuthTag(), body]);
}

function open(key: Buffer, sealed: Buffer, context: Buffer): Buffer {
  assert(sealed[0] === SUITE_AES_GCM_1, `ciphertext suite is known, got ${String(sealed[0])}`);
  const nonce = sealed.subarray(1, 1 + NONCE_BYTES);
  const tag = sealed.subarray(1 + NONCE_BYTES, 1 + NONCE_BYTES + TAG_BYTES);
  const decipher = createDecipheriv(ALGORITHM, key, nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(context);
  decipher.setAuthTag(tag);
  return Buffer.concat([
    decipher.update(sealed.subarray(1 + NONCE_BYTES + TAG_BYTES)),
    decipher.final(),
  ]);
}
