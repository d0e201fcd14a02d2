import { graphql } from '../../api/graphql.js';

export const MONTH_BOARD = graphql(`
  query ClaimMonthBoard($centerId: ID!, $month: YearMonth!) {
    claimMonthBoard(centerId: $centerId, month: $month) {
      yearFrom
      opening
      isYearClosed
      packCode
      claimedFen
      decidedFen
      paidFen
      months {
        month
        isOver
        residentCount
        missingLevelCount
        openAbsenceCount
        openDeathCount
        canPrepare
        claim {
          id
          number
          status
          revision
          lineCount
          blockCount
          warnCount
          claimedFen
          decidedFen
          paidFen
        }
      }
    }
  }
`);

export const OPENING_LEDGER = graphql(`
  query OpeningLedger($centerId: ID!, $yearFrom: YearMonth!) {
    openingLedger(centerId: $centerId, yearFrom: $yearFrom) {
      state
      canChange
      totalFen
    }
  }
`);

export const CONFIRM_NOTHING = graphql(`
  mutation ConfirmNothingClaimed($input: ConfirmNothingClaimedInput!) {
    confirmNothingClaimed(input: $input) {
      state
    }
  }
`);

export const IMPORT_OPENING = graphql(`
  mutation ImportOpeningLedger($input: ImportOpeningInput!) {
    importOpeningLedger(input: $input) {
      isStored
      rowCount
      totalFen
      problems {
        row
        column
        rule
        value
      }
    }
  }
`);

export const PREPARE_CLAIM = graphql(`
  mutation PrepareClaim($input: PrepareClaimInput!) {
    prepareClaim(input: $input) {
      claimId
      jobId
    }
  }
`);

export const CLAIMS = graphql(`
  query Claims($page: Int!, $pageSize: Int!, $centerId: ID, $status: ClaimStatus, $year: Int) {
    claims(page: $page, pageSize: $pageSize, centerId: $centerId, status: $status, year: $year) {
      total
      items {
        id
        number
        centerId
        centerName
        organizationName
        period
        revision
        status
        lineCount
        blockCount
        claimedFen
        decidedFen
        paidFen
        submittedAt
      }
    }
  }
`);

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

export const CLAIM_MESSAGES = graphql(`
  query ClaimMessages($claimId: ID!) {
    claimMessages(claimId: $claimId) {
      id
      side
      authorName
      text
      createdAt
    }
  }
`);

export const ADD_MESSAGE = graphql(`
  mutation AddClaimMessage($input: AddClaimMessageInput!) {
    addClaimMessage(input: $input) {
      id
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
