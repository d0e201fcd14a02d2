import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Dated county rules: when a claim may come in, and by when each side has done its part. Empty until a county says so. */
export class StageRules1764100003100 implements MigrationInterface {
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
  `CREATE TABLE IF NOT EXISTS claim_stage_rule (
    id CHAR(26) NOT NULL PRIMARY KEY,
    county_code CHAR(6) NOT NULL,
    from_on DATE NOT NULL,
    window_from_day INT NULL,
    window_until_day INT NULL,
    late_rule VARCHAR(10) NULL,
    intake_days INT NULL,
    review_days INT NULL,
    decision_days INT NULL,
    payment_days INT NULL,
    reason VARCHAR(500) NOT NULL,
    set_by CHAR(26) NOT NULL,
    set_at DATETIME(3) NOT NULL,
    CONSTRAINT ck_claim_stage_rule_window CHECK
      (window_until_day IS NULL OR (window_until_day >= 1 AND window_until_day >= COALESCE(window_from_day, 1))),
    CONSTRAINT ck_claim_stage_rule_late CHECK
      ((late_rule IS NULL) = (window_until_day IS NULL) AND COALESCE(late_rule, 'FLAG') IN ('FLAG','REFUSE')),
    CONSTRAINT ck_claim_stage_rule_days CHECK (COALESCE(intake_days, 1) > 0 AND COALESCE(review_days, 1) > 0
      AND COALESCE(decision_days, 1) > 0 AND COALESCE(payment_days, 1) > 0),
    UNIQUE INDEX ux_claim_stage_rule (county_code, from_on),
    CONSTRAINT fk_claim_stage_rule_county FOREIGN KEY (county_code) REFERENCES county (code)
      ON DELETE NO ACTION ON UPDATE NO ACTION
  ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin`,
  `ALTER TABLE claim
     ADD COLUMN IF NOT EXISTS late_days INT NULL,
     ADD COLUMN IF NOT EXISTS late_reason VARCHAR(500) NULL,
     ADD CONSTRAINT IF NOT EXISTS ck_claim_late CHECK
       ((late_days IS NULL) = (late_reason IS NULL) AND COALESCE(late_days, 1) > 0)`,
];
