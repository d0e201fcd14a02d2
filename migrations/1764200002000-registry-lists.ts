import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLE = 'ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin';

/** What a county's registers say about people (deaths, household moves, support, hospitals), list by list. */
export class RegistryLists1764200002000 implements MigrationInterface {
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
  `CREATE TABLE IF NOT EXISTS registry_list (
    id CHAR(26) NOT NULL PRIMARY KEY,
    county_code CHAR(6) NOT NULL,
    kind VARCHAR(12) NOT NULL,
    status VARCHAR(10) NOT NULL,
    file_name VARCHAR(200) NOT NULL,
    media_type VARCHAR(100) NOT NULL,
    file_sha256 CHAR(64) NOT NULL,
    content_cipher LONGBLOB NOT NULL,
    columns LONGTEXT NOT NULL,
    row_count INT NOT NULL,
    counts LONGTEXT NOT NULL,
    remarks LONGTEXT NOT NULL,
    complete_for VARCHAR(60) NULL,
    covers_from DATE NULL,
    covers_through DATE NULL,
    uploaded_by CHAR(26) NOT NULL,
    uploaded_at DATETIME(3) NOT NULL,
    accepted_by CHAR(26) NULL,
    accepted_at DATETIME(3) NULL,
    withdrawn_by CHAR(26) NULL,
    withdrawn_at DATETIME(3) NULL,
    withdrawn_reason VARCHAR(500) NULL,
    live TINYINT NULL,
    version INT NOT NULL DEFAULT 1,
    CONSTRAINT ck_registry_list_kind CHECK (kind IN ('DEATH','HOUSEHOLD','SUPPORT','INPATIENT')),
    CONSTRAINT ck_registry_list_status CHECK (status IN ('CHECKED','ACCEPTED','WITHDRAWN')),
    CONSTRAINT ck_registry_list_accepted CHECK ((status = 'CHECKED') = (accepted_at IS NULL)),
    CONSTRAINT ck_registry_list_withdrawn CHECK ((status = 'WITHDRAWN') = (withdrawn_at IS NOT NULL)
      AND (withdrawn_at IS NULL) = (withdrawn_reason IS NULL) AND (live IS NULL) = (status = 'WITHDRAWN')),
    CONSTRAINT ck_registry_list_covers CHECK ((complete_for IS NULL) = (covers_from IS NULL)
      AND (covers_from IS NULL) = (covers_through IS NULL) AND (covers_from IS NULL OR covers_from <= covers_through)),
    CONSTRAINT ck_registry_list_columns CHECK (JSON_VALID(columns)),
    CONSTRAINT ck_registry_list_counts CHECK (JSON_VALID(counts)),
    CONSTRAINT ck_registry_list_remarks CHECK (JSON_VALID(remarks)),
    UNIQUE INDEX ux_registry_list_file (county_code, kind, file_sha256, live),
    INDEX ix_registry_list_county (county_code, uploaded_at)
  ) ${TABLE}`,
  `CREATE TABLE IF NOT EXISTS registry_row (
    id CHAR(26) NOT NULL PRIMARY KEY,
    county_code CHAR(6) NOT NULL,
    kind VARCHAR(12) NOT NULL,
    what VARCHAR(12) NOT NULL,
    list_id CHAR(26) NOT NULL,
    line_no INT NOT NULL,
    id_number_cipher VARBINARY(200) NOT NULL,
    id_number_index BINARY(32) NOT NULL,
    id_last4 VARCHAR(4) NOT NULL,
    name_cipher VARBINARY(400) NOT NULL,
    from_on DATE NOT NULL,
    until_on DATE NULL,
    cremated_on DATE NULL,
    place VARCHAR(120) NULL,
    note VARCHAR(200) NULL,
    listed_at DATETIME(3) NOT NULL,
    previous_id CHAR(26) NULL,
    ended_at DATETIME(3) NULL,
    ended_kind VARCHAR(10) NULL,
    ended_list_id CHAR(26) NULL,
    ended_by CHAR(26) NULL,
    ended_reason VARCHAR(500) NULL,
    live TINYINT NULL,
    CONSTRAINT ck_registry_row_what CHECK ((kind = 'DEATH' AND what IN ('DEATH','CREMATION'))
      OR (kind = 'HOUSEHOLD' AND what IN ('OUT','IN')) OR (kind = 'SUPPORT' AND what IN ('LOW_INCOME','DESTITUTE'))
      OR (kind = 'INPATIENT' AND what = 'INPATIENT')),
    CONSTRAINT ck_registry_row_dates CHECK (until_on IS NULL OR until_on >= from_on),
    CONSTRAINT ck_registry_row_end CHECK ((ended_at IS NULL) = (live IS NOT NULL)
      AND (ended_at IS NULL) = (ended_kind IS NULL) AND (ended_kind IS NULL OR ended_kind IN ('CORRECTED','WITHDRAWN'))),
    UNIQUE INDEX ux_registry_row_live (county_code, kind, what, id_number_index, from_on, live),
    INDEX ix_registry_row_person (id_number_index, county_code, live),
    INDEX ix_registry_row_list (list_id, line_no),
    CONSTRAINT fk_registry_row_list FOREIGN KEY (list_id) REFERENCES registry_list (id)
      ON DELETE NO ACTION ON UPDATE NO ACTION
  ) ${TABLE}`,
  `CREATE OR REPLACE TRIGGER tr_registry_row_no_delete BEFORE DELETE ON registry_row FOR EACH ROW
     SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'registry_row is never deleted'`,
  `CREATE OR REPLACE TRIGGER tr_registry_row_version BEFORE UPDATE ON registry_row FOR EACH ROW
     IF OLD.ended_at IS NOT NULL OR NEW.from_on <> OLD.from_on OR NOT (NEW.until_on <=> OLD.until_on)
       OR NOT (NEW.cremated_on <=> OLD.cremated_on) OR NEW.id_number_index <> OLD.id_number_index
       OR NEW.list_id <> OLD.list_id OR NEW.listed_at <> OLD.listed_at THEN
       SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a row of a register ends; it is not rewritten';
     END IF`,
  `CREATE TABLE IF NOT EXISTS claim_match (
    claim_id CHAR(26) NOT NULL PRIMARY KEY,
    center_id CHAR(26) NOT NULL,
    total_count INT NOT NULL,
    new_count INT NOT NULL,
    computed_at DATETIME(3) NOT NULL,
    CONSTRAINT ck_claim_match_new CHECK (new_count >= 0 AND new_count <= total_count),
    UNIQUE INDEX ux_claim_match (claim_id, center_id),
    CONSTRAINT fk_claim_match_claim FOREIGN KEY (claim_id, center_id) REFERENCES claim (id, center_id)
      ON DELETE NO ACTION ON UPDATE NO ACTION
  ) ${TABLE}`,
];
