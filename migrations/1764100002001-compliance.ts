import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLE = 'ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin';
const NO_ACTION = 'ON DELETE NO ACTION ON UPDATE NO ACTION';
const ENTRY = `pack_code VARCHAR(80) NOT NULL,
    item_key VARCHAR(80) NOT NULL,
    status VARCHAR(16) NOT NULL,
    figure DOUBLE NULL,
    size DOUBLE NULL,
    evidence VARCHAR(500) NOT NULL,
    checked_by CHAR(26) NOT NULL,
    checked_by_name VARCHAR(100) NOT NULL,
    checked_at DATETIME(3) NOT NULL,
    version INT NOT NULL DEFAULT 1`;

/** What facility standards ask of a center and targets of a county, and what was found. Every statement can run again. */
export class Compliance1764100002001 implements MigrationInterface {
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
  `CREATE TABLE IF NOT EXISTS compliance_entry (
    id CHAR(26) NOT NULL PRIMARY KEY,
    center_id CHAR(26) NOT NULL,
    ${ENTRY},
    CONSTRAINT ck_compliance_entry_status CHECK (status IN ('MET','NOT_MET','UNKNOWN','NOT_APPLICABLE')),
    UNIQUE INDEX ux_compliance_entry (center_id, pack_code, item_key),
    CONSTRAINT fk_compliance_entry_center FOREIGN KEY (center_id) REFERENCES center (id) ${NO_ACTION}
  ) ${TABLE}`,
  `CREATE TABLE IF NOT EXISTS county_progress (
    id CHAR(26) NOT NULL PRIMARY KEY,
    county_code CHAR(6) NOT NULL,
    ${ENTRY},
    CONSTRAINT ck_county_progress_status CHECK (status IN ('MET','NOT_MET','UNKNOWN','NOT_APPLICABLE')),
    UNIQUE INDEX ux_county_progress (county_code, pack_code, item_key)
  ) ${TABLE}`,
];
