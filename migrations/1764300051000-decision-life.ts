import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A claim may have a supplementary decision beside its decision, and one entered from paper can be annulled. */
export class DecisionLife1764300051000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of STATEMENTS) {
      await runner.query(sql);
    }
  }

  async down(): Promise<void> {
    throw await Promise.resolve(new Error('Migrations go forward only'));
  }
}

/** The one decision of a claim that holds; the database sets it. */
const live = (deed: 'INSERT' | 'UPDATE'): string =>
  `SET NEW.live_claim_id = IF(NEW.kind = 'DECISION' AND NEW.annulled_at IS NULL, NEW.claim_id, NULL)${
    deed === 'INSERT' ? '' : ';'
  }`;

const STATEMENTS = [
  `ALTER TABLE claim_decision
     ADD COLUMN IF NOT EXISTS id CHAR(26) NOT NULL DEFAULT '',
     ADD COLUMN IF NOT EXISTS kind VARCHAR(10) NOT NULL DEFAULT 'DECISION',
     ADD COLUMN IF NOT EXISTS live_claim_id CHAR(26) NULL,
     ADD COLUMN IF NOT EXISTS annulled_at DATETIME(3) NULL,
     ADD COLUMN IF NOT EXISTS annulled_by CHAR(26) NULL,
     ADD COLUMN IF NOT EXISTS annul_reason VARCHAR(500) NULL,
     ADD COLUMN IF NOT EXISTS annulled_verdicts LONGTEXT NULL`,
  'DROP TRIGGER IF EXISTS tr_claim_decision_no_update',
  `UPDATE claim_decision SET id = claim_id WHERE id = ''`,
  `UPDATE claim_decision SET live_claim_id = IF(kind = 'DECISION' AND annulled_at IS NULL, claim_id, NULL)`,
  `ALTER TABLE claim_decision
     MODIFY COLUMN id CHAR(26) NOT NULL,
     DROP PRIMARY KEY,
     ADD PRIMARY KEY (id),
     ADD INDEX IF NOT EXISTS ix_claim_decision_claim (claim_id, center_id),
     DROP INDEX IF EXISTS ux_claim_decision_center,
     ADD UNIQUE INDEX IF NOT EXISTS ux_claim_decision_live (live_claim_id),
     ADD CONSTRAINT IF NOT EXISTS ck_claim_decision_kind CHECK (kind IN ('DECISION','SUPPLEMENT')),
     ADD CONSTRAINT IF NOT EXISTS ck_claim_decision_annulled_verdicts
       CHECK (annulled_verdicts IS NULL OR JSON_VALID(annulled_verdicts)),
     ADD CONSTRAINT IF NOT EXISTS ck_claim_decision_annulled CHECK ((annulled_at IS NULL) = (annulled_by IS NULL)
       AND (annulled_at IS NULL OR (annul_reason IS NOT NULL AND source = 'PAPER')))`,
  `CREATE OR REPLACE TRIGGER tr_claim_decision_live_insert BEFORE INSERT ON claim_decision FOR EACH ROW
   ${live('INSERT')}`,
  // What was decided stays as it was written. The one thing that may follow is a mark, once, while nothing was paid on it.
  `CREATE OR REPLACE TRIGGER tr_claim_decision_no_update BEFORE UPDATE ON claim_decision FOR EACH ROW
   BEGIN
     IF OLD.annulled_at IS NOT NULL OR NEW.annulled_at IS NULL OR OLD.id <> NEW.id OR OLD.claim_id <> NEW.claim_id
       OR OLD.kind <> NEW.kind OR OLD.source <> NEW.source OR OLD.decided_on <> NEW.decided_on
       OR OLD.decided_by <> NEW.decided_by OR OLD.claimed_fen <> NEW.claimed_fen OR OLD.returned_fen <> NEW.returned_fen
       OR OLD.cut_fen <> NEW.cut_fen OR OLD.held_fen <> NEW.held_fen OR OLD.released_fen <> NEW.released_fen
       OR OLD.decided_fen <> NEW.decided_fen OR NOT (OLD.document_number <=> NEW.document_number)
       OR NOT (OLD.attachment_id <=> NEW.attachment_id)
       OR EXISTS (SELECT 1 FROM payment p WHERE p.claim_id = OLD.claim_id) THEN
       SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'claim_decision is append-only';
     END IF;
     ${live('UPDATE')}
   END`,
  `ALTER TABLE claim_line_verdict ADD COLUMN IF NOT EXISTS settled_in_id CHAR(26) NULL`,
];
