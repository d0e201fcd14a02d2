import { graphql } from '../../api/graphql.js';

export const APPLICATION_PROGRAMS = graphql(`
  query ApplicationPrograms($centerId: ID!) {
    applicationPrograms(centerId: $centerId) {
      kind
      program
      zh
      en
      clause
      kinds {
        code
        zh
        en
      }
    }
  }
`);

export const OPEN_AWARD = graphql(`
  mutation OpenAward($input: OpenAwardInput!) {
    openAward(input: $input) {
      claimId
      jobId
    }
  }
`);

export const PREPARE_YEARLY = graphql(`
  mutation PrepareYearlyClaim($input: PrepareYearlyClaimInput!) {
    prepareYearlyClaim(input: $input) {
      claimId
      jobId
    }
  }
`);

export const SAVE_AWARD_PROJECT = graphql(`
  mutation SaveAwardProject($input: SaveAwardProjectInput!) {
    saveAwardProject(input: $input) {
      claimId
      jobId
    }
  }
`);
