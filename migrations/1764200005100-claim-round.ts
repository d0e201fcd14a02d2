import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLE = 'ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin';
const NO_ACTION = 'ON DELETE NO ACTION ON UPDATE NO ACTION';

/** One deed of an operator prepares the month of all its centers; each center is an item that can be tried again. */
const STATEMENTS = [
  `CREATE TABLE IF NOT EXISTS claim_round (
    id CHAR(26) NOT NULL PRIMARY KEY,
    organization_id CHAR(26) NOT NULL,
    period VARCHAR(7) NOT NULL,
    job_id CHAR(26) NOT NULL,
    started_by CHAR(26) NOT NULL,
    started_by_name VARCHAR(100) NOT NULL,
    started_at DATETIME(3) NOT NULL,
    INDEX ix_claim_round_organization (organization_id, started_at),
    CONSTRAINT fk_claim_round_organization FOREIGN KEY (organization_id) REFERENCES organization (id) ${NO_ACTION}
  ) ${TABLE}`,
  `CREATE TABLE IF NOT EXISTS claim_round_item (
    round_id CHAR(26) NOT NULL,
    center_id CHAR(26) NOT NULL,
    claim_id CHAR(26) NULL,
    job_id CHAR(26) NULL,
    error_code VARCHAR(60) NULL,
    error_params LONGTEXT NULL,
    PRIMARY KEY (round_id, center_id),
    INDEX ix_claim_round_item_center (center_id),
    CONSTRAINT ck_claim_round_item_outcome CHECK (error_code IS NULL OR job_id IS NULL),
    CONSTRAINT fk_claim_round_item_round FOREIGN KEY (round_id) REFERENCES claim_round (id) ${NO_ACTION},
    CONSTRAINT fk_claim_round_item_center FOREIGN KEY (center_id) REFERENCES center (id) ${NO_ACTION},
    CONSTRAINT fk_claim_round_item_claim FOREIGN KEY (claim_id, center_id) REFERENCES claim (id, center_id) ${NO_ACTION}
  ) ${TABLE}`,
  // Jobs of a round are told of by the round, not one by one beside the bell.
  'ALTER TABLE job ADD COLUMN IF NOT EXISTS is_part TINYINT NOT NULL DEFAULT 0',
];

export class ClaimRound1764200005100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) {
      await runner.query(statement);
    }
  }

  async down(): Promise<void> {
    throw await Promise.resolve(new Error('Migrations go forward only'));
  }
}
