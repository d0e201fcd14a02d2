import { graphql } from '../../api/graphql.js';

export const AWARD = graphql(`
  query AwardApplication($claimId: ID!) {
    awardApplication(claimId: $claimId) {
      claimId
      centerId
      program
      programZh
      programEn
      clause
      project {
        id
        seq
        name
        kind
        areaM2
        communities
        completedOn
        ownInvestmentFen
        version
      }
      kinds {
        code
        zh
        en
      }
      fields {
        name
        type
        zh
        en
        options {
          code
          zh
          en
        }
        value
      }
      checklist {
        id
        kind
        state
        zh
        en
        clause
        foundZh
        foundEn
        paperCount
      }
      doneCount
      lineId
      explanationZh
      explanationEn
      question {
        decision
        zh
        en
        options {
          option
          zh
          en
          amountFen
        }
        minFen
        maxFen
      }
      settlement {
        zh
        en
        amountFen
        documentNumber
        decidedOn
        attachmentId
        note
        recordedByName
        recordedAt
      }
      canEdit
      canSettle
      canReopen
    }
  }
`);
