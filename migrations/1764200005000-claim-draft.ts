import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a draft was computed from, kept beside it: its explanations are repeated from there when one is read, instead of
 * written out for every line of every draft. Lines of earlier claims keep the explanations they carry.
 */
const STATEMENTS = [
  `CREATE TABLE IF NOT EXISTS claim_draft (
    claim_id CHAR(26) NOT NULL PRIMARY KEY,
    center_id CHAR(26) NOT NULL,
    facts LONGBLOB NOT NULL,
    facts_sha256 CHAR(64) NOT NULL,
    pack LONGBLOB NOT NULL,
    pack_sha256 CHAR(64) NOT NULL,
    ledger LONGBLOB NOT NULL,
    ledger_sha256 CHAR(64) NOT NULL,
    created_at DATETIME(3) NOT NULL,
    UNIQUE INDEX ux_claim_draft_center (claim_id, center_id),
    CONSTRAINT fk_claim_draft_claim FOREIGN KEY (claim_id, center_id) REFERENCES claim (id, center_id) ON DELETE NO ACTION ON UPDATE NO ACTION
  ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin`,
  'ALTER TABLE claim_line MODIFY COLUMN trace LONGTEXT NULL',
];

export class ClaimDraft1764200005000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) {
      await runner.query(statement);
    }
  }

  async down(): Promise<void> {
    throw await Promise.resolve(new Error('Migrations go forward only'));
  }
}
