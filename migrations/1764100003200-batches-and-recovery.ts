import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLE = 'ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin';
const NO_ACTION = 'ON DELETE NO ACTION ON UPDATE NO ACTION';

/** What a county pays in one go and who confirms it, what it may spend in a year, and how money comes back. */
export class BatchesAndRecovery1764100003200 implements MigrationInterface {
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
  `ALTER TABLE payment_batch
     ADD COLUMN IF NOT EXISTS status VARCHAR(10) NOT NULL DEFAULT 'SENT',
     ADD COLUMN IF NOT EXISTS note VARCHAR(500) NULL,
     ADD COLUMN IF NOT EXISTS settled_by CHAR(26) NULL,
     ADD COLUMN IF NOT EXISTS settled_at DATETIME(3) NULL,
     ADD CONSTRAINT IF NOT EXISTS ck_payment_batch_status CHECK (status IN ('SENT','DONE','CANCELLED')),
     ADD CONSTRAINT IF NOT EXISTS ck_payment_batch_total CHECK (total_fen > 0),
     ADD CONSTRAINT IF NOT EXISTS ck_payment_batch_settled CHECK ((status = 'SENT') = (settled_at IS NULL)),
     ADD CONSTRAINT IF NOT EXISTS ck_payment_batch_two_people CHECK
       (status <> 'DONE' OR settled_by IS NULL OR settled_by <> created_by)`,
  `CREATE TABLE IF NOT EXISTS payment_batch_item (
    id CHAR(26) NOT NULL PRIMARY KEY,
    batch_id CHAR(26) NOT NULL,
    center_id CHAR(26) NOT NULL,
    claim_id CHAR(26) NOT NULL,
    amount_fen BIGINT NOT NULL,
    state VARCHAR(10) NOT NULL,
    paid_fen BIGINT NOT NULL DEFAULT 0,
    reason VARCHAR(500) NULL,
    settled_by CHAR(26) NULL,
    settled_at DATETIME(3) NULL,
    CONSTRAINT ck_payment_batch_item_amount CHECK (amount_fen > 0 AND paid_fen BETWEEN 0 AND amount_fen),
    CONSTRAINT ck_payment_batch_item_state CHECK (state IN ('ASKED','PAID','REFUSED','CANCELLED')),
    CONSTRAINT ck_payment_batch_item_paid CHECK ((state = 'PAID') = (paid_fen > 0)),
    CONSTRAINT ck_payment_batch_item_refused CHECK (state <> 'REFUSED' OR reason IS NOT NULL),
    UNIQUE INDEX ux_payment_batch_item (batch_id, claim_id),
    INDEX ix_payment_batch_item_claim (claim_id, state),
    CONSTRAINT fk_payment_batch_item_batch FOREIGN KEY (batch_id) REFERENCES payment_batch (id) ${NO_ACTION},
    CONSTRAINT fk_payment_batch_item_claim FOREIGN KEY (claim_id, center_id) REFERENCES claim (id, center_id) ${NO_ACTION}
  ) ${TABLE}`,
  `CREATE TABLE IF NOT EXISTS appropriation (
    id CHAR(26) NOT NULL PRIMARY KEY,
    county_code CHAR(6) NOT NULL,
    year INT NOT NULL,
    on_day DATE NOT NULL,
    amount_fen BIGINT NOT NULL,
    document_number VARCHAR(80) NOT NULL,
    note VARCHAR(500) NULL,
    entered_by CHAR(26) NOT NULL,
    entered_at DATETIME(3) NOT NULL,
    CONSTRAINT ck_appropriation_amount CHECK (amount_fen <> 0),
    UNIQUE INDEX ux_appropriation (county_code, year, document_number),
    CONSTRAINT fk_appropriation_county FOREIGN KEY (county_code) REFERENCES county (code) ${NO_ACTION}
  ) ${TABLE}`,
  `ALTER TABLE payment
     ADD COLUMN IF NOT EXISTS kind VARCHAR(10) NOT NULL DEFAULT 'CASH',
     ADD COLUMN IF NOT EXISTS offset_claim_id CHAR(26) NULL,
     ADD CONSTRAINT IF NOT EXISTS ck_payment_kind CHECK
       (kind IN ('CASH','OFFSET') AND (kind = 'OFFSET') = (offset_claim_id IS NOT NULL)),
     ADD INDEX IF NOT EXISTS ix_payment_batch (batch_id)`,
  `CREATE TABLE IF NOT EXISTS recovery_plan (
    claim_id CHAR(26) NOT NULL PRIMARY KEY,
    center_id CHAR(26) NOT NULL,
    debt_fen BIGINT NOT NULL,
    agreed_on DATE NOT NULL,
    document_number VARCHAR(80) NULL,
    note VARCHAR(500) NOT NULL,
    agreed_by CHAR(26) NOT NULL,
    created_at DATETIME(3) NOT NULL,
    CONSTRAINT ck_recovery_plan_debt CHECK (debt_fen > 0),
    UNIQUE INDEX ux_recovery_plan_center (claim_id, center_id),
    CONSTRAINT fk_recovery_plan_claim FOREIGN KEY (claim_id, center_id) REFERENCES claim (id, center_id) ${NO_ACTION}
  ) ${TABLE}`,
  `CREATE TABLE IF NOT EXISTS recovery_instalment (
    id CHAR(26) NOT NULL PRIMARY KEY,
    claim_id CHAR(26) NOT NULL,
    center_id CHAR(26) NOT NULL,
    seq INT NOT NULL,
    due_on DATE NOT NULL,
    amount_fen BIGINT NOT NULL,
    CONSTRAINT ck_recovery_instalment_amount CHECK (amount_fen > 0),
    UNIQUE INDEX ux_recovery_instalment (claim_id, seq),
    CONSTRAINT fk_recovery_instalment_plan FOREIGN KEY (claim_id, center_id)
      REFERENCES recovery_plan (claim_id, center_id) ${NO_ACTION}
  ) ${TABLE}`,
];
