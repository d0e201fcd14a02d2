import { graphql } from '../../api/graphql.js';
import type { LevelHistoryQuery } from '../../gql/graphql.js';

export type LevelPeriod = LevelHistoryQuery['levelHistory'][number];

export const LEVEL_HISTORY = graphql(`
  query LevelHistory($residentId: ID!) {
    levelHistory(residentId: $residentId) {
      id
      assessmentId
      scale
      kind
      level
      from
      until
      state
      replacesId
      reason
      acceptedBy
      acceptedAt
      supersededAt
      supersededBy
      supersededReason
      version
      levelName {
        zh
        en
      }
    }
    assessments(residentId: $residentId) {
      id
      number
      origin
      scale
      kind
      status
      assessedOn
      proposedLevel
      proposedLevelName {
        zh
        en
      }
    }
  }
`);

export const PROPOSAL = graphql(`
  query LevelProposal($assessmentId: ID!, $from: LocalDate, $until: LocalDate) {
    levelProposal(assessmentId: $assessmentId, from: $from, until: $until) {
      from
      until
      validMonths
      placedUntil
      needsReason
      displaced {
        endsOn
        period {
          id
          level
          from
          levelName {
            zh
            en
          }
        }
      }
    }
  }
`);
