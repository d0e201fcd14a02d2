import { graphql } from '../../api/graphql.js';

export const CHECKLIST = graphql(`
  query ComplianceSheet($centerId: ID!) {
    complianceSheet(centerId: $centerId) {
      packCode
      packTitle {
        zh
        en
      }
      registeredBeds
      areaM2
      items {
        ...ChecklistItemParts
      }
    }
  }
  fragment ChecklistItemParts on ComplianceItem {
    key
    clauseId
    clause
    says {
      zh
      en
    }
    name {
      zh
      en
    }
    isFigure
    op
    figures
    unit
    per
    askedLeast
    askedMost
    due
    status
    figure
    size
    evidence
    checkedByName
    checkedAt
  }
`);

export const PROGRESS = graphql(`
  query CountyProgress($countyCode: String!) {
    countyProgress(countyCode: $countyCode) {
      packCode
      packTitle {
        zh
        en
      }
      counts {
        key
        value
        outOf
        centers {
          centerId
          centerName
          value
          outOf
        }
      }
      centers {
        centerId
        centerName
        met
        notMet
        unknown
      }
      items {
        ...ProgressItemParts
      }
    }
  }
  fragment ProgressItemParts on ComplianceItem {
    key
    clauseId
    clause
    says {
      zh
      en
    }
    name {
      zh
      en
    }
    isFigure
    op
    figures
    unit
    per
    askedLeast
    askedMost
    due
    status
    figure
    size
    evidence
    checkedByName
    checkedAt
  }
`);

export const RECORD_COMPLIANCE = graphql(`
  mutation RecordCompliance($input: RecordComplianceInput!) {
    recordCompliance(input: $input) {
      packCode
    }
  }
`);

export const RECORD_PROGRESS = graphql(`
  mutation RecordCountyProgress($input: RecordProgressInput!) {
    recordCountyProgress(input: $input) {
      packCode
    }
  }
`);
