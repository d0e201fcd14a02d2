import { graphql } from '../../api/graphql.js';

export const CLAIM_COMPARISON = graphql(`
  query ClaimComparison($claimId: ID!) {
    claimComparison(claimId: $claimId) {
      previousPeriod
      previousFen
      currentFen
      rows {
        program
        subjectKind
        subjectId
        subjectName
        previousFen
        currentFen
        differenceFen
      }
    }
  }
`);

export const CLAIM_DRIFT = graphql(`
  query ClaimDrift($claimId: ID!) {
    claimDrift(claimId: $claimId) {
      hasDrifted
      frozenFen
      currentFen
      differences {
        program
        subjectId
        subjectName
        month
        frozenFen
        currentFen
        differenceFen
        explanationZh
        explanationEn
      }
    }
  }
`);
