// The engine alone: a year of a large county's residents, in a process of its own so that its memory can be told.
import { fork } from 'node:child_process';
import fs from 'node:fs';
import { performance } from 'node:perf_hooks';
import { importBuilt } from '../resolvers.mjs';

const RESIDENTS = 10_000;
const RUNS = 5;
const YEAR = 2025;
const MOST_MS = 1000;
const MOST_MEGABYTES = 400;

const two = (value) => String(value).padStart(2, '0');
const dayOf = (month, day) => `${YEAR}-${two(month)}-${two(day)}`;

/** Every fourth came during the year, every fifth left, every third is disabled, every tenth was away in hospital. */
function factsOfResident(index) {
  const id = `p${index}`;
  const from = index % 4 === 0 ? dayOf((index % 11) + 1, (index % 27) + 1) : `${YEAR - 1}-03-01`;
  const until = index % 5 === 0 ? dayOf(12, (index % 27) + 1) : null;
  const stay = { id: `s${index}`, person: id, from, until };
  const assessment = {
    id: `a${index}`,
    person: id,
    scale: 'GBT42195',
    level: index % 5,
    kind: 'OFFICIAL',
    from: `${YEAR - 1}-02-01`,
  };
  const absence = { id: `h${index}`, stay: stay.id, kind: 'HOSPITAL' };
  return {
    person: { id, bornOn: `${1930 + (index % 25)}-05-06` },
    stay,
    assessment,
    absences: index % 10 === 0 ? [{ ...absence, from: dayOf(11, 20), until: dayOf(11, 29) }] : [],
  };
}

function facts() {
  const all = Array.from({ length: RESIDENTS }, (_, index) => factsOfResident(index));
  return {
    schema: 'facts/1',
    county: '140522',
    center: { id: 'c1' },
    people: all.map(({ person }) => person),
    stays: all.map(({ stay }) => stay),
    assessments: all.map(({ assessment }) => assessment),
    absences: all.flatMap(({ absences }) => absences),
  };
}

async function computeYear() {
  const engine = await importBuilt('libs/claim-engine/src/index.js');
  const pack = engine.parsePack(
    JSON.parse(fs.readFileSync(engine.shippedPackUrl('yangcheng-2022'), 'utf8')),
  );
  const parsed = engine.parseFacts(facts());
  const times = [];
  let lines = 0;
  for (let run = 0; run < RUNS; run += 1) {
    const started = performance.now();
    lines = engine.computeAssessment(pack, parsed, `${YEAR}-12`, null, {}).toJSON().lines.length;
    times.push(performance.now() - started);
  }
  const median = times.sort((a, b) => a - b)[Math.floor(RUNS / 2)];
  const megabytes = process.resourceUsage().maxRSS / 1024;
  const isKept = median <= MOST_MS && megabytes <= MOST_MEGABYTES;
  return { ms: median, lines, megabytes, isKept, residents: RESIDENTS };
}

/** -> { ms, lines, megabytes, residents, isKept }: the median run and the most memory the process ever held */
export function benchEngine() {
  return new Promise((resolve, reject) => {
    const child = fork(import.meta.filename);
    child.once('message', resolve);
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`The engine's process ended with ${code}`)));
  });
}

if (process.argv[1] === import.meta.filename) {
  process.send(await computeYear());
  process.disconnect();
}
