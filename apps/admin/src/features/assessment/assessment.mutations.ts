import { graphql } from '../../api/graphql.js';

export const START = graphql(`
  mutation StartAssessment($input: StartAssessmentInput!) {
    startAssessment(input: $input) {
      id
    }
  }
`);

export const SAVE = graphql(`
  mutation SaveAssessment($input: SaveAssessmentInput!) {
    saveAssessment(input: $input) {
      id
      version
      missing
      contradictions {
        code
        fields
      }
    }
  }
`);

export const SIGN = graphql(`
  mutation SignAssessment($input: AssessmentVersionInput!) {
    signAssessment(input: $input) {
      id
      status
    }
  }
`);

export const REOPEN = graphql(`
  mutation ReopenAssessment($input: AssessmentReasonInput!) {
    reopenAssessment(input: $input) {
      id
    }
  }
`);

export const DISCARD = graphql(`
  mutation DiscardAssessment($input: AssessmentReasonInput!) {
    discardAssessment(input: $input) {
      id
    }
  }
`);

export const ENTER_EXTERNAL = graphql(`
  mutation EnterExternalResult($input: ExternalResultInput!) {
    enterExternalResult(input: $input) {
      id
    }
  }
`);

export const ACCEPT = graphql(`
  mutation AcceptLevel($input: AcceptLevelInput!) {
    acceptLevel(input: $input) {
      id
    }
  }
`);

export const REJECT = graphql(`
  mutation RejectLevel($input: AssessmentReasonInput!) {
    rejectLevel(input: $input) {
      id
    }
  }
`);

export const CORRECT_LEVEL = graphql(`
  mutation CorrectLevel($input: CorrectLevelInput!) {
    correctLevel(input: $input) {
      id
    }
  }
`);

export const REVOKE_LEVEL = graphql(`
  mutation RevokeLevel($input: AssessmentReasonInput!) {
    revokeLevel(input: $input) {
      id
    }
  }
`);
