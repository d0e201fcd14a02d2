import { graphql } from '../../api/graphql.js';
import type { AssessmentFormQuery } from '../../gql/graphql.js';

export type AbilityForm = AssessmentFormQuery['abilityForm'];
export type Dimension = AbilityForm['dimensions'][number];
export type Item = Dimension['items'][number];
export type BackgroundSection = AbilityForm['background'][number];
export type BackgroundField = BackgroundSection['fields'][number];

/** The form and the scales never change while the product runs. */
export const FORM_KEY = ['ability-form'] as const;

export const ABILITY_FORM = graphql(`
  query AssessmentForm {
    abilityForm {
      edition
      levels {
        level
        name {
          zh
          en
        }
      }
      dimensions {
        id
        maxPoints
        name {
          zh
          en
        }
        items {
          id
          name {
            zh
            en
          }
          hint {
            zh
            en
          }
          options {
            id
            points
            text {
              zh
              en
            }
          }
        }
      }
      background {
        id
        name {
          zh
          en
        }
        fields {
          id
          section
          kind
          isRequired
          isToBeConfirmed
          askedWhenField
          askedWhenOption
          min
          max
          name {
            zh
            en
          }
          options {
            id
            code
            isExclusive
            text {
              zh
              en
            }
          }
        }
      }
    }
  }
`);
