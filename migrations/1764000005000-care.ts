import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Service records: who, for whom, what, minutes, value. */
export class Care1764000005000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE IF NOT EXISTS service_record (
      id CHAR(26) NOT NULL PRIMARY KEY,
      center_id CHAR(26) NOT NULL,
      resident_id CHAR(26) NOT NULL,
      staff_id CHAR(26) NULL,
      type VARCHAR(20) NOT NULL,
      on_date DATE NOT NULL,
      minutes INT NOT NULL,
      value_fen BIGINT NOT NULL,
      note VARCHAR(200) NULL,
      op_id VARCHAR(60) NOT NULL,
      created_by CHAR(26) NOT NULL,
      created_at DATETIME(3) NOT NULL,
      voided_at DATETIME(3) NULL,
      void_reason VARCHAR(500) NULL,
      CONSTRAINT ck_service_record_minutes CHECK (minutes BETWEEN 1 AND 1440),
      CONSTRAINT ck_service_record_value CHECK (value_fen >= 0),
      CONSTRAINT ck_service_record_void CHECK ((voided_at IS NULL) = (void_reason IS NULL)),
      UNIQUE INDEX ux_service_record_center (id, center_id),
      UNIQUE INDEX ux_service_record_op (center_id, op_id),
      INDEX ix_service_record_day (center_id, on_date),
      INDEX ix_service_record_resident (resident_id, on_date),
      CONSTRAINT fk_service_record_resident FOREIGN KEY (resident_id, center_id) REFERENCES resident (id, center_id) ON DELETE NO ACTION ON UPDATE NO ACTION,
      CONSTRAINT fk_service_record_staff FOREIGN KEY (staff_id, center_id) REFERENCES staff_member (id, center_id) ON DELETE NO ACTION ON UPDATE NO ACTION
    ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin`);
  }

  async down(): Promise<void> {
    throw await Promise.resolve(new Error('Migrations go forward only'));
  }
}
