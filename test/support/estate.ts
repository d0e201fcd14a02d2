import type { INestApplication } from '@nestjs/common';

import type { TestApp } from './app.js';
import type { ClaimWorld } from './claim-world.js';
import type { Operation } from './schema-walk.js';

/** Written into what a tenant's people write; it must never reach another tenant. */
export const CANARY = '金丝雀QX7';

/** Which table the argument `id` of an operation means. */
const ID_OF: Readonly<Record<string, string>> = {
  assessment: 'assessment_record',
  cancelJob: 'job',
  center: 'center',
  claim: 'claim',
  claimLine: 'claim_line',
  claimSample: 'claim_sample',
  redrawClaimSample: 'claim_sample',
  registryList: 'registry_list',
  callback: 'callback_call',
  paymentBatch: 'payment_batch',
  correctCenterGrade: 'center_grade',
  correctCenterLicence: 'center_licence',
  removeCenterLicence: 'center_licence',
  correctCertificate: 'staff_certificate',
  correctLevel: 'level_period',
  disableUser: 'app_user',
  discardAssessment: 'assessment_record',
  enableUser: 'app_user',
  endContract: 'operating_contract',
  job: 'job',
  rejectLevel: 'assessment_record',
  removeAttachment: 'attachment',
  removeCertificate: 'staff_certificate',
  removePlace: 'building',
  removeResidentContact: 'resident_contact',
  removeResidentDocument: 'resident_document',
  publicNotice: 'public_notice',
  reopenAssessment: 'assessment_record',
  resetUserPassword: 'app_user',
  resident: 'resident',
  revokeLevel: 'level_period',
  rosterImport: 'roster_import',
  saveAssessment: 'assessment_record',
  signAssessment: 'assessment_record',
  staffMember: 'staff_member',
  stay: 'stay',
  updateCenter: 'center',
  updatePlace: 'building',
  updateResident: 'resident',
  updateResidentCategory: 'resident_category',
  updateResidentContact: 'resident_contact',
  updateServiceAgreement: 'service_agreement',
  updateStaffMember: 'staff_member',
  updateUser: 'app_user',
  user: 'app_user',
  verifyCertificate: 'staff_certificate',
  voidResidentCategory: 'resident_category',
  voidService: 'service_record',
  withdrawConsent: 'consent',
};

/** Which table any other id argument means, by its name. */
const TABLE_OF: Readonly<Record<string, string>> = {
  absenceId: 'absence',
  againstClaimId: 'claim',
  batchId: 'payment_batch',
  assessmentId: 'assessment_record',
  attachmentId: 'attachment',
  bedId: 'bed',
  bedIds: 'bed',
  buildingId: 'building',
  callId: 'callback_call',
  centerId: 'center',
  centerIds: 'center',
  claimId: 'claim',
  claimIds: 'claim',
  correctsId: 'assessment_record',
  entityId: 'resident',
  exceptId: 'resident',
  exceptLineIds: 'claim_line',
  exceptResidentId: 'resident',
  factId: 'asked_fact',
  floorId: 'floor',
  ids: 'building',
  importId: 'roster_import',
  lineId: 'claim_line',
  lineIds: 'claim_line',
  listId: 'registry_list',
  noticeId: 'county_notice',
  objectionId: 'notice_objection',
  oldPackId: 'policy_pack',
  organizationId: 'organization',
  packId: 'policy_pack',
  projectId: 'award_project',
  proposalId: 'policy_proposal',
  publicNoticeId: 'public_notice',
  otherStayId: 'stay',
  reservationId: 'stay',
  residentId: 'resident',
  residentIds: 'resident',
  appealId: 'claim_appeal',
  roomId: 'room',
  rowId: 'registry_row',
  roundId: 'claim_round',
  runId: 'policy_run',
  sampleId: 'claim_sample',
  scanId: 'policy_scan',
  staffId: 'staff_member',
  stayId: 'stay',
  subjectId: 'center',
  userId: 'app_user',
};

/** Where not every row of the table will do. */
const AT: Readonly<Record<string, string>> = {
  'enterOpeningLedger subjectId': 'resident',
  'awardApplication claimId': 'award',
  'saveAwardProject claimId': 'award',
  'settleAward attachmentId': 'scan',
  'confirmBatchPayment attachmentId': 'scan',
  'confirmBatchPayment itemId': 'payment_batch_item',
  'refuseBatchPayment itemId': 'payment_batch_item',
  'recordInspection itemId': 'claim_sample_item',
  'recordPaperDecision attachmentId': 'scan',
  'recordPaperDecision refused': 'held line',
  'recordPaperDecision released': 'held line',
  'recordPaperSupplement attachmentId': 'scan',
  'recordPaperSupplement refused': 'held line',
  'recordPaperSupplement released': 'held line',
  'recordPaperAppeal attachmentId': 'scan',
  'recordPaperAppeal lineId': 'held line',
  'recordPaperPayment attachmentId': 'scan',
  'recordPayment attachmentId': 'scan',
  'appealLine lineId': 'held line',
  'refuseHeldLine lineId': 'held line',
  'releaseLine lineId': 'held line',
};

const HELD = `id IN (SELECT claim_line_id FROM claim_line_verdict WHERE verdict = 'HELD' AND released_at IS NULL AND refused_at IS NULL)`;
const ROWS_OF: Readonly<Record<string, { readonly table: string; readonly where: string }>> = {
  award: { table: 'claim', where: `kind = 'AWARD'` },
  scan: { table: 'attachment', where: `entity = 'claim'` },
  'held line': { table: 'claim_line', where: HELD },
};

export function tableOf(name: string, operation: Operation): string | undefined {
  const known = name === 'id' ? ID_OF[operation.name] : TABLE_OF[name];
  return AT[`${operation.name} ${name}`] ?? known;
}

/** Everything one tenant has, looked at behind the product's back. */
export class Estate {
  private constructor(
    private readonly api: TestApp<INestApplication>,
    readonly tenant: ClaimWorld,
    private readonly tables: ReadonlyMap<string, readonly string[]>,
  ) {}

  static async of(api: TestApp<INestApplication>, tenant: ClaimWorld): Promise<Estate> {
    const columns = await api.database.query<{ t: string; c: string }>(
      `SELECT c.table_name AS t, c.column_name AS c FROM information_schema.columns c
       JOIN information_schema.tables b ON b.table_schema = c.table_schema AND b.table_name = c.table_name
       WHERE c.table_schema = DATABASE() AND b.table_type LIKE '%BASE TABLE%' ORDER BY 1, c.ordinal_position`,
    );
    const tables = new Map<string, string[]>();
    for (const { t, c } of columns) {
      tables.set(t, [...(tables.get(t) ?? []), c]);
    }
    return new Estate(api, tenant, tables);
  }

  private where(table: string): string | null {
    const { world } = this.tenant;
    const columns = this.tables.get(table) ?? [];
    if (table === 'center') {
      return `id = '${world.centerId}'`;
    }
    if (table === 'organization') {
      return `id IN ('${world.operatorId}', '${world.bureauId}')`;
    }
    if (table === 'claim_round') {
      return `organization_id = '${world.operatorId}'`;
    }
    if (table === 'app_user') {
      return `organization_id IN ('${world.operatorId}', '${world.bureauId}')`;
    }
    if (columns.includes('center_id')) {
      return `center_id = '${world.centerId}'`;
    }
    return columns.includes('county_code') ? `county_code = '${world.countyCode}'` : null;
  }

  /** Tables of this tenant's without a row. */
  async empty(): Promise<string[]> {
    const found: string[] = [];
    for (const table of this.tables.keys()) {
      const where = this.where(table);
      const sql = `SELECT COUNT(*) AS n FROM \`${table}\` WHERE ${where ?? 'TRUE'}`;
      const [row] = where === null ? [{ n: 1 }] : await this.api.database.query<{ n: number }>(sql);
      if (Number(row?.n) === 0) {
        found.push(table);
      }
    }
    return found;
  }

  /** One number for every table: any change of any column of any row changes it. */
  async checksums(): Promise<Record<string, string>> {
    const sums: Record<string, string> = {};
    for (const [table, columns] of this.tables) {
      const where = this.where(table);
      if (where !== null) {
        const all = columns.map((column) => `IFNULL(HEX(\`${column}\`), '~')`).join(', ');
        const [row] = await this.api.database.query<{ n: number; s: string }>(
          `SELECT COUNT(*) AS n, SUM(CRC32(CONCAT_WS('|', ${all}))) AS s FROM \`${table}\` WHERE ${where}`,
        );
        sums[table] = `${row?.n} ${row?.s}`;
      }
    }
    return sums;
  }

  /** Marks every text that the database lets be changed; the rest was written with the mark. */
  async mark(): Promise<string[]> {
    const texts = await this.api.database.query<{ t: string; c: string }>(
      `SELECT table_name AS t, column_name AS c FROM information_schema.columns
       WHERE table_schema = DATABASE() AND character_set_name = 'utf8mb4' AND character_maximum_length >= 20
         AND column_name NOT REGEXP '(^|_)(id|key|hash|sha256|type|kind|status|code|token)$'`,
    );
    const marked: string[] = [];
    for (const { t, c } of texts) {
      const where = this.where(t);
      if (where === null || t.startsWith('audit')) {
        continue;
      }
      const [set] = await this.api.database.query<{ n: number }>(
        `SELECT COUNT(*) AS n FROM information_schema.check_constraints
         WHERE constraint_schema = DATABASE() AND table_name = ? AND check_clause LIKE ?`,
        [t, `%\`${c}\`%`],
      );
      const isFree = Number(set?.n) === 0 && c !== 'entity';
      const sql = `UPDATE \`${t}\` SET \`${c}\` = CONCAT('${CANARY}', RIGHT(id, 6)) WHERE ${where}`;
      const done = isFree && (await this.api.database.run(sql).catch(() => null));
      if (done && done.affectedRows > 0) {
        marked.push(`${t}.${c}`);
      }
    }
    return marked;
  }

  /** Columns of this tenant's rows that hold the id of a row of the other's. */
  async referencesTo(other: Estate): Promise<string[]> {
    const ids = new Set<string>();
    for (const [table, columns] of this.tables) {
      const where = other.where(table);
      if (where !== null && columns.includes('id')) {
        const rows = await this.api.database.query<{ id: string }>(
          `SELECT id FROM \`${table}\` WHERE ${where}`,
        );
        rows.forEach(({ id }) => ids.add(id));
      }
    }
    const found = new Set<string>();
    for (const table of this.tables.keys()) {
      const where = this.where(table);
      const rows = where === null || table.startsWith('audit') ? [] : await this.rows(table, where);
      for (const row of rows) {
        for (const [column, value] of Object.entries(row)) {
          if (typeof value === 'string' && ids.has(value)) {
            found.add(`${table}.${column}`);
          }
        }
      }
    }
    return [...found];
  }

  private async rows(table: string, where: string): Promise<Record<string, unknown>[]> {
    return await this.api.database.query(`SELECT * FROM \`${table}\` WHERE ${where}`);
  }

  async row(wanted: string): Promise<{ id: string; version: number }> {
    const { table, where: which } = ROWS_OF[wanted] ?? { table: wanted, where: 'TRUE' };
    const versioned = this.tables.get(table)?.includes('version') ? 'version' : '1';
    const { world } = this.tenant;
    const own = {
      app_user: `organization_id = '${world.operatorId}'`,
      organization: `id = '${world.operatorId}'`,
    }[table];
    const [row] = await this.api.database.query<{ id: string; version: number }>(
      `SELECT id, ${versioned} AS version FROM \`${table}\` WHERE ${own ?? this.where(table)} AND ${which} ORDER BY id LIMIT 1`,
    );
    if (!row) {
      throw new Error(`the tenant has no ${wanted}`);
    }
    return { id: row.id, version: Number(row.version) };
  }
}
