import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLE = 'ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin';

const ofResident = (table: string): string =>
  `UNIQUE INDEX ux_${table}_center (id, center_id),
   INDEX ix_${table}_resident (resident_id, center_id),
   CONSTRAINT fk_${table}_resident FOREIGN KEY (resident_id, center_id) REFERENCES resident (id, center_id)
     ON DELETE NO ACTION ON UPDATE NO ACTION`;

/** Each statement can run again: MariaDB commits DDL by itself, so a killed migration starts over from its top. */
export class Resident1764000002000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE IF NOT EXISTS resident (
      id CHAR(26) NOT NULL PRIMARY KEY,
      center_id CHAR(26) NOT NULL,
      name VARCHAR(60) NOT NULL,
      pinyin VARCHAR(200) NOT NULL,
      initials VARCHAR(60) NOT NULL,
      sex CHAR(1) NOT NULL,
      born_on DATE NOT NULL,
      is_birth_estimated TINYINT NOT NULL DEFAULT 0,
      lunar_birthday VARCHAR(40) NULL,
      died_on DATE NULL,
      death_certificate VARCHAR(60) NULL,
      id_type VARCHAR(20) NOT NULL,
      id_number_cipher VARBINARY(200) NULL,
      id_number_index BINARY(32) NULL,
      id_last4 VARCHAR(4) NULL,
      is_first_generation TINYINT NOT NULL DEFAULT 0,
      id_valid_until DATE NULL,
      no_id_reason VARCHAR(200) NULL,
      phone_cipher VARBINARY(200) NULL,
      phone_last4 VARCHAR(4) NULL,
      household_county CHAR(6) NULL,
      household_address VARCHAR(200) NULL,
      nation CHAR(2) NULL,
      education VARCHAR(12) NULL,
      marital VARCHAR(12) NULL,
      living LONGTEXT NULL,
      payment LONGTEXT NULL,
      income LONGTEXT NULL,
      attributes LONGTEXT NULL,
      note VARCHAR(500) NULL,
      created_at DATETIME(3) NOT NULL,
      updated_at DATETIME(3) NOT NULL,
      version INT NOT NULL DEFAULT 1,
      UNIQUE INDEX ux_resident_center (id, center_id),
      UNIQUE INDEX ux_resident_id_number (center_id, id_number_index),
      INDEX ix_resident_name (center_id, name),
      INDEX ix_resident_pinyin (center_id, pinyin),
      CONSTRAINT ck_resident_sex CHECK (sex IN ('M','F')),
      CONSTRAINT ck_resident_id CHECK (
        (id_type = 'NONE' AND id_number_index IS NULL AND no_id_reason IS NOT NULL)
        OR (id_type <> 'NONE' AND id_number_index IS NOT NULL AND id_number_cipher IS NOT NULL)),
      CONSTRAINT ck_resident_life CHECK (died_on IS NULL OR died_on >= born_on),
      CONSTRAINT fk_resident_center FOREIGN KEY (center_id) REFERENCES center (id)
        ON DELETE NO ACTION ON UPDATE NO ACTION
    ) ${TABLE}`);
    await runner.query(`CREATE TABLE IF NOT EXISTS resident_document (
      id CHAR(26) NOT NULL PRIMARY KEY,
      center_id CHAR(26) NOT NULL,
      resident_id CHAR(26) NOT NULL,
      type VARCHAR(20) NOT NULL,
      number_cipher VARBINARY(200) NOT NULL,
      number_index BINARY(32) NOT NULL,
      number_last4 VARCHAR(4) NOT NULL,
      valid_until DATE NULL,
      is_former TINYINT NOT NULL DEFAULT 0,
      created_at DATETIME(3) NOT NULL,
      removed_at DATETIME(3) NULL,
      INDEX ix_resident_document_number (center_id, number_index),
      ${ofResident('resident_document')}
    ) ${TABLE}`);
    await runner.query(`CREATE TABLE IF NOT EXISTS resident_contact (
      id CHAR(26) NOT NULL PRIMARY KEY,
      center_id CHAR(26) NOT NULL,
      resident_id CHAR(26) NOT NULL,
      name VARCHAR(60) NOT NULL,
      relation VARCHAR(20) NOT NULL,
      phone_cipher VARBINARY(200) NULL,
      phone_last4 VARCHAR(4) NULL,
      id_number_cipher VARBINARY(200) NULL,
      id_last4 VARCHAR(4) NULL,
      address VARCHAR(200) NULL,
      is_emergency TINYINT NOT NULL DEFAULT 0,
      is_signer TINYINT NOT NULL DEFAULT 0,
      is_payer TINYINT NOT NULL DEFAULT 0,
      is_guardian TINYINT NOT NULL DEFAULT 0,
      guardian_basis VARCHAR(12) NULL,
      note VARCHAR(200) NULL,
      created_at DATETIME(3) NOT NULL,
      removed_at DATETIME(3) NULL,
      version INT NOT NULL DEFAULT 1,
      ${ofResident('resident_contact')}
    ) ${TABLE}`);
    await runner.query(`CREATE TABLE IF NOT EXISTS resident_category (
      id CHAR(26) NOT NULL PRIMARY KEY,
      center_id CHAR(26) NOT NULL,
      resident_id CHAR(26) NOT NULL,
      code VARCHAR(30) NOT NULL,
      from_on DATE NOT NULL,
      until_on DATE NULL,
      evidence VARCHAR(200) NULL,
      created_at DATETIME(3) NOT NULL,
      voided_at DATETIME(3) NULL,
      version INT NOT NULL DEFAULT 1,
      INDEX ix_resident_category_code (center_id, code, from_on),
      CONSTRAINT ck_resident_category_dates CHECK (until_on IS NULL OR until_on > from_on),
      ${ofResident('resident_category')}
    ) ${TABLE}`);
    await runner.query(`CREATE TABLE IF NOT EXISTS consent (
      id CHAR(26) NOT NULL PRIMARY KEY,
      center_id CHAR(26) NOT NULL,
      resident_id CHAR(26) NOT NULL,
      purpose VARCHAR(20) NOT NULL,
      basis VARCHAR(12) NOT NULL,
      text_version VARCHAR(40) NOT NULL,
      is_given TINYINT NOT NULL,
      signer VARCHAR(60) NOT NULL,
      relation VARCHAR(20) NOT NULL,
      signed_on DATE NOT NULL,
      withdrawn_on DATE NULL,
      created_at DATETIME(3) NOT NULL,
      version INT NOT NULL DEFAULT 1,
      CONSTRAINT ck_consent_dates CHECK (withdrawn_on IS NULL OR withdrawn_on >= signed_on),
      ${ofResident('consent')}
    ) ${TABLE}`);
    await runner.query(`CREATE TABLE IF NOT EXISTS service_agreement (
      id CHAR(26) NOT NULL PRIMARY KEY,
      center_id CHAR(26) NOT NULL,
      resident_id CHAR(26) NOT NULL,
      number VARCHAR(40) NOT NULL,
      signed_on DATE NOT NULL,
      from_on DATE NOT NULL,
      until_on DATE NULL,
      signer VARCHAR(60) NOT NULL,
      relation VARCHAR(20) NOT NULL,
      clauses LONGTEXT NOT NULL,
      created_at DATETIME(3) NOT NULL,
      version INT NOT NULL DEFAULT 1,
      UNIQUE INDEX ux_service_agreement_number (center_id, number),
      CONSTRAINT ck_service_agreement_dates CHECK (until_on IS NULL OR until_on > from_on),
      ${ofResident('service_agreement')}
    ) ${TABLE}`);
  }

  async down(): Promise<void> {
    throw await Promise.resolve(new Error('Migrations go forward only'));
  }
}
