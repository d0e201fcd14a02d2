import { Inject, Injectable } from '@nestjs/common';
import { AppError, type Clock } from '@yibu/kernel';
import { CLOCK, newId, UnitOfWork, type Db, type Scope, type Tx } from '@yibu/platform';

import { en, zh, type EffectivePack } from '../engine.js';
import { PackService } from '../packs/pack.service.js';
import { requireBureauOf, requireCounty } from '../packs/policy.access.js';
import { ComplianceEntryEntity, CountyProgressEntity } from './compliance.entities.js';
import type {
  ComplianceItem,
  ComplianceSheet,
  CountyProgressSheet,
  RecordComplianceInput,
  RecordProgressInput,
} from './compliance.graphql.js';
import {
  askedOf,
  judged,
  requirementsOf,
  type ComplianceStatus,
  type Found,
  type Requirement,
} from './compliance.rules.js';
import { centerSums, countyCounts, readCountyGround } from './county.counts.js';

interface EntryRow extends Found {
  readonly id: string;
  readonly itemKey: string;
  readonly status: ComplianceStatus;
  readonly checkedByName: string;
  readonly checkedAt: Date;
  readonly version: number;
}

interface CenterRow {
  readonly countyCode: string;
  readonly registeredBeds: number;
  readonly areaM2: number | null;
}

const CENTER =
  'n.county_code AS countyCode, n.registered_beds AS registeredBeds, n.area_m2 AS areaM2';
const ENTRY = `e.id, e.item_key AS itemKey, e.status, e.figure, e.size, e.evidence,
  e.checked_by_name AS checkedByName, e.checked_at AS checkedAt, e.version`;

type Record = Pick<RecordComplianceInput, 'key' | 'status' | 'evidence'> & {
  readonly figure?: number | null;
  readonly size?: number | null;
};

/** What the documents ask of centers and counties beside money, and what was found. */
@Injectable()
export class ComplianceService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly packs: PackService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async sheet(scope: Scope, centerId: string): Promise<ComplianceSheet> {
    const db = this.unitOfWork.read(scope);
    const entries = await db.rows<
      CenterRow & Partial<EntryRow> & { readonly packCode: string | null }
    >(
      `SELECT ${CENTER}, e.pack_code AS packCode, ${ENTRY}
       FROM center n LEFT JOIN compliance_entry e ON e.center_id = n.id WHERE n.id = ? AND n.id IN (?)`,
      [centerId, db.centers],
    );
    const { countyCode, registeredBeds, areaM2 } = centerIn(entries[0], centerId);
    const pack = await this.packs.find(db, countyCode, this.clock.today());
    const rows = entries.filter(
      (entry): entry is typeof entry & EntryRow => pack !== null && entry.packCode === pack.code,
    );
    return { ...headOf(pack), items: itemsOf(pack, 'CHECKLIST', rows), registeredBeds, areaM2 };
  }

  async record(scope: Scope, input: RecordComplianceInput): Promise<ComplianceSheet> {
    await this.unitOfWork.run(scope, async (tx) => {
      tx.requireCenter(input.centerId);
      const { countyCode } = await centerOf(tx, input.centerId);
      const pack = await this.packs.inForce(tx, countyCode, this.clock.today());
      const found = foundFor(pack, 'CHECKLIST', input);
      const before = await tx.row<EntryRow>(
        `SELECT ${ENTRY} FROM compliance_entry e WHERE e.center_id = ? AND e.pack_code = ? AND e.item_key = ? FOR UPDATE`,
        [input.centerId, pack.code, input.key],
      );
      const row = { ...this.entryOf(tx, pack, input, found), centerId: input.centerId };
      if (before) {
        const { id: _id, ...changes } = row;
        await tx.update(ComplianceEntryEntity, before, changes);
      } else {
        await tx.insert(ComplianceEntryEntity, row);
      }
      audit(tx, { id: before?.id ?? row.id, centerId: input.centerId, before, found, input });
    });
    return await this.sheet(scope, input.centerId);
  }

  async progress(scope: Scope, countyCode: string): Promise<CountyProgressSheet> {
    requireCounty(scope, countyCode);
    const db = this.unitOfWork.read(scope);
    const today = this.clock.today();
    const pack = await this.packs.find(db, countyCode, today);
    const ground = { countyCode, packCode: pack?.code ?? '', today };
    const { centers, entries } = await readCountyGround(db, ground);
    const asked = pack === null ? 0 : requirementsOf(pack.body, 'CHECKLIST').length;
    return {
      ...headOf(pack),
      counts: countyCounts(centers),
      items: itemsOf(pack, 'TARGET', entries),
      centers: centerSums(centers, asked),
    };
  }

  async recordProgress(scope: Scope, input: RecordProgressInput): Promise<CountyProgressSheet> {
    requireBureauOf(scope, input.countyCode);
    await this.unitOfWork.run(scope, async (tx) => {
      const pack = await this.packs.inForce(tx, input.countyCode, this.clock.today());
      const found = foundFor(pack, 'TARGET', input);
      const before = await tx.row<EntryRow>(
        `SELECT ${ENTRY} FROM county_progress e WHERE e.county_code = ? AND e.pack_code = ? AND e.item_key = ? FOR UPDATE`,
        [input.countyCode, pack.code, input.key],
      );
      const row = { ...this.entryOf(tx, pack, input, found), countyCode: input.countyCode };
      if (before) {
        const { id: _id, ...changes } = row;
        await tx.update(CountyProgressEntity, before, changes);
      } else {
        await tx.insert(CountyProgressEntity, row);
      }
      audit(tx, { id: before?.id ?? row.id, centerId: null, before, found, input });
    });
    return await this.progress(scope, input.countyCode);
  }

  private entryOf(tx: Tx, pack: EffectivePack, input: Record, found: Found) {
    return {
      id: newId(),
      packCode: pack.code,
      itemKey: input.key,
      ...found,
      checkedBy: tx.scope.userId,
      checkedByName: tx.scope.userName,
      checkedAt: this.clock.now(),
    };
  }
}

function foundFor(pack: EffectivePack, kind: 'CHECKLIST' | 'TARGET', input: Record): Found {
  const requirement = requirementsOf(pack.body, kind).find(({ key }) => key === input.key);
  if (!requirement) {
    throw new AppError('NOT_FOUND', `${pack.code} asks nothing called ${input.key}`, {
      entity: 'complianceItem',
      id: input.key,
    });
  }
  const given = {
    status: input.status,
    figure: input.figure ?? null,
    size: input.size ?? null,
    evidence: input.evidence.trim(),
  };
  return { ...given, status: judged(requirement, given) };
}

function audit(
  tx: Tx,
  deed: {
    readonly id: string;
    readonly centerId: string | null;
    readonly before: EntryRow | null;
    readonly found: Found;
    readonly input: Record;
  },
): void {
  const { id, centerId, before, found, input } = deed;
  tx.audit({
    entity: 'compliance',
    entityId: id,
    centerId,
    action: 'check',
    changes: [
      { field: 'item', from: null, to: input.key },
      { field: 'status', from: before?.status ?? null, to: found.status },
      { field: 'figure', from: before?.figure ?? null, to: found.figure },
    ],
    reason: found.evidence || null,
  });
}

const headOf = (pack: EffectivePack | null): Pick<ComplianceSheet, 'packCode' | 'packTitle'> => ({
  packCode: pack?.code ?? null,
  packTitle: { zh: zh(pack?.body.title), en: en(pack?.body.title) },
});

function itemsOf(
  pack: EffectivePack | null,
  kind: 'CHECKLIST' | 'TARGET',
  rows: readonly EntryRow[],
): ComplianceItem[] {
  const byKey = new Map(rows.map((row) => [row.itemKey, row]));
  return pack === null
    ? []
    : requirementsOf(pack.body, kind).map((requirement) =>
        itemOf(requirement, byKey.get(requirement.key) ?? null),
      );
}

function itemOf(requirement: Requirement, row: EntryRow | null): ComplianceItem {
  const { value } = requirement;
  return {
    key: requirement.key,
    clauseId: requirement.clauseId,
    clause: requirement.clause,
    says: { zh: zh(requirement.says), en: en(requirement.says) },
    name: { zh: zh(requirement.name), en: en(requirement.name) },
    due: requirement.due,
    ...figureOf(value, row?.size ?? null),
    status: row?.status ?? 'UNKNOWN',
    figure: row?.figure ?? null,
    size: row?.size ?? null,
    evidence: row?.evidence ?? null,
    checkedByName: row?.checkedByName ?? null,
    checkedAt: row?.checkedAt ?? null,
  };
}

type Figure = Pick<
  ComplianceItem,
  'isFigure' | 'op' | 'figures' | 'unit' | 'per' | 'askedLeast' | 'askedMost'
>;

function figureOf(value: Requirement['value'], size: number | null): Figure {
  if (value === null) {
    const nothing = { op: null, unit: null, per: null, askedLeast: null, askedMost: null };
    return { isFigure: false, figures: [], ...nothing };
  }
  const asked = askedOf(value, size);
  const { value: figure } = value;
  return {
    isFigure: true,
    op: value.op,
    figures: figure === null ? [] : typeof figure === 'number' ? [figure] : [...figure],
    unit: value.unit,
    per: value.per ?? null,
    askedLeast: asked?.least ?? null,
    askedMost: asked?.most ?? null,
  };
}

async function centerOf(db: Db, centerId: string): Promise<CenterRow> {
  const row = await db.row<CenterRow>(
    `SELECT ${CENTER} FROM center n WHERE n.id = ? AND n.id IN (?)`,
    [centerId, db.centers],
  );
  return centerIn(row ?? undefined, centerId);
}

function centerIn(row: CenterRow | undefined, centerId: string): CenterRow {
  if (!row) {
    throw new AppError('NOT_FOUND', `No center ${centerId}`, { entity: 'center', id: centerId });
  }
  return { ...row, areaM2: row.areaM2 === null ? null : Number(row.areaM2) };
}
