import { AbsenceService, ExitService, StayService } from '@yibu/bed';
import { addDays, type LocalDate } from '@yibu/kernel';
import {
  AGREEMENT_CLAUSES,
  AgreementService,
  CategoryService,
  ConsentService,
  ContactService,
  ResidentService,
  type ConsentPurpose,
} from '@yibu/resident';

import type { DemoCenters } from './places.js';
import type { PlannedAbsence, PlannedResident } from './plan.js';
import type { Teller } from './teller.js';

export interface Life {
  readonly plan: PlannedResident;
  readonly residentId: string;
  readonly stayId: string | null;
}

const CONSENTS: readonly ConsentPurpose[] = [
  'CARE_RECORD',
  'HEALTH_DATA',
  'ABILITY_ASSESSMENT',
  'SUBSIDY_CLAIM',
  'PUBLIC_NOTICE',
];

const CLAUSE_TEXT = '见服务协议正文（演示）';

/** Opens the file of a person: identity, a relative, consents, agreement, categories. */
export async function openFile(
  teller: Teller,
  plan: PlannedResident,
  on: LocalDate,
): Promise<string> {
  const { center, person } = plan;
  const residentId = await teller.app
    .get(ResidentService)
    .create(await teller.as('manager', center), teller.centerId(center), {
      name: person.name,
      idType: 'CITIZEN',
      idNumber: person.idNumber,
      phone: person.phone,
      householdCounty: center === 'yunling' ? '990502' : '990501',
      nation: '01',
    });
  await teller.app.get(ContactService).add(await teller.as('manager', center), residentId, {
    name: `${person.name.charAt(0)}家属`,
    relation: person.sex === 'F' ? 'SON' : 'DAUGHTER',
    phone: person.phone,
    isEmergency: true,
    isSigner: true,
    isPayer: true,
    isGuardian: false,
  });
  await teller.app.get(ConsentService).record(
    await teller.as('manager', center),
    residentId,
    CONSENTS.map((purpose) => ({
      purpose,
      basis: 'CONSENT' as const,
      textVersion: '2024-1',
      isGiven: true,
      signer: person.name,
      relation: 'SELF' as const,
      signedOn: on,
    })),
  );
  for (const code of plan.categories) {
    await teller.app.get(CategoryService).add(await teller.as('manager', center), residentId, {
      code,
      fromOn: addDays(on, -400),
      evidence: '社区证明（演示）',
    });
  }
  return residentId;
}

export async function admit(
  teller: Teller,
  life: { plan: PlannedResident; residentId: string; bedId: string; on: LocalDate },
): Promise<string> {
  const { plan, residentId, bedId, on } = life;
  await teller.app.get(AgreementService).sign(await teller.as('manager', plan.center), residentId, {
    number: `${plan.center.toUpperCase().slice(0, 2)}-${residentId.slice(-8)}`,
    signedOn: on,
    fromOn: on,
    signer: plan.person.name,
    relation: 'SELF',
    clauses: Object.fromEntries(AGREEMENT_CLAUSES.map((clause) => [clause, CLAUSE_TEXT])),
  });
  return await teller.app.get(StayService).admit(await teller.as('manager', plan.center), {
    centerId: teller.centerId(plan.center),
    residentId,
    bedId,
    on,
    overrides: [{ code: 'ASSESSMENT', reason: '评估报告在路上，先行入住' }],
  });
}

const reasonOf = (lateDays: number, text: string): { reason?: string } =>
  lateDays > 0 ? { reason: text } : {};

export async function leave(
  teller: Teller,
  away: { center: keyof DemoCenters; stayId: string; absence: PlannedAbsence },
): Promise<void> {
  const { absence } = away;
  await teller.app.get(AbsenceService).start(await teller.as('manager', away.center), {
    stayId: away.stayId,
    kind: absence.kind,
    fromOn: absence.fromOn,
    ...(absence.lateDays > 0 ? { untilOn: absence.untilOn } : { plannedUntilOn: absence.untilOn }),
    note: absence.kind === 'HOSPITAL' ? '县人民医院住院' : '回家探亲',
    ...reasonOf(absence.lateDays, '家属事后告知，补录'),
  });
}

export async function comeBack(
  teller: Teller,
  away: { center: keyof DemoCenters; residentId: string; on: LocalDate },
): Promise<void> {
  const [open] = await teller.dataSource.query<{ id: string; version: number }[]>(
    'SELECT id, version FROM absence WHERE resident_id = ? AND until_on IS NULL AND cancelled_at IS NULL',
    [away.residentId],
  );
  if (open) {
    await teller.app.get(AbsenceService).end(await teller.as('manager', away.center), {
      absenceId: open.id,
      version: open.version,
      on: away.on,
    });
  }
}

export async function endStay(
  teller: Teller,
  ending: { plan: PlannedResident; stayId: string },
): Promise<void> {
  const { plan, stayId } = ending;
  if (plan.end === null) {
    return;
  }
  const [stay] = await teller.dataSource.query<{ version: number }[]>(
    'SELECT version FROM stay WHERE id = ?',
    [stayId],
  );
  const exits = teller.app.get(ExitService);
  const input = {
    stayId,
    version: stay?.version ?? 0,
    on: plan.end.on,
    ...reasonOf(plan.end.lateDays, '家属事后报告，补录'),
  };
  const scope = await teller.as('manager', plan.center);
  await (plan.end.kind === 'DEATH'
    ? exits.recordDeath(scope, input)
    : exits.discharge(scope, input));
}
