import { readSheet, XLSX_TYPE } from '@yibu/platform';
import type { Response } from 'supertest';

import { CANARY, type Estate } from './estate.js';

/** What a center has after a while: what the other suites' worlds lack is entered by its own people. */
export const life = (
  mark: string,
): readonly (readonly [string, Readonly<Record<string, unknown>>])[] => [
  ['createStaffMember', { sex: 'F', name: mark }],
  ['addCertificate', { number: 'C-1', type: 'OTHER', validityKind: 'NONE', validUntil: null }],
  ['recordServices', { onDate: '2025-04-20' }],
  ['checkInMeals', {}],
  ['addResidentContact', { idNumber: null, name: mark }],
  ['addResidentCategory', {}],
  ['addResidentDocument', { type: 'PASSPORT' }],
  ['recordConsents', { signer: mark }],
  ['signServiceAgreement', { signer: mark }],
  ['addCenterGrade', {}],
  ['addCenterLicence', { kind: 'FIRE', remark: mark, validFrom: '2025-01-01', validUntil: null }],
  ['saveCenterProfile', { registrar: mark, version: 0 }],
  ['setBankAccount', { number: '6222020200112233445' }],
  ['startAssessment', { kind: 'INSTITUTION', correctsId: null }],
  ['startAbsence', { fromOn: '2025-05-01', untilOn: null }],
  ['startBedRepair', { fromOn: '2025-05-03' }],
  ['addClaimMessage', { text: mark }],
  ['recordCompliance', { key: 'YC-13:item:0', status: 'MET', evidence: mark }],
];

export const LISTS = [
  ...['stays', 'services', 'staff', 'users', 'centers'],
  ...['county-sheets', 'institution-sheet'],
  ...['registry-rows', 'policy-run', 'claim-lines', 'audit', 'assessment-queue', 'residents'],
];

export function bytesOf(stream: Response, done: (error: Error | null, body: Buffer) => void): void {
  const parts: Buffer[] = [];
  stream.on('data', (part: Buffer) => parts.push(part));
  stream.on('end', () => done(null, Buffer.concat(parts)));
}

/** A refusal, or a workbook in which the other tenant does not appear. */
export async function isClean(response: Response): Promise<boolean> {
  const bytes = response.body as Buffer;
  if (response.status !== 200) {
    return !bytes.toString('utf8').includes(CANARY);
  }
  const sheet = await readSheet(bytes, XLSX_TYPE);
  return !JSON.stringify(sheet).includes(CANARY);
}

/** Later in a center's life, or of the county. */
export const NOT_YET = [
  'claim_message_read',
  'claim_objection',
  'recovery_instalment',
  'recovery_plan',
  'user_center',
];

interface Papers {
  readonly claim: string;
  readonly resident: string;
  readonly run: string;
  readonly list: string;
  readonly sheet: string;
  /** Where each file, package and paper of the tenant is fetched. */
  readonly doors: readonly string[];
}

export async function papersOf(estate: Estate): Promise<Papers> {
  const idOf = async (table: string): Promise<string> => (await estate.row(table)).id;
  const claim = await idOf('claim');
  return {
    claim,
    resident: await idOf('resident'),
    run: await idOf('policy_run'),
    list: await idOf('registry_list'),
    sheet: await idOf('institution_sheet'),
    doors: [
      `/files/${await idOf('attachment')}`,
      `/export/filing/${claim}`,
      `/export/institution-sheet/${await idOf('institution_sheet')}`,
      `/export/sample/${await idOf('claim_sample')}`,
      `/files/roster/${await idOf('roster_import')}/problems`,
      `/files/registry/${await idOf('registry_list')}/problems`,
      `/files/policy-scan/${await idOf('policy_scan')}`,
      `/export/pack/${await idOf('policy_pack')}`,
    ],
  };
}
