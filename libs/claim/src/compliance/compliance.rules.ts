import {
  clauseRequirement,
  type ClauseSpec,
  type ClauseValue,
  type Words,
} from '@yibu/claim-engine';
import { InputError } from '@yibu/kernel';

import type { Pack } from '../engine.js';

export const COMPLIANCE_STATUSES = ['MET', 'NOT_MET', 'UNKNOWN', 'NOT_APPLICABLE'] as const;
export type ComplianceStatus = (typeof COMPLIANCE_STATUSES)[number];

/** One thing that a document asks: a figure to be reached, or something to be there. */
export interface Requirement {
  readonly key: string;
  readonly clauseId: string;
  readonly clause: string;
  readonly says: Words;
  readonly name: Words;
  readonly value: ClauseValue | null;
  readonly due: string | null;
}

/** The requirements of a kind in the order of the document: each figure, each listed thing, or the clause itself. */
export function requirementsOf(pack: Pack, treatment: 'CHECKLIST' | 'TARGET'): Requirement[] {
  return (pack.clauses ?? [])
    .filter((clause) => clause.treatment === treatment)
    .flatMap((clause) => partsOf(clause));
}

function partsOf(clause: ClauseSpec): Requirement[] {
  const head = {
    clauseId: clause.id,
    clause: clause.clause,
    says: clause.says,
    due: clause.due ?? null,
  };
  const figures = (clause.values ?? []).map((value, index) => ({
    ...head,
    key: `${clause.id}:value:${index}`,
    name: value.name,
    value,
  }));
  const things = (clause.items ?? []).map((name, index) => ({
    ...head,
    key: `${clause.id}:item:${index}`,
    name,
    value: null,
  }));
  const all = [...figures, ...things];
  return all.length > 0
    ? all
    : [{ ...head, key: `${clause.id}:whole`, name: clause.says, value: null }];
}

export interface Found {
  readonly status: ComplianceStatus;
  readonly figure: number | null;
  readonly size: number | null;
  readonly evidence: string;
}

/** What is asked of something of this size; null where the document gives no figure, or the size is not known. */
export function askedOf(
  value: ClauseValue,
  size: number | null,
): { readonly least: number | null; readonly most: number | null } | null {
  if (Array.isArray(value.value)) {
    const [least, most] = value.value as readonly number[];
    return { least: least ?? null, most: most ?? null };
  }
  if (value.per !== undefined && size === null) {
    return null;
  }
  const asked = clauseRequirement(value, size ?? 0);
  if (asked === null) {
    return null;
  }
  switch (asked.op) {
    case '>=':
      return { least: asked.value, most: null };
    case '<=':
      return { least: null, most: asked.value };
    case '=':
    case 'between':
      return { least: asked.value, most: asked.value };
  }
}

/** A figure speaks for itself; without one it is what somebody says, with evidence where it is said to be so. */
export function judged(requirement: Requirement, found: Found): ComplianceStatus {
  const { value } = requirement;
  const { figure, status, evidence, size } = found;
  if (value !== null && figure !== null && status !== 'NOT_APPLICABLE') {
    const asked = askedOf(value, size);
    if (asked === null) {
      return 'UNKNOWN';
    }
    const isMet =
      (asked.least === null || figure >= asked.least) &&
      (asked.most === null || figure <= asked.most);
    return isMet ? 'MET' : 'NOT_MET';
  }
  if (status !== 'UNKNOWN' && evidence.trim() === '') {
    throw new InputError([{ path: 'evidence', rule: 'isNotEmpty' }]);
  }
  return status;
}
