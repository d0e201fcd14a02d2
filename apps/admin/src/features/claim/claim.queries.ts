import { graphql } from '../../api/graphql.js';

export const CLAIM = graphql(`
  query Claim($id: ID!) {
    claim(id: $id) {
      id
      version
      number
      centerId
      centerName
      organizationName
      period
      revision
      status
      lineCount
      blockCount
      warnCount
      claimedFen
      packCode
      jobId
      computedAt
      preparedBy
      preparedByName
      preparedAt
      submittedAt
      submittedByName
      reviewedByName
      isSinglePerson
      returnCode
      returnText
      actions
      openLineCount
      totals {
        program
        payableFen
        reversalFen
      }
      refusals {
        program
        code
        params
      }
      statement {
        ...ClaimStatementFields
      }
      payments {
        id
        amountFen
        paidOn
        receiptNumber
        source
        recordedByName
      }
      filings {
        id
        language
        size
        sha256
        createdAt
        path
      }
    }
  }
  fragment ClaimStatementFields on ClaimStatement {
    claimedFen
    returnedFen
    cutFen
    heldFen
    releasedFen
    decidedFen
    paidFen
    isFinal
    source
    documentNumber
    decidedOn
    decidedByName
    note
    isSinglePerson
  }
`);

export const CLAIM_LINES = graphql(`
  query ClaimLines(
    $claimId: ID!
    $page: Int!
    $pageSize: Int!
    $program: String
    $kind: ClaimLineKind
    $status: ClaimLineStatus
    $verdict: String
    $search: String
  ) {
    claimLines(
      claimId: $claimId
      page: $page
      pageSize: $pageSize
      program: $program
      kind: $kind
      status: $status
      verdict: $verdict
      search: $search
    ) {
      total
      payableFen
      items {
        id
        program
        subjectKind
        subjectId
        subjectName
        month
        kind
        status
        quantity
        unit
        rateFen
        amountFen
        hasWarning
        previousLineId
        verdict
        verdictCode
        verdictText
        cutFen
        heldUntil
      }
    }
  }
`);

export const CLAIM_LINE = graphql(`
  query ClaimLine($id: ID!) {
    claimLine(id: $id) {
      id
      program
      subjectKind
      subjectId
      subjectName
      month
      kind
      status
      quantity
      unit
      rateFen
      amountFen
      verdict
      verdictText
      explanationZh
      explanationEn
      trace {
        step
        code
        document
        clause
      }
      alternatives {
        decision
        option
        amountFen
      }
      checks {
        id
        code
        severity
        entity
        entityId
        subjectName
        params
      }
      previousLine {
        id
        amountFen
        verdict
      }
      previousClaimNumber
      canObject
      objectionReason
    }
  }
`);

export const CLAIM_CHECKS = graphql(`
  query ClaimChecks($claimId: ID!, $page: Int!, $pageSize: Int!) {
    claimChecks(claimId: $claimId, page: $page, pageSize: $pageSize) {
      total
      items {
        id
        code
        severity
        claimLineId
        entity
        entityId
        subjectName
        params
      }
    }
  }
`);

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
