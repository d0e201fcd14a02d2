import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The papers a house has to hold, each with its days. Every statement can run again. */
export class CenterLicence1764300050000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE IF NOT EXISTS center_licence (
      id CHAR(26) NOT NULL PRIMARY KEY,
      center_id CHAR(26) NOT NULL,
      kind VARCHAR(24) NOT NULL,
      number VARCHAR(80) NULL,
      issuer VARCHAR(120) NULL,
      passed TINYINT NOT NULL,
      remark VARCHAR(500) NULL,
      valid_from DATE NOT NULL,
      valid_until DATE NULL,
      created_at DATETIME(3) NOT NULL,
      removed_at DATETIME(3) NULL,
      version INT NOT NULL DEFAULT 1,
      CONSTRAINT ck_center_licence_kind CHECK (kind IN ('REGISTRATION','FILING','FIRE','FOOD','MEDICAL','SPECIAL_EQUIPMENT','LIABILITY_INSURANCE')),
      CONSTRAINT ck_center_licence_days CHECK (valid_until IS NULL OR valid_until >= valid_from),
      CONSTRAINT ck_center_licence_reason CHECK (passed = 1 OR remark IS NOT NULL),
      UNIQUE INDEX ux_center_licence_center (id, center_id),
      INDEX ix_center_licence_kind (center_id, kind, valid_from),
      CONSTRAINT fk_center_licence_center FOREIGN KEY (center_id) REFERENCES center (id) ON DELETE NO ACTION ON UPDATE NO ACTION
    ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin`);
  }

  async down(): Promise<void> {
    throw await Promise.resolve(new Error('Migrations go forward only'));
  }
}
