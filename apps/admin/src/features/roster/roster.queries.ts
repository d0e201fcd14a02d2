import { graphql } from '../../api/graphql.js';

export const ROSTER_IMPORT = graphql(`
  query RosterImport($id: ID!) {
    rosterImport(id: $id) {
      id
      centerId
      kind
      status
      fileName
      sheetName
      rowCount
      columns {
        index
        heading
        field
        samples
      }
      fields
      requiredFields
      missingFields
      createBeds
      building
      floorPattern
      categoryWords {
        word
        code
      }
      unknownCategories {
        word
        rows
      }
      counts {
        total
        fresh
        changed
        unchanged
        problem
        written
        warnings
        newBeds
        openLevels
      }
      jobId
      version
    }
  }
`);

export const ROSTER_IMPORTS = graphql(`
  query RosterImports($centerId: ID!) {
    rosterImports(centerId: $centerId) {
      id
      kind
      status
      fileName
      rowCount
      createdBy
      createdAt
      counts {
        written
        problem
      }
    }
  }
`);

export const ROSTER_ROWS = graphql(`
  query RosterRows($input: RosterRowsInput!) {
    rosterRows(input: $input) {
      total
      items {
        number
        name
        outcome
        residentId
        problems {
          field
          rule
          params
        }
        warnings {
          field
          rule
          params
        }
        differences {
          field
          from
          to
        }
      }
    }
  }
`);

export const CHECK_ROSTER = graphql(`
  mutation CheckRoster($input: CheckRosterInput!) {
    checkRoster(input: $input) {
      id
    }
  }
`);

export const ACCEPT_ROSTER = graphql(`
  mutation AcceptRoster($input: AcceptRosterInput!) {
    acceptRoster(input: $input) {
      id
    }
  }
`);

export const DISCARD_ROSTER = graphql(`
  mutation DiscardRoster($importId: ID!) {
    discardRoster(importId: $importId)
  }
`);
