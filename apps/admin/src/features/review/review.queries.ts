import { graphql } from '../../api/graphql.js';

export const REVIEW_QUEUE = graphql(`
  query ReviewQueue($page: Int!, $pageSize: Int!, $stage: ReviewStage, $centerId: ID, $year: Int) {
    reviewQueue(page: $page, pageSize: $pageSize, stage: $stage, centerId: $centerId, year: $year) {
      total
      items {
        id
        number
        centerName
        organizationName
        kind
        program
        period
        revision
        status
        lineCount
        warnCount
        claimedFen
        decidedFen
        paidFen
        submittedAt
        dueOn
        unreadCount
        newMatchCount
        lateDays
      }
    }
  }
`);

export const REVIEW_COUNTS = graphql(`
  query ReviewCounts {
    reviewCounts {
      toOpen
      reviewing
      toDecide
      toPay
      toClose
      overdue
      heldOverdue
    }
  }
`);

export const PAYABLE_COUNT = graphql(`
  query PayableCount($claimId: ID!) {
    claimLines(claimId: $claimId, status: PAYABLE, page: 1, pageSize: 1) {
      total
    }
  }
`);

export const LINE_EVIDENCE = graphql(`
  query LineEvidence($lineId: ID!) {
    lineEvidence(lineId: $lineId) {
      stays {
        ...EvidenceSpanFields
      }
      absences {
        ...EvidenceSpanFields
      }
      levels {
        ...EvidenceSpanFields
      }
      categories {
        ...EvidenceSpanFields
      }
      bornOn
      diedOn
      serviceCount
      serviceValueFen
      serviceMinutes
      mealCount
      inspection {
        result
        note
        seenByName
        seenAt
      }
      attachments {
        id
        entity
        fileName
        size
        createdAt
      }
    }
  }
  fragment EvidenceSpanFields on EvidenceSpan {
    id
    what
    from
    until
    detail
  }
`);

export const OPEN_REVIEW = graphql(`
  mutation OpenReview($input: ReviewClaimInput!) {
    openReview(input: $input) {
      id
    }
  }
`);

export const GIVE_VERDICT = graphql(`
  mutation GiveVerdict($input: GiveVerdictInput!) {
    giveVerdict(input: $input) {
      id
    }
  }
`);

export const ACCEPT_LINES = graphql(`
  mutation AcceptClaimLines($input: AcceptLinesInput!) {
    acceptClaimLines(input: $input) {
      id
      openLineCount
    }
  }
`);

export const RETURN_CLAIM = graphql(`
  mutation ReturnClaim($input: ReturnClaimInput!) {
    returnClaim(input: $input) {
      id
    }
  }
`);

export const DECIDE_CLAIM = graphql(`
  mutation DecideClaim($input: DecideClaimInput!) {
    decideClaim(input: $input) {
      id
    }
  }
`);

export const RECORD_PAYMENT = graphql(`
  mutation RecordPayment($input: RecordPaymentInput!) {
    recordPayment(input: $input) {
      id
    }
  }
`);

export const CLOSE_CLAIM = graphql(`
  mutation CloseClaim($input: ReviewClaimInput!) {
    closeClaim(input: $input) {
      id
    }
  }
`);

export const RELEASE_LINE = graphql(`
  mutation ReleaseLine($input: ReleaseLineInput!) {
    releaseLine(input: $input) {
      id
    }
  }
`);

export const YEAR_CLAIMS = graphql(`
  query YearClaims($page: Int!, $pageSize: Int!, $year: Int!) {
    claims(page: $page, pageSize: $pageSize, year: $year) {
      total
      items {
        period
        status
        claimedFen
        decidedFen
        paidFen
      }
    }
  }
`);

export const LINE_ELSEWHERE = graphql(`
  query LineElsewhere($lineId: ID!) {
    lineElsewhere(lineId: $lineId) {
      claims {
        id
        centerName
        program
        number
        quantity
        unit
        amountFen
        days
      }
      stays {
        id
        centerName
        from
        until
      }
    }
  }
`);

export const SETTLE_AWARD = graphql(`
  mutation SettleAward($input: SettleAwardInput!) {
    settleAward(input: $input)
  }
`);

export const DECIDE_SUPPLEMENT = graphql(`
  mutation DecideSupplement($input: DecideSupplementInput!) {
    decideSupplement(input: $input) {
      id
    }
  }
`);
