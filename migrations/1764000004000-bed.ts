import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLE = 'ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin';
const KEEP = 'ON DELETE NO ACTION ON UPDATE NO ACTION';

/** Houses down to the bed; stays, absences, and the table that lets no two people share a bed. */
export class Bed1764000004000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [...PLACES, ...STAYS]) {
      await runner.query(sql);
    }
  }

  async down(): Promise<void> {
    throw await Promise.resolve(new Error('Migrations go forward only'));
  }
}

const PLACES = [
  `CREATE TABLE IF NOT EXISTS building (
    id CHAR(26) NOT NULL PRIMARY KEY,
    center_id CHAR(26) NOT NULL,
    name VARCHAR(40) NOT NULL,
    sort INT NOT NULL,
    version INT NOT NULL DEFAULT 1,
    UNIQUE INDEX ux_building_center (id, center_id),
    UNIQUE INDEX ux_building_name (center_id, name),
    CONSTRAINT fk_building_center FOREIGN KEY (center_id) REFERENCES center (id) ${KEEP}
  ) ${TABLE}`,
  `CREATE TABLE IF NOT EXISTS floor (
    id CHAR(26) NOT NULL PRIMARY KEY,
    center_id CHAR(26) NOT NULL,
    building_id CHAR(26) NOT NULL,
    name VARCHAR(40) NOT NULL,
    sort INT NOT NULL,
    version INT NOT NULL DEFAULT 1,
    UNIQUE INDEX ux_floor_center (id, center_id),
    UNIQUE INDEX ux_floor_name (building_id, name),
    CONSTRAINT fk_floor_building FOREIGN KEY (building_id, center_id) REFERENCES building (id, center_id) ${KEEP}
  ) ${TABLE}`,
  `CREATE TABLE IF NOT EXISTS room (
    id CHAR(26) NOT NULL PRIMARY KEY,
    center_id CHAR(26) NOT NULL,
    floor_id CHAR(26) NOT NULL,
    name VARCHAR(40) NOT NULL,
    sex_policy VARCHAR(3) NOT NULL,
    sort INT NOT NULL,
    version INT NOT NULL DEFAULT 1,
    CONSTRAINT ck_room_sex_policy CHECK (sex_policy IN ('ANY','M','F')),
    UNIQUE INDEX ux_room_center (id, center_id),
    UNIQUE INDEX ux_room_name (floor_id, name),
    CONSTRAINT fk_room_floor FOREIGN KEY (floor_id, center_id) REFERENCES floor (id, center_id) ${KEEP}
  ) ${TABLE}`,
  `CREATE TABLE IF NOT EXISTS bed (
    id CHAR(26) NOT NULL PRIMARY KEY,
    center_id CHAR(26) NOT NULL,
    room_id CHAR(26) NOT NULL,
    label VARCHAR(40) NOT NULL,
    sort INT NOT NULL,
    opened_on DATE NOT NULL,
    closed_on DATE NULL,
    version INT NOT NULL DEFAULT 1,
    CONSTRAINT ck_bed_days CHECK (closed_on IS NULL OR closed_on >= opened_on),
    UNIQUE INDEX ux_bed_center (id, center_id),
    UNIQUE INDEX ux_bed_label (room_id, label),
    CONSTRAINT fk_bed_room FOREIGN KEY (room_id, center_id) REFERENCES room (id, center_id) ${KEEP}
  ) ${TABLE}`,
  `CREATE TABLE IF NOT EXISTS bed_repair (
    id CHAR(26) NOT NULL PRIMARY KEY,
    center_id CHAR(26) NOT NULL,
    bed_id CHAR(26) NOT NULL,
    from_on DATE NOT NULL,
    until_on DATE NULL,
    reason VARCHAR(200) NOT NULL,
    version INT NOT NULL DEFAULT 1,
    CONSTRAINT ck_bed_repair_days CHECK (until_on IS NULL OR until_on >= from_on),
    UNIQUE INDEX ux_bed_repair_center (id, center_id),
    INDEX ix_bed_repair_bed (center_id, bed_id, from_on),
    CONSTRAINT fk_bed_repair_bed FOREIGN KEY (bed_id, center_id) REFERENCES bed (id, center_id) ${KEEP}
  ) ${TABLE}`,
];

const STAYS = [
  `CREATE TABLE IF NOT EXISTS stay (
    id CHAR(26) NOT NULL PRIMARY KEY,
    center_id CHAR(26) NOT NULL,
    resident_id CHAR(26) NOT NULL,
    bed_id CHAR(26) NOT NULL,
    spell_id CHAR(26) NOT NULL,
    status VARCHAR(10) NOT NULL,
    from_on DATE NOT NULL,
    until_on DATE NULL,
    expected_until_on DATE NULL,
    end_kind VARCHAR(10) NULL,
    source VARCHAR(10) NOT NULL,
    checklist LONGTEXT NULL,
    note VARCHAR(500) NULL,
    created_at DATETIME(3) NOT NULL,
    version INT NOT NULL DEFAULT 1,
    CONSTRAINT ck_stay_checklist CHECK (checklist IS NULL OR JSON_VALID(checklist)),
    CONSTRAINT ck_stay_status CHECK (status IN ('RESERVED','ACTIVE','ENDED','CANCELLED')),
    CONSTRAINT ck_stay_end_kind CHECK (end_kind IN ('DISCHARGE','DEATH','TRANSFER','SWAP')),
    CONSTRAINT ck_stay_source CHECK (source IN ('ENTERED','IMPORTED')),
    CONSTRAINT ck_stay_ended CHECK ((status = 'ENDED') = (end_kind IS NOT NULL)),
    CONSTRAINT ck_stay_until CHECK (status NOT IN ('ACTIVE','ENDED') OR (status = 'ENDED') = (until_on IS NOT NULL)),
    CONSTRAINT ck_stay_days CHECK (until_on IS NULL OR until_on >= from_on),
    UNIQUE INDEX ux_stay_center (id, center_id),
    INDEX ix_stay_resident (center_id, resident_id, from_on),
    INDEX ix_stay_bed (center_id, bed_id, from_on),
    INDEX ix_stay_status (center_id, status, from_on),
    INDEX ix_stay_spell (spell_id, from_on),
    CONSTRAINT fk_stay_bed FOREIGN KEY (bed_id, center_id) REFERENCES bed (id, center_id) ${KEEP},
    CONSTRAINT fk_stay_resident FOREIGN KEY (resident_id, center_id) REFERENCES resident (id, center_id) ${KEEP}
  ) ${TABLE}`,
  // One row for each stay that holds a bed; 9999-12-31 is an open end. MariaDB itself refuses overlaps, for the bed and
  // for the person. No entity: ON DUPLICATE KEY and cheap ALTERs do not work here, so nothing else may live in it.
  `CREATE TABLE IF NOT EXISTS stay_booking (
    stay_id CHAR(26) NOT NULL PRIMARY KEY,
    center_id CHAR(26) NOT NULL,
    bed_id CHAR(26) NOT NULL,
    resident_id CHAR(26) NOT NULL,
    d_from DATE NOT NULL,
    d_until DATE NOT NULL,
    PERIOD FOR booked (d_from, d_until),
    UNIQUE ux_stay_booking_bed (center_id, bed_id, booked WITHOUT OVERLAPS),
    UNIQUE ux_stay_booking_resident (center_id, resident_id, booked WITHOUT OVERLAPS),
    CONSTRAINT fk_stay_booking_stay FOREIGN KEY (stay_id, center_id) REFERENCES stay (id, center_id) ${KEEP},
    CONSTRAINT fk_stay_booking_bed FOREIGN KEY (bed_id, center_id) REFERENCES bed (id, center_id) ${KEEP},
    CONSTRAINT fk_stay_booking_resident FOREIGN KEY (resident_id, center_id) REFERENCES resident (id, center_id) ${KEEP}
  ) ${TABLE}`,
  `CREATE TABLE IF NOT EXISTS absence (
    id CHAR(26) NOT NULL PRIMARY KEY,
    center_id CHAR(26) NOT NULL,
    stay_id CHAR(26) NOT NULL,
    resident_id CHAR(26) NOT NULL,
    kind VARCHAR(12) NOT NULL,
    from_on DATE NOT NULL,
    planned_until_on DATE NULL,
    until_on DATE NULL,
    reason VARCHAR(200) NULL,
    cancelled_at DATETIME(3) NULL,
    created_at DATETIME(3) NOT NULL,
    version INT NOT NULL DEFAULT 1,
    CONSTRAINT ck_absence_kind CHECK (kind IN ('HOME_LEAVE','HOSPITAL')),
    CONSTRAINT ck_absence_days CHECK (until_on IS NULL OR until_on > from_on),
    UNIQUE INDEX ux_absence_center (id, center_id),
    INDEX ix_absence_resident (center_id, resident_id, from_on),
    INDEX ix_absence_stay (stay_id),
    CONSTRAINT fk_absence_stay FOREIGN KEY (stay_id, center_id) REFERENCES stay (id, center_id) ${KEEP},
    CONSTRAINT fk_absence_resident FOREIGN KEY (resident_id, center_id) REFERENCES resident (id, center_id) ${KEEP}
  ) ${TABLE}`,
  `CREATE TABLE IF NOT EXISTS stay_revision (
    id CHAR(26) NOT NULL PRIMARY KEY,
    center_id CHAR(26) NOT NULL,
    stay_id CHAR(26) NOT NULL,
    revision INT NOT NULL,
    action VARCHAR(20) NOT NULL,
    status VARCHAR(10) NOT NULL,
    bed_id CHAR(26) NOT NULL,
    from_on DATE NOT NULL,
    until_on DATE NULL,
    end_kind VARCHAR(10) NULL,
    reason VARCHAR(500) NULL,
    recorded_at DATETIME(3) NOT NULL,
    recorded_by VARCHAR(100) NOT NULL,
    INDEX ix_stay_revision_stay (stay_id, revision),
    CONSTRAINT fk_stay_revision_stay FOREIGN KEY (stay_id, center_id) REFERENCES stay (id, center_id) ${KEEP}
  ) ${TABLE}`,
];
