import { graphql } from '../../api/graphql.js';

export const STAGE_RULES = graphql(`
  query ClaimStageRules {
    claimStageRules {
      id
      countyName
      fromOn
      windowFromDay
      windowUntilDay
      lateRule
      intakeDays
      reviewDays
      decisionDays
      paymentDays
      reason
      setByName
      setAt
    }
  }
`);

export const SET_STAGE_RULE = graphql(`
  mutation SetClaimStageRule($input: SetClaimStageRuleInput!) {
    setClaimStageRule(input: $input) {
      id
    }
  }
`);
