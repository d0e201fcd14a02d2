import type { Facts } from '@yibu/claim-engine';
import type { LocalDate } from '@yibu/kernel';

/** What papers, checks and screens say about a person beside the facts that the engine reads. */
export interface PersonLabel {
  readonly id: string;
  readonly name: string;
  readonly sex: 'M' | 'F';
  readonly bornOn: LocalDate;
  /** Blind index; null: no ID number on file. */
  readonly idIndexHex: string | null;
  readonly householdCounty: string | null;
  /** Uncut: as the register has it today. */
  readonly diedOn: LocalDate | null;
}

export interface StayLabel {
  readonly id: string;
  readonly residentId: string;
  readonly bedLabel: string | null;
  readonly fromOn: LocalDate;
  readonly untilOn: LocalDate | null;
  readonly endKind: string | null;
}

export interface AbsenceLabel {
  readonly id: string;
  readonly residentId: string;
  readonly kind: string;
  readonly fromOn: LocalDate;
  readonly plannedUntilOn: LocalDate | null;
  readonly untilOn: LocalDate | null;
}

export interface LevelLabel {
  readonly id: string;
  readonly person: string;
  readonly scale: string;
  readonly level: number;
  readonly kind: 'OFFICIAL' | 'INSTITUTION';
  readonly from: LocalDate;
  readonly until: LocalDate | null;
}

/** Facts of one center in canonical order, cut at the end of the period, and the same records uncut for the checks. */
export interface FactsBundle {
  readonly facts: Facts;
  readonly centerName: string;
  readonly centerCode: string;
  readonly phone: string | null;
  readonly people: ReadonlyMap<string, PersonLabel>;
  readonly stays: readonly StayLabel[];
  readonly absences: readonly AbsenceLabel[];
  readonly levels: readonly LevelLabel[];
  readonly projectNames?: ReadonlyMap<string, string>;
}
