import type { MigrationInterface, QueryRunner } from 'typeorm';

const KEEP = 'ON DELETE NO ACTION ON UPDATE NO ACTION';

/**
 * What a county's rules ask of a center, a resident or a member of staff beyond the fields of their registers, with the
 * days of each value. MariaDB itself refuses two values on one day; a row that was corrected or taken back has `live`
 * NULL and stays. 9999-12-31 is an open end. No entity, as for the kinds of beds. The column of a resident that nobody
 * ever wrote goes. Whether the bed was kept during an absence: it was, unless somebody says otherwise.
 */
export class AskedFacts1764300084000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE IF NOT EXISTS asked_fact (
      id CHAR(26) NOT NULL PRIMARY KEY,
      center_id CHAR(26) NOT NULL,
      owner VARCHAR(8) NOT NULL,
      subject_id CHAR(26) NOT NULL,
      resident_id CHAR(26) NULL,
      staff_id CHAR(26) NULL,
      name VARCHAR(80) NOT NULL,
      value VARCHAR(400) NOT NULL,
      d_from DATE NOT NULL,
      d_until DATE NOT NULL,
      live TINYINT NULL,
      evidence VARCHAR(200) NOT NULL,
      replaces_id CHAR(26) NULL,
      recorded_by CHAR(26) NOT NULL,
      recorded_by_name VARCHAR(60) NOT NULL,
      recorded_at DATETIME(3) NOT NULL,
      voided_by_name VARCHAR(60) NULL,
      voided_at DATETIME(3) NULL,
      void_reason VARCHAR(500) NULL,
      version INT NOT NULL DEFAULT 1,
      PERIOD FOR held (d_from, d_until),
      UNIQUE ux_asked_fact_days (center_id, subject_id, name, live, held WITHOUT OVERLAPS),
      UNIQUE INDEX ux_asked_fact_center (id, center_id),
      CONSTRAINT ck_asked_fact_owner CHECK (
        (owner = 'CENTER' AND subject_id = center_id AND resident_id IS NULL AND staff_id IS NULL)
        OR (owner = 'PERSON' AND resident_id = subject_id AND staff_id IS NULL)
        OR (owner = 'STAFF' AND staff_id = subject_id AND resident_id IS NULL)),
      CONSTRAINT ck_asked_fact_live CHECK (
        (live = 1 AND voided_at IS NULL)
        OR (live IS NULL AND voided_at IS NOT NULL AND void_reason IS NOT NULL)),
      CONSTRAINT fk_asked_fact_center FOREIGN KEY (center_id) REFERENCES center (id) ${KEEP},
      CONSTRAINT fk_asked_fact_resident FOREIGN KEY (resident_id, center_id) REFERENCES resident (id, center_id) ${KEEP},
      CONSTRAINT fk_asked_fact_staff FOREIGN KEY (staff_id, center_id) REFERENCES staff_member (id, center_id) ${KEEP}
    ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin`);
    await runner.query('ALTER TABLE resident DROP COLUMN IF EXISTS attributes');
    await runner.query(
      'ALTER TABLE absence ADD COLUMN IF NOT EXISTS bed_held TINYINT NOT NULL DEFAULT 1 AFTER reason',
    );
  }

  async down(): Promise<void> {
    throw await Promise.resolve(new Error('Migrations go forward only'));
  }
}
