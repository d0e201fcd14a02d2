import { Inject, Injectable } from '@nestjs/common';
import { checkPack, explainProblem, type Pack, type Problem } from '@yibu/claim-engine';
import { AppError, InputError, type Clock } from '@yibu/kernel';
import {
  CLOCK,
  isDuplicate,
  newId,
  UnitOfWork,
  type Db,
  type Scope,
  type Tx,
} from '@yibu/platform';

import { digestOf, en, readPack, zh } from '../engine.js';
import { missingIn } from './missing.rules.js';
import { PolicyPackEntity } from './pack.entities.js';
import type {
  PackComparison,
  PackDetail,
  PackRefused,
  PackUploaded,
  PolicyPack,
  ProgramName,
  Standing,
} from './pack.graphql.js';
import { adviceOn, detailOf, differencesOf } from './pack-view.rules.js';
import {
  EVERYBODYS,
  findPack,
  PACK_COLUMNS,
  requireCounty,
  visiblePacks,
  type StoredPack,
} from './policy.access.js';
import { programNames } from './program-names.js';

const SHOWN_PROBLEMS = 100;

interface InForceRow {
  readonly packId: string;
  readonly fromOn: PolicyPack['fromOn'];
  readonly untilOn: PolicyPack['untilOn'];
}

interface Place {
  readonly countyCode: string | null;
  readonly inForce: readonly InForceRow[];
}

/** The texts: which there are, what they say, what one says differently, and how a new one gets in. */
@Injectable()
export class PackLibraryService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async list(scope: Scope, countyCode: string | null): Promise<PolicyPack[]> {
    const db = this.unitOfWork.read(scope);
    const seen = visiblePacks(scope);
    const rows = await db.rows<StoredPack>(
      `SELECT ${PACK_COLUMNS} FROM policy_pack p WHERE ${seen.sql} ORDER BY p.code, p.version DESC`,
      seen.values,
    );
    const place = await this.placeOf(db, countyCode);
    return rows.map((row) => this.headOf(row, place));
  }

  /** Titles of programs, in the counties in reach. */
  async programNames(scope: Scope): Promise<ProgramName[]> {
    return await programNames(this.unitOfWork.read(scope));
  }

  async detail(scope: Scope, packId: string, countyCode: string | null): Promise<PackDetail> {
    const db = this.unitOfWork.read(scope);
    const row = await findPack(db, packId);
    const head = this.headOf(row, await this.placeOf(db, countyCode));
    return { head, ...detailOf(JSON.parse(row.body) as Pack) };
  }

  async compare(scope: Scope, oldId: string, nowId: string): Promise<PackComparison> {
    const db = this.unitOfWork.read(scope);
    const [old, now] = [await findPack(db, oldId), await findPack(db, nowId)];
    const place: Place = { countyCode: null, inForce: [] };
    const bodies = [JSON.parse(old.body) as Pack, JSON.parse(now.body) as Pack] as const;
    return {
      old: this.headOf(old, place),
      now: this.headOf(now, place),
      ...differencesOf(...bodies),
    };
  }

  /** The text as a file that can be edited and brought back. */
  async file(scope: Scope, packId: string): Promise<{ fileName: string; bytes: Buffer }> {
    const row = await findPack(this.unitOfWork.read(scope), packId);
    const text = `${JSON.stringify(JSON.parse(row.body), null, 2)}\n`;
    return { fileName: `${row.code}-v${row.version}.json`, bytes: Buffer.from(text) };
  }

  /** Whole and right, or not at all. Published texts are in force nowhere until two people say so. */
  async upload(
    scope: Scope,
    input: { readonly countyCode?: string; readonly text: string },
  ): Promise<PackUploaded | PackRefused> {
    const countyCode = ownerOf(scope, input.countyCode ?? null);
    const read = readText(input.text);
    if ('problems' in read) {
      return read;
    }
    const { text, sha256 } = digestOf(read.pack);
    return await this.unitOfWork.run(scope, async (tx) => {
      const known = await tx.row<StoredPack>(
        `SELECT ${PACK_COLUMNS} FROM policy_pack p WHERE p.sha256 = ? AND p.county_code IN (?)`,
        [sha256, [EVERYBODYS, countyCode]],
      );
      const row =
        known ??
        (await publish(
          tx,
          { countyCode, code: read.pack.id, body: text, sha256 },
          this.clock.now(),
        ));
      return {
        pack: this.headOf(row, await this.placeOf(tx, input.countyCode ?? null)),
        isKnown: known !== null,
        advice: adviceOn(read.pack),
      };
    });
  }

  private async placeOf(db: Db, countyCode: string | null): Promise<Place> {
    if (countyCode === null) {
      return { countyCode, inForce: [] };
    }
    requireCounty(db.scope, countyCode);
    const inForce = await db.rows<InForceRow>(
      `SELECT pack_id AS packId, from_on AS fromOn, until_on AS untilOn FROM county_pack
       WHERE county_code = ? ORDER BY from_on DESC`,
      [countyCode],
    );
    return { countyCode, inForce };
  }

  private headOf(row: StoredPack, { countyCode, inForce }: Place): PolicyPack {
    const pack = JSON.parse(row.body) as Pack;
    const today = this.clock.today();
    const times = inForce.filter(({ packId }) => packId === row.id);
    const now = times.find(
      ({ fromOn, untilOn }) =>
        fromOn !== null && fromOn <= today && (untilOn === null || untilOn > today),
    );
    const shown = now ?? times[0] ?? null;
    return {
      id: row.id,
      code: row.code,
      version: row.version,
      textVersion: pack.version,
      sha256: row.sha256,
      origin: row.origin,
      status: row.status,
      ...readPack(row.body).titles,
      place: { zh: zh(pack.jurisdiction.name), en: en(pack.jurisdiction.name) },
      fits:
        countyCode === null ||
        pack.jurisdiction.counties.some((code) => code === '*' || countyCode.startsWith(code)),
      missingCount: missingIn(pack),
      standing: standingOf(now, shown, today),
      fromOn: shown?.fromOn ?? null,
      untilOn: shown?.untilOn ?? null,
      uploadedByName: row.uploadedByName,
      createdAt: row.createdAt,
    };
  }
}

function standingOf(
  now: InForceRow | undefined,
  shown: InForceRow | null,
  today: string,
): Standing {
  if (now) {
    return 'IN_FORCE';
  }
  if (shown === null) {
    return 'PUBLISHED';
  }
  return shown.fromOn !== null && shown.fromOn > today ? 'SCHEDULED' : 'SUPERSEDED';
}

/** A bureau brings texts for its own county; the platform for everybody. */
function ownerOf(scope: Scope, countyCode: string | null): string {
  if (scope.organizationKind === 'PLATFORM' && countyCode === null) {
    return EVERYBODYS;
  }
  const own = countyCode ?? scope.countyCodes[0] ?? '';
  requireCounty(scope, own);
  return own;
}

function readText(text: string): { pack: Pack } | PackRefused {
  const begun = text.startsWith('﻿') ? text.slice(1) : text;
  let value: unknown;
  try {
    value = JSON.parse(begun);
  } catch (error) {
    const reason = error instanceof Error ? error.message : '';
    return refused([{ path: '$', code: 'NOT_JSON', params: { reason } }]);
  }
  const problems = checkPack(value);
  return problems.length > 0 ? refused(problems) : { pack: value as Pack };
}

const refused = (problems: readonly Problem[]): PackRefused => ({
  problemCount: problems.length,
  problems: problems.slice(0, SHOWN_PROBLEMS).map((problem) => ({
    path: problem.path,
    code: problem.code,
    textZh: explainProblem(problem, 'zh').slice(problem.path.length + 1),
    textEn: explainProblem(problem, 'en').slice(problem.path.length + 2),
  })),
});

/** A new text of a pack is a new version; the same text again is nothing. */
export async function publish(
  tx: Tx,
  pack: {
    readonly countyCode: string;
    readonly code: string;
    readonly body: string;
    readonly sha256: string;
  },
  now: Date,
): Promise<StoredPack> {
  if (pack.code.length > 80) {
    throw new InputError([{ path: 'text', rule: 'maxLength', params: { max: 80 } }]);
  }
  const newest = await tx.row<{ version: number }>(
    'SELECT MAX(version) AS version FROM policy_pack WHERE code = ? FOR UPDATE',
    [pack.code],
  );
  const row = {
    ...pack,
    id: newId(),
    version: (newest?.version ?? 0) + 1,
    origin: 'COUNTY' as const,
    status: 'PUBLISHED' as const,
    uploadedBy: tx.scope.userId,
    uploadedByName: tx.scope.userName,
    createdAt: now,
  };
  try {
    await tx.insert(PolicyPackEntity, row);
  } catch (error) {
    if (isDuplicate(error)) {
      throw new AppError('STALE_VERSION', `Another version of ${row.code} came first`, {
        entity: 'policy_pack',
        id: row.code,
      });
    }
    throw error;
  }
  tx.audit({
    entity: 'policyPack',
    entityId: row.id,
    centerId: null,
    action: 'publish',
    changes: [
      { field: 'packCode', from: null, to: row.code },
      { field: 'version', from: null, to: row.version },
      { field: 'sha256', from: null, to: row.sha256 },
    ],
  });
  return row;
}
