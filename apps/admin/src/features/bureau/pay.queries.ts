import { graphql } from '../../api/graphql.js';

export const PAYABLE_CLAIMS = graphql(`
  query PayableClaims {
    payableClaims {
      total
      items {
        claimId
        number
        centerName
        organizationName
        period
        kind
        program
        decidedFen
        paidFen
        openFen
        decidedOn
        isDue
        batchName
        refusedReason
        debtDueFen
        hasPayee
      }
    }
  }
`);

export const PAYMENT_BATCHES = graphql(`
  query PaymentBatches($page: Int!, $pageSize: Int!, $status: PaymentBatchStatus) {
    paymentBatches(page: $page, pageSize: $pageSize, status: $status) {
      total
      items {
        id
        month
        number
        status
        totalFen
        paidFen
        itemCount
        openCount
        refusedCount
        createdByName
        createdAt
      }
    }
  }
`);

export const PAYMENT_BATCH = graphql(`
  query PaymentBatch($id: ID!) {
    paymentBatch(id: $id) {
      id
      month
      number
      status
      totalFen
      paidFen
      itemCount
      openCount
      note
      createdByName
      createdAt
      canConfirm
      canCancel
      items {
        id
        claimId
        number
        centerId
        centerName
        organizationName
        period
        kind
        program
        amountFen
        state
        paidFen
        reason
        settledByName
        settledAt
        payeeHolder
        payeeBank
        payeeLast4
        receiptNumber
        paidOn
        attachmentId
      }
      budget {
        countyCode
        year
        appropriatedFen
        decidedFen
        paidFen
        inBatchFen
        leftFen
        entries {
          id
          onDay
          amountFen
          documentNumber
          note
          enteredByName
        }
      }
    }
  }
`);

export const YEAR_BUDGET = graphql(`
  query YearBudget($countyCode: String!, $year: Int!) {
    yearBudget(countyCode: $countyCode, year: $year) {
      ...YearBudgetFields
    }
  }
  fragment YearBudgetFields on YearBudget {
    countyCode
    year
    appropriatedFen
    decidedFen
    paidFen
    inBatchFen
    leftFen
    entries {
      id
      onDay
      amountFen
      documentNumber
      note
      enteredByName
    }
  }
`);

export const ADD_APPROPRIATION = graphql(`
  mutation AddAppropriation($input: AddAppropriationInput!) {
    addAppropriation(input: $input) {
      year
    }
  }
`);

export const CREATE_BATCH = graphql(`
  mutation CreatePaymentBatch($input: CreatePaymentBatchInput!) {
    createPaymentBatch(input: $input) {
      id
    }
  }
`);

export const CANCEL_BATCH = graphql(`
  mutation CancelPaymentBatch($input: CancelPaymentBatchInput!) {
    cancelPaymentBatch(input: $input) {
      id
    }
  }
`);

export const CONFIRM_BATCH = graphql(`
  mutation ConfirmBatchPayment($input: ConfirmBatchItemInput!) {
    confirmBatchPayment(input: $input) {
      id
    }
  }
`);

export const REFUSE_BATCH = graphql(`
  mutation RefuseBatchPayment($input: RefuseBatchItemInput!) {
    refuseBatchPayment(input: $input) {
      id
    }
  }
`);
