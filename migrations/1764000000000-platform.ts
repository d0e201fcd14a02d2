import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLE = 'ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin';

/** Each statement can run again: MariaDB commits DDL by itself, so a killed migration starts over from its top. */
export class Platform1764000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE IF NOT EXISTS audit_event (
      id CHAR(26) NOT NULL PRIMARY KEY,
      chain_key CHAR(26) NOT NULL,
      seq BIGINT NOT NULL,
      at DATETIME(3) NOT NULL,
      center_id CHAR(26) NULL,
      organization_id CHAR(26) NOT NULL,
      user_id CHAR(26) NOT NULL,
      user_name VARCHAR(100) NOT NULL,
      action VARCHAR(40) NOT NULL,
      entity VARCHAR(40) NOT NULL,
      entity_id CHAR(26) NOT NULL,
      changes LONGTEXT NOT NULL,
      reason VARCHAR(500) NULL,
      request_id VARCHAR(64) NOT NULL,
      prev_hash CHAR(64) NOT NULL,
      hash CHAR(64) NOT NULL,
      CONSTRAINT ck_audit_event_changes CHECK (JSON_VALID(changes)),
      UNIQUE INDEX ux_audit_event_chain (chain_key, seq),
      INDEX ix_audit_event_entity (entity, entity_id, seq),
      INDEX ix_audit_event_center_at (center_id, at)
    ) ${TABLE}`);
    for (const deed of ['UPDATE', 'DELETE']) {
      await runner.query(`CREATE OR REPLACE TRIGGER tr_audit_event_no_${deed.toLowerCase()}
        BEFORE ${deed} ON audit_event FOR EACH ROW
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the audit trail is append-only'`);
    }
    await runner.query(`CREATE TABLE IF NOT EXISTS audit_chain (
      chain_key CHAR(26) NOT NULL PRIMARY KEY,
      seq BIGINT NOT NULL,
      hash CHAR(64) NOT NULL
    ) ${TABLE}`);
    await runner.query(`CREATE TABLE IF NOT EXISTS county_key (
      county_code CHAR(6) NOT NULL PRIMARY KEY,
      wrapped VARBINARY(200) NOT NULL,
      created_at DATETIME(3) NOT NULL
    ) ${TABLE}`);
    await runner.query(`CREATE TABLE IF NOT EXISTS idempotency_key (
      key_hash CHAR(64) NOT NULL PRIMARY KEY,
      input_hash CHAR(64) NOT NULL,
      result LONGTEXT NOT NULL,
      created_at DATETIME(3) NOT NULL
    ) ${TABLE}`);
    await runner.query(`CREATE TABLE IF NOT EXISTS job (
      id CHAR(26) NOT NULL PRIMARY KEY,
      kind VARCHAR(40) NOT NULL,
      center_id CHAR(26) NULL,
      user_id CHAR(26) NOT NULL,
      status VARCHAR(10) NOT NULL,
      payload LONGTEXT NOT NULL,
      result LONGTEXT NULL,
      error_code VARCHAR(60) NULL,
      error_params LONGTEXT NULL,
      progress_done INT NOT NULL DEFAULT 0,
      progress_total INT NOT NULL DEFAULT 0,
      attempts INT NOT NULL DEFAULT 0,
      run_after DATETIME(3) NOT NULL,
      leased_until DATETIME(3) NULL,
      lease_token CHAR(26) NULL,
      created_at DATETIME(3) NOT NULL,
      started_at DATETIME(3) NULL,
      finished_at DATETIME(3) NULL,
      CONSTRAINT ck_job_status CHECK (status IN ('QUEUED','RUNNING','DONE','FAILED','CANCELLED')),
      INDEX ix_job_due (status, run_after),
      INDEX ix_job_user (user_id, created_at)
    ) ${TABLE}`);
    await runner.query(`CREATE TABLE IF NOT EXISTS attachment (
      id CHAR(26) NOT NULL PRIMARY KEY,
      center_id CHAR(26) NOT NULL,
      entity VARCHAR(40) NOT NULL,
      entity_id CHAR(26) NOT NULL,
      kind VARCHAR(40) NOT NULL,
      file_name VARCHAR(200) NOT NULL,
      media_type VARCHAR(100) NOT NULL,
      size INT NOT NULL,
      sha256 CHAR(64) NOT NULL,
      created_by CHAR(26) NOT NULL,
      created_at DATETIME(3) NOT NULL,
      removed_at DATETIME(3) NULL,
      UNIQUE INDEX ux_attachment_center (id, center_id),
      INDEX ix_attachment_entity (center_id, entity, entity_id)
    ) ${TABLE}`);
  }

  async down(): Promise<void> {
    throw await Promise.resolve(new Error('Migrations go forward only'));
  }
}
