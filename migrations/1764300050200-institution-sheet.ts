import type { MigrationInterface, QueryRunner } from 'typeorm';

const KEPT = 'a filed sheet is kept as it was filed';

/** Filed monthly sheets of institutions, version by version. Every statement can run again. */
export class InstitutionSheet1764300050200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE IF NOT EXISTS institution_sheet (
      id CHAR(26) NOT NULL PRIMARY KEY,
      center_id CHAR(26) NOT NULL,
      month CHAR(7) NOT NULL,
      number INT NOT NULL,
      body LONGTEXT NOT NULL,
      digest CHAR(64) NOT NULL,
      reason VARCHAR(500) NULL,
      filed_by CHAR(26) NOT NULL,
      filed_by_name VARCHAR(100) NOT NULL,
      filed_at DATETIME(3) NOT NULL,
      CONSTRAINT ck_institution_sheet_body CHECK (JSON_VALID(body)),
      CONSTRAINT ck_institution_sheet_digest CHECK (digest = SHA2(body, 256)),
      CONSTRAINT ck_institution_sheet_number CHECK (number >= 1),
      CONSTRAINT ck_institution_sheet_reason CHECK (number = 1 OR reason IS NOT NULL),
      UNIQUE INDEX ux_institution_sheet_center (id, center_id),
      UNIQUE INDEX ux_institution_sheet_version (center_id, month, number),
      CONSTRAINT fk_institution_sheet_center FOREIGN KEY (center_id) REFERENCES center (id) ON DELETE NO ACTION ON UPDATE NO ACTION
    ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin`);
    for (const deed of ['UPDATE', 'DELETE']) {
      await runner.query(`CREATE OR REPLACE TRIGGER tr_institution_sheet_${deed.toLowerCase()}
        BEFORE ${deed} ON institution_sheet FOR EACH ROW
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = '${KEPT}'`);
    }
  }

  async down(): Promise<void> {
    throw await Promise.resolve(new Error('Migrations go forward only'));
  }
}
