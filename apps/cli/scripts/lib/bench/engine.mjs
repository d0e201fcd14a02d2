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

/** The limit: resident days of every person and month of the year in typed arrays, nothing else. */
function countDays({ stays }) {
  const dayNumber = (date) => Date.parse(date) / 86_400_000;
  const from = Int32Array.from(stays, (stay) => dayNumber(stay.from));
  const until = Int32Array.from(stays, (stay) =>
    stay.until === null ? 30_000 : dayNumber(stay.until),
  );
  const months = Array.from({ length: 13 }, (_, month) => Date.UTC(YEAR, month, 1) / 86_400_000);
  let counted = 0;
  for (let i = 0; i < from.length; i += 1) {
    for (let month = 0; month < 12; month += 1) {
      const days = Math.min(until[i], months[month + 1]) - Math.max(from[i], months[month]);
      counted += days >= 15 ? 1 : 0;
    }
  }
  return counted;
}

/** The median time of several runs, the first of which warm the code. */
function timed(work) {
  const times = Array.from({ length: RUNS }, () => {
    const started = performance.now();
    work();
    return performance.now() - started;
  });
  return times.sort((a, b) => a - b)[Math.floor(RUNS / 2)];
}

async function computeYear() {
  const engine = await importBuilt('libs/claim-engine/src/index.js');
  const pack = engine.parsePack(
    JSON.parse(fs.readFileSync(engine.shippedPackUrl('yangcheng-2022'), 'utf8')),
  );
  const parsed = engine.parseFacts(facts());
  const compute = () => engine.computeAssessment(pack, parsed, `${YEAR}-12`, null, {});
  const ms = timed(compute);
  const megabytes = process.resourceUsage().maxRSS / 1024;
  const { lines } = compute();
  // Explanations are read line by line, by people: what all of them would take is told, not asked for.
  const started = performance.now();
  const steps = lines.reduce((sum, line) => sum + line.trace.length, 0);
  const explainMs = performance.now() - started;
  const isKept = ms <= MOST_MS && megabytes <= MOST_MEGABYTES;
  const limitMs = timed(() => countDays(parsed));
  return {
    ...{ ms, limitMs, megabytes, isKept, residents: RESIDENTS },
    ...{ lines: lines.length, steps, explainMs },
  };
}

/** -> { ms, limitMs, megabytes, isKept, residents, lines, steps, explainMs }: the median run, and the most memory the process held by then */
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
