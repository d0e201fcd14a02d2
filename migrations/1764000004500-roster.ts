import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Roster1764000004500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE IF NOT EXISTS roster_import (
      id CHAR(26) NOT NULL PRIMARY KEY,
      center_id CHAR(26) NOT NULL,
      kind VARCHAR(12) NOT NULL,
      status VARCHAR(10) NOT NULL,
      file_name VARCHAR(200) NOT NULL,
      media_type VARCHAR(100) NOT NULL,
      content_cipher LONGBLOB NULL,
      sheet_name VARCHAR(60) NOT NULL,
      row_count INT NOT NULL,
      headings LONGTEXT NOT NULL,
      samples LONGTEXT NOT NULL,
      mapping LONGTEXT NOT NULL,
      options LONGTEXT NOT NULL,
      summary LONGTEXT NULL,
      outcomes LONGTEXT NULL,
      job_id CHAR(26) NULL,
      created_by VARCHAR(100) NOT NULL,
      created_at DATETIME(3) NOT NULL,
      version INT NOT NULL DEFAULT 1,
      UNIQUE INDEX ux_roster_import_center (id, center_id),
      INDEX ix_roster_import_recent (center_id, created_at),
      CONSTRAINT ck_roster_import_status
        CHECK (status IN ('UPLOADED','CHECKING','CHECKED','APPLYING','DONE')),
      CONSTRAINT fk_roster_import_center FOREIGN KEY (center_id) REFERENCES center (id)
        ON DELETE NO ACTION ON UPDATE NO ACTION
    ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin`);
  }

  async down(): Promise<void> {
    throw await Promise.resolve(new Error('Migrations go forward only'));
  }
}
