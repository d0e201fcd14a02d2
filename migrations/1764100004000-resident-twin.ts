import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The same person in another center of the county is found by the blind index alone, not center by center. */
export class ResidentTwin1764100004000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'CREATE INDEX IF NOT EXISTS ix_resident_id_number_anywhere ON resident (id_number_index)',
    );
  }

  async down(): Promise<void> {
    throw await Promise.resolve(new Error('Migrations go forward only'));
  }
}
