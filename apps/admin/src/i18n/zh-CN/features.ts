import { assessment } from './assessment.js';
import { audit } from './audit.js';
import { bureau } from './bureau.js';
import { calls } from './calls.js';
import { claim } from './claim.js';
import { daily } from './daily.js';
import { bed } from './bed.js';
import { doors } from './doors.js';
import { facts } from './facts.js';
import { institution } from './institution.js';
import { policy } from './policy.js';
import { nations } from './nations.js';
import { notice } from './notice.js';
import { registry } from './registry.js';
import { resident } from './resident.js';
import { roster } from './roster.js';
import { review } from './review.js';
import { shell } from './shell.js';
import { staff } from './staff.js';

/** One line for each feature. */
export const features = {
  assessment,
  audit,
  bureau,
  calls,
  claim,
  daily,
  bed,
  doors,
  facts,
  institution,
  review,
  staff,
  nations,
  policy,
  notice,
  registry,
  resident,
  roster,
  shell,
};
