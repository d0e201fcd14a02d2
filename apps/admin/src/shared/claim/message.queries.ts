import { graphql } from '../../api/graphql.js';

export const CLAIM_MESSAGES = graphql(`
  query ClaimMessages($claimId: ID!, $lineId: ID) {
    claimMessages(claimId: $claimId, lineId: $lineId) {
      earlierCount
      items {
        id
        lineName
        side
        authorName
        text
        createdAt
        isUnread
      }
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

export const READ_MESSAGES = graphql(`
  mutation ReadClaimMessages($input: ReadClaimMessagesInput!) {
    readClaimMessages(input: $input)
  }
`);
