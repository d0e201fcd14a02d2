import { Injectable } from '@nestjs/common';
import type { LocalDate } from '@yibu/kernel';
import type { Tx } from '@yibu/platform';
import {
  CategoryService,
  ContactService,
  ExternalResultService,
  LevelService,
  ResidentService,
  type ResidentDraft,
} from '@yibu/resident';

import { AbsenceService } from '../absence.service.js';
import { CorrectionService } from '../correction.service.js';
import { HouseService } from '../house.service.js';
import type { EventPlan } from './event.checker.js';
import type { HouseSnapshot } from './house.snapshot.js';
import type { WantedBed } from './plan.js';
import type { RosterPlan } from './roster.checker.js';
import type { OpenLevelChoice } from './roster.entity.js';
import type { LevelDraft } from './row.rules.js';

interface Writing {
  readonly house: HouseSnapshot;
  /** Why all this is entered: the name of the list. */
  readonly reason: string;
  readonly openLevels: OpenLevelChoice;
}

/** Writes one row of an accepted list within a transaction, through the same use cases as the forms. */
@Injectable()
export class RosterWriter {
  constructor(
    private readonly residents: ResidentService,
    private readonly contacts: ContactService,
    private readonly categories: CategoryService,
    private readonly results: ExternalResultService,
    private readonly levels: LevelService,
    private readonly places: HouseService,
    private readonly stays: CorrectionService,
    private readonly absences: AbsenceService,
  ) {}

  async writePerson(tx: Tx, plan: RosterPlan, writing: Writing): Promise<string> {
    const { house, reason } = writing;
    const residentId =
      plan.person === null
        ? await this.residents.createIn(tx, house.centerId, plan.row.draft)
        : await this.residents.mergeIn(tx, plan.person.id, {
            draft: saidOnly(plan.row.draft),
            reason,
          });
    await this.writePapers(tx, residentId, plan);
    if (plan.bed !== null && plan.row.admittedOn !== null) {
      const stay = {
        residentId,
        fromOn: plan.row.admittedOn,
        untilOn: null,
        endKind: null,
        note: null,
      };
      await this.writeStay(tx, { ...stay, bed: plan.bed }, writing);
    }
    if (plan.isLevelNew && plan.row.level !== null) {
      await this.writeLevel(tx, residentId, plan.row.level, writing);
    }
    return residentId;
  }

  async writeEvent(tx: Tx, plan: EventPlan, writing: Writing): Promise<string> {
    const residentId = plan.person.id;
    if (plan.kind === 'PAST_STAY') {
      await this.writeStay(tx, { residentId, bed: plan.bed, ...rowOf(plan) }, writing);
    } else {
      const { kind, fromOn, untilOn, reason: note } = plan.row;
      const absence = { stayId: plan.stayId, kind, fromOn, untilOn, note, reason: writing.reason };
      await this.absences.record(tx, absence);
    }
    return residentId;
  }

  private async writePapers(tx: Tx, residentId: string, plan: RosterPlan): Promise<void> {
    const { row } = plan;
    if (row.categoriesFrom !== null) {
      for (const code of plan.newCategories) {
        await this.categories.addIn(tx, residentId, { code, fromOn: row.categoriesFrom });
      }
    }
    if (plan.isContactNew && row.contact !== null) {
      const { phone } = row.contact;
      const authority = { isSigner: false, isPayer: false, isGuardian: false };
      await this.contacts.addIn(tx, residentId, {
        ...row.contact,
        ...authority,
        isEmergency: phone !== null,
      });
    }
  }

  private async writeStay(
    tx: Tx,
    stay: {
      readonly residentId: string;
      readonly bed: WantedBed;
      readonly fromOn: LocalDate;
      readonly untilOn: LocalDate | null;
      readonly endKind: 'DISCHARGE' | 'DEATH' | null;
      readonly note: string | null;
    },
    { house, reason }: Writing,
  ): Promise<void> {
    const { bed, ...span } = stay;
    const { centerId } = house;
    const bedId = bed.id ?? (await this.makeBed(tx, bed, { house, fromOn: stay.fromOn }));
    await this.stays.record(tx, { centerId, bedId, ...span, source: 'IMPORTED', reason });
  }

  /** Standing since the center opened, or since the first person slept in it, whichever was earlier. */
  private async makeBed(
    tx: Tx,
    bed: WantedBed,
    at: { readonly house: HouseSnapshot; readonly fromOn: LocalDate },
  ): Promise<string> {
    const { centerId, openedOn } = at.house;
    const place = bed.place ?? { building: '', floor: '', room: '', bed: bed.label };
    const since = at.fromOn < openedOn ? at.fromOn : openedOn;
    return await this.places.ensureBed(tx, { ...place, centerId, openedOn: since });
  }

  /** A result only proposes; it is accepted at once where list or author say how long it holds and the author may. */
  private async writeLevel(
    tx: Tx,
    residentId: string,
    level: LevelDraft,
    { reason, openLevels }: Writing,
  ): Promise<void> {
    const record = await this.results.enterIn(tx, { residentId, ...level });
    const isSettled = level.validUntil !== null || openLevels === 'WITHOUT_END';
    if (isSettled && tx.scope.permissions.has('level.accept')) {
      await this.levels.acceptIn(tx, {
        assessmentId: record.id,
        version: record.version,
        from: level.assessedOn,
        until: level.validUntil,
        isOpenEnded: level.validUntil === null,
        reason,
      });
    }
  }
}

const rowOf = (
  plan: Extract<EventPlan, { kind: 'PAST_STAY' }>,
): Pick<typeof plan.row, 'fromOn' | 'untilOn' | 'endKind' | 'note'> => {
  const { fromOn, untilOn, endKind, note } = plan.row;
  return { fromOn, untilOn, endKind: untilOn === null ? null : (endKind ?? 'DISCHARGE'), note };
};

/** An empty cell takes nothing away. */
function saidOnly(draft: ResidentDraft): ResidentDraft {
  const said = Object.entries(draft).filter(([, value]) => value !== null && value !== '');
  return Object.fromEntries(said) as unknown as ResidentDraft;
}
