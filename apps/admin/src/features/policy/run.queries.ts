import { graphql } from '../../api/graphql.js';

export const START_RUN = graphql(`
  mutation StartPolicyRun($input: StartPolicyRunInput!) {
    startPolicyRun(input: $input) {
      id
    }
  }
`);

export const RUNS = graphql(`
  query PolicyRuns($countyCode: String!, $kind: PolicyRunKind, $page: Int!, $pageSize: Int!) {
    policyRuns(countyCode: $countyCode, kind: $kind, page: $page, pageSize: $pageSize) {
      total
      items {
        id
        kind
        title
        period
        packVersion
        packTitle {
          zh
          en
        }
        status
        runByName
        createdAt
        oldFen
        newFen
      }
    }
  }
`);

export const RUN = graphql(`
  query PolicyRun($runId: ID!) {
    policyRun(runId: $runId) {
      head {
        id
        kind
        title
        period
        packId
        packVersion
        packTitle {
          zh
          en
        }
        status
        progressDone
        progressTotal
        errorCode
        runByName
        createdAt
        finishedAt
        oldFen
        newFen
      }
      switches {
        id
        name {
          zh
          en
        }
        value {
          zh
          en
        }
      }
      gainedLines
      lostLines
      changedLines
      gainers
      losers
      months {
        key
        name {
          zh
          en
        }
        oldFen
        newFen
      }
      centers {
        key
        name {
          zh
          en
        }
        oldFen
        newFen
      }
      programs {
        key
        name {
          zh
          en
        }
        oldFen
        newFen
      }
      refusals {
        centerName
        isNew
        program
        text {
          zh
          en
        }
      }
      unread
    }
  }
`);

export const RUN_CHANGES = graphql(`
  query PolicyRunChanges(
    $runId: ID!
    $centerId: ID
    $direction: PolicyRunDirection
    $page: Int!
    $pageSize: Int!
  ) {
    policyRunChanges(
      runId: $runId
      centerId: $centerId
      direction: $direction
      page: $page
      pageSize: $pageSize
    ) {
      total
      items {
        id
        centerName
        program
        subjectKind
        subjectName
        month
        oldFen
        newFen
      }
    }
  }
`);
