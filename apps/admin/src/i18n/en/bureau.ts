import type { bureau as source } from '../zh-CN/bureau.js';

/** What the bureau keeps beside single claims, and what the operator sees of it. */
export const bureau: typeof source = {
  held: {
    menu: 'Held lines',
    note: 'Lines that decisions left open. Overdue ones come first; once released, the center’s next decision carries them.',
    empty: 'No line is held.',
    state: {
      OPEN: 'To be decided',
      OVERDUE: 'Overdue',
      RELEASED: 'Released, in the next decision',
      CARRIED: 'Decided',
      REFUSED: 'Refused',
    },
    stateTitle: 'Outcome',
    until: 'Decide by',
    sum: 'Sum of what the filter finds',
    mine: 'Lines held by this decision',
    carried: 'Lines of earlier claims that this decision carries',
    carriedIn: 'in {{number}}',
    of: 'from {{number}}',
    byPaper: 'Released by the paper that arrived',
    refuse: 'Refuse',
    refuseTitle: 'Refuse this line?',
    refuseNote:
      'It counts as returned; the earlier decision stays as it is. Once its cause is mended, the next claim brings it back.',
  },
  cut: {
    way: 'Cut',
    byAmount: 'By amount',
    byQuantity: 'By quantity',
    recognized: 'Recognized',
    recognizedOf: 'Of {{total}} {{unit}} claimed, how many are recognized?',
    takes: 'Takes {{yuan}} yuan in proportion; {{left}} yuan are granted.',
    range: 'Less than was claimed, with two decimals at most.',
    clause: 'Clause',
    shown: '{{recognized}} of {{total}} {{unit}} recognized',
    unit: { day: 'days' },
  },
  adjusted: 'Recomputed when opened',
};
