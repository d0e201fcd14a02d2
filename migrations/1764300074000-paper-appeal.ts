import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An appeal that was answered on paper keeps the scan; one person enters appeal and answer then. */
export class PaperAppeal1764300074000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE claim_appeal
      ADD COLUMN IF NOT EXISTS attachment_id CHAR(26) NULL AFTER answered_at,
      ADD COLUMN IF NOT EXISTS document_number VARCHAR(80) NULL AFTER attachment_id`);
    await runner.query('ALTER TABLE claim_appeal DROP CONSTRAINT IF EXISTS ck_claim_appeal_people');
    await runner.query(`ALTER TABLE claim_appeal DROP CONSTRAINT IF EXISTS ck_claim_appeal_paper,
      ADD CONSTRAINT ck_claim_appeal_paper CHECK (answered_by IS NULL OR answered_by <> appealed_by OR attachment_id IS NOT NULL)`);
  }

  async down(): Promise<void> {
    throw await Promise.resolve(new Error('Migrations go forward only'));
  }
}
