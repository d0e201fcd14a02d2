import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Meal check-ins: one row for a person, day and meal. */
export class Meal1764000006000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE IF NOT EXISTS meal_checkin (
      id CHAR(26) NOT NULL PRIMARY KEY,
      center_id CHAR(26) NOT NULL,
      resident_id CHAR(26) NOT NULL,
      on_date DATE NOT NULL,
      meal VARCHAR(10) NOT NULL,
      count INT NOT NULL,
      created_by CHAR(26) NOT NULL,
      created_at DATETIME(3) NOT NULL,
      CONSTRAINT ck_meal_checkin_meal CHECK (meal IN ('BREAKFAST','LUNCH','DINNER')),
      CONSTRAINT ck_meal_checkin_count CHECK (count BETWEEN 0 AND 9),
      UNIQUE INDEX ux_meal_checkin_meal (center_id, on_date, meal, resident_id),
      INDEX ix_meal_checkin_resident (resident_id, on_date),
      CONSTRAINT fk_meal_checkin_resident FOREIGN KEY (resident_id, center_id) REFERENCES resident (id, center_id) ON DELETE NO ACTION ON UPDATE NO ACTION
    ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin`);
  }

  async down(): Promise<void> {
    throw await Promise.resolve(new Error('Migrations go forward only'));
  }
}
