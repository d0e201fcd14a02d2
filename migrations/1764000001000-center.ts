import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLE = 'ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin';

/** Counties, organizations, centers and contracts; users, roles and sessions. Every statement can run again. */
export class Center1764000001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [...PLACES, ...DOORS]) {
      await runner.query(sql);
    }
  }

  async down(): Promise<void> {
    throw await Promise.resolve(new Error('Migrations go forward only'));
  }
}

const PLACES = [
  `CREATE TABLE IF NOT EXISTS county (
    code CHAR(6) NOT NULL PRIMARY KEY,
    name VARCHAR(60) NOT NULL,
    name_en VARCHAR(80) NOT NULL,
    settings LONGTEXT NOT NULL,
    version INT NOT NULL DEFAULT 1,
    CONSTRAINT ck_county_settings CHECK (JSON_VALID(settings))
  ) ${TABLE}`,
  `CREATE TABLE IF NOT EXISTS organization (
    id CHAR(26) NOT NULL PRIMARY KEY,
    kind VARCHAR(10) NOT NULL,
    name VARCHAR(120) NOT NULL,
    county_code CHAR(6) NULL,
    uscc VARCHAR(18) NULL,
    contact_name VARCHAR(60) NULL,
    contact_phone VARCHAR(40) NULL,
    created_at DATETIME(3) NOT NULL,
    version INT NOT NULL DEFAULT 1,
    CONSTRAINT ck_organization_kind CHECK (kind IN ('OPERATOR','BUREAU','PLATFORM')),
    CONSTRAINT ck_organization_county CHECK ((kind = 'BUREAU') = (county_code IS NOT NULL)),
    CONSTRAINT fk_organization_county FOREIGN KEY (county_code) REFERENCES county (code) ON DELETE NO ACTION ON UPDATE NO ACTION
  ) ${TABLE}`,
  `CREATE TABLE IF NOT EXISTS center (
    id CHAR(26) NOT NULL PRIMARY KEY,
    county_code CHAR(6) NOT NULL,
    code VARCHAR(30) NOT NULL,
    name VARCHAR(120) NOT NULL,
    ownership VARCHAR(30) NOT NULL,
    for_profit TINYINT NOT NULL,
    registered_beds INT NOT NULL,
    area_m2 INT NULL,
    opened_on DATE NOT NULL,
    filed_on DATE NULL,
    address VARCHAR(200) NULL,
    phone VARCHAR(40) NULL,
    created_at DATETIME(3) NOT NULL,
    version INT NOT NULL DEFAULT 1,
    CONSTRAINT ck_center_ownership CHECK (ownership IN ('PUBLIC_BUILT_PRIVATE_RUN','PUBLIC','PRIVATE')),
    CONSTRAINT ck_center_beds CHECK (registered_beds >= 0),
    UNIQUE INDEX ux_center_code (county_code, code),
    CONSTRAINT fk_center_county FOREIGN KEY (county_code) REFERENCES county (code) ON DELETE NO ACTION ON UPDATE NO ACTION
  ) ${TABLE}`,
  `CREATE TABLE IF NOT EXISTS operating_contract (
    id CHAR(26) NOT NULL PRIMARY KEY,
    center_id CHAR(26) NOT NULL,
    organization_id CHAR(26) NOT NULL,
    number VARCHAR(60) NULL,
    from_on DATE NOT NULL,
    until_on DATE NULL,
    version INT NOT NULL DEFAULT 1,
    CONSTRAINT ck_operating_contract_days CHECK (until_on IS NULL OR until_on > from_on),
    INDEX ix_operating_contract_organization (organization_id, from_on),
    INDEX ix_operating_contract_center (center_id, from_on),
    CONSTRAINT fk_operating_contract_center FOREIGN KEY (center_id) REFERENCES center (id) ON DELETE NO ACTION ON UPDATE NO ACTION,
    CONSTRAINT fk_operating_contract_organization FOREIGN KEY (organization_id) REFERENCES organization (id) ON DELETE NO ACTION ON UPDATE NO ACTION
  ) ${TABLE}`,
  `CREATE TABLE IF NOT EXISTS center_grade (
    id CHAR(26) NOT NULL PRIMARY KEY,
    center_id CHAR(26) NOT NULL,
    scheme VARCHAR(60) NOT NULL,
    grade VARCHAR(20) NOT NULL,
    issuer VARCHAR(120) NULL,
    from_on DATE NOT NULL,
    until_on DATE NULL,
    version INT NOT NULL DEFAULT 1,
    CONSTRAINT ck_center_grade_days CHECK (until_on IS NULL OR until_on > from_on),
    UNIQUE INDEX ux_center_grade_center (id, center_id),
    INDEX ix_center_grade_scheme (center_id, scheme, from_on),
    CONSTRAINT fk_center_grade_center FOREIGN KEY (center_id) REFERENCES center (id) ON DELETE NO ACTION ON UPDATE NO ACTION
  ) ${TABLE}`,
  `CREATE TABLE IF NOT EXISTS bank_account (
    id CHAR(26) NOT NULL PRIMARY KEY,
    center_id CHAR(26) NOT NULL,
    organization_id CHAR(26) NOT NULL,
    holder_name VARCHAR(120) NOT NULL,
    bank_name VARCHAR(120) NOT NULL,
    number_cipher VARBINARY(200) NOT NULL,
    number_last4 VARCHAR(4) NOT NULL,
    created_at DATETIME(3) NOT NULL,
    ended_at DATETIME(3) NULL,
    INDEX ix_bank_account_center (center_id, created_at),
    CONSTRAINT fk_bank_account_center FOREIGN KEY (center_id) REFERENCES center (id) ON DELETE NO ACTION ON UPDATE NO ACTION
  ) ${TABLE}`,
];

const DOORS = [
  `CREATE TABLE IF NOT EXISTS app_user (
    id CHAR(26) NOT NULL PRIMARY KEY,
    organization_id CHAR(26) NOT NULL,
    user_name VARCHAR(60) NOT NULL,
    display_name VARCHAR(60) NOT NULL,
    phone VARCHAR(40) NULL,
    password_hash VARCHAR(200) NULL,
    must_change_password TINYINT NOT NULL DEFAULT 0,
    status VARCHAR(10) NOT NULL,
    locale VARCHAR(5) NOT NULL DEFAULT 'zh-CN',
    is_demo TINYINT NOT NULL DEFAULT 0,
    failed_attempts INT NOT NULL DEFAULT 0,
    locked_until DATETIME(3) NULL,
    last_sign_in_at DATETIME(3) NULL,
    created_at DATETIME(3) NOT NULL,
    version INT NOT NULL DEFAULT 1,
    CONSTRAINT ck_app_user_status CHECK (status IN ('INVITED','ACTIVE','DISABLED')),
    CONSTRAINT ck_app_user_locale CHECK (locale IN ('zh-CN','en')),
    UNIQUE INDEX ux_app_user_name (user_name),
    INDEX ix_app_user_organization (organization_id, status),
    CONSTRAINT fk_app_user_organization FOREIGN KEY (organization_id) REFERENCES organization (id) ON DELETE NO ACTION ON UPDATE NO ACTION
  ) ${TABLE}`,
  `CREATE TABLE IF NOT EXISTS role (
    id CHAR(26) NOT NULL PRIMARY KEY,
    organization_kind VARCHAR(10) NOT NULL,
    code VARCHAR(40) NOT NULL,
    name VARCHAR(40) NOT NULL,
    name_en VARCHAR(60) NOT NULL,
    UNIQUE INDEX ux_role_code (code)
  ) ${TABLE}`,
  `CREATE TABLE IF NOT EXISTS role_permission (
    role_id CHAR(26) NOT NULL,
    permission VARCHAR(40) NOT NULL,
    PRIMARY KEY (role_id, permission),
    CONSTRAINT fk_role_permission_role FOREIGN KEY (role_id) REFERENCES role (id) ON DELETE NO ACTION ON UPDATE NO ACTION
  ) ${TABLE}`,
  `CREATE TABLE IF NOT EXISTS user_role (
    user_id CHAR(26) NOT NULL,
    role_id CHAR(26) NOT NULL,
    PRIMARY KEY (user_id, role_id),
    CONSTRAINT fk_user_role_user FOREIGN KEY (user_id) REFERENCES app_user (id) ON DELETE NO ACTION ON UPDATE NO ACTION,
    CONSTRAINT fk_user_role_role FOREIGN KEY (role_id) REFERENCES role (id) ON DELETE NO ACTION ON UPDATE NO ACTION
  ) ${TABLE}`,
  `CREATE TABLE IF NOT EXISTS user_center (
    user_id CHAR(26) NOT NULL,
    center_id CHAR(26) NOT NULL,
    PRIMARY KEY (user_id, center_id),
    CONSTRAINT fk_user_center_user FOREIGN KEY (user_id) REFERENCES app_user (id) ON DELETE NO ACTION ON UPDATE NO ACTION,
    CONSTRAINT fk_user_center_center FOREIGN KEY (center_id) REFERENCES center (id) ON DELETE NO ACTION ON UPDATE NO ACTION
  ) ${TABLE}`,
  `CREATE TABLE IF NOT EXISTS session (
    id CHAR(26) NOT NULL PRIMARY KEY,
    user_id CHAR(26) NOT NULL,
    token_hash CHAR(64) NOT NULL,
    created_at DATETIME(3) NOT NULL,
    last_seen_at DATETIME(3) NOT NULL,
    expires_at DATETIME(3) NOT NULL,
    UNIQUE INDEX ux_session_token (token_hash),
    INDEX ix_session_user (user_id),
    CONSTRAINT fk_session_user FOREIGN KEY (user_id) REFERENCES app_user (id) ON DELETE NO ACTION ON UPDATE NO ACTION
  ) ${TABLE}`,
  `CREATE TABLE IF NOT EXISTS invitation (
    id CHAR(26) NOT NULL PRIMARY KEY,
    user_id CHAR(26) NOT NULL,
    token_hash CHAR(64) NOT NULL,
    expires_at DATETIME(3) NOT NULL,
    used_at DATETIME(3) NULL,
    UNIQUE INDEX ux_invitation_token (token_hash),
    CONSTRAINT fk_invitation_user FOREIGN KEY (user_id) REFERENCES app_user (id) ON DELETE NO ACTION ON UPDATE NO ACTION
  ) ${TABLE}`,
];
