// The records of a whole county, made up: centers with beds, residents, stays, levels, and an empty draft for each center.
export const YEAR = 2025;
export const PERIOD = `${YEAR}-12`;
export const CREATED = `${YEAR}-01-01 00:00:00.000`;

/** An id of 26 characters that sorts by its parts. */
export const idOf = (kind, center, index = 0) =>
  `${kind.padEnd(12, '0')}${String(center).padStart(7, '0')}${String(index).padStart(7, '0')}`;
const two = (value) => String(value).padStart(2, '0');
const dayOf = (month, day) => `${YEAR}-${two(month)}-${two(day)}`;

const center = (n) => idOf('BENCHCENTER', n);

function places({ centersOf, residentsOf, residents }, { countyCode, organizationId }) {
  return {
    center: centersOf((n) => ({
      id: center(n),
      county_code: countyCode,
      code: `bench${n}`,
      name: `基准中心${n}`,
      ownership: 'PUBLIC_BUILT_PRIVATE_RUN',
      for_profit: 0,
      registered_beds: residents,
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
function people({ residentsOf }) {
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

function levels({ residentsOf }, { userId }) {
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
function claims({ centersOf }, { countyCode, organizationId, userId, packCode }) {
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

/** -> { centersOf, tables(ground) }: so many centers with so many residents each, table by table in the order of their keys */
export function madeCounty({ centers, residents }) {
  const centersOf = (build) => Array.from({ length: centers }, (_, n) => build(n));
  const residentsOf = (build) =>
    centersOf((n) => Array.from({ length: residents }, (_, index) => build(n, index))).flat();
  const size = { centersOf, residentsOf, residents };
  const tables = (ground) =>
    Object.entries({
      ...places(size, ground),
      ...people(size),
      ...levels(size, ground),
      ...claims(size, ground),
    });
  return { centersOf, tables };
}

const BATCH = 2000;

export async function insert(connection, table, rows) {
  const columns = Object.keys(rows[0]);
  for (let start = 0; start < rows.length; start += BATCH) {
    const part = rows.slice(start, start + BATCH).map((row) => columns.map((name) => row[name]));
    await connection.query(`INSERT INTO \`${table}\` (${columns.join(', ')}) VALUES ?`, [part]);
  }
}

/** The demo's own operator, its officer and the rules of its county */
export async function groundOf(connection) {
  const [[ground]] = await connection.query(
    `SELECT o.id AS organizationId, c.county_code AS countyCode, u.id AS userId, p.pack_code AS packCode
     FROM app_user u JOIN organization o ON o.id = u.organization_id
     JOIN operating_contract k ON k.organization_id = o.id JOIN center c ON c.id = k.center_id
     JOIN county_pack p ON p.county_code = c.county_code WHERE u.user_name = 'owner' LIMIT 1`,
  );
  return ground;
}

/** One computation for each made center */
export const jobsOf = (made, { userId }, round) =>
  made.centersOf((n) => ({
    id: idOf(`BENCHJOB${round}`, n),
    kind: 'claim.prepare',
    center_id: idOf('BENCHCENTER', n),
    user_id: userId,
    status: 'QUEUED',
    payload: JSON.stringify({ claimId: idOf('BENCHCLAIM', n) }),
    run_after: CREATED,
    created_at: CREATED,
  }));
