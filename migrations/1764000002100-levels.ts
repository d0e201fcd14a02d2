import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLE = 'ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin';

const ASSESSMENT_RECORD = `CREATE TABLE IF NOT EXISTS assessment_record (
    id CHAR(26) NOT NULL PRIMARY KEY,
    center_id CHAR(26) NOT NULL,
    resident_id CHAR(26) NOT NULL,
    number VARCHAR(20) NOT NULL,
    origin VARCHAR(10) NOT NULL,
    scale VARCHAR(30) NOT NULL,
    kind VARCHAR(12) NOT NULL,
    status VARCHAR(16) NOT NULL,
    open_key VARCHAR(60) NULL,
    assessed_on DATE NOT NULL,
    place VARCHAR(120) NULL,
    answers LONGTEXT NOT NULL,
    background LONGTEXT NOT NULL,
    result LONGTEXT NULL,
    proposed_level INT NULL,
    issuer VARCHAR(120) NULL,
    external_number VARCHAR(60) NULL,
    valid_until DATE NULL,
    note VARCHAR(500) NULL,
    corrects_id CHAR(26) NULL,
    assessor1_id CHAR(26) NULL,
    assessor1_name VARCHAR(100) NULL,
    assessor1_at DATETIME(3) NULL,
    assessor2_id CHAR(26) NULL,
    assessor2_name VARCHAR(100) NULL,
    assessor2_at DATETIME(3) NULL,
    decided_by CHAR(26) NULL,
    decided_name VARCHAR(100) NULL,
    decided_at DATETIME(3) NULL,
    decision_reason VARCHAR(500) NULL,
    created_by CHAR(26) NOT NULL,
    created_at DATETIME(3) NOT NULL,
    updated_at DATETIME(3) NOT NULL,
    version INT NOT NULL DEFAULT 1,
    CONSTRAINT ck_assessment_record_json
      CHECK (JSON_VALID(answers) AND JSON_VALID(background) AND (result IS NULL OR JSON_VALID(result))),
    CONSTRAINT ck_assessment_record_origin CHECK (origin IN ('FORM','EXTERNAL')),
    CONSTRAINT ck_assessment_record_kind CHECK (kind IN ('INSTITUTION','OFFICIAL')),
    CONSTRAINT ck_assessment_record_status
      CHECK (status IN ('DRAFT','AWAITING_SECOND','SIGNED','ACCEPTED','REJECTED','DISCARDED')),
    CONSTRAINT ck_assessment_record_assessors CHECK (assessor1_id <> assessor2_id),
    CONSTRAINT ck_assessment_record_level
      CHECK (status NOT IN ('SIGNED','ACCEPTED','REJECTED') OR proposed_level IS NOT NULL),
    UNIQUE INDEX ux_assessment_record_center (id, center_id),
    UNIQUE INDEX ux_assessment_record_number (center_id, number),
    UNIQUE INDEX ux_assessment_record_open (center_id, open_key),
    INDEX ix_assessment_record_resident (resident_id, center_id),
    INDEX ix_assessment_record_status (center_id, status, updated_at),
    CONSTRAINT fk_assessment_record_resident
      FOREIGN KEY (resident_id, center_id) REFERENCES resident (id, center_id)
      ON DELETE NO ACTION ON UPDATE NO ACTION,
    CONSTRAINT fk_assessment_record_corrects
      FOREIGN KEY (corrects_id, center_id) REFERENCES assessment_record (id, center_id)
      ON DELETE NO ACTION ON UPDATE NO ACTION
  ) ${TABLE}`;

/** A signed report is a document: its content never changes. Decisions may be added. */
const SIGNED_IS_FIXED = `CREATE OR REPLACE TRIGGER tr_assessment_record_signed
    BEFORE UPDATE ON assessment_record FOR EACH ROW
    IF OLD.status IN ('SIGNED','ACCEPTED','REJECTED') AND (
      NEW.status NOT IN ('SIGNED','ACCEPTED','REJECTED')
      OR NOT (NEW.center_id <=> OLD.center_id AND NEW.resident_id <=> OLD.resident_id
        AND NEW.number <=> OLD.number AND NEW.origin <=> OLD.origin AND NEW.scale <=> OLD.scale
        AND NEW.kind <=> OLD.kind AND NEW.assessed_on <=> OLD.assessed_on AND NEW.place <=> OLD.place
        AND NEW.answers <=> OLD.answers AND NEW.background <=> OLD.background AND NEW.result <=> OLD.result
        AND NEW.proposed_level <=> OLD.proposed_level AND NEW.issuer <=> OLD.issuer
        AND NEW.external_number <=> OLD.external_number AND NEW.valid_until <=> OLD.valid_until
        AND NEW.corrects_id <=> OLD.corrects_id
        AND NEW.assessor1_id <=> OLD.assessor1_id AND NEW.assessor1_at <=> OLD.assessor1_at
        AND NEW.assessor2_id <=> OLD.assessor2_id AND NEW.assessor2_at <=> OLD.assessor2_at)
    ) THEN
      SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a signed assessment does not change';
    END IF`;

/** Assessments, the levels that were accepted from them, and the constraint that keeps those apart. */
export class Levels1764000002100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createAssessmentRecord(runner);
    await createLevelPeriod(runner);
  }

  async down(): Promise<void> {
    // Forward only.
  }
}

async function createAssessmentRecord(runner: QueryRunner): Promise<void> {
  await runner.query(ASSESSMENT_RECORD);
  await runner.query(SIGNED_IS_FIXED);
  await runner.query(`CREATE OR REPLACE TRIGGER tr_assessment_record_kept
    BEFORE DELETE ON assessment_record FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'assessments are kept'`);
  await runner.query(`CREATE TABLE IF NOT EXISTS assessment_counter (
    center_id CHAR(26) NOT NULL,
    year INT NOT NULL,
    last_number INT NOT NULL,
    PRIMARY KEY (center_id, year)
  ) ${TABLE}`);
}

async function createLevelPeriod(runner: QueryRunner): Promise<void> {
  await runner.query(`CREATE TABLE IF NOT EXISTS level_period (
    id CHAR(26) NOT NULL PRIMARY KEY,
    center_id CHAR(26) NOT NULL,
    resident_id CHAR(26) NOT NULL,
    assessment_id CHAR(26) NOT NULL,
    scale VARCHAR(30) NOT NULL,
    kind VARCHAR(12) NOT NULL,
    level INT NOT NULL,
    from_on DATE NOT NULL,
    until_on DATE NULL,
    replaces_id CHAR(26) NULL,
    reason VARCHAR(500) NULL,
    created_by CHAR(26) NOT NULL,
    created_name VARCHAR(100) NOT NULL,
    created_at DATETIME(3) NOT NULL,
    superseded_at DATETIME(3) NULL,
    superseded_name VARCHAR(100) NULL,
    superseded_reason VARCHAR(500) NULL,
    version INT NOT NULL DEFAULT 1,
    CONSTRAINT ck_level_period_kind CHECK (kind IN ('INSTITUTION','OFFICIAL')),
    CONSTRAINT ck_level_period_dates CHECK (until_on IS NULL OR until_on > from_on),
    UNIQUE INDEX ux_level_period_center (id, center_id),
    INDEX ix_level_period_resident (resident_id, center_id, superseded_at),
    INDEX ix_level_period_assessment (assessment_id, center_id),
    INDEX ix_level_period_until (center_id, superseded_at, until_on),
    CONSTRAINT fk_level_period_resident
      FOREIGN KEY (resident_id, center_id) REFERENCES resident (id, center_id)
      ON DELETE NO ACTION ON UPDATE NO ACTION,
    CONSTRAINT fk_level_period_assessment
      FOREIGN KEY (assessment_id, center_id) REFERENCES assessment_record (id, center_id)
      ON DELETE NO ACTION ON UPDATE NO ACTION
  ) ${TABLE}`);
  // The live periods once more, narrow, for the database itself to refuse two levels of one kind on one day.
  // No entity: TypeORM knows no periods. An open end is 9999-12-31.
  await runner.query(`CREATE TABLE IF NOT EXISTS level_span (
    level_period_id CHAR(26) NOT NULL PRIMARY KEY,
    center_id CHAR(26) NOT NULL,
    resident_id CHAR(26) NOT NULL,
    scale VARCHAR(30) NOT NULL,
    kind VARCHAR(12) NOT NULL,
    d_from DATE NOT NULL,
    d_until DATE NOT NULL,
    PERIOD FOR span (d_from, d_until),
    UNIQUE ux_level_span_days (resident_id, center_id, scale, kind, span WITHOUT OVERLAPS),
    CONSTRAINT fk_level_span_period
      FOREIGN KEY (level_period_id, center_id) REFERENCES level_period (id, center_id)
  ) ${TABLE}`);
}
