import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLE = 'ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin';

/** Staff with employment dates, and their certificates. */
export class Staff1764000003000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE IF NOT EXISTS staff_member (
      id CHAR(26) NOT NULL PRIMARY KEY,
      center_id CHAR(26) NOT NULL,
      name VARCHAR(60) NOT NULL,
      pinyin VARCHAR(120) NOT NULL,
      sex CHAR(1) NOT NULL,
      born_on DATE NULL,
      id_number_cipher VARBINARY(120) NULL,
      id_last4 VARCHAR(4) NULL,
      phone VARCHAR(40) NULL,
      post VARCHAR(20) NOT NULL,
      from_on DATE NOT NULL,
      until_on DATE NULL,
      created_at DATETIME(3) NOT NULL,
      version INT NOT NULL DEFAULT 1,
      CONSTRAINT ck_staff_member_sex CHECK (sex IN ('M','F')),
      CONSTRAINT ck_staff_member_days CHECK (until_on IS NULL OR until_on > from_on),
      UNIQUE INDEX ux_staff_member_center (id, center_id),
      INDEX ix_staff_member_name (center_id, name),
      CONSTRAINT fk_staff_member_center FOREIGN KEY (center_id) REFERENCES center (id) ON DELETE NO ACTION ON UPDATE NO ACTION
    ) ${TABLE}`);
    await runner.query(`CREATE TABLE IF NOT EXISTS staff_certificate (
      id CHAR(26) NOT NULL PRIMARY KEY,
      center_id CHAR(26) NOT NULL,
      staff_id CHAR(26) NOT NULL,
      type VARCHAR(30) NOT NULL,
      number VARCHAR(60) NULL,
      level INT NULL,
      issuer VARCHAR(120) NULL,
      issued_on DATE NOT NULL,
      validity_kind VARCHAR(15) NOT NULL,
      valid_until DATE NULL,
      verified_by CHAR(26) NULL,
      verified_at DATETIME(3) NULL,
      removed_at DATETIME(3) NULL,
      version INT NOT NULL DEFAULT 1,
      CONSTRAINT ck_staff_certificate_kind CHECK (validity_kind IN ('FIXED','NONE','ANNUAL_CHECK','PRINTED')),
      CONSTRAINT ck_staff_certificate_days CHECK (valid_until IS NULL OR valid_until >= issued_on),
      CONSTRAINT ck_staff_certificate_end CHECK (validity_kind = 'NONE' OR valid_until IS NOT NULL),
      UNIQUE INDEX ux_staff_certificate_center (id, center_id),
      INDEX ix_staff_certificate_expiry (center_id, valid_until),
      CONSTRAINT fk_staff_certificate_member FOREIGN KEY (staff_id, center_id) REFERENCES staff_member (id, center_id) ON DELETE NO ACTION ON UPDATE NO ACTION
    ) ${TABLE}`);
  }

  async down(): Promise<void> {
    throw await Promise.resolve(new Error('Migrations go forward only'));
  }
}
