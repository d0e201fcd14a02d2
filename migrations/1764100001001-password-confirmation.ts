import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When a session last gave the password once more. */
export class PasswordConfirmation1764100001001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'ALTER TABLE session ADD COLUMN IF NOT EXISTS confirmed_at DATETIME(3) NULL',
    );
  }

  async down(): Promise<void> {
    throw await Promise.resolve(new Error('Migrations go forward only'));
  }
}
