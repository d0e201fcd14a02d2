import { graphql } from '../../api/graphql.js';

export const ASKED_FACTS = graphql(`
  query AskedFacts($subject: FactSubjectInput!) {
    askedFacts(subject: $subject) {
      name
      kind
      zh
      en
      unitZh
      unitEn
      options {
        value
        zh
        en
      }
      asks {
        program
        zh
        en
        documentZh
        documentEn
        clause
      }
      currentId
      values {
        id
        value
        fromOn
        untilOn
        evidence
        recordedByName
        recordedAt
        voidedByName
        voidedAt
        voidReason
        version
      }
    }
  }
`);

export const RECORD_FACT = graphql(`
  mutation RecordFact($input: RecordFactInput!) {
    recordFact(input: $input) {
      name
    }
  }
`);

export const CORRECT_FACT = graphql(`
  mutation CorrectFact($input: CorrectFactInput!) {
    correctFact(input: $input) {
      name
    }
  }
`);

export const VOID_FACT = graphql(`
  mutation VoidFact($input: VoidFactInput!) {
    voidFact(input: $input) {
      name
    }
  }
`);
