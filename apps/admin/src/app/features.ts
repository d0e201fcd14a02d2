import { assessmentFeature } from '../features/assessment/routes.js';
import { bedFeature } from '../features/bed/routes.js';
import { doorsFeature } from '../features/doors/routes.js';
import { homeFeature } from '../features/home/routes.js';
import { bureauFeature } from '../features/bureau/routes.js';
import { callsFeature } from '../features/calls/routes.js';
import { claimFeature } from '../features/claim/routes.js';
import { dailyFeature } from '../features/daily/routes.js';
import { policyFeature } from '../features/policy/routes.js';
import { noticeFeature } from '../features/notice/routes.js';
import { registryFeature } from '../features/registry/routes.js';
import { residentFeature } from '../features/resident/routes.js';
import { rosterFeature } from '../features/roster/routes.js';
import { reviewFeature } from '../features/review/routes.js';
import { sheetFeature } from '../features/sheet/routes.js';
import { staffFeature } from '../features/staff/routes.js';
import type { Feature } from '../shared/feature.js';

/** One line for each feature: its pages, menu entries, slots and search sources come with it. */
export const FEATURES: readonly Feature[] = [
  homeFeature,
  bedFeature,
  doorsFeature,
  residentFeature,
  rosterFeature,
  assessmentFeature,
  staffFeature,
  dailyFeature,
  claimFeature,
  reviewFeature,
  policyFeature,
  noticeFeature,
  bureauFeature,
  registryFeature,
  callsFeature,
  sheetFeature,
];
