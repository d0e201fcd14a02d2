import { HouseService, KindService } from '@yibu/bed';
import { addDays, type LocalDate } from '@yibu/kernel';
import { StaffService, type CertificateType, type Post } from '@yibu/staff';

import { DemoPeople } from './people.js';
import type { DemoCenters } from './places.js';
import type { StorySpan } from './plan.js';
import { Random } from './random.js';
import type { Teller } from './teller.js';

interface HousePlan {
  readonly floors: number;
  readonly rooms: number;
  readonly beds: number;
  /** Of the beds, from the first floor on, so many are nursing beds; null: nobody has said. */
  readonly nursing: number | null;
}

const BUILDINGS: Record<keyof DemoCenters, HousePlan> = {
  fengcheng: { floors: 3, rooms: 10, beds: 2, nursing: 20 },
  runhe: { floors: 2, rooms: 10, beds: 2, nursing: 8 },
  yunling: { floors: 2, rooms: 9, beds: 2, nursing: null },
  jinxi: { floors: 1, rooms: 10, beds: 2, nursing: 0 },
};

/** Bed ids of a center in the order of their labels. */
export async function layOutHouse(
  teller: Teller,
  center: keyof DemoCenters,
  openedOn: LocalDate,
): Promise<string[]> {
  const plan = BUILDINGS[center];
  const buildingId = await teller.app.get(HouseService).layOut(await teller.as('manager', center), {
    centerId: teller.centerId(center),
    buildingName: '康养楼',
    floorFrom: 1,
    floorCount: plan.floors,
    floorPattern: '{f}层',
    roomsPerFloor: plan.rooms,
    roomStart: 1,
    roomPattern: '{f}{nn}',
    bedsPerRoom: plan.beds,
    bedPattern: '{n}',
    sexPolicy: 'ANY',
    openedOn,
    kind: plan.nursing === null ? null : 'ORDINARY',
  });
  const rows = await teller.dataSource.query<{ id: string }[]>(
    `SELECT bed.id FROM bed JOIN room ON room.id = bed.room_id JOIN floor ON floor.id = room.floor_id
     WHERE floor.building_id = ? ORDER BY floor.sort, room.sort, bed.sort`,
    [buildingId],
  );
  const ids = rows.map(({ id }) => id);
  const bedIds = ids.slice(0, plan.nursing ?? 0);
  if (bedIds.length > 0) {
    const input = { bedIds, kind: 'NURSING', fromOn: openedOn } as const;
    await teller.app.get(KindService).set(await teller.as('manager', center), input);
  }
  return ids;
}

const POSTS: readonly (readonly [Post, number])[] = [
  ['NURSE', 2],
  ['CAREGIVER', 6],
  ['COOK', 2],
  ['SOCIAL_WORKER', 1],
];

const PAPERS: Partial<Record<Post, readonly CertificateType[]>> = {
  NURSE: ['NURSE', 'HEALTH_CARE'],
  CAREGIVER: ['CAREGIVER', 'HEALTH_CARE'],
  COOK: ['HEALTH_FOOD'],
  SOCIAL_WORKER: ['SOCIAL_WORKER'],
};

/** Staff ids of those who give services. Some papers run out soon or have run out; one caregiver has none yet. */
export async function hireStaff(
  teller: Teller,
  center: keyof DemoCenters,
  span: StorySpan,
): Promise<string[]> {
  const random = new Random(center.length * 7717);
  const people = new DemoPeople(random);
  const staff = teller.app.get(StaffService);
  const carers: string[] = [];
  for (const [post, count] of POSTS) {
    for (let index = 0; index < count; index += 1) {
      const person = people.worker(post === 'COOK' ? 'M' : undefined);
      const member = await staff.create(await teller.as('manager', center), {
        centerId: teller.centerId(center),
        name: person.name,
        sex: person.sex,
        bornOn: person.bornOn,
        idNumber: person.idNumber,
        phone: person.phone,
        post,
        fromOn: span.from,
      });
      const isWithoutPapers = post === 'CAREGIVER' && index === 5;
      for (const type of isWithoutPapers ? [] : (PAPERS[post] ?? [])) {
        await addPaper(teller, { center, staffId: member.id, type, span, random });
      }
      if (post === 'CAREGIVER' || post === 'NURSE') {
        carers.push(member.id);
      }
    }
  }
  return carers;
}

async function addPaper(
  teller: Teller,
  paper: {
    center: keyof DemoCenters;
    staffId: string;
    type: CertificateType;
    span: StorySpan;
    random: Random;
  },
): Promise<void> {
  const { center, staffId, type, span, random } = paper;
  const issuedOn = addDays(span.from, -random.integer(20, 300));
  const kind = type === 'CAREGIVER' ? 'NONE' : type === 'HEALTH_FOOD' ? 'ANNUAL_CHECK' : 'FIXED';
  // Around the day on which the story is told: some are over, some due soon, most hold.
  const validUntil = addDays(
    span.until,
    random.pick([-20, 25, 45, 200, 300, 400, 500, 600, 700, 900]),
  );
  const fields = {
    staffId,
    type,
    number: `演示${random.integer(100_000, 999_999)}`,
    issuer: '演示发证机构',
    validityKind: kind,
  } as const;
  const staff = teller.app.get(StaffService);
  const certificate = await staff.addCertificate(await teller.as('manager', center), {
    ...fields,
    ...(type === 'CAREGIVER' ? { level: random.integer(3, 5) } : {}),
    issuedOn,
    ...(kind === 'FIXED' ? { validUntil } : {}),
  });
  if (random.chance(0.7)) {
    await staff.verifyCertificate(await teller.as('manager', center), certificate);
  }
}
