import { AppError, type ErrorParams, type LocalDate } from '@yibu/kernel';

import { hasText } from './stay.rules.js';

/** What is looked at before a stay begins, moves or ends. */
export const CHECKLIST_CODES = [
  'ALIVE',
  'CONSENT',
  'AGREEMENT',
  'ASSESSMENT',
  'CONTACT',
  'ROOM_SEX',
  'ABSENCE_OPEN',
  'ABSENCE_OUTSIDE',
  'DRAFT_ASSESSMENT',
  'RESERVED_FUTURE',
  'AGREEMENT_OPEN',
] as const;
export type ChecklistCode = (typeof CHECKLIST_CODES)[number];

/** OPEN blocks; WARNING is only said. */
export const CHECKLIST_STATES = ['DONE', 'OPEN', 'WARNING'] as const;
export type ChecklistState = (typeof CHECKLIST_STATES)[number];

export const CHECKLIST_TARGETS = ['RESIDENT', 'STAY', 'ABSENCE', 'ROOM'] as const;
export type ChecklistTargetKind = (typeof CHECKLIST_TARGETS)[number];

/** Where to mend it: a record, and the part of its page. */
export interface ChecklistTarget {
  readonly kind: ChecklistTargetKind;
  readonly id: string;
  readonly part: string | null;
}

export interface ChecklistItem {
  readonly code: ChecklistCode;
  readonly state: ChecklistState;
  /** Law leaves room, so a reason in writing may stand in for it. */
  readonly mayOverride: boolean;
  readonly target: ChecklistTarget;
  readonly params: ErrorParams;
}

export interface Override {
  readonly code: ChecklistCode;
  readonly reason: string;
}

/** As kept with the stay and printed. */
export interface SettledItem {
  readonly code: ChecklistCode;
  readonly state: 'DONE' | 'OPEN' | 'WARNING' | 'OVERRIDDEN';
  readonly reason: string | null;
}

/** Some items are open: the caller shows them, each with the way to mend it. */
export class ChecklistBlocked extends AppError {
  constructor(readonly items: readonly ChecklistItem[]) {
    const open = items.filter(({ state }) => state === 'OPEN').map(({ code }) => code);
    super('STAY_BLOCKED', `Open: ${open.join(', ')}`, { open });
  }
}

/** Throws ChecklistBlocked while anything is open that is not overridden with a reason. */
export function settle(
  items: readonly ChecklistItem[],
  overrides: readonly Override[],
): readonly SettledItem[] {
  const reasons = new Map(
    overrides.filter(({ reason }) => hasText(reason)).map(({ code, reason }) => [code, reason]),
  );
  const isBlocked = items.some(
    (item) => item.state === 'OPEN' && !(item.mayOverride && reasons.has(item.code)),
  );
  if (isBlocked) {
    throw new ChecklistBlocked(items);
  }
  return items.map(({ code, state }) =>
    state === 'OPEN'
      ? { code, state: 'OVERRIDDEN', reason: reasons.get(code) ?? null }
      : { code, state, reason: null },
  );
}

/** What the records say about a person, as far as a checklist asks. */
export interface PersonPapers {
  readonly residentId: string;
  readonly sex: string;
  readonly diedOn: LocalDate | null;
  readonly consents: number;
  readonly agreements: number;
  readonly assessments: number;
  readonly contacts: number;
  readonly drafts: number;
  readonly openAgreements: number;
  readonly futureReservations: readonly { readonly id: string; readonly fromOn: LocalDate }[];
  readonly openAbsences: readonly { readonly id: string; readonly fromOn: LocalDate }[];
  readonly laterAbsences: readonly { readonly id: string; readonly fromOn: LocalDate }[];
}

export interface RoomFacts {
  readonly roomId: string;
  readonly roomName: string;
  readonly sexPolicy: string;
  /** Sexes of the others who sleep there on that day. */
  readonly roommates: readonly string[];
}

const inFile = (papers: PersonPapers, part: string): ChecklistTarget => ({
  kind: 'RESIDENT',
  id: papers.residentId,
  part,
});

interface Question {
  readonly code: ChecklistCode;
  readonly isDone: boolean;
  readonly target: ChecklistTarget;
  readonly mayOverride?: boolean;
  readonly isWarning?: boolean;
  readonly params?: ErrorParams;
}

const ask = (question: Question): ChecklistItem => ({
  code: question.code,
  state: question.isDone ? 'DONE' : question.isWarning === true ? 'WARNING' : 'OPEN',
  mayOverride: question.mayOverride ?? false,
  target: question.target,
  params: question.params ?? {},
});

/**
 * 养老机构管理办法 第十五、十六条: assessment and agreement at admission; emergency placements come first and sign later, so
 * these may be overridden in writing. Health data without consent may not be kept (个人信息保护法 29).
 */
export function admissionItems(papers: PersonPapers, room: RoomFacts | null): ChecklistItem[] {
  return [
    ...aliveItem(papers),
    ask({
      code: 'CONSENT',
      isDone: papers.consents > 0,
      target: inFile(papers, 'consents'),
    }),
    ask({
      code: 'AGREEMENT',
      isDone: papers.agreements > 0,
      mayOverride: true,
      target: inFile(papers, 'agreements'),
    }),
    ask({
      code: 'ASSESSMENT',
      isDone: papers.assessments > 0,
      mayOverride: true,
      target: inFile(papers, 'levels'),
    }),
    ask({
      code: 'CONTACT',
      isDone: papers.contacts > 0,
      mayOverride: true,
      target: inFile(papers, 'contacts'),
    }),
    ...roomItem(papers, room),
  ];
}

export const reservationItems = (papers: PersonPapers, room: RoomFacts | null): ChecklistItem[] => [
  ...aliveItem(papers),
  ...roomItem(papers, room),
];

export const transferItems = (papers: PersonPapers, room: RoomFacts | null): ChecklistItem[] => [
  ...roomItem(papers, room),
  ...absenceItems(papers, 'WARNING'),
];

/** An absence that is still open would go on after the last day: it is ended, or overridden (ended on that day). */
export function dischargeItems(papers: PersonPapers): ChecklistItem[] {
  return [
    ...outsideAbsenceItems(papers),
    ...absenceItems(papers, 'OPEN'),
    ask({
      code: 'DRAFT_ASSESSMENT',
      isDone: papers.drafts === 0,
      mayOverride: true,
      target: inFile(papers, 'levels'),
    }),
    ...reservationItem(papers, 'OPEN'),
    ask({
      code: 'AGREEMENT_OPEN',
      isDone: papers.openAgreements === 0,
      isWarning: true,
      target: inFile(papers, 'agreements'),
    }),
  ];
}

/** A death is never refused for missing paper work; it ends what is open. Only impossible dates block. */
export function deathItems(papers: PersonPapers): ChecklistItem[] {
  return [
    ...outsideAbsenceItems(papers),
    ...absenceItems(papers, 'WARNING'),
    ask({
      code: 'DRAFT_ASSESSMENT',
      isDone: papers.drafts === 0,
      isWarning: true,
      target: inFile(papers, 'levels'),
    }),
    ...reservationItem(papers, 'WARNING'),
  ];
}

const aliveItem = (papers: PersonPapers): ChecklistItem[] =>
  papers.diedOn === null
    ? []
    : [
        ask({
          code: 'ALIVE',
          isDone: false,
          target: inFile(papers, 'overview'),
          params: { diedOn: papers.diedOn },
        }),
      ];

function roomItem(papers: PersonPapers, room: RoomFacts | null): ChecklistItem[] {
  if (room === null) {
    return [];
  }
  const isAgainstPolicy = room.sexPolicy !== 'ANY' && room.sexPolicy !== papers.sex;
  const isMixed = room.roommates.some((sex) => sex !== papers.sex);
  return [
    ask({
      code: 'ROOM_SEX',
      isDone: !isAgainstPolicy && !isMixed,
      isWarning: true,
      target: { kind: 'ROOM', id: room.roomId, part: null },
      params: { room: room.roomName, policy: room.sexPolicy, sex: papers.sex },
    }),
  ];
}

const absenceItems = (papers: PersonPapers, state: 'OPEN' | 'WARNING'): ChecklistItem[] => {
  const [absence] = papers.openAbsences;
  return [
    ask({
      code: 'ABSENCE_OPEN',
      isDone: absence === undefined,
      isWarning: state === 'WARNING',
      mayOverride: true,
      target: absence ? { kind: 'ABSENCE', id: absence.id, part: null } : inFile(papers, 'stays'),
      params: absence ? { from: absence.fromOn } : {},
    }),
  ];
};

const outsideAbsenceItems = (papers: PersonPapers): ChecklistItem[] =>
  papers.laterAbsences.map((absence) =>
    ask({
      code: 'ABSENCE_OUTSIDE',
      isDone: false,
      target: { kind: 'ABSENCE', id: absence.id, part: null },
      params: { from: absence.fromOn },
    }),
  );

const reservationItem = (papers: PersonPapers, state: 'OPEN' | 'WARNING'): ChecklistItem[] => {
  const [reservation] = papers.futureReservations;
  return [
    ask({
      code: 'RESERVED_FUTURE',
      isDone: reservation === undefined,
      isWarning: state === 'WARNING',
      mayOverride: true,
      target: reservation
        ? { kind: 'STAY', id: reservation.id, part: null }
        : inFile(papers, 'stays'),
      params: reservation ? { from: reservation.fromOn } : {},
    }),
  ];
};
