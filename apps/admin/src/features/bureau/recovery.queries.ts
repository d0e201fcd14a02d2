import { graphql } from '../../api/graphql.js';

export const RECOVERIES = graphql(`
  query Recoveries($page: Int!, $pageSize: Int!, $centerId: ID, $isOpen: Boolean) {
    recoveries(page: $page, pageSize: $pageSize, centerId: $centerId, isOpen: $isOpen) {
      total
      openFen
      items {
        claimId
        number
        centerName
        organizationName
        period
        kind
        program
        contents {
          program
          kind
        }
        decidedOn
        debtFen
        cashFen
        offsetFen
        openFen
        dueFen
        agreedOn
        documentNumber
        note
        instalments {
          seq
          dueOn
          amountFen
          coveredFen
          state
        }
        candidates {
          claimId
          number
          period
          kind
          program
          contents {
            program
            kind
          }
          openFen
        }
        canPlan
        canOffset
      }
    }
  }
`);

export const AGREE_PLAN = graphql(`
  mutation AgreeRecoveryPlan($input: AgreeRecoveryPlanInput!) {
    agreeRecoveryPlan(input: $input) {
      id
    }
  }
`);

export const OFFSET_DEBT = graphql(`
  mutation OffsetDebt($input: OffsetDebtInput!) {
    offsetDebt(input: $input) {
      id
    }
  }
`);

export const ACCOUNT = graphql(`
  query AccountStatement($centerId: ID!, $year: Int!) {
    accountStatement(centerId: $centerId, year: $year) {
      centerName
      decidedFen
      paidFen
      recoveredFen
      offsetFen
      balanceFen
      entries {
        id
        on
        kind
        claimId
        number
        period
        claimKind
        program
        reference
        amountFen
        balanceFen
      }
    }
  }
`);
