import { graphql } from '../../api/graphql.js';

export const SHEET_MONTHS = graphql(`
  query InstitutionSheetMonths($centerId: ID!, $year: Int!) {
    institutionSheetMonths(centerId: $centerId, year: $year) {
      month
      isOver
      residents
      beds
      version {
        id
        number
        filedAt
        filedByName
      }
    }
  }
`);

export const SHEET = graphql(`
  query InstitutionSheet($centerId: ID!, $month: YearMonth!, $version: Int, $language: String) {
    institutionSheet(centerId: $centerId, month: $month, version: $version, language: $language) {
      centerId
      centerName
      month
      lastDay
      isOver
      driftCount
      liveDigest
      shown {
        id
        number
        filedAt
        filedByName
        reason
        digest
      }
      versions {
        id
        number
        filedAt
        filedByName
        reason
        digest
      }
      sections {
        key
        label
        cells {
          key
          label
          note
          figure
          text
          rows
          recordAt
          hasDrifted
          today
        }
      }
    }
  }
`);

export const SHEET_ROWS = graphql(`
  query InstitutionSheetRows(
    $centerId: ID!
    $month: YearMonth!
    $cell: String!
    $page: Int!
    $pageSize: Int!
  ) {
    institutionSheetRows(
      centerId: $centerId
      month: $month
      cell: $cell
      page: $page
      pageSize: $pageSize
    ) {
      total
      quantity
      items {
        id
        name
        quantity
        residentId
        staffId
        sex
        age
        place
        onDate
        level
        word
        staffName
      }
    }
  }
`);

export const FILE_SHEET = graphql(`
  mutation FileInstitutionSheet($input: FileInstitutionSheetInput!) {
    fileInstitutionSheet(input: $input) {
      month
    }
  }
`);

export const COUNTY_SHEETS = graphql(`
  query CountySheets(
    $month: YearMonth!
    $page: Int!
    $pageSize: Int!
    $filed: Boolean
    $language: String
  ) {
    countySheets(
      month: $month
      page: $page
      pageSize: $pageSize
      filed: $filed
      language: $language
    ) {
      total
      filed
      missing
      sums {
        key
        label
        figure
      }
      items {
        centerId
        centerName
        centerCode
        operatorName
        version {
          id
          number
          filedAt
          filedByName
        }
        figures {
          key
          label
          figure
        }
      }
    }
  }
`);

export const SHEETS_TO_FILE = graphql(`
  query SheetsToFile($centerId: ID!, $year: Int!) {
    institutionSheetMonths(centerId: $centerId, year: $year) {
      month
      isOver
      version {
        number
      }
    }
  }
`);
