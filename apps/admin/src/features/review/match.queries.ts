import { graphql } from '../../api/graphql.js';

export const CLAIM_MATCHES = graphql(`
  query ClaimMatches($claimId: ID!) {
    claimMatches(claimId: $claimId) {
      id
      code
      lineId
      subjectName
      month
      params
      isNew
      isNameDifferent
      row {
        listId
        fileName
        rowNumber
        name
        idNumberMasked
        what
        fromOn
        untilOn
        crematedOn
        place
        note
        listedAt
        listedByName
      }
      list {
        id
        fileName
        coversFrom
        coversThrough
        acceptedAt
      }
      rollCall {
        sampleId
        seenAt
        note
        seenByName
      }
      call {
        callId
        rendered
        askedMoney
        moneyFen
        note
        doneAt
        doneByName
      }
    }
  }
`);
