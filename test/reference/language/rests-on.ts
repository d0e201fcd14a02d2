import type { Facts } from '@yibu/claim-engine';

import { passes } from './gates.js';
import type { Due } from './limits.js';
import { quantityOf, rateOf } from './pays.js';
import { dayOf, Refused, valueOn, type Case, type Held } from './world.js';

type Row = object & { readonly from?: string | null; readonly until?: string | null };

/** Records that touch the time, an end that lies beyond it left open. */
const clipped = (rows: readonly Row[] | undefined, first: number, end: number): string[] =>
  (rows ?? [])
    .filter(({ from, until }) => (!from || dayOf(from) < end) && (!until || dayOf(until) > first))
    .map((row) => JSON.stringify({ ...row, until: isPast(row as Held, end) ? row.until : null }))
    .sort();

const isPast = ({ until }: Held, end: number): boolean => !!until && dayOf(until) < end;

function ofPerson(at: Case): unknown {
  const { facts, subject, yearFirst, end } = at;
  const person = facts.people.find(({ id }) => id === subject.id);
  const mine = <T extends { readonly person: string }>(rows: readonly T[]): T[] =>
    rows.filter((row) => row.person === subject.id);
  const stays = mine(facts.stays);
  const isOfStay = ({ stay }: { readonly stay: string }): boolean =>
    stays.some(({ id }) => id === stay);
  const inUnit = ({ on }: { readonly on: string }): boolean =>
    dayOf(on) >= at.first && dayOf(on) < end;
  const isAsked = (word: string): boolean => JSON.stringify(at.program).includes(`"${word}"`);
  return [
    { ...person, diedOn: person?.diedOn && dayOf(person.diedOn) < end ? person.diedOn : null },
    clipped(person?.categories, at.first, end),
    clipped(stays, yearFirst, end),
    clipped(facts.absences.filter(isOfStay), yearFirst, end),
    clipped(mine(facts.assessments), yearFirst, end),
    isAsked('services') ? mine(facts.services).filter(inUnit) : [],
    isAsked('meals') ? mine(facts.meals).filter(inUnit) : [],
  ];
}

/** A bed with the one type that is read on the day. */
const typeOnly = (bed: Facts['beds'][number] | undefined, day: number): object | undefined =>
  bed && { ...bed, type: valueOn(bed.type, day) };

const withoutPapers = (member: object): Row => ({ ...member, certificates: [] }) as Row;

function recordsOf(at: Case): unknown {
  const { facts, subject, first, end } = at;
  const own = <T extends { readonly id: string }>(rows: readonly T[]): T | undefined =>
    rows.find(({ id }) => id === subject.id);
  switch (subject.kind) {
    case 'person':
      return ofPerson(at);
    case 'project':
      return own(facts.projects);
    case 'staff': {
      const member = own(facts.staff);
      return [
        clipped(member && [withoutPapers(member)], first, end),
        clipped(member?.certificates, first, end),
      ];
    }
    case 'bed':
      return [
        typeOnly(own(facts.beds), end - 1),
        clipped(
          facts.stays.filter(({ bed }) => bed === subject.id),
          at.yearFirst,
          end,
        ),
      ];
    default:
      return [{ ...facts.center, grades: [] }, clipped(facts.center.grades, first, end)];
  }
}

/** What came of it: whether anything was asked, how much was counted, at what figure. */
function outcomeOf({ at, isThere, fen }: Due): unknown {
  if (isThere) {
    return [...countedIn(at), fen];
  }
  try {
    return [...countedIn(at), fen, 'not among those paid'];
  } catch (error) {
    if (error instanceof Refused) {
      return ['not known', fen];
    }
    throw error;
  }
}

function countedIn(at: Case): readonly unknown[] {
  const isAsked = passes(at, at.program.require);
  const quantity = isAsked ? quantityOf(at) : null;
  const rate = quantity !== null && quantity.n > 0 ? rateOf({ ...at, doubts: new Set() }) : null;
  return [isAsked, quantity, rate];
}

/** What the guide calls the digest, as text: the subject's records, and what came of them. */
export const restsOn = (due: Due | undefined): string =>
  due === undefined ? 'nobody' : JSON.stringify([recordsOf(due.at), outcomeOf(due)]);
