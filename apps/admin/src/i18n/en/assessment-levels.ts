import type { levelTexts as source } from '../zh-CN/assessment-levels.js';

/** Levels on the page of a resident; part of the catalogue `assessment`. */
export const levelTexts: typeof source = {
  tab: 'Ability levels',
  now: 'Level now',
  none: 'No level has been accepted yet.',
  history: 'Levels',
  reports: 'Reports',
  noReports: 'No reports yet.',
  showOld: 'Show replaced versions',
  superseded: 'Replaced',
  supersededBy: 'Replaced by {{name}}, {{date}}',
  changedBy: 'Dates changed by {{name}}, {{date}}',
  acceptedBy: 'Accepted by {{name}}, {{date}}',
  why: 'Reason: {{reason}}',
  openReport: 'Report',
  correct: 'Change dates',
  correctTitle: 'Correct the validity',
  correctNote:
    'Only the dates can be changed; the former record stays. A wrong level is corrected by another assessment.',
  revoke: 'Revoke',
  revokeTitle: 'Revoke this level',
  revokeNote:
    'It no longer counts for claims; the record and the reason stay. A level that it had ended does not come back by itself: extend it with “Change dates” where needed.',
  revokeOk: 'Revoke level',
  start: 'Start an assessment',
  external: 'Enter external result',
  scoreText: '{{score}} points',
  scales: {
    GBT42195: 'GB/T 42195 ability',
    MZT039: 'MZ/T 039 ability',
    LTC: 'Long-term care',
    BARTHEL: 'Barthel index',
    DESTITUTE_SELF_CARE: 'Destitute self-care',
    DISABILITY_CERTIFICATE: 'Disability certificate',
  },
};
