import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Applications beside the monthly claim: of which kind a claim is, projects with their papers, and the bureau's answer. */
export class FilingKinds1764200001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of STATEMENTS) {
      await runner.query(sql);
    }
  }

  async down(): Promise<void> {
    throw await Promise.resolve(new Error('Migrations go forward only'));
  }
}

const TABLE = 'ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin';
const NO_ACTION = 'ON DELETE NO ACTION ON UPDATE NO ACTION';

const appendOnly = (table: string): string[] =>
  ['UPDATE', 'DELETE'].map(
    (deed) =>
      `CREATE OR REPLACE TRIGGER tr_${table}_no_${deed.toLowerCase()} BEFORE ${deed} ON ${table} FOR EACH ROW
       SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = '${table} is append-only'`,
  );

/** One running application for a project and program, and for a center's year and program; the database sets the key. */
const liveKey = (deed: 'INSERT' | 'UPDATE'): string =>
  `CREATE OR REPLACE TRIGGER tr_claim_live_${deed.toLowerCase()} BEFORE ${deed} ON claim FOR EACH ROW
   SET NEW.live_key = IF(NEW.kind = 'MONTHLY' OR NEW.status IN ('RETURNED', 'WITHDRAWN', 'PAID', 'CLOSED'), NULL,
     CONCAT(NEW.program, '/', IF(NEW.kind = 'AWARD', NEW.subject_id, CONCAT(NEW.center_id, '/', NEW.period))))`;

/** What is paid once is held once, whoever claims it and when. */
const onceKey = (deed: 'INSERT' | 'UPDATE'): string =>
  `CREATE OR REPLACE TRIGGER tr_ledger_entry_once_${deed.toLowerCase()} BEFORE ${deed} ON ledger_entry FOR EACH ROW
   SET NEW.once_key = IF(NEW.subject_kind = 'project' AND NEW.amount_fen > 0
     AND NEW.status NOT IN ('RETURNED', 'WITHDRAWN'), CONCAT(NEW.program, '/', NEW.subject_id), NULL)`;

const STATEMENTS = [
  `ALTER TABLE claim
     ADD COLUMN IF NOT EXISTS kind VARCHAR(20) NOT NULL DEFAULT 'MONTHLY',
     ADD COLUMN IF NOT EXISTS program VARCHAR(60) NOT NULL DEFAULT '',
     ADD COLUMN IF NOT EXISTS subject_id VARCHAR(26) NOT NULL DEFAULT '',
     ADD COLUMN IF NOT EXISTS live_key VARCHAR(100) NULL,
     ADD CONSTRAINT IF NOT EXISTS ck_claim_kind CHECK (kind IN ('MONTHLY','YEARLY_OPERATING','AWARD')),
     ADD CONSTRAINT IF NOT EXISTS ck_claim_kind_program CHECK ((kind = 'MONTHLY') = (program = '')),
     ADD CONSTRAINT IF NOT EXISTS ck_claim_kind_subject CHECK ((kind = 'AWARD') = (subject_id <> '')),
     ADD UNIQUE INDEX IF NOT EXISTS ux_claim_live (live_key),
     DROP INDEX IF EXISTS ux_claim_period`,
  `ALTER TABLE claim ADD UNIQUE INDEX IF NOT EXISTS ux_claim_application
     (center_id, organization_id, kind, program, subject_id, period, revision)`,
  liveKey('INSERT'),
  liveKey('UPDATE'),
  `ALTER TABLE ledger_entry
     ADD COLUMN IF NOT EXISTS once_key VARCHAR(130) NULL,
     ADD UNIQUE INDEX IF NOT EXISTS ux_ledger_entry_once (once_key)`,
  onceKey('INSERT'),
  onceKey('UPDATE'),
  `CREATE TABLE IF NOT EXISTS award_project (
    id CHAR(26) NOT NULL PRIMARY KEY,
    center_id CHAR(26) NOT NULL,
    seq INT NOT NULL,
    name VARCHAR(120) NOT NULL,
    kind VARCHAR(40) NOT NULL,
    area_m2 DOUBLE NULL,
    communities LONGTEXT NOT NULL,
    completed_on DATE NULL,
    own_investment_fen BIGINT NULL,
    attributes LONGTEXT NOT NULL,
    created_by CHAR(26) NOT NULL,
    created_at DATETIME(3) NOT NULL,
    version INT NOT NULL DEFAULT 1,
    CONSTRAINT ck_award_project_communities CHECK (JSON_VALID(communities)),
    CONSTRAINT ck_award_project_attributes CHECK (JSON_VALID(attributes)),
    CONSTRAINT ck_award_project_area CHECK (area_m2 IS NULL OR area_m2 > 0),
    CONSTRAINT ck_award_project_investment CHECK (own_investment_fen IS NULL OR own_investment_fen >= 0),
    UNIQUE INDEX ux_award_project_center (id, center_id),
    UNIQUE INDEX ux_award_project_seq (center_id, seq),
    CONSTRAINT fk_award_project_center FOREIGN KEY (center_id) REFERENCES center (id) ${NO_ACTION}
  ) ${TABLE}`,
  `CREATE TABLE IF NOT EXISTS award_item (
    id CHAR(26) NOT NULL PRIMARY KEY,
    center_id CHAR(26) NOT NULL,
    claim_id CHAR(26) NOT NULL,
    seq INT NOT NULL,
    kind VARCHAR(10) NOT NULL,
    code VARCHAR(64) NOT NULL,
    CONSTRAINT ck_award_item_kind CHECK (kind IN ('CONDITION','DOCUMENT')),
    UNIQUE INDEX ux_award_item_center (id, center_id),
    UNIQUE INDEX ux_award_item_code (claim_id, code),
    CONSTRAINT fk_award_item_claim FOREIGN KEY (claim_id, center_id) REFERENCES claim (id, center_id) ${NO_ACTION}
  ) ${TABLE}`,
  `CREATE TABLE IF NOT EXISTS award_settlement (
    id CHAR(26) NOT NULL PRIMARY KEY,
    center_id CHAR(26) NOT NULL,
    claim_id CHAR(26) NOT NULL,
    claim_line_id CHAR(26) NOT NULL,
    program VARCHAR(60) NOT NULL,
    subject_id VARCHAR(26) NOT NULL,
    decision VARCHAR(60) NOT NULL,
    chosen VARCHAR(60) NOT NULL,
    amount_fen BIGINT NOT NULL,
    document_number VARCHAR(80) NOT NULL,
    decided_on DATE NOT NULL,
    attachment_id CHAR(26) NOT NULL,
    note VARCHAR(500) NULL,
    facts LONGBLOB NOT NULL,
    facts_sha256 CHAR(64) NOT NULL,
    result LONGBLOB NOT NULL,
    result_sha256 CHAR(64) NOT NULL,
    particulars LONGBLOB NOT NULL,
    recorded_by CHAR(26) NOT NULL,
    recorded_at DATETIME(3) NOT NULL,
    CONSTRAINT ck_award_settlement_amount CHECK (amount_fen >= 0),
    UNIQUE INDEX ux_award_settlement_claim (claim_id),
    UNIQUE INDEX ux_award_settlement_line (claim_line_id),
    INDEX ix_award_settlement_subject (center_id, subject_id),
    CONSTRAINT fk_award_settlement_claim FOREIGN KEY (claim_id, center_id) REFERENCES claim (id, center_id) ${NO_ACTION}
  ) ${TABLE}`,
  ...appendOnly('award_settlement'),
  // A submitted line changes once and in one way only: the bureau's document, recorded just before, answers its question.
  `CREATE OR REPLACE TRIGGER tr_claim_line_update BEFORE UPDATE ON claim_line FOR EACH ROW
   BEGIN
     IF (SELECT status FROM claim WHERE id = OLD.claim_id) NOT IN ('DRAFT', 'CHECKED')
       AND NOT (OLD.status = 'NEEDS_DECISION' AND NEW.status <> 'NEEDS_DECISION'
         AND OLD.program = NEW.program AND OLD.subject_id = NEW.subject_id AND OLD.month = NEW.month
         AND EXISTS (SELECT 1 FROM award_settlement s WHERE s.claim_line_id = OLD.id
           AND (NEW.status = 'NOT_PAYABLE' OR s.amount_fen = NEW.amount_fen))) THEN
       SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'lines of a submitted claim do not change';
     END IF;
   END`,
];
