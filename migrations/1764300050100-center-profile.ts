import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is settled about a house and asked for every month. Every statement can run again. */
export class CenterProfile1764300050100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE IF NOT EXISTS center_profile (
      id CHAR(26) NOT NULL PRIMARY KEY,
      center_id CHAR(26) NOT NULL,
      facts LONGTEXT NOT NULL,
      updated_at DATETIME(3) NOT NULL,
      version INT NOT NULL DEFAULT 1,
      CONSTRAINT ck_center_profile_facts CHECK (JSON_VALID(facts)),
      UNIQUE INDEX ux_center_profile_center (center_id),
      CONSTRAINT fk_center_profile_center FOREIGN KEY (center_id) REFERENCES center (id) ON DELETE NO ACTION ON UPDATE NO ACTION
    ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin`);
  }

  async down(): Promise<void> {
    throw await Promise.resolve(new Error('Migrations go forward only'));
  }
}
