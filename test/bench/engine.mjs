// A county's year through the claim engine, against the physical limit: one pass over the same stays in typed arrays.
// node test/bench/engine.mjs   (after npm run build)
import { readFileSync } from 'node:fs';
import path from 'node:path';

const PEOPLE = 10_000;
const dist = path.resolve(import.meta.dirname, '../../dist/libs/claim-engine');
const { computeAssessment, parseFacts, parsePack } = await import(path.join(dist, 'src/index.js'));
const pack = parsePack(
  JSON.parse(readFileSync(path.join(dist, 'packs/yangcheng-2022.json'), 'utf8')),
);

/** A small generator of its own: the same county in every run. */
function sequence(seed) {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

const day = (offset) =>
  new Date(Date.UTC(2024, 6, 1) + offset * 86_400_000).toISOString().slice(0, 10);

function county() {
  const next = sequence(7);
  const facts = {
    schema: 'facts/1',
    county: '140522',
    center: {
      id: 'c1',
      openedOn: '2020-01-01',
      grades: [{ scheme: 'yangcheng-comprehensive', grade: '2', from: '2020-01-01' }],
    },
    people: [],
    stays: [],
    absences: [],
    assessments: [],
    services: [],
  };
  for (let i = 0; i < PEOPLE; i += 1) {
    const id = `p${i}`;
    facts.people.push({
      id,
      bornOn: `${1930 + next(35)}-0${1 + next(9)}-1${next(10)}`,
      diedOn: null,
      categories: [],
    });
    const from = next(400);
    facts.stays.push({
      id: `s${i}`,
      person: id,
      bed: `b${i}`,
      from: day(from),
      until: next(3) === 0 ? day(from + 30 + next(200)) : null,
    });
    if (next(2) === 0) {
      const start = from + next(25);
      facts.absences.push({
        id: `x${i}`,
        stay: `s${i}`,
        kind: 'HOSPITAL',
        from: day(start),
        until: day(start + 1 + next(20)),
      });
    }
    for (let at = 0; at < 3; at += 1) {
      facts.assessments.push({
        id: `a${i}-${at}`,
        person: id,
        scale: 'GBT42195',
        level: next(5),
        kind: at === 0 ? 'OFFICIAL' : 'INSTITUTION',
        from: day(at * 150 + next(60)),
        until: day(at * 150 + 400),
      });
    }
    if (next(3) === 0) {
      facts.services.push({
        id: `v${i}`,
        person: id,
        type: 'CLEANING',
        on: day(200 + next(300)),
        minutes: 60,
        valueFen: 2000,
      });
    }
  }
  return facts;
}

const timed = (work) => {
  const started = performance.now();
  const result = work();
  return { result, ms: performance.now() - started };
};

/** The limit: resident days of every person and month of the year, nothing else. */
function limit(facts) {
  const from = Int32Array.from(facts.stays, (stay) => Date.parse(stay.from) / 86_400_000);
  const until = Int32Array.from(facts.stays, (stay) =>
    stay.until === null ? 30_000 : Date.parse(stay.until) / 86_400_000,
  );
  const months = Array.from({ length: 13 }, (_, month) => Date.UTC(2025, month, 1) / 86_400_000);
  let counted = 0;
  for (let i = 0; i < from.length; i += 1) {
    for (let month = 0; month < 12; month += 1) {
      const days = Math.min(until[i], months[month + 1]) - Math.max(from[i], months[month]);
      counted += days >= 15 ? 1 : 0;
    }
  }
  return counted;
}

const raw = county();
const parse = timed(() => parseFacts(raw));
const facts = parse.result;
computeAssessment(pack, parseFacts(county()), '2025-01');
const base = timed(() => limit(facts));
globalThis.gc?.();
const before = process.memoryUsage().rss;
const compute = timed(() => computeAssessment(pack, facts, '2025'));
const traces = timed(() => compute.result.lines.reduce((sum, line) => sum + line.trace.length, 0));
const memory = process.memoryUsage().rss;

const text = timed(() =>
  compute.result.lines.reduce((sum, line) => sum + JSON.stringify(line).length, 0),
);
const mb = (bytes) => Math.round(bytes / 2 ** 20);
const show = (name, ms) =>
  console.log(
    `${name.padEnd(44)} ${ms.toFixed(0).padStart(6)} ms  ${(ms / base.ms).toFixed(0).padStart(6)} × limit`,
  );

console.log(
  `${PEOPLE} residents, one year, ${compute.result.lines.length} lines, ${compute.result.totalFen / 100} yuan`,
);
show('limit: day counts in typed arrays', base.ms);
show('read and check the facts', parse.ms);
show('compute', compute.ms);
show(`explain every line (${traces.result} steps)`, traces.ms);
show(`write it all (${mb(text.result)} MB: digests, alternatives)`, text.ms);
console.log(
  `memory: ${mb(memory)} MB in all, ${mb(memory - before)} MB by computing and explaining`,
);
