import type { facts as source } from '../zh-CN/facts.js';

export const facts: typeof source = {
  title: 'What the rules ask',
  note: 'The county’s subsidy rules go by these. What is not recorded counts as not fulfilled; what you record counts from the next computing of a claim on.',
  missing: 'Not recorded',
  record: 'Record',
  change: 'Record a change',
  correct: 'Correct',
  void: 'Withdraw',
  values: {
    MONEY: 'Amount',
    NUMBER: 'Number',
    YES_NO: 'Yes or no',
    CHOICE: 'Which one',
    TEXT: 'What it is',
  },
  fromOn: 'From',
  untilOn: 'Until',
  untilNote:
    'The first day on which it no longer holds; leave empty if it goes on. A new value ends the one before.',
  evidence: 'Evidence',
  evidenceNote: 'Name and number of the paper that shows it',
  other: 'Other',
  recordTitle: 'Record',
  correctTitle: 'Correct the record',
  others: 'Other records ({{count}})',
  by: 'Recorded by {{name}}',
  voidedBy: 'Withdrawn by {{name}}: {{reason}}',
  voidTitle: 'Withdraw this record',
  voidNote:
    'Only if it was entered by mistake. No value is then recorded for these days; the entry can still be seen.',
  notAskedAnyMore: 'No rule in force asks this any more',
};
