import { Injectable } from '@nestjs/common';
import { overlaps, readIdNumber, type LocalDate } from '@yibu/kernel';
import type { SheetText } from '@yibu/platform';
import { ID_TYPES, PersonalData, type IdType } from '@yibu/resident';

import {
  readAbsenceRow,
  readPastStayRow,
  type AbsenceRow,
  type PastStayRow,
  type PersonKey,
} from './event-row.rules.js';
import { covers } from '../stay.rules.js';
import type { HouseSnapshot, KnownPerson, KnownStay } from './house.snapshot.js';
import { refuseConflicts, resolveBed, type WantedBed } from './plan.js';
import type { CheckedRow, RosterImportEntity } from './roster.entity.js';
import { RowReader } from './row-reader.js';

export type EventPlan =
  | {
      readonly kind: 'PAST_STAY';
      readonly person: KnownPerson;
      readonly row: PastStayRow & { readonly fromOn: LocalDate };
      readonly bed: WantedBed;
    }
  | {
      readonly kind: 'ABSENCE';
      readonly person: KnownPerson;
      readonly row: AbsenceRow & {
        readonly fromOn: LocalDate;
        readonly kind: 'HOSPITAL' | 'HOME_LEAVE';
      };
      readonly stayId: string;
    };

export interface CheckedEvent {
  readonly checked: CheckedRow;
  readonly plan: EventPlan | null;
}

type Verdict = EventPlan | 'UNCHANGED' | null;

interface Request {
  readonly sheet: SheetText;
  readonly list: Pick<RosterImportEntity, 'kind' | 'mapping' | 'options'>;
  readonly house: HouseSnapshot;
  readonly today: LocalDate;
}

/** Past stays and absences of people whose files exist: each row is one event of one person. */
@Injectable()
export class EventChecker {
  constructor(private readonly personal: PersonalData) {}

  async check(
    request: Request,
    onProgress: (done: number) => Promise<void>,
  ): Promise<CheckedEvent[]> {
    const results: CheckedEvent[] = [];
    for (const { number, cells } of request.sheet.rows) {
      results.push(
        await this.checkRow(new RowReader(request.list.mapping, cells), number, request),
      );
      if (results.length % 500 === 0) {
        await onProgress(results.length);
      }
    }
    return results;
  }

  private async checkRow(
    reader: RowReader,
    number: number,
    request: Request,
  ): Promise<CheckedEvent> {
    const row = readEvent(reader, request);
    const key = row.read.person;
    const person = key.name === '' ? null : await this.personOf(reader, key, request.house);
    const verdict =
      person === null || reader.problems.length > 0
        ? null
        : judge(reader, { row, person, number, request });
    return {
      checked: {
        number,
        name: person?.name ?? key.name,
        outcome: outcomeOf(verdict),
        residentId: person?.id ?? null,
        problems: reader.problems,
        warnings: reader.warnings,
        differences: [],
      },
      plan: verdict === 'UNCHANGED' ? null : verdict,
    };
  }

  private async personOf(
    reader: RowReader,
    key: PersonKey,
    house: HouseSnapshot,
  ): Promise<KnownPerson | null> {
    if (key.idNumber !== null) {
      return await this.personByNumber(reader, key, house);
    }
    const namesakes = (house.personsByName.get(key.name) ?? []).filter(
      ({ bornOn }) => key.bornOn === null || bornOn === key.bornOn,
    );
    const [person] = namesakes;
    if (namesakes.length > 1) {
      reader.problem('name', 'personUnclear', { count: namesakes.length });
      return null;
    }
    if (!person) {
      reader.problem('name', 'personUnknown', { name: key.name });
      return null;
    }
    return person;
  }

  private async byAnyPaper(
    house: HouseSnapshot,
    types: readonly IdType[],
    number: string,
  ): Promise<KnownPerson | undefined> {
    for (const type of types) {
      const index = await this.personal.indexOf(house.countyCode, type, number);
      const id = house.personByNumber.get(index.toString('hex'));
      if (id !== undefined) {
        return house.personById.get(id);
      }
    }
    return undefined;
  }

  private async personByNumber(
    reader: RowReader,
    key: PersonKey,
    house: HouseSnapshot,
  ): Promise<KnownPerson | null> {
    const reading = readIdNumber(key.idNumber ?? '');
    const number = reading.ok ? reading.number : (key.idNumber ?? '').toUpperCase();
    const person = await this.byAnyPaper(house, reading.ok ? ['CITIZEN'] : OTHER_PAPERS, number);
    if (!person) {
      const rule =
        reading.ok || !/^\d{14}/.test(number) ? 'personUnknown' : `ID_${reading.problem}`;
      reader.problem('idNumber', rule, { name: key.name });
      return null;
    }
    if (person.name !== key.name) {
      reader.problem('name', 'nameDiffers', { name: person.name });
      return null;
    }
    return person;
  }
}

/** These lists do not say which paper a number is of. */
const OTHER_PAPERS = ID_TYPES.filter((type) => type !== 'CITIZEN' && type !== 'NONE');

type EventRow =
  | { readonly kind: 'PAST_STAYS'; readonly read: PastStayRow }
  | { readonly kind: 'ABSENCES'; readonly read: AbsenceRow };

const readEvent = (reader: RowReader, { list, today }: Request): EventRow =>
  list.kind === 'PAST_STAYS'
    ? { kind: 'PAST_STAYS', read: readPastStayRow(reader, today) }
    : { kind: 'ABSENCES', read: readAbsenceRow(reader, today) };

function outcomeOf(verdict: Verdict): CheckedRow['outcome'] {
  if (verdict === null) {
    return 'PROBLEM';
  }
  return verdict === 'UNCHANGED' ? 'UNCHANGED' : 'NEW';
}

function judge(
  reader: RowReader,
  at: {
    readonly row: EventRow;
    readonly person: KnownPerson;
    readonly number: number;
    readonly request: Request;
  },
): Verdict {
  const { row, person, number, request } = at;
  return row.kind === 'PAST_STAYS'
    ? judgeStay(reader, { row: row.read, person, number, request })
    : judgeAbsence(reader, { row: row.read, person, house: request.house });
}

function judgeStay(
  reader: RowReader,
  at: {
    readonly row: PastStayRow;
    readonly person: KnownPerson;
    readonly number: number;
    readonly request: Request;
  },
): Verdict {
  const { row, person, number, request } = at;
  const { house } = request;
  const { fromOn, untilOn } = row;
  if (row.bed === null || fromOn === null) {
    return null;
  }
  if (row.endKind === 'DEATH' && untilOn === null) {
    reader.problem('untilOn', 'isNotEmpty');
    return null;
  }
  const isKnown = house.stays.some(
    (stay) => stay.residentId === person.id && stay.fromOn === fromOn && stay.untilOn === untilOn,
  );
  if (isKnown) {
    return 'UNCHANGED';
  }
  const span = { from: fromOn, until: untilOn };
  const bed = resolveBed(reader, row.bed, { house, options: request.list.options, span });
  if (bed === null || refuseConflicts(reader, { bed, residentId: person.id, span }, house.stays)) {
    return null;
  }
  house.stays.push({
    id: '',
    residentId: person.id,
    residentName: person.name,
    bedId: bed.key,
    fromOn,
    untilOn,
    row: number,
  });
  return { kind: 'PAST_STAY', person, row: { ...row, fromOn }, bed };
}

function judgeAbsence(
  reader: RowReader,
  at: {
    readonly row: AbsenceRow;
    readonly person: KnownPerson;
    readonly house: HouseSnapshot;
  },
): Verdict {
  const { row, person, house } = at;
  const { fromOn, untilOn, kind } = row;
  if (fromOn === null || kind === null) {
    return null;
  }
  const own = house.absences.filter(({ residentId }) => residentId === person.id);
  if (
    own.some((known) => known.kind === kind && known.fromOn === fromOn && known.untilOn === untilOn)
  ) {
    return 'UNCHANGED';
  }
  const span = { from: fromOn, until: untilOn };
  const other = own.find((known) => overlaps({ from: known.fromOn, until: known.untilOn }, span));
  if (other) {
    reader.problem('fromOn', 'absenceOverlap', { from: other.fromOn, until: other.untilOn ?? '' });
    return null;
  }
  const stay = house.stays.find(
    (known) =>
      known.residentId === person.id &&
      known.fromOn <= fromOn &&
      (known.untilOn === null || known.untilOn > fromOn),
  );
  if (!stay || !covers({ from: stay.fromOn, until: endOfSpell(stay, house.stays) }, span)) {
    reader.problem('fromOn', 'absenceOutsideStay');
    return null;
  }
  house.absences.push({ residentId: person.id, kind, fromOn, untilOn });
  return { kind: 'ABSENCE', person, row: { ...row, fromOn, kind }, stayId: stay.id };
}

/** A change of bed goes on with the same spell. */
function endOfSpell(stay: KnownStay, stays: readonly KnownStay[]): LocalDate | null {
  const next = stays.find(
    ({ residentId, fromOn }) => residentId === stay.residentId && fromOn === stay.untilOn,
  );
  return next === undefined ? stay.untilOn : endOfSpell(next, stays);
}
