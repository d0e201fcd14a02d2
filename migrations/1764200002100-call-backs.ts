import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLE = 'ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin';

/** People of a claim whom the bureau calls, what they say, and every try to reach them. */
export class CallBacks1764200002100 implements MigrationInterface {
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
  `ALTER TABLE claim_sample ADD COLUMN IF NOT EXISTS purpose VARCHAR(10) NOT NULL DEFAULT 'VISIT'`,
  `ALTER TABLE claim_sample ADD COLUMN IF NOT EXISTS program VARCHAR(60) NULL`,
  `CREATE TABLE IF NOT EXISTS callback_call (
    id CHAR(26) NOT NULL PRIMARY KEY,
    center_id CHAR(26) NOT NULL,
    claim_id CHAR(26) NOT NULL,
    subject_id VARCHAR(64) NOT NULL,
    subject_name VARCHAR(120) NULL,
    program VARCHAR(60) NULL,
    sample_id CHAR(26) NULL,
    status VARCHAR(10) NOT NULL,
    rendered VARCHAR(10) NULL,
    asked_money VARCHAR(10) NULL,
    money_fen BIGINT NULL,
    note VARCHAR(500) NULL,
    next_on DATE NULL,
    try_count INT NOT NULL DEFAULT 0,
    queued_by CHAR(26) NOT NULL,
    queued_at DATETIME(3) NOT NULL,
    done_by CHAR(26) NULL,
    done_at DATETIME(3) NULL,
    version INT NOT NULL DEFAULT 1,
    CONSTRAINT ck_callback_call_status CHECK (status IN ('OPEN','REACHED','GIVEN_UP')),
    CONSTRAINT ck_callback_call_done CHECK ((status = 'OPEN') = (done_at IS NULL)),
    CONSTRAINT ck_callback_call_answers CHECK ((status = 'REACHED') = (rendered IS NOT NULL)
      AND (rendered IS NULL) = (asked_money IS NULL)
      AND (rendered IS NULL OR rendered IN ('YES','NO','PARTLY','UNSURE'))
      AND (asked_money IS NULL OR asked_money IN ('NO','YES','UNSURE'))),
    CONSTRAINT ck_callback_call_money CHECK (money_fen IS NULL OR (asked_money = 'YES' AND money_fen > 0)),
    UNIQUE INDEX ux_callback_call_person (claim_id, subject_id),
    UNIQUE INDEX ux_callback_call_center (id, center_id),
    INDEX ix_callback_call_queue (center_id, status, next_on),
    CONSTRAINT fk_callback_call_claim FOREIGN KEY (claim_id, center_id) REFERENCES claim (id, center_id)
      ON DELETE NO ACTION ON UPDATE NO ACTION
  ) ${TABLE}`,
  `CREATE TABLE IF NOT EXISTS callback_try (
    id CHAR(26) NOT NULL PRIMARY KEY,
    center_id CHAR(26) NOT NULL,
    call_id CHAR(26) NOT NULL,
    outcome VARCHAR(12) NOT NULL,
    note VARCHAR(500) NULL,
    next_on DATE NULL,
    tried_by CHAR(26) NOT NULL,
    tried_at DATETIME(3) NOT NULL,
    CONSTRAINT ck_callback_try_outcome CHECK (outcome IN ('REACHED','NO_ANSWER','WRONG_NUMBER','REFUSED','LATER','GIVEN_UP')),
    INDEX ix_callback_try_call (call_id, tried_at),
    CONSTRAINT fk_callback_try_call FOREIGN KEY (call_id, center_id) REFERENCES callback_call (id, center_id)
      ON DELETE NO ACTION ON UPDATE NO ACTION
  ) ${TABLE}`,
  ...['UPDATE', 'DELETE'].map(
    (deed) =>
      `CREATE OR REPLACE TRIGGER tr_callback_try_no_${deed.toLowerCase()} BEFORE ${deed} ON callback_try FOR EACH ROW
       SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'callback_try is append-only'`,
  ),
];
