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
      kind
      program
      period
      revision
      status
      lineCount
      blockCount
      warnCount
      claimedFen
      adjustedFen
      decidedFen
      paidFen
      noticeUntil
      packCode
      jobId
      computedAt
      isComputing
      preparedBy
      preparedByName
      preparedAt
      submittedAt
      submittedByName
      reviewedBy
      reviewedByName
      isSinglePerson
      dueOn
      unreadCount
      lateDays
      lateReason
      window {
        opensOn
        closesOn
        lateRule
        daysLate
      }
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
        attachmentId
        source
        kind
        offsetNumber
        batchNumber
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
    attachmentId
    supplements {
      id
      decidedOn
      documentNumber
      decidedByName
      note
      source
      attachmentId
      decidedFen
    }
    annulled {
      id
      kind
      decidedOn
      documentNumber
      decidedFen
      attachmentId
      annulledAt
      annulledByName
      annulReason
    }
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
    $hasWarning: Boolean
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
      hasWarning: $hasWarning
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
        cutClause
        recognized
        measureTotal
        measureUnit
        heldUntil
        releasedAt
        refusedAt
      }
    }
  }
`);

export const CLAIM_LINE = graphql(`
  query ClaimLine($id: ID!) {
    claimLine(id: $id) {
      id
      claimId
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
      verdictCode
      verdictText
      cutFen
      cutClause
      recognized
      measureTotal
      measureUnit
      heldUntil
      releasedAt
      refusedAt
      explanationZh
      explanationEn
      trace {
        step
        code
        document
        documentZh
        documentEn
        clause
      }
      alternatives {
        decision
        option
        questionZh
        questionEn
        optionZh
        optionEn
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
        verdictCode
        verdictText
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

export const CLAIM_RISK = graphql(`
  query ClaimRisk($claimId: ID!) {
    claimRisk(claimId: $claimId) {
      flaggedCount
      flaggedFen
      catchUpFen
      reversalFen
      checks {
        code
        count
      }
      refused {
        code
        count
      }
      previousPeriod
      previousFen
      currentFen
      changes {
        program
        subjectId
        subjectName
        differenceFen
      }
    }
  }
`);
