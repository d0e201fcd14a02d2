import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What an operator says against a cut or a refused line, and what the bureau answers. Every statement can run again. */
export class ClaimAppeal1764300052000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE IF NOT EXISTS claim_appeal (
      id CHAR(26) NOT NULL PRIMARY KEY,
      center_id CHAR(26) NOT NULL,
      claim_id CHAR(26) NOT NULL,
      claim_line_id CHAR(26) NOT NULL,
      ground VARCHAR(10) NOT NULL,
      asked_fen BIGINT NOT NULL,
      reason VARCHAR(1000) NOT NULL,
      appealed_by CHAR(26) NOT NULL,
      appealed_at DATETIME(3) NOT NULL,
      outcome VARCHAR(10) NULL,
      granted_fen BIGINT NOT NULL DEFAULT 0,
      answer VARCHAR(1000) NULL,
      answered_by CHAR(26) NULL,
      answered_at DATETIME(3) NULL,
      carried_in_claim_id CHAR(26) NULL,
      CONSTRAINT ck_claim_appeal_ground CHECK (ground IN ('CUT','REFUSED')),
      CONSTRAINT ck_claim_appeal_outcome CHECK (outcome IS NULL OR outcome IN ('UPHELD','REJECTED')),
      CONSTRAINT ck_claim_appeal_asked CHECK (asked_fen > 0),
      CONSTRAINT ck_claim_appeal_granted CHECK (granted_fen >= 0 AND granted_fen <= asked_fen),
      CONSTRAINT ck_claim_appeal_upheld CHECK ((COALESCE(outcome, '') = 'UPHELD') = (granted_fen > 0)),
      CONSTRAINT ck_claim_appeal_answered CHECK ((outcome IS NULL) = (answered_by IS NULL) AND (outcome IS NULL) = (answered_at IS NULL) AND (outcome IS NULL) = (answer IS NULL)),
      CONSTRAINT ck_claim_appeal_carried CHECK (carried_in_claim_id IS NULL OR granted_fen > 0),
      CONSTRAINT ck_claim_appeal_people CHECK (answered_by IS NULL OR answered_by <> appealed_by),
      UNIQUE INDEX ux_claim_appeal_center (id, center_id),
      UNIQUE INDEX ux_claim_appeal_line (claim_line_id),
      INDEX ix_claim_appeal_claim (claim_id),
      INDEX ix_claim_appeal_open (center_id, outcome, carried_in_claim_id),
      INDEX ix_claim_appeal_carried (carried_in_claim_id),
      CONSTRAINT fk_claim_appeal_line FOREIGN KEY (claim_line_id, center_id) REFERENCES claim_line (id, center_id) ON DELETE NO ACTION ON UPDATE NO ACTION,
      CONSTRAINT fk_claim_appeal_claim FOREIGN KEY (claim_id, center_id) REFERENCES claim (id, center_id) ON DELETE NO ACTION ON UPDATE NO ACTION
    ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin`);
    await runner.query(`CREATE OR REPLACE TRIGGER tr_claim_appeal_answer BEFORE UPDATE ON claim_appeal FOR EACH ROW
      BEGIN
        IF OLD.outcome IS NOT NULL AND (NEW.outcome <> OLD.outcome OR NEW.granted_fen <> OLD.granted_fen) THEN
          SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'an appeal is answered once';
        END IF;
        IF OLD.carried_in_claim_id IS NOT NULL AND NOT (NEW.carried_in_claim_id <=> OLD.carried_in_claim_id) THEN
          SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'an appeal is carried once';
        END IF;
      END`);
  }

  async down(): Promise<void> {
    throw await Promise.resolve(new Error('Migrations go forward only'));
  }
}
