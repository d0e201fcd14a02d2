import { graphql } from '../../api/graphql.js';

export const CLAIM_APPEALS = graphql(`
  query ClaimAppeals(
    $page: Int!
    $pageSize: Int!
    $state: AppealState
    $centerId: ID
    $claimId: ID
  ) {
    claimAppeals(
      page: $page
      pageSize: $pageSize
      state: $state
      centerId: $centerId
      claimId: $claimId
    ) {
      total
      items {
        id
        lineId
        claimId
        claimNumber
        centerId
        centerName
        program
        subjectName
        month
        ground
        amountFen
        askedFen
        code
        text
        reason
        appealedAt
        appealedByName
        state
        grantedFen
        answer
        answeredAt
        answeredByName
        attachmentId
        documentNumber
        carriedInClaimId
        carriedInNumber
        annulledAt
        annulledByName
        annulReason
        canAnnul
        canAnswer
        canAddPapers
      }
    }
  }
`);

export const APPEALABLE_LINES = graphql(`
  query AppealableLines($claimId: ID!) {
    appealableLines(claimId: $claimId) {
      lineId
      program
      subjectName
      month
      ground
      amountFen
      askedFen
      code
      text
      untilOn
      isOnPaper
    }
  }
`);

export const APPEAL_LINE = graphql(`
  mutation AppealLine($input: AppealLineInput!) {
    appealLine(input: $input) {
      id
    }
  }
`);

export const ANSWER_APPEAL = graphql(`
  mutation AnswerAppeal($input: AnswerAppealInput!) {
    answerAppeal(input: $input) {
      id
    }
  }
`);

export const ANNUL_PAPER_APPEAL = graphql(`
  mutation AnnulPaperAppeal($input: AnnulPaperAppealInput!) {
    annulPaperAppeal(input: $input) {
      id
    }
  }
`);

export const RECORD_PAPER_APPEAL = graphql(`
  mutation RecordPaperAppeal($input: RecordPaperAppealInput!) {
    recordPaperAppeal(input: $input) {
      id
    }
  }
`);
