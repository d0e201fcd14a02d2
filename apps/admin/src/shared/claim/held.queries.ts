import { graphql } from '../../api/graphql.js';

export const HELD_LINES = graphql(`
  query HeldLines($page: Int!, $pageSize: Int!, $state: HeldState, $centerId: ID, $claimId: ID) {
    heldLines(
      page: $page
      pageSize: $pageSize
      state: $state
      centerId: $centerId
      claimId: $claimId
    ) {
      total
      sumFen
      items {
        lineId
        claimId
        claimNumber
        period
        centerId
        centerName
        program
        kind
        subjectName
        month
        amountFen
        code
        text
        heldUntil
        state
        settledAt
        settledByName
        settleText
        carriedInClaimId
        carriedInNumber
        canRelease
        canRefuse
      }
    }
  }
`);
