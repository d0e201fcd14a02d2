/** The same shapes as the builder of the papers reads. */
export interface FilingClaim {
  readonly number: string;
  readonly revision: number;
  readonly previousDigest: string | null;
  readonly centerName: string;
  readonly centerCode: string;
  readonly organizationName: string;
  readonly bureauName: string;
  readonly countyName: string;
  readonly period: string;
  readonly preparedBy: string;
  readonly submittedBy: string;
  readonly submittedAt: string;
  readonly payee: {
    readonly holder: string;
    readonly bank: string;
    readonly number: string;
  } | null;
  readonly isSinglePersonException: boolean;
  readonly registeredBeds: number | null;
  readonly phone: string | null;
}

export interface FilingPerson {
  readonly id: string;
  readonly name: string;
  readonly idNumber: string | null;
  readonly sex: 'M' | 'F';
  readonly bornOn: string;
  readonly bed: string | null;
  readonly admittedOn: string | null;
  readonly leftOn: string | null;
  readonly careClass: string | null;
}

export interface FilingAttachment {
  readonly name: string;
  readonly sha256: string;
  readonly kind: string;
}
