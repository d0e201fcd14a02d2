// The records of a whole county, made up: centers with beds, residents, stays, levels, and an empty draft for each center.
export const YEAR = 2025;
export const RESIDENTS = 50;
export const PERIOD = `${YEAR}-12`;
const asked = process.argv.slice(3);
/** Fewer for a quick look: `npm run bench -- county 40`. */
export const CENTERS = Number(asked.find((text) => /^\d+$/.test(text)) ?? 200);
export const CREATED = `${YEAR}-01-01 00:00:00.000`;

/** An id of 26 characters that sorts by its parts. */
export const idOf = (kind, center, index = 0) =>
  `${kind.padEnd(12, '0')}${String(center).padStart(7, '0')}${String(index).padStart(7, '0')}`;
const two = (value) => String(value).padStart(2, '0');
const dayOf = (month, day) => `${YEAR}-${two(month)}-${two(day)}`;

export const centersOf = (build) => Array.from({ length: CENTERS }, (_, center) => build(center));
const residentsOf = (build) =>
  centersOf((center) =>
    Array.from({ length: RESIDENTS }, (_, index) => build(center, index)),
  ).flat();

const center = (n) => idOf('BENCHCENTER', n);

export function places({ countyCode, organizationId }) {
  return {
    center: centersOf((n) => ({
      id: center(n),
      county_code: countyCode,
      code: `bench${n}`,
      name: `基准中心${n}`,
      ownership: 'PUBLIC_BUILT_PRIVATE_RUN',
      for_profit: 0,
      registered_beds: RESIDENTS,
      opened_on: '2020-01-01',
      created_at: CREATED,
    })),
    operating_contract: centersOf((n) => ({
      id: idOf('BENCHCTR', n),
      center_id: center(n),
      organization_id: organizationId,
      from_on: '2020-01-01',
      until_on: null,
    })),
    building: centersOf((n) => ({
      id: idOf('BENCHBLD', n),
      center_id: center(n),
      name: '1',
      sort: 1,
    })),
    floor: centersOf((n) => ({
      id: idOf('BENCHFLR', n),
      center_id: center(n),
      building_id: idOf('BENCHBLD', n),
      name: '1',
      sort: 1,
    })),
    room: centersOf((n) => ({
      id: idOf('BENCHROOM', n),
      center_id: center(n),
      floor_id: idOf('BENCHFLR', n),
      name: '1',
      sex_policy: 'ANY',
      sort: 1,
    })),
    bed: residentsOf((n, i) => ({
      id: idOf('BENCHBED', n, i),
      center_id: center(n),
      room_id: idOf('BENCHROOM', n),
      label: String(i),
      sort: i,
      opened_on: '2020-01-01',
    })),
  };
}

/** Every fourth came during the year, every fifth left in December, every tenth was away in hospital. */
export function people() {
  const from = (i) => (i % 4 === 0 ? dayOf((i % 11) + 1, (i % 27) + 1) : `${YEAR - 1}-03-01`);
  const until = (i) => (i % 5 === 0 ? dayOf(12, (i % 27) + 1) : null);
  return {
    resident: residentsOf((n, i) => ({
      id: idOf('BENCHRES', n, i),
      center_id: center(n),
      name: `基准${n}之${i}`,
      pinyin: 'jizhun',
      initials: 'jz',
      sex: i % 2 ? 'F' : 'M',
      born_on: `${1930 + (i % 25)}-05-06`,
      id_type: 'RESIDENT_ID',
      id_number_cipher: Buffer.alloc(60, 1),
      id_number_index: Buffer.from(idOf('BENCHIX', n, i).padEnd(32, '0')),
      id_last4: '0000',
      created_at: CREATED,
      updated_at: CREATED,
    })),
    stay: residentsOf((n, i) => ({
      id: idOf('BENCHSTAY', n, i),
      center_id: center(n),
      resident_id: idOf('BENCHRES', n, i),
      bed_id: idOf('BENCHBED', n, i),
      spell_id: idOf('BENCHSTAY', n, i),
      status: until(i) === null ? 'ACTIVE' : 'ENDED',
      from_on: from(i),
      until_on: until(i),
      end_kind: until(i) === null ? null : 'DISCHARGE',
      source: 'ENTERED',
      created_at: CREATED,
    })),
    absence: residentsOf((n, i) => ({
      id: idOf('BENCHABS', n, i),
      center_id: center(n),
      stay_id: idOf('BENCHSTAY', n, i),
      resident_id: idOf('BENCHRES', n, i),
      kind: 'HOSPITAL',
      from_on: dayOf(11, 20),
      until_on: dayOf(11, 29),
      created_at: CREATED,
    })).filter((_, index) => index % 10 === 0),
  };
}

export function levels({ userId }) {
  return {
    assessment_record: residentsOf((n, i) => ({
      id: idOf('BENCHASM', n, i),
      center_id: center(n),
      resident_id: idOf('BENCHRES', n, i),
      number: `B${n}-${i}`,
      origin: 'EXTERNAL',
      scale: 'GBT42195',
      kind: 'OFFICIAL',
      status: 'ACCEPTED',
      assessed_on: `${YEAR - 1}-02-01`,
      answers: '{}',
      background: '{}',
      proposed_level: i % 5,
      created_by: userId,
      created_at: CREATED,
      updated_at: CREATED,
    })),
    level_period: residentsOf((n, i) => ({
      id: idOf('BENCHLVL', n, i),
      center_id: center(n),
      resident_id: idOf('BENCHRES', n, i),
      assessment_id: idOf('BENCHASM', n, i),
      scale: 'GBT42195',
      kind: 'OFFICIAL',
      level: i % 5,
      from_on: `${YEAR - 1}-02-01`,
      until_on: null,
      created_by: userId,
      created_name: '基准',
      created_at: CREATED,
    })),
  };
}

/** A draft with a job for every center, as one press for all centers leaves them */
export function claims({ countyCode, organizationId, userId, packCode }) {
  return {
    claim: centersOf((n) => ({
      id: idOf('BENCHCLAIM', n),
      center_id: idOf('BENCHCENTER', n),
      organization_id: organizationId,
      county_code: countyCode,
      number: `bench-${n}`,
      period: PERIOD,
      year_from: `${YEAR}-01`,
      revision: 1,
      status: 'DRAFT',
      pack_code: packCode,
      prepared_by: userId,
      prepared_at: CREATED,
      created_at: CREATED,
    })),
    claim_year: centersOf((n) => ({
      id: idOf('BENCHYEAR', n),
      center_id: idOf('BENCHCENTER', n),
      year_from: `${YEAR}-01`,
      status: 'OPEN',
      opening: 'NOTHING',
    })),
  };
}
