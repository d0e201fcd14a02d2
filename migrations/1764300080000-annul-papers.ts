import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The one appeal of a line that holds; the database sets it. */
const live = 'SET NEW.live_line_id = IF(NEW.annulled_at IS NULL, NEW.claim_line_id, NULL)';

const STATEMENTS = [
  `ALTER TABLE claim_appeal
     ADD COLUMN IF NOT EXISTS live_line_id CHAR(26) NULL,
     ADD COLUMN IF NOT EXISTS entered_at DATETIME(3) NULL,
     ADD COLUMN IF NOT EXISTS carried_by_id CHAR(26) NULL,
     ADD COLUMN IF NOT EXISTS annulled_at DATETIME(3) NULL,
     ADD COLUMN IF NOT EXISTS annulled_by CHAR(26) NULL,
     ADD COLUMN IF NOT EXISTS annul_reason VARCHAR(500) NULL`,
  'UPDATE claim_appeal SET live_line_id = claim_line_id WHERE annulled_at IS NULL AND live_line_id IS NULL',
  // One decision of a claim and no more: it is the one that carried the appeal.
  `UPDATE claim_appeal a JOIN (SELECT claim_id, MIN(id) AS id FROM claim_decision WHERE annulled_at IS NULL
     GROUP BY claim_id HAVING COUNT(*) = 1) d ON d.claim_id = a.carried_in_claim_id
   SET a.carried_by_id = d.id WHERE a.carried_by_id IS NULL`,
  `ALTER TABLE claim_appeal
     ADD INDEX IF NOT EXISTS ix_claim_appeal_line (claim_line_id, center_id),
     DROP INDEX IF EXISTS ux_claim_appeal_line,
     ADD UNIQUE INDEX IF NOT EXISTS ux_claim_appeal_live (live_line_id),
     ADD CONSTRAINT IF NOT EXISTS ck_claim_appeal_annulled CHECK ((annulled_at IS NULL) = (annulled_by IS NULL)
       AND (annulled_at IS NULL OR (annul_reason IS NOT NULL AND attachment_id IS NOT NULL AND carried_in_claim_id IS NULL)))`,
  `CREATE OR REPLACE TRIGGER tr_claim_appeal_live BEFORE INSERT ON claim_appeal FOR EACH ROW ${live}`,
  // An answer stays. It is carried once, unless the paper that carried it was entered wrongly; once annulled nothing moves.
  `CREATE OR REPLACE TRIGGER tr_claim_appeal_answer BEFORE UPDATE ON claim_appeal FOR EACH ROW
   BEGIN
     IF OLD.annulled_at IS NOT NULL THEN
       SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'an annulled appeal stays as it is';
     END IF;
     IF OLD.outcome IS NOT NULL AND (NEW.outcome <> OLD.outcome OR NEW.granted_fen <> OLD.granted_fen) THEN
       SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'an appeal is answered once';
     END IF;
     IF OLD.carried_in_claim_id IS NOT NULL AND NEW.carried_in_claim_id <> OLD.carried_in_claim_id THEN
       SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'an appeal is carried once';
     END IF;
     ${live};
   END`,
  // The decision itself is fixed by the first payment; what was added to it, by the service that knows what is paid.
  `CREATE OR REPLACE TRIGGER tr_claim_decision_no_update BEFORE UPDATE ON claim_decision FOR EACH ROW
   BEGIN
     IF OLD.annulled_at IS NOT NULL OR NEW.annulled_at IS NULL OR OLD.id <> NEW.id OR OLD.claim_id <> NEW.claim_id
       OR OLD.kind <> NEW.kind OR OLD.source <> NEW.source OR OLD.decided_on <> NEW.decided_on
       OR OLD.decided_by <> NEW.decided_by OR OLD.claimed_fen <> NEW.claimed_fen OR OLD.returned_fen <> NEW.returned_fen
       OR OLD.cut_fen <> NEW.cut_fen OR OLD.held_fen <> NEW.held_fen OR OLD.released_fen <> NEW.released_fen
       OR OLD.decided_fen <> NEW.decided_fen OR NOT (OLD.document_number <=> NEW.document_number)
       OR NOT (OLD.attachment_id <=> NEW.attachment_id)
       OR (OLD.kind = 'DECISION' AND EXISTS (SELECT 1 FROM payment p WHERE p.claim_id = OLD.claim_id))
       OR (OLD.kind = 'SUPPLEMENT' AND (SELECT c.paid_fen > c.decided_fen FROM claim c WHERE c.id = OLD.claim_id)) THEN
       SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'claim_decision is append-only';
     END IF;
     SET NEW.live_claim_id = IF(NEW.kind = 'DECISION' AND NEW.annulled_at IS NULL, NEW.claim_id, NULL);
   END`,
];

/** What was entered from paper beside a decision can be taken back as well: an appeal with its answer, and a supplement. */
export class AnnulPapers1764300080000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) {
      await runner.query(statement);
    }
  }

  async down(): Promise<void> {
    throw await Promise.resolve(new Error('Migrations go forward only'));
  }
}
