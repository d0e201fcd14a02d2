import { graphql } from '../../api/graphql.js';

export const ATTACHMENTS = graphql(`
  query Attachments($entity: String!, $entityId: ID!) {
    attachments(entity: $entity, entityId: $entityId) {
      id
      kind
      fileName
      mediaType
      size
      sha256
      createdAt
      canRemove
    }
  }
`);

export const REMOVE_ATTACHMENT = graphql(`
  mutation RemoveAttachment($input: RemoveAttachmentInput!) {
    removeAttachment(input: $input)
  }
`);
