import { graphql } from '../../api/graphql.js';

export const REGISTRY_LISTS = graphql(`
  query RegistryLists($page: Int!, $pageSize: Int!, $kind: RegistryKind) {
    registryLists(page: $page, pageSize: $pageSize, kind: $kind) {
      total
      items {
        id
        kind
        status
        fileName
        rowCount
        counts {
          fresh
          same
          corrected
          withdrawn
          problem
        }
        uploadedByName
        uploadedAt
        matchedCount
      }
    }
  }
`);

export const REGISTRY_LIST = graphql(`
  query RegistryList($id: ID!) {
    registryList(id: $id) {
      id
      kind
      status
      jobId
      fileName
      rowCount
      version
      counts {
        fresh
        same
        corrected
        withdrawn
        problem
      }
      completeFor
      coversFrom
      coversThrough
      uploadedByName
      uploadedAt
      acceptedByName
      acceptedAt
      withdrawnByName
      withdrawnAt
      withdrawnReason
      matchedCount
      columns {
        heading
        field
      }
    }
  }
`);

export const REGISTRY_REMARKS = graphql(`
  query RegistryRemarks($listId: ID!, $page: Int!, $pageSize: Int!) {
    registryRemarks(listId: $listId, page: $page, pageSize: $pageSize) {
      total
      items {
        row
        field
        heading
        cell
        rule
        params
        isProblem
      }
    }
  }
`);

export const REGISTRY_ROWS = graphql(`
  query RegistryRows($listId: ID!, $page: Int!, $pageSize: Int!, $matched: Boolean!) {
    registryRows(listId: $listId, page: $page, pageSize: $pageSize, matched: $matched) {
      total
      items {
        ...RegistryRowFields
      }
    }
  }
  fragment RegistryRowFields on RegistryRow {
    id
    what
    listId
    fileName
    rowNumber
    name
    idNumberMasked
    fromOn
    untilOn
    crematedOn
    place
    note
    listedAt
    endedKind
    endedAt
    endedByName
    endedReason
    endedFileName
    centerNames
  }
`);

export const REGISTRY_PERSON = graphql(`
  query RegistryPerson($input: RegistryPersonInput!) {
    registryPerson(input: $input) {
      id
      what
      listId
      fileName
      rowNumber
      name
      idNumberMasked
      fromOn
      untilOn
      crematedOn
      place
      note
      listedAt
      endedKind
      endedAt
      endedByName
      endedReason
      endedFileName
      centerNames
    }
  }
`);

export const ACCEPT_LIST = graphql(`
  mutation AcceptRegistryList($input: AcceptRegistryListInput!) {
    acceptRegistryList(input: $input) {
      id
    }
  }
`);

export const DISCARD_LIST = graphql(`
  mutation DiscardRegistryList($input: RegistryListInput!) {
    discardRegistryList(input: $input)
  }
`);

export const WITHDRAW_LIST = graphql(`
  mutation WithdrawRegistryList($input: WithdrawRegistryListInput!) {
    withdrawRegistryList(input: $input) {
      id
    }
  }
`);

export const WITHDRAW_ROW = graphql(`
  mutation WithdrawRegistryRow($input: WithdrawRegistryRowInput!) {
    withdrawRegistryRow(input: $input) {
      id
    }
  }
`);
