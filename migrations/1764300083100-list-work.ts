import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The work that takes a county list in: while it goes on nobody accepts or discards the list. */
export class ListWork1764300083100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE registry_list ADD COLUMN IF NOT EXISTS job_id CHAR(26) NULL');
  }

  async down(): Promise<void> {
    throw await Promise.resolve(new Error('Migrations go forward only'));
  }
}
