import { Injectable } from '@nestjs/common';
import { fen, firstDay, type LocalDate } from '@yibu/kernel';
import { Attachment, UnitOfWork, type Db, type Scope } from '@yibu/platform';

import { personElsewhere } from '../checks/elsewhere.repository.js';
import { findClaim, type ClaimRow } from '../claims/claim.access.js';
import { findLine } from '../claims/line.queries.js';
import { readSnapshot } from '../claims/snapshot.repository.js';
import { parseFactsText, type Facts } from '../engine.js';
import { FactsReader } from '../facts/facts.reader.js';
import { parsePeriod } from '../facts/period.rules.js';
import { inspectionOf } from '../sampling/sample.queries.js';
import type { EvidenceSpan, LineElsewhere, LineEvidence } from './review.graphql.js';

/** What a line rests on. Of a submitted claim as it was frozen; of a draft as it is. */
@Injectable()
export class EvidenceService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reader: FactsReader,
  ) {}

  async of(scope: Scope, lineId: string): Promise<LineEvidence> {
    const db = this.unitOfWork.read(scope);
    const line = await findLine(db, lineId);
    const claim = await findClaim(db, line.claimId);
    const facts = await this.factsOf(db, claim);
    const isOf = (row: { readonly person: string }): boolean => row.person === line.subjectId;
    const person = facts.people.find(({ id }) => id === line.subjectId);
    const stays = facts.stays.filter(isOf);
    const stayIds = new Set(stays.map(({ id }) => id));
    const levels = facts.assessments.filter(isOf);
    const services = facts.services.filter((row) => isOf(row) && row.on.startsWith(line.month));
    const meals = facts.meals.filter((row) => isOf(row) && row.on.startsWith(line.month));
    return {
      stays: stays.map((stay) => spanOf(stay, stay.id, 'STAY')),
      absences: facts.absences
        .filter(({ stay }) => stayIds.has(stay))
        .map((absence) => spanOf(absence, absence.id, absence.kind)),
      levels: levels.map((level) => ({
        ...spanOf(level, level.id, String(level.level)),
        detail: `${level.scale} ${level.kind}`,
      })),
      categories: (person?.categories ?? []).map((category, index) =>
        spanOf(category, `${line.subjectId}-${index}`, category.code),
      ),
      bornOn: (person?.bornOn ?? null) as LocalDate | null,
      diedOn: (person?.diedOn ?? null) as LocalDate | null,
      serviceCount: services.length,
      serviceValueFen: fen(services.reduce((sum, { valueFen }) => sum + (valueFen ?? 0), 0)),
      serviceMinutes: services.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0),
      mealCount: meals.reduce((sum, { count }) => sum + (count ?? 1), 0),
      inspection: await inspectionOf(db, claim.id, line.subjectId),
      attachments: await attachmentsOf(db, claim, [
        line.id,
        claim.id,
        line.subjectId,
        ...levels.map(({ id }) => id),
      ]),
    };
  }

  /** Which center claims or houses the person too: the operator learns only that one does. */
  async elsewhere(scope: Scope, lineId: string): Promise<LineElsewhere> {
    const db = this.unitOfWork.read(scope);
    const { claimId, subjectKind, subjectId: residentId, month } = await findLine(db, lineId);
    const { centerId } = await findClaim(db, claimId);
    return subjectKind === 'person'
      ? await personElsewhere(db, { centerId, residentId, month })
      : { claims: [], stays: [] };
  }

  private async factsOf(db: Db, claim: ClaimRow): Promise<Facts> {
    if (claim.submittedAt !== null) {
      return parseFactsText((await readSnapshot(db, claim)).facts);
    }
    const { endsBefore } = parsePeriod(claim.period);
    const from = firstDay(claim.yearFrom);
    return (await this.reader.read(db, claim.centerId, { from, endsBefore })).facts;
  }
}

const spanOf = (
  row: { readonly from: string; readonly until?: string | null },
  id: string,
  what: string,
): EvidenceSpan => ({
  id,
  what,
  from: row.from as LocalDate,
  until: (row.until ?? null) as LocalDate | null,
  detail: null,
});

const attachmentsOf = async (
  db: Db,
  claim: ClaimRow,
  ids: readonly string[],
): Promise<Attachment[]> =>
  await db.rows<Attachment>(
    `SELECT id, center_id AS centerId, entity, entity_id AS entityId, kind, file_name AS fileName,
       media_type AS mediaType, size, sha256, created_at AS createdAt
     FROM attachment WHERE center_id = ? AND removed_at IS NULL AND (
       (entity_id IN (?) AND entity IN ('claim', 'claimLine', 'resident', 'assessment'))
       OR (entity = 'awardItem' AND entity_id IN (SELECT i.id FROM award_item i WHERE i.claim_id = ?
         AND i.center_id = ?)))
     ORDER BY created_at, id LIMIT 200`,
    [claim.centerId, ids, claim.id, claim.centerId],
  );
