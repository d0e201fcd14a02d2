import {
  contradictions,
  missingFields,
  missingItems,
  SCALES,
  subscores,
  totalOf,
  type AbilityResult,
  type BackgroundValue,
  type DimensionId,
  type ScaleId,
  type Subscores,
} from '@yibu/assessment';

import type { AssessmentEntity } from './assessment.entity.js';
import type { Assessment, AssessorSignature, BackgroundEntry } from './assessment.graphql.js';
import type { AssessedPersonView } from './assessment.graphql.js';
import type { Words } from './form.graphql.js';

/** The record as the screens read it. Scores of an open form are worked out here, never stored. */
export function toAssessment(record: AssessmentEntity, resident: AssessedPersonView): Assessment {
  const { proposedLevel } = record;
  return {
    ...described(record),
    resident,
    ...scored(record),
    answers: Object.entries(record.answers).map(([itemId, optionId]) => ({ itemId, optionId })),
    background: Object.entries(record.background).map(([id, value]) => toEntry(id, value)),
    proposedLevel,
    proposedLevelName: proposedLevel === null ? null : levelName(record.scale, proposedLevel),
    assessor1: signature(record.assessor1Id, record.assessor1Name, record.assessor1At),
    assessor2: signature(record.assessor2Id, record.assessor2Name, record.assessor2At),
    decision: signature(record.decidedBy, record.decidedName, record.decidedAt),
  };
}

type Described = Pick<
  Assessment,
  | 'id'
  | 'centerId'
  | 'number'
  | 'origin'
  | 'scale'
  | 'kind'
  | 'status'
  | 'assessedOn'
  | 'place'
  | 'issuer'
  | 'externalNumber'
  | 'validUntil'
  | 'note'
  | 'correctsId'
  | 'decisionReason'
  | 'createdAt'
  | 'updatedAt'
  | 'version'
>;

const described = (record: AssessmentEntity): Described => ({
  id: record.id,
  centerId: record.centerId,
  number: record.number,
  origin: record.origin,
  scale: record.scale,
  kind: record.kind,
  status: record.status,
  assessedOn: record.assessedOn,
  place: record.place,
  issuer: record.issuer,
  externalNumber: record.externalNumber,
  validUntil: record.validUntil,
  note: record.note,
  correctsId: record.correctsId,
  decisionReason: record.decisionReason,
  createdAt: record.createdAt,
  updatedAt: record.updatedAt,
  version: record.version,
});

type Scored = Pick<
  Assessment,
  'subscores' | 'total' | 'missing' | 'contradictions' | 'preliminaryLevel' | 'rules' | 'stacking'
>;

function scored(record: AssessmentEntity): Scored {
  const { answers, background, result } = record;
  const running = result?.subscores ?? subscores(answers);
  const isOpen = record.origin === 'FORM' && record.status === 'DRAFT';
  return {
    subscores: toScores(running),
    total: totalOf(running),
    missing: isOpen ? [...missingItems(answers), ...missingFields(background)] : [],
    contradictions: isOpen
      ? contradictions(answers, background).map(({ code, fields }) => ({
          code,
          fields: [...fields],
        }))
      : [],
    ...decided(result),
  };
}

const toScores = (scores: Subscores): Assessment['subscores'] =>
  (Object.keys(scores) as DimensionId[]).map((dimensionId) => ({
    dimensionId,
    points: scores[dimensionId],
  }));

function decided(
  result: AbilityResult | null,
): Pick<Scored, 'preliminaryLevel' | 'rules' | 'stacking'> {
  if (result === null) {
    return { preliminaryLevel: null, rules: [], stacking: null };
  }
  return {
    preliminaryLevel: result.preliminaryLevel,
    rules: result.rules.map(({ code, evidence }) => ({ code, evidence: [...evidence] })),
    stacking: result.stacking,
  };
}

/** A score has no name; a level of a scale has. */
export const levelName = (scale: ScaleId, level: number): Words | null =>
  SCALES[scale].levels.find((known) => known.level === level)?.name ?? null;

function toEntry(fieldId: string, value: BackgroundValue): BackgroundEntry {
  if (typeof value === 'string') {
    return { fieldId, text: value };
  }
  if (typeof value === 'number') {
    return { fieldId, number: value };
  }
  const ticks = value.filter((entry) => typeof entry === 'string');
  const medications = value.filter((entry) => typeof entry !== 'string');
  return medications.length > 0 ? { fieldId, medications } : { fieldId, ticks };
}

function signature(
  userId: string | null,
  name: string | null,
  at: Date | null,
): AssessorSignature | null {
  return userId === null || name === null || at === null ? null : { userId, name, at };
}
