// A whole county from the database to stored drafts: 200 centers, 10,000 residents, a year to date, one worker. Once as
// the first claim of the year ever made here (every month is due), once with eleven months in the ledger already.
import mysql from 'mysql2/promise';
import { startService } from '../services.mjs';
import { sleep } from '../process-lock.mjs';

const CENTERS = 200;
const RESIDENTS = 50;
const YEAR = 2025;
const PERIOD = `${YEAR}-12`;
const MOST_SECONDS = 10;
const BATCH = 2000;
const CREATED = `${YEAR}-01-01 00:00:00.000`;

/** An id of 26 characters that sorts by its parts. */
const idOf = (kind, center, index = 0) =>
  `${kind.padEnd(12, '0')}${String(center).padStart(7, '0')}${String(index).padStart(7, '0')}`;
const two = (value) => String(value).padStart(2, '0');
const dayOf = (month, day) => `${YEAR}-${two(month)}-${two(day)}`;

async function insert(connection, table, rows) {
  const columns = Object.keys(rows[0]);
  for (let start = 0; start < rows.length; start += BATCH) {
    const part = rows.slice(start, start + BATCH).map((row) => columns.map((name) => row[name]));
    await connection.query(`INSERT INTO \`${table}\` (${columns.join(', ')}) VALUES ?`, [part]);
  }
}

const centersOf = (build) => Array.from({ length: CENTERS }, (_, center) => build(center));
const residentsOf = (build) =>
  centersOf((center) =>
    Array.from({ length: RESIDENTS }, (_, index) => build(center, index)),
  ).flat();

const center = (n) => idOf('BENCHCENTER', n);

function places({ countyCode, organizationId }) {
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
function people() {
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

function levels({ userId }) {
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
function claims({ countyCode, organizationId, userId, packCode }) {
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

const jobs = ({ userId }, round) =>
  centersOf((n) => ({
    id: idOf(`BENCHJOB${round}`, n),
    kind: 'claim.prepare',
    center_id: idOf('BENCHCENTER', n),
    user_id: userId,
    status: 'QUEUED',
    payload: JSON.stringify({ claimId: idOf('BENCHCLAIM', n) }),
    run_after: CREATED,
    created_at: CREATED,
  }));

async function run(connection, env, ground, round) {
  await insert(connection, 'job', jobs(ground, round));
  const worker = startService('worker', env);
  try {
    const like = `BENCHJOB${round}%`;
    for (;;) {
      const [[{ open }]] = await connection.query(
        "SELECT COUNT(*) AS open FROM job WHERE id LIKE ? AND status IN ('QUEUED', 'RUNNING')",
        [like],
      );
      if (Number(open) === 0) {
        break;
      }
      await sleep(250);
    }
    const [[times]] = await connection.query(
      `SELECT TIMESTAMPDIFF(MICROSECOND, MIN(started_at), MAX(finished_at)) / 1000000 AS seconds,
         SUM(status <> 'DONE') AS failed, MAX(error_code) AS why FROM job WHERE id LIKE ?`,
      [like],
    );
    const [[{ lines }]] = await connection.query(
      "SELECT COUNT(*) AS `lines` FROM claim_line WHERE claim_id LIKE 'BENCHCLAIM%'",
    );
    if (Number(times.failed) > 0) {
      throw new Error(`${times.failed} of ${CENTERS} drafts failed: ${times.why}`);
    }
    return { seconds: Number(times.seconds), lines: Number(lines) };
  } finally {
    await worker.stop();
  }
}

/** Eleven months of what the first round found go into the ledger, as an opening sheet would bring them. */
async function openLedger(connection, { organizationId }) {
  await connection.query(
    `INSERT INTO ledger_entry (id, center_id, organization_id, program, subject_kind, subject_id, month, amount_fen,
       status, digest, created_at)
     SELECT CONCAT('L', SUBSTRING(id, 2)), center_id, ?, program, subject_kind, subject_id, month, amount_fen,
       'OPENING', digest, UTC_TIMESTAMP(3)
     FROM claim_line WHERE claim_id LIKE 'BENCHCLAIM%' AND status = 'PAYABLE' AND month < ?`,
    [organizationId, PERIOD],
  );
}

/** -> [{ name, seconds, lines, isKept }] */
export async function benchCounty({ url, databaseUrl, dataDir }) {
  const address = new URL(databaseUrl);
  const connection = await mysql.createConnection({
    socketPath: address.searchParams.get('socket'),
    user: address.username,
    password: address.password,
    database: address.pathname.slice(1),
  });
  try {
    const [[ground]] = await connection.query(
      `SELECT o.id AS organizationId, c.county_code AS countyCode, u.id AS userId, p.pack_code AS packCode
       FROM app_user u JOIN organization o ON o.id = u.organization_id
       JOIN operating_contract k ON k.organization_id = o.id JOIN center c ON c.id = k.center_id
       JOIN county_pack p ON p.county_code = c.county_code WHERE u.user_name = 'owner' LIMIT 1`,
    );
    for (const tables of [places(ground), people(), levels(ground), claims(ground)]) {
      for (const [table, rows] of Object.entries(tables)) {
        await insert(connection, table, rows);
      }
    }
    const env = { DATABASE_URL: databaseUrl, YIBU_DATA: dataDir, PORT: new URL(url).port };
    const first = await run(connection, env, ground, 1);
    await openLedger(connection, ground);
    const later = await run(connection, env, ground, 2);
    return [
      { name: 'first claim of the year', ...first },
      { name: 'eleven months in the ledger', ...later },
    ].map((each) => ({
      ...each,
      centers: CENTERS,
      residents: CENTERS * RESIDENTS,
      isKept: each.seconds <= MOST_SECONDS,
    }));
  } finally {
    await connection.end();
  }
}
