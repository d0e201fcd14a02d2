import { graphql } from '../../api/graphql.js';

export const JOB = graphql(`
  query Job($id: ID!) {
    job(id: $id) {
      id
      kind
      status
      progressDone
      progressTotal
      result
      errorCode
      errorParams
      createdAt
      finishedAt
    }
  }
`);

export const MY_JOBS = graphql(`
  query MyJobs {
    myJobs {
      id
      kind
      status
      progressDone
      progressTotal
      result
      errorCode
      errorParams
      centerId
      createdAt
      finishedAt
    }
  }
`);

export const CANCEL_JOB = graphql(`
  mutation CancelJob($id: ID!) {
    cancelJob(id: $id)
  }
`);
