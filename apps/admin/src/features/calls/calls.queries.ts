import { graphql } from '../../api/graphql.js';

export const CALLS = graphql(`
  query Callbacks($page: Int!, $pageSize: Int!, $status: CallStatus) {
    callbacks(page: $page, pageSize: $pageSize, status: $status) {
      total
      items {
        id
        centerName
        period
        subjectName
        program
        status
        rendered
        askedMoney
        nextOn
        tryCount
        doneByName
        doneAt
      }
    }
  }
`);

export const CALL_FIGURES = graphql(`
  query CallbackFigures {
    callbackFigures {
      total
      called
      reached
      contradicted
      due
    }
  }
`);

export const CALL = graphql(`
  query Callback($id: ID!) {
    callback(id: $id) {
      id
      version
      claimId
      centerName
      period
      subjectName
      program
      status
      rendered
      askedMoney
      moneyFen
      note
      nextOn
      doneByName
      doneAt
      nextCallId
      subjects {
        program
        month
        quantity
        unit
      }
      tries {
        id
        outcome
        note
        nextOn
        triedByName
        triedAt
      }
    }
  }
`);

export const DRAW_CALLS = graphql(`
  mutation DrawCallbacks($input: DrawCallsInput!) {
    drawCallbacks(input: $input)
  }
`);

export const REVEAL_PHONES = graphql(`
  mutation RevealCallbackPhones($input: RevealCallPhonesInput!) {
    revealCallbackPhones(input: $input) {
      name
      relation
      phone
    }
  }
`);

export const RECORD_CALL = graphql(`
  mutation RecordCallback($input: RecordCallInput!) {
    recordCallback(input: $input) {
      id
      nextCallId
    }
  }
`);
