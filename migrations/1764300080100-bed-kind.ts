import type { MigrationInterface, QueryRunner } from 'typeorm';

const KEEP = 'ON DELETE NO ACTION ON UPDATE NO ACTION';

/**
 * Ordinary or nursing bed, with the days of each. MariaDB itself refuses two kinds of a bed on one day; 9999-12-31 is an
 * open end. A day without a row: nobody has said. No entity, as for the bookings of beds.
 */
export class BedKind1764300080100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE IF NOT EXISTS bed_kind (
      id CHAR(26) NOT NULL PRIMARY KEY,
      center_id CHAR(26) NOT NULL,
      bed_id CHAR(26) NOT NULL,
      kind VARCHAR(10) NOT NULL,
      d_from DATE NOT NULL,
      d_until DATE NOT NULL,
      PERIOD FOR held (d_from, d_until),
      UNIQUE ux_bed_kind_bed (center_id, bed_id, held WITHOUT OVERLAPS),
      CONSTRAINT ck_bed_kind CHECK (kind IN ('ORDINARY','NURSING')),
      CONSTRAINT fk_bed_kind_bed FOREIGN KEY (bed_id, center_id) REFERENCES bed (id, center_id) ${KEEP}
    ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin`);
  }

  async down(): Promise<void> {
    throw await Promise.resolve(new Error('Migrations go forward only'));
  }
}
