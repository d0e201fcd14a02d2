import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A held line is released or refused, by whom and why; a cut names its clause and may recognize a part of the quantity. */
export class HeldLines1764100003000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of STATEMENTS) {
      await runner.query(sql);
    }
  }

  async down(): Promise<void> {
    throw await Promise.resolve(new Error('Migrations go forward only'));
  }
}

const STATEMENTS = [
  `ALTER TABLE claim_line_verdict
     ADD COLUMN IF NOT EXISTS clause VARCHAR(200) NULL AFTER cut_fen,
     ADD COLUMN IF NOT EXISTS recognized VARCHAR(12) NULL AFTER clause,
     ADD COLUMN IF NOT EXISTS refused_at DATETIME(3) NULL,
     ADD COLUMN IF NOT EXISTS settled_by CHAR(26) NULL,
     ADD COLUMN IF NOT EXISTS settle_text VARCHAR(500) NULL,
     ADD CONSTRAINT IF NOT EXISTS ck_claim_line_verdict_settled CHECK
       (released_at IS NULL OR refused_at IS NULL),
     ADD CONSTRAINT IF NOT EXISTS ck_claim_line_verdict_held CHECK
       (verdict = 'HELD' OR (released_at IS NULL AND refused_at IS NULL AND released_in_claim_id IS NULL)),
     ADD CONSTRAINT IF NOT EXISTS ck_claim_line_verdict_carried CHECK
       (released_in_claim_id IS NULL OR released_at IS NOT NULL),
     ADD CONSTRAINT IF NOT EXISTS ck_claim_line_verdict_until CHECK (verdict <> 'HELD' OR held_until IS NOT NULL),
     ADD CONSTRAINT IF NOT EXISTS ck_claim_line_verdict_part CHECK (recognized IS NULL OR verdict = 'CUT'),
     ADD INDEX IF NOT EXISTS ix_claim_line_verdict_held (center_id, verdict, held_until)`,
  // What the records of the day of opening make of the claim; unknown until the bureau opens it.
  `ALTER TABLE claim MODIFY COLUMN adjusted_fen BIGINT NULL`,
  `UPDATE claim SET adjusted_fen = NULL WHERE adjusted_fen = 0 AND opened_at IS NULL`,
];
