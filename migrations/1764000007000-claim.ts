import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLE = 'ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin';
const NO_ACTION = 'ON DELETE NO ACTION ON UPDATE NO ACTION';
const ofClaim = (table: string): string =>
  `CONSTRAINT fk_${table}_claim FOREIGN KEY (claim_id, center_id) REFERENCES claim (id, center_id) ${NO_ACTION}`;

/** Policy packs, claims with their lines, checks, snapshots and filings, and the ledger. Every statement can run again. */
export class Claim1764000007000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [...PACKS, ...CLAIMS, ...LEDGER, ...REVIEW, ...FILING, ...TRIGGERS]) {
      await runner.query(sql);
    }
  }

  async down(): Promise<void> {
    throw await Promise.resolve(new Error('Migrations go forward only'));
  }
}

const PACKS = [
  `CREATE TABLE IF NOT EXISTS policy_pack (
    id CHAR(26) NOT NULL PRIMARY KEY,
    code VARCHAR(80) NOT NULL,
    version INT NOT NULL,
    sha256 CHAR(64) NOT NULL,
    body LONGTEXT NOT NULL,
    origin VARCHAR(10) NOT NULL,
    status VARCHAR(10) NOT NULL,
    created_at DATETIME(3) NOT NULL,
    CONSTRAINT ck_policy_pack_body CHECK (JSON_VALID(body)),
    CONSTRAINT ck_policy_pack_origin CHECK (origin IN ('BUILT_IN','COUNTY')),
    CONSTRAINT ck_policy_pack_status CHECK (status IN ('PUBLISHED','RETIRED')),
    UNIQUE INDEX ux_policy_pack_version (code, version),
    UNIQUE INDEX ux_policy_pack_sha256 (sha256)
  ) ${TABLE}`,
  `CREATE TABLE IF NOT EXISTS county_pack (
    id CHAR(26) NOT NULL PRIMARY KEY,
    county_code CHAR(6) NOT NULL,
    pack_code VARCHAR(80) NOT NULL,
    from_on DATE NOT NULL,
    until_on DATE NULL,
    version INT NOT NULL DEFAULT 1,
    CONSTRAINT ck_county_pack_days CHECK (until_on IS NULL OR until_on > from_on),
    UNIQUE INDEX ux_county_pack (county_code, pack_code, from_on)
  ) ${TABLE}`,
  `CREATE TABLE IF NOT EXISTS county_pack_decision (
    id CHAR(26) NOT NULL PRIMARY KEY,
    county_code CHAR(6) NOT NULL,
    pack_code VARCHAR(80) NOT NULL,
    decision VARCHAR(40) NOT NULL,
    chosen VARCHAR(60) NOT NULL,
    reason VARCHAR(500) NOT NULL,
    decided_by CHAR(26) NOT NULL,
    decided_by_name VARCHAR(100) NOT NULL,
    decided_at DATETIME(3) NOT NULL,
    version INT NOT NULL DEFAULT 1,
    UNIQUE INDEX ux_county_pack_decision (county_code, pack_code, decision)
  ) ${TABLE}`,
];

const CLAIMS = [
  `CREATE TABLE IF NOT EXISTS claim (
    id CHAR(26) NOT NULL PRIMARY KEY,
    center_id CHAR(26) NOT NULL,
    organization_id CHAR(26) NOT NULL,
    county_code CHAR(6) NOT NULL,
    number VARCHAR(60) NOT NULL,
    period VARCHAR(7) NOT NULL,
    year_from CHAR(7) NOT NULL,
    revision INT NOT NULL,
    previous_claim_id CHAR(26) NULL,
    status VARCHAR(10) NOT NULL,
    pack_code VARCHAR(80) NOT NULL,
    pack_sha256 CHAR(64) NULL,
    job_id CHAR(26) NULL,
    computed_at DATETIME(3) NULL,
    facts_sha256 CHAR(64) NULL,
    ledger_sha256 CHAR(64) NULL,
    result_sha256 CHAR(64) NULL,
    summary LONGTEXT NULL,
    line_count INT NOT NULL DEFAULT 0,
    block_count INT NOT NULL DEFAULT 0,
    warn_count INT NOT NULL DEFAULT 0,
    claimed_fen BIGINT NOT NULL DEFAULT 0,
    adjusted_fen BIGINT NOT NULL DEFAULT 0,
    decided_fen BIGINT NULL,
    paid_fen BIGINT NOT NULL DEFAULT 0,
    prepared_by CHAR(26) NOT NULL,
    prepared_at DATETIME(3) NOT NULL,
    submitted_by CHAR(26) NULL,
    submitted_at DATETIME(3) NULL,
    is_single_person TINYINT NOT NULL DEFAULT 0,
    reviewed_by CHAR(26) NULL,
    opened_at DATETIME(3) NULL,
    notice_from DATE NULL,
    notice_until DATE NULL,
    closed_at DATETIME(3) NULL,
    return_code VARCHAR(40) NULL,
    return_text VARCHAR(500) NULL,
    created_at DATETIME(3) NOT NULL,
    version INT NOT NULL DEFAULT 1,
    CONSTRAINT ck_claim_status CHECK (status IN
      ('DRAFT','CHECKED','SUBMITTED','IN_REVIEW','DECIDED','NOTICED','PAID','CLOSED','RETURNED','WITHDRAWN')),
    CONSTRAINT ck_claim_summary CHECK (summary IS NULL OR JSON_VALID(summary)),
    CONSTRAINT ck_claim_two_people CHECK (submitted_by IS NULL OR submitted_by <> prepared_by OR is_single_person = 1),
    CONSTRAINT ck_claim_submitted CHECK ((submitted_by IS NULL) = (submitted_at IS NULL)),
    CONSTRAINT ck_claim_stage CHECK (status NOT IN ('SUBMITTED','IN_REVIEW','DECIDED','NOTICED','PAID','CLOSED','RETURNED')
      OR (submitted_by IS NOT NULL AND result_sha256 IS NOT NULL)),
    CONSTRAINT ck_claim_decided CHECK ((status IN ('DECIDED','NOTICED','PAID','CLOSED')) = (decided_fen IS NOT NULL)),
    CONSTRAINT ck_claim_paid CHECK (paid_fen = 0 OR (decided_fen IS NOT NULL AND ABS(paid_fen) <= ABS(decided_fen)
      AND SIGN(paid_fen) = SIGN(decided_fen))),
    CONSTRAINT ck_claim_paid_whole CHECK (status NOT IN ('PAID','CLOSED') OR paid_fen = decided_fen),
    CONSTRAINT ck_claim_revision CHECK (revision >= 1),
    UNIQUE INDEX ux_claim_center (id, center_id),
    UNIQUE INDEX ux_claim_period (center_id, organization_id, period, revision),
    UNIQUE INDEX ux_claim_number (number),
    INDEX ix_claim_organization (organization_id, period),
    INDEX ix_claim_status (center_id, status, period),
    CONSTRAINT fk_claim_center FOREIGN KEY (center_id) REFERENCES center (id) ${NO_ACTION},
    CONSTRAINT fk_claim_organization FOREIGN KEY (organization_id) REFERENCES organization (id) ${NO_ACTION}
  ) ${TABLE}`,
  `CREATE TABLE IF NOT EXISTS claim_line (
    id CHAR(26) NOT NULL PRIMARY KEY,
    center_id CHAR(26) NOT NULL,
    claim_id CHAR(26) NOT NULL,
    seq INT NOT NULL,
    engine_line VARCHAR(160) NOT NULL,
    program VARCHAR(60) NOT NULL,
    subject_kind VARCHAR(20) NOT NULL,
    subject_id VARCHAR(64) NOT NULL,
    subject_name VARCHAR(120) NULL,
    month CHAR(7) NOT NULL,
    kind VARCHAR(10) NOT NULL,
    status VARCHAR(16) NOT NULL,
    quantity VARCHAR(24) NULL,
    unit VARCHAR(40) NULL,
    rate_fen BIGINT NULL,
    amount_fen BIGINT NOT NULL,
    previous_line_id CHAR(26) NULL,
    digest VARCHAR(64) NULL,
    has_warning TINYINT NOT NULL DEFAULT 0,
    trace LONGTEXT NOT NULL,
    alternatives LONGTEXT NULL,
    CONSTRAINT ck_claim_line_kind CHECK (kind IN ('NORMAL','CATCH_UP','REVERSAL')),
    CONSTRAINT ck_claim_line_status CHECK (status IN ('PAYABLE','NOT_PAYABLE','NEEDS_DECISION')),
    CONSTRAINT ck_claim_line_amount CHECK (status <> 'PAYABLE' OR (kind = 'REVERSAL') = (amount_fen < 0)),
    UNIQUE INDEX ux_claim_line_center (id, center_id),
    UNIQUE INDEX ux_claim_line_seq (claim_id, seq),
    INDEX ix_claim_line_subject (center_id, program, subject_id, month),
    ${ofClaim('claim_line')}
  ) ${TABLE}`,
  `CREATE TABLE IF NOT EXISTS claim_check (
    id CHAR(26) NOT NULL PRIMARY KEY,
    center_id CHAR(26) NOT NULL,
    claim_id CHAR(26) NOT NULL,
    seq INT NOT NULL,
    code VARCHAR(8) NOT NULL,
    severity VARCHAR(8) NOT NULL,
    claim_line_id CHAR(26) NULL,
    entity VARCHAR(40) NULL,
    entity_id VARCHAR(64) NULL,
    subject_name VARCHAR(120) NULL,
    params LONGTEXT NOT NULL,
    CONSTRAINT ck_claim_check_severity CHECK (severity IN ('BLOCK','WARN','INFO')),
    UNIQUE INDEX ux_claim_check_seq (claim_id, seq),
    ${ofClaim('claim_check')}
  ) ${TABLE}`,
  `CREATE TABLE IF NOT EXISTS claim_snapshot (
    claim_id CHAR(26) NOT NULL PRIMARY KEY,
    center_id CHAR(26) NOT NULL,
    facts LONGBLOB NOT NULL,
    facts_sha256 CHAR(64) NOT NULL,
    pack LONGBLOB NOT NULL,
    pack_sha256 CHAR(64) NOT NULL,
    ledger LONGBLOB NOT NULL,
    ledger_sha256 CHAR(64) NOT NULL,
    result LONGBLOB NOT NULL,
    result_sha256 CHAR(64) NOT NULL,
    particulars LONGBLOB NOT NULL,
    created_at DATETIME(3) NOT NULL,
    UNIQUE INDEX ux_claim_snapshot_center (claim_id, center_id),
    ${ofClaim('claim_snapshot')}
  ) ${TABLE}`,
  `CREATE TABLE IF NOT EXISTS claim_message (
    id CHAR(26) NOT NULL PRIMARY KEY,
    center_id CHAR(26) NOT NULL,
    claim_id CHAR(26) NOT NULL,
    claim_line_id CHAR(26) NULL,
    side VARCHAR(10) NOT NULL,
    author_id CHAR(26) NOT NULL,
    author_name VARCHAR(100) NOT NULL,
    text VARCHAR(1000) NOT NULL,
    created_at DATETIME(3) NOT NULL,
    INDEX ix_claim_message_claim (claim_id, created_at),
    ${ofClaim('claim_message')}
  ) ${TABLE}`,
];

const LEDGER = [
  `CREATE TABLE IF NOT EXISTS ledger_entry (
    id CHAR(26) NOT NULL PRIMARY KEY,
    center_id CHAR(26) NOT NULL,
    organization_id CHAR(26) NOT NULL,
    program VARCHAR(60) NOT NULL,
    subject_kind VARCHAR(20) NOT NULL,
    subject_id VARCHAR(64) NOT NULL,
    month CHAR(7) NOT NULL,
    amount_fen BIGINT NOT NULL,
    status VARCHAR(10) NOT NULL,
    claim_id CHAR(26) NULL,
    claim_line_id CHAR(26) NULL,
    digest VARCHAR(64) NULL,
    created_at DATETIME(3) NOT NULL,
    CONSTRAINT ck_ledger_entry_status CHECK (status IN
      ('SUBMITTED','HELD','ACCEPTED','CUT','PAID','OPENING','RETURNED','WITHDRAWN')),
    CONSTRAINT ck_ledger_entry_source CHECK ((status = 'OPENING') = (claim_line_id IS NULL)),
    UNIQUE INDEX ux_ledger_entry_center (id, center_id),
    UNIQUE INDEX ux_ledger_entry_line (claim_line_id),
    INDEX ix_ledger_entry_month (center_id, month, program, subject_id),
    INDEX ix_ledger_entry_claim (claim_id),
    CONSTRAINT fk_ledger_entry_line FOREIGN KEY (claim_line_id, center_id) REFERENCES claim_line (id, center_id) ${NO_ACTION}
  ) ${TABLE}`,
  `CREATE TABLE IF NOT EXISTS claim_objection (
    id CHAR(26) NOT NULL PRIMARY KEY,
    center_id CHAR(26) NOT NULL,
    ledger_entry_id CHAR(26) NOT NULL,
    reason VARCHAR(500) NOT NULL,
    objected_by CHAR(26) NOT NULL,
    created_at DATETIME(3) NOT NULL,
    UNIQUE INDEX ux_claim_objection_entry (ledger_entry_id),
    INDEX ix_claim_objection_center (center_id)
  ) ${TABLE}`,
  `CREATE TABLE IF NOT EXISTS claim_year (
    id CHAR(26) NOT NULL PRIMARY KEY,
    center_id CHAR(26) NOT NULL,
    year_from CHAR(7) NOT NULL,
    status VARCHAR(10) NOT NULL,
    opening VARCHAR(12) NOT NULL,
    opening_count INT NOT NULL DEFAULT 0,
    opening_fen BIGINT NOT NULL DEFAULT 0,
    opening_by CHAR(26) NULL,
    opening_at DATETIME(3) NULL,
    closed_at DATETIME(3) NULL,
    version INT NOT NULL DEFAULT 1,
    CONSTRAINT ck_claim_year_status CHECK (status IN ('OPEN','CLOSED')),
    CONSTRAINT ck_claim_year_opening CHECK (opening IN ('UNANSWERED','NOTHING','IMPORTED')),
    UNIQUE INDEX ux_claim_year (center_id, year_from),
    CONSTRAINT fk_claim_year_center FOREIGN KEY (center_id) REFERENCES center (id) ${NO_ACTION}
  ) ${TABLE}`,
];

const REVIEW = [
  `CREATE TABLE IF NOT EXISTS claim_line_verdict (
    claim_line_id CHAR(26) NOT NULL PRIMARY KEY,
    center_id CHAR(26) NOT NULL,
    claim_id CHAR(26) NOT NULL,
    verdict VARCHAR(10) NOT NULL,
    code VARCHAR(40) NULL,
    text VARCHAR(500) NULL,
    held_until DATE NULL,
    cut_fen BIGINT NOT NULL DEFAULT 0,
    given_by CHAR(26) NOT NULL,
    given_at DATETIME(3) NOT NULL,
    released_at DATETIME(3) NULL,
    released_in_claim_id CHAR(26) NULL,
    CONSTRAINT ck_claim_line_verdict CHECK (verdict IN ('ACCEPTED','RETURNED','HELD','CUT')),
    CONSTRAINT ck_claim_line_verdict_code CHECK (verdict = 'ACCEPTED' OR code IS NOT NULL),
    CONSTRAINT ck_claim_line_verdict_cut CHECK (cut_fen >= 0 AND (verdict = 'CUT') = (cut_fen > 0)),
    INDEX ix_claim_line_verdict_claim (claim_id, verdict),
    INDEX ix_claim_line_verdict_released (released_in_claim_id),
    CONSTRAINT fk_claim_line_verdict_line FOREIGN KEY (claim_line_id, center_id) REFERENCES claim_line (id, center_id) ${NO_ACTION}
  ) ${TABLE}`,
  `CREATE TABLE IF NOT EXISTS claim_decision (
    claim_id CHAR(26) NOT NULL PRIMARY KEY,
    center_id CHAR(26) NOT NULL,
    source VARCHAR(10) NOT NULL,
    reviewed_by CHAR(26) NULL,
    decided_by CHAR(26) NOT NULL,
    decided_at DATETIME(3) NOT NULL,
    decided_on DATE NOT NULL,
    document_number VARCHAR(80) NULL,
    note VARCHAR(500) NULL,
    is_single_person TINYINT NOT NULL DEFAULT 0,
    attachment_id CHAR(26) NULL,
    claimed_fen BIGINT NOT NULL,
    returned_fen BIGINT NOT NULL,
    cut_fen BIGINT NOT NULL,
    held_fen BIGINT NOT NULL,
    released_fen BIGINT NOT NULL,
    decided_fen BIGINT NOT NULL,
    CONSTRAINT ck_claim_decision_source CHECK (source IN ('BUREAU','PAPER')),
    CONSTRAINT ck_claim_decision_closes CHECK (claimed_fen = returned_fen + cut_fen + held_fen - released_fen + decided_fen),
    CONSTRAINT ck_claim_decision_two_people CHECK (reviewed_by IS NULL OR reviewed_by <> decided_by OR is_single_person = 1),
    CONSTRAINT ck_claim_decision_paper CHECK (source <> 'PAPER' OR attachment_id IS NOT NULL),
    UNIQUE INDEX ux_claim_decision_center (claim_id, center_id),
    ${ofClaim('claim_decision')}
  ) ${TABLE}`,
  `CREATE TABLE IF NOT EXISTS payment_batch (
    id CHAR(26) NOT NULL PRIMARY KEY,
    county_code CHAR(6) NOT NULL,
    month CHAR(7) NOT NULL,
    number VARCHAR(40) NOT NULL,
    total_fen BIGINT NOT NULL,
    created_by CHAR(26) NOT NULL,
    created_at DATETIME(3) NOT NULL,
    UNIQUE INDEX ux_payment_batch (county_code, month, number)
  ) ${TABLE}`,
  `CREATE TABLE IF NOT EXISTS payment (
    id CHAR(26) NOT NULL PRIMARY KEY,
    center_id CHAR(26) NOT NULL,
    claim_id CHAR(26) NOT NULL,
    batch_id CHAR(26) NULL,
    amount_fen BIGINT NOT NULL,
    paid_on DATE NOT NULL,
    receipt_number VARCHAR(80) NOT NULL,
    source VARCHAR(10) NOT NULL,
    payee LONGTEXT NULL,
    attachment_id CHAR(26) NULL,
    recorded_by CHAR(26) NOT NULL,
    created_at DATETIME(3) NOT NULL,
    CONSTRAINT ck_payment_amount CHECK (amount_fen <> 0),
    CONSTRAINT ck_payment_source CHECK (source IN ('BUREAU','PAPER')),
    UNIQUE INDEX ux_payment_receipt (claim_id, receipt_number),
    INDEX ix_payment_center (center_id, paid_on),
    ${ofClaim('payment')}
  ) ${TABLE}`,
];

const FILING = [
  `CREATE TABLE IF NOT EXISTS claim_filing (
    id CHAR(26) NOT NULL PRIMARY KEY,
    center_id CHAR(26) NOT NULL,
    claim_id CHAR(26) NOT NULL,
    language VARCHAR(5) NOT NULL,
    sha256 CHAR(64) NOT NULL,
    content_digest CHAR(64) NOT NULL,
    size INT NOT NULL,
    created_at DATETIME(3) NOT NULL,
    UNIQUE INDEX ux_claim_filing (claim_id, language),
    ${ofClaim('claim_filing')}
  ) ${TABLE}`,
  `CREATE TABLE IF NOT EXISTS organization_key (
    organization_id CHAR(26) NOT NULL,
    county_code CHAR(6) NOT NULL,
    public_key VARCHAR(1000) NOT NULL,
    sealed VARBINARY(2000) NOT NULL,
    created_at DATETIME(3) NOT NULL,
    PRIMARY KEY (organization_id, county_code)
  ) ${TABLE}`,
  `CREATE TABLE IF NOT EXISTS claim_center_setting (
    center_id CHAR(26) NOT NULL PRIMARY KEY,
    single_person_submit TINYINT NOT NULL DEFAULT 0,
    single_person_decide TINYINT NOT NULL DEFAULT 0,
    reason VARCHAR(500) NOT NULL,
    set_by CHAR(26) NOT NULL,
    set_at DATETIME(3) NOT NULL
  ) ${TABLE}`,
];

/** A submitted claim's lines and snapshot are evidence: whoever holds the connection cannot change them either. */
const draftOnly = (deed: string, row: 'OLD' | 'NEW'): string =>
  `CREATE OR REPLACE TRIGGER tr_claim_line_${deed.toLowerCase()} BEFORE ${deed} ON claim_line FOR EACH ROW
   BEGIN
     IF (SELECT status FROM claim WHERE id = ${row}.claim_id) NOT IN ('DRAFT', 'CHECKED') THEN
       SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'lines of a submitted claim do not change';
     END IF;
   END`;

const TRIGGERS = [
  draftOnly('INSERT', 'NEW'),
  draftOnly('UPDATE', 'OLD'),
  draftOnly('DELETE', 'OLD'),
  ...['claim_snapshot', 'claim_decision', 'policy_pack', 'payment'].flatMap((table) =>
    (table === 'policy_pack' ? ['DELETE'] : ['UPDATE', 'DELETE']).map(
      (deed) =>
        `CREATE OR REPLACE TRIGGER tr_${table}_no_${deed.toLowerCase()} BEFORE ${deed} ON ${table} FOR EACH ROW
         SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = '${table} is append-only'`,
    ),
  ),
  `CREATE OR REPLACE TRIGGER tr_ledger_entry_no_delete BEFORE DELETE ON ledger_entry FOR EACH ROW
   BEGIN
     IF OLD.status <> 'OPENING' THEN
       SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the ledger forgets nothing that was submitted';
     END IF;
   END`,
  `CREATE OR REPLACE TRIGGER tr_ledger_entry_amount BEFORE UPDATE ON ledger_entry FOR EACH ROW
   BEGIN
     IF OLD.amount_fen <> NEW.amount_fen OR OLD.subject_id <> NEW.subject_id OR OLD.month <> NEW.month THEN
       SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'an entry of the ledger keeps its amount';
     END IF;
   END`,
  `CREATE OR REPLACE TRIGGER tr_policy_pack_body BEFORE UPDATE ON policy_pack FOR EACH ROW
   BEGIN
     IF OLD.body <> NEW.body OR OLD.sha256 <> NEW.sha256 THEN
       SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a published pack does not change';
     END IF;
   END`,
];
