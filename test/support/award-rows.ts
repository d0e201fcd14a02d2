import type { INestApplication } from '@nestjs/common';
import { newId } from '@yibu/platform';

import type { TestApp } from './app.js';
import type { ClaimWorld } from './claim-world.js';

/** An award that was sent back and a fact that rules asked once, as rows: the tenant's county has no such rules. */
export async function applied(
  api: TestApp<INestApplication>,
  { world, people }: ClaimWorld,
  mark: string,
): Promise<void> {
  const [project, claim, at] = [newId(), newId(), new Date('2025-05-01T04:00:00Z')];
  const { centerId, operatorId, countyCode } = world;
  await api.database.run(
    `INSERT INTO award_project (id, center_id, seq, name, kind, communities, attributes, created_by, created_at)
     VALUES (?, ?, 1, ?, 'MEAL_POINT', '[]', '{}', ?, ?)`,
    [project, centerId, mark, people.officer, at],
  );
  await api.database.run(
    `INSERT INTO claim (id, center_id, organization_id, county_code, number, period, year_from, revision, status,
       pack_code, prepared_by, prepared_at, created_at, kind, program, subject_id)
     VALUES (?, ?, ?, ?, ?, '2025-05', '2025-01', 1, 'WITHDRAWN', 'jianxi-2019', ?, ?, ?, 'AWARD', 'meal-award', ?)`,
    [claim, centerId, operatorId, countyCode, `A-${claim}`, people.officer, at, at, project],
  );
  await api.database.run(
    `INSERT INTO award_item (id, center_id, claim_id, seq, kind, code) VALUES (?, ?, ?, 1, 'CONDITION', 'c-completed')`,
    [newId(), centerId, claim],
  );
  await api.database.run(
    `INSERT INTO award_settlement (id, center_id, claim_id, claim_line_id, program, subject_id, decision, chosen,
       amount_fen, document_number, decided_on, attachment_id, note, facts, facts_sha256, result, result_sha256,
       particulars, recorded_by, recorded_at)
     VALUES (?, ?, ?, ?, 'meal-award', ?, 'BUREAU_DECISION', 'AMOUNT', 6000000, ?, '2025-05-01', ?, ?, '', '', '', '',
       '', ?, ?)`,
    [newId(), centerId, claim, newId(), project, mark, newId(), mark, people.leader, at],
  );
  await api.database.run(
    `INSERT INTO asked_fact (id, center_id, owner, subject_id, name, value, d_from, d_until, live, evidence, recorded_by,
       recorded_by_name, recorded_at)
     VALUES (?, ?, 'CENTER', ?, 'stars', '4', '2025-01-01', '9999-12-31', 1, ?, ?, ?, ?)`,
    [newId(), centerId, centerId, mark, people.manager, mark, at],
  );
}
