import { applicationChecks } from './application.checks.js';
import { askedChecks } from './asked.checks.js';
import { CHECKS, type CheckContext, type Finding } from './check.types.js';
import { certificateChecks, crossChecks } from './cross.checks.js';
import { duplicateChecks } from './duplicate.checks.js';
import { formChecks, registryChecks, timeChecks } from './form.checks.js';
import { houseChecks } from './house.checks.js';
import { levelChecks } from './level.checks.js';
import { licenceChecks } from './licence.checks.js';
import { outsideChecks } from './outside.checks.js';
import { dayChecks, gateChecks } from './stay.checks.js';
import { levelJumpChecks, plentyChecks, traceChecks } from './trace.checks.js';

/** One function for each group of codes; a further kind of record is a further entry. */
const ALL = [
  formChecks,
  askedChecks,
  registryChecks,
  levelChecks,
  dayChecks,
  gateChecks,
  duplicateChecks,
  crossChecks,
  certificateChecks,
  houseChecks,
  licenceChecks,
  traceChecks,
  plentyChecks,
  levelJumpChecks,
  outsideChecks,
  timeChecks,
  applicationChecks,
] as const;

/** An application by itself is about a center or a project: what concerns people belongs to the month. */
const OF_APPLICATIONS = [formChecks, askedChecks, timeChecks, applicationChecks] as const;

const RANK = { BLOCK: 0, WARN: 1, INFO: 2 } as const;

/** What stands in the way first; within a severity by code. */
export function runChecks(context: CheckContext): Finding[] {
  const checks = context.application === null ? ALL : OF_APPLICATIONS;
  return checks
    .flatMap((check) => check(context))
    .sort(
      (a, b) =>
        RANK[CHECKS[a.code]] - RANK[CHECKS[b.code]] ||
        (a.code < b.code ? -1 : a.code > b.code ? 1 : 0) ||
        String(a.entityId).localeCompare(String(b.entityId)),
    );
}
