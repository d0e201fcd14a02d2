import { Injectable } from '@nestjs/common';
import { InputError, type LocalDate } from '@yibu/kernel';
import { UnitOfWork, type Scope } from '@yibu/platform';

import { ChecklistRepository } from './checklist.repository.js';
import {
  admissionItems,
  deathItems,
  dischargeItems,
  reservationItems,
  transferItems,
  type ChecklistItem,
} from './checklist.rules.js';

interface Question {
  readonly action: 'RESERVE' | 'ADMIT' | 'TRANSFER' | 'DISCHARGE' | 'DEATH';
  readonly residentId: string;
  readonly on: LocalDate;
  readonly bedId?: string | null | undefined;
  readonly stayId?: string | null | undefined;
}

/** The same list that the deed will check, shown before it. */
@Injectable()
export class ChecklistService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly checklists: ChecklistRepository,
  ) {}

  async items(scope: Scope, question: Question): Promise<ChecklistItem[]> {
    const db = this.unitOfWork.read(scope);
    const { action, residentId, on, bedId } = question;
    const papers = await this.checklists.papers(db, {
      residentId,
      on,
      exceptStayId: question.stayId ?? '',
    });
    const room = bedId ? await this.checklists.room(db, { bedId, residentId, on }) : null;
    switch (action) {
      case 'RESERVE':
        return reservationItems(papers, room);
      case 'ADMIT':
        return admissionItems(papers, room);
      case 'TRANSFER':
        return transferItems(papers, room);
      case 'DISCHARGE':
        return dischargeItems(papers);
      case 'DEATH':
        return deathItems(papers);
    }
    throw new InputError([{ path: 'action', rule: 'isEnum' }]);
  }
}
