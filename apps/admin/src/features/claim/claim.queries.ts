import { graphql } from '../../api/graphql.js';

export const RECOMPUTE = graphql(`
  mutation RecomputeClaim($input: ClaimInput!) {
    recomputeClaim(input: $input) {
      claimId
      jobId
    }
  }
`);

export const DISCARD = graphql(`
  mutation DiscardClaim($input: ClaimReasonInput!) {
    discardClaim(input: $input) {
      id
    }
  }
`);

export const WITHDRAW = graphql(`
  mutation WithdrawClaim($input: ClaimReasonInput!) {
    withdrawClaim(input: $input) {
      id
    }
  }
`);

export const OBJECT = graphql(`
  mutation ObjectToLine($input: ObjectToLineInput!) {
    objectToLine(input: $input) {
      id
    }
  }
`);

export const SUBMIT = graphql(`
  mutation SubmitClaim($input: SubmitClaimInput!) {
    submitClaim(input: $input) {
      __typename
      ... on ClaimSubmitted {
        number
      }
      ... on ClaimBlocked {
        checks {
          id
          code
          severity
          entity
          entityId
          subjectName
          params
        }
      }
      ... on ClaimDrifted {
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
  }
`);
