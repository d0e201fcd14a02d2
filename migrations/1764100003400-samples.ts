import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLE = 'ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin';

/** People drawn for an inspection, with everything that it takes to draw them again; and who was met. */
export class Samples1764100003400 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of STATEMENTS) {
      await runner.query(sql);
    }
  }

  async down(): Promise<void> {
    throw await Promise.resolve(new Error('Migrations go forward only'));
  }
}

const STATEMENTS = [
  `CREATE TABLE IF NOT EXISTS claim_sample (
    id CHAR(26) NOT NULL PRIMARY KEY,
    county_code CHAR(6) NOT NULL,
    period VARCHAR(7) NOT NULL,
    method VARCHAR(10) NOT NULL,
    size INT NOT NULL,
    seed VARCHAR(64) NOT NULL,
    population_count INT NOT NULL,
    population_fen BIGINT NOT NULL,
    population_sha256 CHAR(64) NOT NULL,
    population LONGTEXT NOT NULL,
    note VARCHAR(500) NULL,
    drawn_by CHAR(26) NOT NULL,
    drawn_at DATETIME(3) NOT NULL,
    CONSTRAINT ck_claim_sample_method CHECK (method IN ('RANDOM','MUS','TOP','VARIANCE')),
    CONSTRAINT ck_claim_sample_size CHECK (size > 0 AND size <= population_count),
    CONSTRAINT ck_claim_sample_population CHECK (JSON_VALID(population)),
    INDEX ix_claim_sample_county (county_code, drawn_at)
  ) ${TABLE}`,
  `CREATE TABLE IF NOT EXISTS claim_sample_item (
    id CHAR(26) NOT NULL PRIMARY KEY,
    sample_id CHAR(26) NOT NULL,
    center_id CHAR(26) NOT NULL,
    claim_id CHAR(26) NOT NULL,
    subject_id VARCHAR(64) NOT NULL,
    subject_name VARCHAR(120) NULL,
    seq INT NOT NULL,
    amount_fen BIGINT NOT NULL,
    delta_fen BIGINT NOT NULL,
    result VARCHAR(10) NULL,
    note VARCHAR(500) NULL,
    seen_by CHAR(26) NULL,
    seen_at DATETIME(3) NULL,
    CONSTRAINT ck_claim_sample_item_result CHECK (result IS NULL OR result IN ('PRESENT','ABSENT','OTHER')),
    CONSTRAINT ck_claim_sample_item_seen CHECK ((result IS NULL) = (seen_at IS NULL)),
    CONSTRAINT ck_claim_sample_item_note CHECK (result IS NULL OR result = 'PRESENT' OR note IS NOT NULL),
    UNIQUE INDEX ux_claim_sample_item (sample_id, seq),
    INDEX ix_claim_sample_item_claim (claim_id, subject_id),
    CONSTRAINT fk_claim_sample_item_sample FOREIGN KEY (sample_id) REFERENCES claim_sample (id)
      ON DELETE NO ACTION ON UPDATE NO ACTION,
    CONSTRAINT fk_claim_sample_item_claim FOREIGN KEY (claim_id, center_id) REFERENCES claim (id, center_id)
      ON DELETE NO ACTION ON UPDATE NO ACTION
  ) ${TABLE}`,
  ...['UPDATE', 'DELETE'].map(
    (deed) =>
      `CREATE OR REPLACE TRIGGER tr_claim_sample_no_${deed.toLowerCase()} BEFORE ${deed} ON claim_sample FOR EACH ROW
       SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'claim_sample is append-only'`,
  ),
];
