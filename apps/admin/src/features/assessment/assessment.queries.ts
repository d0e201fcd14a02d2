import { graphql } from '../../api/graphql.js';
import type { AssessmentQuery } from '../../gql/graphql.js';

export type AssessmentRecord = AssessmentQuery['assessment'];

export const SCALES = graphql(`
  query AssessmentScales {
    assessmentScales {
      id
      document
      min
      max
      step
      isToBeConfirmed
      name {
        zh
        en
      }
      levels {
        level
        name {
          zh
          en
        }
      }
    }
  }
`);

export const ASSESSMENT = graphql(`
  query Assessment($id: ID!) {
    assessment(id: $id) {
      id
      centerId
      number
      origin
      scale
      kind
      status
      assessedOn
      place
      total
      missing
      preliminaryLevel
      stacking
      proposedLevel
      issuer
      externalNumber
      validUntil
      note
      correctsId
      decisionReason
      version
      resident {
        id
        name
        sex
        bornOn
        diedOn
        idNumberMasked
      }
      answers {
        itemId
        optionId
      }
      background {
        fieldId
        text
        number
        ticks
        medications {
          name
          method
          dose
          frequency
        }
      }
      subscores {
        dimensionId
        points
      }
      contradictions {
        code
        fields
      }
      rules {
        code
        evidence
      }
      proposedLevelName {
        zh
        en
      }
      assessor1 {
        userId
        name
        at
      }
      assessor2 {
        userId
        name
        at
      }
      decision {
        userId
        name
        at
      }
    }
  }
`);

export const QUEUE = graphql(`
  query AssessmentQueue(
    $centerId: ID!
    $tab: AssessmentQueueTab!
    $kind: AssessmentKind
    $search: String
    $page: Int!
    $pageSize: Int!
  ) {
    assessmentQueue(
      centerId: $centerId
      tab: $tab
      kind: $kind
      search: $search
      page: $page
      pageSize: $pageSize
    ) {
      total
      items {
        id
        residentId
        residentName
        sex
        bornOn
        kind
        scale
        level
        until
        daysLeft
        state
        assessmentId
        number
        status
        origin
        assessedOn
        assessor1Name
        openId
        levelName {
          zh
          en
        }
      }
    }
  }
`);

export const QUEUE_COUNTS = graphql(`
  query AssessmentQueueCounts($centerId: ID!) {
    assessmentQueueCounts(centerId: $centerId) {
      due
      overdue
      never
      open
      pending
    }
  }
`);

export const RESIDENT_CHOICES = graphql(`
  query AssessmentResidents($centerId: ID!, $search: String) {
    residents(centerId: $centerId, search: $search, page: 1, pageSize: 20) {
      items {
        id
        name
        sex
        bornOn
        diedOn
      }
    }
  }
`);

export const RESIDENT_NAME = graphql(`
  query AssessmentResidentName($id: ID!) {
    resident(id: $id) {
      id
      name
      bornOn
    }
  }
`);
