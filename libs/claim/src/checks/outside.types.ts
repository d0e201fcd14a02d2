import type { LocalDate, YearMonth } from '@yibu/kernel';

import type { RegistryWhat } from '../registry/registry.fields.js';
import type { CheckCode, Finding } from './check.types.js';

/**
 * What others than the center say: the county's lists, an inspector's roll call. COMPLETE: a list that names everybody
 * of the categories in `detail`. NO_NUMBER: nobody can look this person up, so no list is asked about them. CALL: the
 * person, called by the bureau, said otherwise; of one claim, and never among the checks that an operator reads.
 */
export type OutsideWhat = RegistryWhat | 'ROLL_CALL' | 'COMPLETE' | 'NO_NUMBER' | 'CALL';

export interface OutsideRecord {
  readonly id: string;
  readonly what: OutsideWhat;
  /** null: about no single person. */
  readonly residentId: string | null;
  readonly fromOn: LocalDate | null;
  readonly untilOn: LocalDate | null;
  readonly detail: string | null;
  /** Since when the county has it: later than a submission means that the operator could not have known. */
  readonly listedAt: Date;
}

/** A record of others that contradicts what is claimed of a person in a month. */
export interface Match {
  readonly code: CheckCode;
  readonly residentId: string;
  /** null: no line of this claim, but days that were lived here all the same. */
  readonly month: YearMonth | null;
  /** What the operator needs to mend its records, and nothing else. */
  readonly params: Finding['params'];
  readonly source: Pick<OutsideRecord, 'id' | 'what' | 'listedAt'>;
}
