import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLE = 'ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin';
const NO_ACTION = 'ON DELETE NO ACTION ON UPDATE NO ACTION';

/** Versions in force, proposals that two people carry, dated notices, and trial runs. Every statement can run again. */
export class PolicyDesk1764100002000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [...VERSIONS, ...PROPOSALS, ...NOTICES, ...RUNS, ...TRIGGERS]) {
      await runner.query(sql);
    }
  }

  async down(): Promise<void> {
    throw await Promise.resolve(new Error('Migrations go forward only'));
  }
}

/** Until now the newest text of a pack was in force by itself; what held on this day goes on holding. */
const VERSIONS = [
  `ALTER TABLE policy_pack
     ADD COLUMN IF NOT EXISTS county_code CHAR(6) NOT NULL DEFAULT '*' AFTER id,
     ADD COLUMN IF NOT EXISTS uploaded_by CHAR(26) NULL AFTER status,
     ADD COLUMN IF NOT EXISTS uploaded_by_name VARCHAR(100) NULL AFTER uploaded_by`,
  `UPDATE policy_pack SET county_code = RIGHT(code, 6)
     WHERE origin = 'COUNTY' AND county_code = '*' AND code REGEXP '[.][0-9]{6}$'`,
  'ALTER TABLE policy_pack DROP INDEX IF EXISTS ux_policy_pack_sha256',
  'ALTER TABLE policy_pack ADD UNIQUE INDEX IF NOT EXISTS ux_policy_pack_text (county_code, sha256)',
  'ALTER TABLE county_pack ADD COLUMN IF NOT EXISTS pack_id CHAR(26) NULL AFTER pack_code',
  `UPDATE county_pack c SET c.pack_id = (SELECT p.id FROM policy_pack p WHERE p.code = c.pack_code
     ORDER BY p.version DESC LIMIT 1) WHERE c.pack_id IS NULL`,
  'ALTER TABLE county_pack MODIFY COLUMN pack_id CHAR(26) NOT NULL',
  `ALTER TABLE county_pack ADD CONSTRAINT fk_county_pack_pack FOREIGN KEY IF NOT EXISTS fk_county_pack_pack
     (pack_id) REFERENCES policy_pack (id) ${NO_ACTION}`,
  'ALTER TABLE county_pack_decision ADD COLUMN IF NOT EXISTS proposal_id CHAR(26) NULL AFTER decided_by_name',
];

const PROPOSALS = [
  `CREATE TABLE IF NOT EXISTS policy_proposal (
    id CHAR(26) NOT NULL PRIMARY KEY,
    county_code CHAR(6) NOT NULL,
    kind VARCHAR(12) NOT NULL,
    pack_id CHAR(26) NOT NULL,
    pack_code VARCHAR(80) NOT NULL,
    from_on DATE NULL,
    details LONGTEXT NOT NULL,
    reason VARCHAR(500) NOT NULL,
    run_id CHAR(26) NULL,
    status VARCHAR(10) NOT NULL,
    open_key VARCHAR(160) NULL,
    proposed_by CHAR(26) NOT NULL,
    proposed_by_name VARCHAR(100) NOT NULL,
    proposed_at DATETIME(3) NOT NULL,
    settled_by CHAR(26) NULL,
    settled_by_name VARCHAR(100) NULL,
    settled_at DATETIME(3) NULL,
    settled_reason VARCHAR(500) NULL,
    CONSTRAINT ck_policy_proposal_kind CHECK (kind IN ('ACTIVATION','DECISION','NOTICE','NOTICE_END')),
    CONSTRAINT ck_policy_proposal_status CHECK (status IN ('PROPOSED','CONFIRMED','REJECTED','WITHDRAWN')),
    CONSTRAINT ck_policy_proposal_details CHECK (JSON_VALID(details)),
    CONSTRAINT ck_policy_proposal_open CHECK ((status = 'PROPOSED') = (open_key IS NOT NULL)),
    CONSTRAINT ck_policy_proposal_settled CHECK ((status = 'PROPOSED') = (settled_by IS NULL)
      AND (settled_by IS NULL) = (settled_at IS NULL)),
    CONSTRAINT ck_policy_proposal_two_people CHECK (status NOT IN ('CONFIRMED','REJECTED') OR settled_by <> proposed_by),
    CONSTRAINT ck_policy_proposal_withdrawn CHECK (status <> 'WITHDRAWN' OR settled_by = proposed_by),
    UNIQUE INDEX ux_policy_proposal_open (open_key),
    INDEX ix_policy_proposal_county (county_code, status, proposed_at),
    CONSTRAINT fk_policy_proposal_pack FOREIGN KEY (pack_id) REFERENCES policy_pack (id) ${NO_ACTION}
  ) ${TABLE}`,
  `CREATE TABLE IF NOT EXISTS policy_scan (
    id CHAR(26) NOT NULL PRIMARY KEY,
    county_code CHAR(6) NOT NULL,
    file_name VARCHAR(200) NOT NULL,
    media_type VARCHAR(100) NOT NULL,
    size INT NOT NULL,
    sha256 CHAR(64) NOT NULL,
    created_by CHAR(26) NOT NULL,
    created_at DATETIME(3) NOT NULL,
    INDEX ix_policy_scan_county (county_code, created_at)
  ) ${TABLE}`,
];

const NOTICES = [
  `CREATE TABLE IF NOT EXISTS county_notice (
    id CHAR(26) NOT NULL PRIMARY KEY,
    county_code CHAR(6) NOT NULL,
    pack_code VARCHAR(80) NOT NULL,
    rate VARCHAR(60) NOT NULL,
    fen BIGINT NOT NULL,
    from_on DATE NOT NULL,
    until_on DATE NULL,
    document_number VARCHAR(80) NOT NULL,
    document_title VARCHAR(200) NOT NULL,
    clause VARCHAR(80) NOT NULL,
    scan_id CHAR(26) NOT NULL,
    proposal_id CHAR(26) NOT NULL,
    ended_proposal_id CHAR(26) NULL,
    created_at DATETIME(3) NOT NULL,
    CONSTRAINT ck_county_notice_fen CHECK (fen >= 0),
    CONSTRAINT ck_county_notice_days CHECK (until_on IS NULL OR until_on > from_on),
    UNIQUE INDEX ux_county_notice_proposal (proposal_id),
    INDEX ix_county_notice_rate (county_code, pack_code, rate, from_on),
    CONSTRAINT fk_county_notice_scan FOREIGN KEY (scan_id) REFERENCES policy_scan (id) ${NO_ACTION},
    CONSTRAINT fk_county_notice_proposal FOREIGN KEY (proposal_id) REFERENCES policy_proposal (id) ${NO_ACTION}
  ) ${TABLE}`,
];

const RUNS = [
  `CREATE TABLE IF NOT EXISTS policy_run (
    id CHAR(26) NOT NULL PRIMARY KEY,
    county_code CHAR(6) NOT NULL,
    kind VARCHAR(10) NOT NULL,
    title VARCHAR(120) NOT NULL,
    period VARCHAR(7) NOT NULL,
    pack_id CHAR(26) NOT NULL,
    spec LONGTEXT NOT NULL,
    summary LONGTEXT NULL,
    job_id CHAR(26) NOT NULL,
    run_by CHAR(26) NOT NULL,
    run_by_name VARCHAR(100) NOT NULL,
    created_at DATETIME(3) NOT NULL,
    finished_at DATETIME(3) NULL,
    CONSTRAINT ck_policy_run_kind CHECK (kind IN ('EFFECT','WHAT_IF')),
    CONSTRAINT ck_policy_run_spec CHECK (JSON_VALID(spec)),
    CONSTRAINT ck_policy_run_summary CHECK (summary IS NULL OR JSON_VALID(summary)),
    CONSTRAINT ck_policy_run_finished CHECK ((summary IS NULL) = (finished_at IS NULL)),
    INDEX ix_policy_run_county (county_code, kind, created_at),
    CONSTRAINT fk_policy_run_pack FOREIGN KEY (pack_id) REFERENCES policy_pack (id) ${NO_ACTION}
  ) ${TABLE}`,
  `CREATE TABLE IF NOT EXISTS policy_run_change (
    id CHAR(26) NOT NULL PRIMARY KEY,
    run_id CHAR(26) NOT NULL,
    center_id CHAR(26) NOT NULL,
    program VARCHAR(60) NOT NULL,
    subject_kind VARCHAR(20) NOT NULL,
    subject_id VARCHAR(64) NOT NULL,
    month CHAR(7) NOT NULL,
    old_fen BIGINT NOT NULL,
    new_fen BIGINT NOT NULL,
    CONSTRAINT ck_policy_run_change CHECK (old_fen <> new_fen),
    INDEX ix_policy_run_change_run (run_id, center_id, program),
    CONSTRAINT fk_policy_run_change_run FOREIGN KEY (run_id) REFERENCES policy_run (id) ${NO_ACTION},
    CONSTRAINT fk_policy_run_change_center FOREIGN KEY (center_id) REFERENCES center (id) ${NO_ACTION}
  ) ${TABLE}`,
];

/** Whoever holds the connection cannot give a settled proposal another end, nor a notice another figure. */
const TRIGGERS = [
  `CREATE OR REPLACE TRIGGER tr_policy_proposal_settled BEFORE UPDATE ON policy_proposal FOR EACH ROW
   BEGIN
     IF OLD.status <> 'PROPOSED' OR OLD.details <> NEW.details OR OLD.proposed_by <> NEW.proposed_by THEN
       SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a settled proposal stays as it is';
     END IF;
   END`,
  `CREATE OR REPLACE TRIGGER tr_county_notice_figure BEFORE UPDATE ON county_notice FOR EACH ROW
   BEGIN
     IF OLD.fen <> NEW.fen OR OLD.from_on <> NEW.from_on OR OLD.rate <> NEW.rate
       OR OLD.ended_proposal_id IS NOT NULL THEN
       SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a notice keeps its figure';
     END IF;
   END`,
  ...['policy_proposal', 'county_notice'].map(
    (
      table,
    ) => `CREATE OR REPLACE TRIGGER tr_${table}_no_delete BEFORE DELETE ON ${table} FOR EACH ROW
     SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = '${table} forgets nothing'`,
  ),
];
