import { Inject, Injectable } from '@nestjs/common';
import { AppError, InputError, lastDay, monthOf, type Clock } from '@yibu/kernel';
import {
  changesBetween,
  changesOf,
  CLOCK,
  idempotent,
  newId,
  UnitOfWork,
  type Db,
  type Scope,
  type Tx,
} from '@yibu/platform';

import { lockClaim, type ClaimRow } from '../claims/claim.access.js';
import { centerOf, openDraft } from '../claims/claim.draft.js';
import { ClaimPrepareService } from '../claims/claim.prepare.service.js';
import type { ClaimPreparation } from '../claims/claim-results.graphql.js';
import { applicable, scopedPack } from '../claims/claim.scope.js';
import { en, zh, type EffectivePack } from '../engine.js';
import { parsePeriod } from '../facts/period.rules.js';
import { lockYear } from '../ledger/ledger.repository.js';
import { isEditable } from '../life/claim.states.js';
import { PackService } from '../packs/pack.service.js';
import { AwardProjectEntity, type AttributeValue } from './award.entities.js';
import type { ApplicationProgram } from './award.graphql.js';
import type { OpenAwardInput, SaveAwardProjectInput } from './award.inputs.js';
import { carryPapers, findProject, syncItems, type ProjectRow } from './award.repository.js';
import { checklistOf, fieldsOf, kindsOf, type AwardField } from './award.rules.js';

/** An operator's officer applies for an award: the project, what the program tests of it, and its papers. */
@Injectable()
export class AwardService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly packs: PackService,
    private readonly preparing: ClaimPrepareService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** What the county's pack in force lets a center apply for by itself. */
  async programs(scope: Scope, centerId: string): Promise<ApplicationProgram[]> {
    const db = this.unitOfWork.read(scope);
    const center = await db.row<{ countyCode: string }>(
      'SELECT county_code AS countyCode FROM center WHERE id = ? AND id IN (?)',
      [centerId, db.centers],
    );
    if (!center) {
      throw new AppError('NOT_FOUND', `No center ${centerId}`, { entity: 'center', id: centerId });
    }
    const pack = await this.packs.find(db, center.countyCode, this.clock.today());
    return pack === null
      ? []
      : (['AWARD', 'YEARLY_OPERATING'] as const).flatMap((kind) =>
          applicable(pack, kind).map((program) => ({
            kind,
            program: program.id,
            zh: zh(program.title),
            en: en(program.title),
            clause: program.source.clause,
            kinds: kindsOf(program).map(({ code, words }) => ({ code, ...words })),
          })),
        );
  }

  /** A new application with its project, or the next revision of one that was sent back. */
  async open(scope: Scope, input: OpenAwardInput): Promise<ClaimPreparation> {
    return await this.unitOfWork.run(scope, async (tx) => {
      const { idempotencyKey: key, ...request } = input;
      return await idempotent(tx, { key, operation: 'openAward', input: request }, async () => {
        const center = await centerOf(tx, input.centerId);
        if (input.projectId != null) {
          await findProject(tx, center.id, input.projectId);
        }
        const pack = await this.packOf(tx, center.countyCode);
        const program = applicable(pack, 'AWARD').find(({ id }) => id === input.program);
        if (program === undefined) {
          throw new AppError('PROGRAM_NOT_APPLICABLE', `No award ${input.program}`, {
            program: input.program,
          });
        }
        const period = parsePeriod(monthOf(this.clock.today()), pack.yearStart);
        await lockYear(tx, center.id, period.yearFrom);
        const projectId = await this.projectFor(tx, input, kindsOf(program));
        const subject = { kind: 'AWARD' as const, program: program.id, subjectId: projectId };
        const now = this.clock.now();
        const claim = await openDraft(tx, { center, period, packCode: pack.code, subject }, now);
        await syncItems(tx, claim, checklistOf(scopedPack(pack, subject), program.id));
        await carryPapers(tx, claim, now);
        return await this.preparing.start(tx, claim);
      });
    });
  }

  /** The figures of the project of a draft; the award is computed anew. */
  async save(scope: Scope, input: SaveAwardProjectInput): Promise<ClaimPreparation> {
    return await this.unitOfWork.run(scope, async (tx) => {
      const claim = await lockDraft(tx, input.claimId);
      const project = await findProject(tx, claim.centerId, claim.subjectId);
      const pack = await this.packOf(tx, claim.countyCode, claim.period);
      const scoped = scopedPack(pack, claim);
      const program = scoped.body.programs.find(({ id }) => id === claim.program);
      if (program === undefined) {
        throw new AppError('PROGRAM_NOT_APPLICABLE', `No award ${claim.program}`, {
          program: claim.program,
        });
      }
      const after = {
        name: input.name.trim(),
        kind: knownKind(input.kind, kindsOf(program)),
        areaM2: input.areaM2 ?? null,
        communities: namesOf(input.communities),
        completedOn: input.completedOn ?? null,
        ownInvestmentFen: input.ownInvestmentFen ?? null,
        attributes: attributesOf(input, fieldsOf(program, scoped.body)),
      };
      await tx.update(AwardProjectEntity, { id: project.id, version: input.version }, after);
      await syncItems(tx, claim, checklistOf(scoped, claim.program));
      tx.audit({
        entity: 'awardProject',
        entityId: project.id,
        centerId: claim.centerId,
        action: 'update',
        changes: changesBetween(flat(project), flat(after), FLAT),
      });
      return await this.preparing.start(tx, claim);
    });
  }

  private async packOf(db: Db, countyCode: string, period?: string): Promise<EffectivePack> {
    const month = period ?? monthOf(this.clock.today());
    return await this.packs.inForce(db, countyCode, lastDay(parsePeriod(month).lastMonth));
  }

  private async projectFor(
    tx: Tx,
    input: OpenAwardInput,
    kinds: ReturnType<typeof kindsOf>,
  ): Promise<string> {
    if (input.projectId != null) {
      return (await findProject(tx, input.centerId, input.projectId)).id;
    }
    const name = input.name?.trim() ?? '';
    if (name === '') {
      throw new InputError([{ path: 'name', rule: 'isNotEmpty' }]);
    }
    const last = await tx.row<{ seq: number | null }>(
      'SELECT MAX(seq) AS seq FROM award_project WHERE center_id = ? AND center_id IN (?)',
      [input.centerId, tx.centers],
    );
    const project = {
      id: newId(),
      centerId: input.centerId,
      seq: (last?.seq ?? 0) + 1,
      name,
      kind: knownKind(input.kind ?? kinds[0]?.code ?? '', kinds),
      communities: [],
      attributes: {},
      createdBy: tx.scope.userId,
      createdAt: this.clock.now(),
    };
    await tx.insert(AwardProjectEntity, project);
    tx.audit({
      entity: 'awardProject',
      entityId: project.id,
      centerId: input.centerId,
      action: 'create',
      changes: changesOf({ name, kind: project.kind }),
    });
    return project.id;
  }
}

async function lockDraft(tx: Tx, claimId: string): Promise<ClaimRow> {
  const claim = await lockClaim(tx, claimId);
  if (claim.kind !== 'AWARD' || !isEditable(claim.status)) {
    throw new AppError('AWARD_FROZEN', `${claim.number} is ${claim.status}`, {
      number: claim.number,
    });
  }
  return claim;
}

function knownKind(kind: string, kinds: ReturnType<typeof kindsOf>): string {
  if (kinds.length > 0 && !kinds.some(({ code }) => code === kind)) {
    throw new InputError([{ path: 'kind', rule: 'isIn' }]);
  }
  return kind;
}

/** Each community counts once, however often it was typed. */
const namesOf = (communities: readonly string[]): string[] => [
  ...new Set(communities.map((name) => name.trim()).filter((name) => name !== '')),
];

function attributesOf(
  input: SaveAwardProjectInput,
  fields: readonly AwardField[],
): Record<string, AttributeValue> {
  return Object.fromEntries(
    input.attributes.flatMap(({ name, value }, index) => {
      const field = fields.find((one) => one.name === name);
      if (field === undefined) {
        throw new AppError('AWARD_FIELD_UNKNOWN', `The program tests no ${name}`, { name });
      }
      const read = value == null ? null : valueOf(field, value);
      if (read === undefined) {
        throw new InputError([{ path: `attributes.${index}.value`, rule: 'isValue' }]);
      }
      return read === null ? [] : [[name, read] as const];
    }),
  );
}

/** A value as the pack's language takes it; undefined: not of the field's kind. */
function valueOf(field: AwardField, text: string): AttributeValue | null | undefined {
  const value = parsed(text);
  switch (field.type) {
    case 'BOOLEAN':
      return value === null || typeof value === 'boolean' ? value : undefined;
    case 'NUMBER':
      return value === null || isAmount(value) ? value : undefined;
    case 'MONEY':
      return value === null || (isAmount(value) && Number.isSafeInteger(value)) ? value : undefined;
    case 'CHOICE':
      return value === null ||
        (typeof value === 'string' && field.options.some(({ code }) => code === value))
        ? value
        : undefined;
  }
}

const isAmount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isFinite(value) && value >= 0;

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

const FLAT = [
  'name',
  'kind',
  'areaM2',
  'communities',
  'completedOn',
  'ownInvestmentFen',
  'attributes',
] as const;

/** For the history: lists as one text. */
const flat = (
  project: Pick<ProjectRow, (typeof FLAT)[number]>,
): Record<(typeof FLAT)[number], string | number | null> => ({
  name: project.name,
  kind: project.kind,
  areaM2: project.areaM2,
  communities: project.communities.join('、'),
  completedOn: project.completedOn,
  ownInvestmentFen: project.ownInvestmentFen,
  attributes: Object.entries(project.attributes)
    .map(([name, value]) => `${name}=${String(value)}`)
    .join(' '),
});
