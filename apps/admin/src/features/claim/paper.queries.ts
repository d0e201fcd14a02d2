import { graphql } from '../../api/graphql.js';

export const RECORD_PAPER_DECISION = graphql(`
  mutation RecordPaperDecision($input: RecordPaperDecisionInput!) {
    recordPaperDecision(input: $input) {
      id
    }
  }
`);

export const RECORD_PAPER_SUPPLEMENT = graphql(`
  mutation RecordPaperSupplement($input: RecordPaperSupplementInput!) {
    recordPaperSupplement(input: $input) {
      id
    }
  }
`);

export const ANNUL_PAPER_DECISION = graphql(`
  mutation AnnulPaperDecision($input: AnnulPaperDecisionInput!) {
    annulPaperDecision(input: $input) {
      id
    }
  }
`);

export const RECORD_PAPER_PAYMENT = graphql(`
  mutation RecordPaperPayment($input: RecordPaymentInput!) {
    recordPaperPayment(input: $input) {
      id
    }
  }
`);
