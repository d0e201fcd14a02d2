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
        window {
          opensOn
          closesOn
          lateRule
          daysLate
        }
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
          dueOn
          lateDays
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
  query Claims(
    $page: Int!
    $pageSize: Int!
    $centerId: ID
    $status: ClaimStatus
    $year: Int
    $kind: ClaimKind
    $isFormer: Boolean
  ) {
    claims(
      page: $page
      pageSize: $pageSize
      centerId: $centerId
      status: $status
      year: $year
      kind: $kind
      isFormer: $isFormer
    ) {
      total
      items {
        id
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
        claimedFen
        decidedFen
        paidFen
        submittedAt
        dueOn
        unreadCount
        lateDays
      }
    }
  }
`);
