import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLE = 'ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin';
const NO_ACTION = 'ON DELETE NO ACTION ON UPDATE NO ACTION';

/** Notices to the public with what they say, which lines each row stands for, and objections against them. */
export class PublicNotice1764100000100 implements MigrationInterface {
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
  `CREATE TABLE IF NOT EXISTS public_notice (
    id CHAR(26) NOT NULL PRIMARY KEY,
    county_code CHAR(6) NOT NULL,
    organization_id CHAR(26) NOT NULL,
    code CHAR(26) NOT NULL,
    number VARCHAR(60) NOT NULL,
    period VARCHAR(7) NOT NULL,
    from_on DATE NOT NULL,
    until_on DATE NOT NULL,
    contact VARCHAR(200) NOT NULL,
    how_to VARCHAR(500) NULL,
    people INT NOT NULL,
    amount_fen BIGINT NOT NULL,
    body LONGTEXT NOT NULL,
    published_by CHAR(26) NOT NULL,
    published_by_name VARCHAR(100) NOT NULL,
    published_at DATETIME(3) NOT NULL,
    withdrawn_at DATETIME(3) NULL,
    withdrawn_reason VARCHAR(500) NULL,
    CONSTRAINT ck_public_notice_days CHECK (until_on > from_on),
    CONSTRAINT ck_public_notice_body CHECK (JSON_VALID(body)),
    CONSTRAINT ck_public_notice_withdrawn CHECK ((withdrawn_at IS NULL) = (withdrawn_reason IS NULL)),
    UNIQUE INDEX ux_public_notice_code (code),
    UNIQUE INDEX ux_public_notice_number (county_code, number),
    INDEX ix_public_notice_county (county_code, published_at)
  ) ${TABLE}`,
  `CREATE TABLE IF NOT EXISTS public_notice_claim (
    public_notice_id CHAR(26) NOT NULL,
    claim_id CHAR(26) NOT NULL,
    center_id CHAR(26) NOT NULL,
    is_live TINYINT NULL,
    PRIMARY KEY (public_notice_id, claim_id),
    UNIQUE INDEX ux_public_notice_claim_live (claim_id, is_live),
    CONSTRAINT fk_public_notice_claim_claim FOREIGN KEY (claim_id, center_id) REFERENCES claim (id, center_id) ${NO_ACTION},
    CONSTRAINT fk_public_notice_claim_notice FOREIGN KEY (public_notice_id) REFERENCES public_notice (id) ${NO_ACTION}
  ) ${TABLE}`,
  `CREATE TABLE IF NOT EXISTS public_notice_line (
    public_notice_id CHAR(26) NOT NULL,
    claim_line_id CHAR(26) NOT NULL,
    center_id CHAR(26) NOT NULL,
    claim_id CHAR(26) NOT NULL,
    seq INT NOT NULL,
    amount_fen BIGINT NOT NULL,
    PRIMARY KEY (public_notice_id, claim_line_id),
    INDEX ix_public_notice_line_seq (public_notice_id, seq),
    INDEX ix_public_notice_line_claim (claim_id),
    CONSTRAINT fk_public_notice_line_line FOREIGN KEY (claim_line_id, center_id) REFERENCES claim_line (id, center_id) ${NO_ACTION}
  ) ${TABLE}`,
  `CREATE TABLE IF NOT EXISTS notice_objection (
    id CHAR(26) NOT NULL PRIMARY KEY,
    county_code CHAR(6) NOT NULL,
    public_notice_id CHAR(26) NOT NULL,
    row_seq INT NULL,
    source VARCHAR(10) NOT NULL,
    received_on DATE NOT NULL,
    name_cipher VARBINARY(600) NULL,
    contact_cipher VARBINARY(600) NULL,
    text_cipher VARBINARY(8000) NOT NULL,
    address_index VARBINARY(32) NULL,
    status VARCHAR(10) NOT NULL,
    outcome VARCHAR(10) NULL,
    answer VARCHAR(1000) NULL,
    answered_by_name VARCHAR(100) NULL,
    answered_at DATETIME(3) NULL,
    override_reason VARCHAR(500) NULL,
    overridden_by_name VARCHAR(100) NULL,
    overridden_at DATETIME(3) NULL,
    entered_by_name VARCHAR(100) NULL,
    created_at DATETIME(3) NOT NULL,
    version INT NOT NULL DEFAULT 1,
    CONSTRAINT ck_notice_objection_source CHECK (source IN ('ONLINE','PHONE','PAPER','VISIT')),
    CONSTRAINT ck_notice_objection_status CHECK (status IN ('OPEN','ANSWERED')),
    CONSTRAINT ck_notice_objection_answer CHECK ((status = 'ANSWERED') = (outcome IS NOT NULL AND answer IS NOT NULL)),
    CONSTRAINT ck_notice_objection_outcome CHECK (outcome IS NULL OR outcome IN ('UPHELD','REJECTED')),
    CONSTRAINT ck_notice_objection_override CHECK ((overridden_at IS NULL) = (override_reason IS NULL)),
    INDEX ix_notice_objection_notice (public_notice_id, row_seq),
    INDEX ix_notice_objection_county (county_code, status, created_at),
    INDEX ix_notice_objection_address (public_notice_id, address_index, created_at),
    CONSTRAINT fk_notice_objection_notice FOREIGN KEY (public_notice_id) REFERENCES public_notice (id) ${NO_ACTION}
  ) ${TABLE}`,
  // What was shown to the public stays as it was shown; only its withdrawal is written beside it.
  `CREATE OR REPLACE TRIGGER tr_public_notice_body BEFORE UPDATE ON public_notice FOR EACH ROW
   BEGIN
     IF OLD.body <> NEW.body OR OLD.number <> NEW.number OR OLD.from_on <> NEW.from_on OR OLD.until_on <> NEW.until_on
       OR OLD.amount_fen <> NEW.amount_fen OR OLD.people <> NEW.people THEN
       SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a published notice does not change';
     END IF;
   END`,
  `CREATE OR REPLACE TRIGGER tr_public_notice_no_delete BEFORE DELETE ON public_notice FOR EACH ROW
   SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a published notice is not deleted'`,
  `CREATE OR REPLACE TRIGGER tr_notice_objection_no_delete BEFORE DELETE ON notice_objection FOR EACH ROW
   SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'an objection is not deleted'`,
];
