import { graphql } from '../../api/graphql.js';

export const PROPOSALS = graphql(`
  query PolicyProposals(
    $countyCode: String!
    $status: ProposalStatus
    $page: Int!
    $pageSize: Int!
  ) {
    policyProposals(countyCode: $countyCode, status: $status, page: $page, pageSize: $pageSize) {
      total
      items {
        id
        kind
        status
        countyCode
        packId
        packCode
        packVersion
        packTitleZh
        packTitleEn
        fromOn
        untilOn
        decision
        oldOption
        newOption
        rate
        fen
        documentNumber
        documentTitle
        clause
        scanId
        runId
        reason
        proposedByName
        proposedAt
        isOwn
        settledByName
        settledAt
        settledReason
      }
    }
  }
`);

export const NOTICES = graphql(`
  query CountyNotices($countyCode: String!) {
    countyNotices(countyCode: $countyCode) {
      id
      packCode
      rate
      fen
      fromOn
      untilOn
      isVoid
      documentNumber
      documentTitle
      clause
      scanId
      scanName
      proposedByName
      confirmedByName
      confirmedAt
    }
  }
`);

export const PROPOSE_ACTIVATION = graphql(`
  mutation ProposeActivation($input: ProposeActivationInput!) {
    proposeActivation(input: $input) {
      id
    }
  }
`);

export const PROPOSE_DECISION = graphql(`
  mutation ProposeDecision($input: ProposeDecisionInput!) {
    proposeDecision(input: $input) {
      id
    }
  }
`);

export const PROPOSE_NOTICE = graphql(`
  mutation ProposeNotice($input: ProposeNoticeInput!) {
    proposeNotice(input: $input) {
      id
    }
  }
`);

export const PROPOSE_NOTICE_END = graphql(`
  mutation ProposeNoticeEnd($input: ProposeNoticeEndInput!) {
    proposeNoticeEnd(input: $input) {
      id
    }
  }
`);

export const CONFIRM_PROPOSAL = graphql(`
  mutation ConfirmProposal($input: ConfirmProposalInput!) {
    confirmProposal(input: $input) {
      id
      status
    }
  }
`);

export const REJECT_PROPOSAL = graphql(`
  mutation RejectProposal($input: SettleProposalInput!) {
    rejectProposal(input: $input) {
      id
      status
    }
  }
`);

export const WITHDRAW_PROPOSAL = graphql(`
  mutation WithdrawProposal($input: SettleProposalInput!) {
    withdrawProposal(input: $input) {
      id
      status
    }
  }
`);
