import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How far each person has read what the two sides write to each other about a claim. */
export class MessageReading1764100003300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE IF NOT EXISTS claim_message_read (
      user_id CHAR(26) NOT NULL,
      claim_id CHAR(26) NOT NULL,
      center_id CHAR(26) NOT NULL,
      read_at DATETIME(3) NOT NULL,
      PRIMARY KEY (user_id, claim_id),
      CONSTRAINT fk_claim_message_read_claim FOREIGN KEY (claim_id, center_id) REFERENCES claim (id, center_id)
        ON DELETE NO ACTION ON UPDATE NO ACTION
    ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin`);
  }

  async down(): Promise<void> {
    throw await Promise.resolve(new Error('Migrations go forward only'));
  }
}
