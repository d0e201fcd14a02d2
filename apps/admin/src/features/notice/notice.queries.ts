import { graphql } from '../../api/graphql.js';

export const NOTICES = graphql(`
  query PublicNotices($page: Int!, $pageSize: Int!) {
    publicNotices(page: $page, pageSize: $pageSize) {
      total
      items {
        id
        code
        number
        period
        fromOn
        untilOn
        people
        amountFen
        claimCount
        objectionCount
        openObjectionCount
        publishedByName
        publishedAt
        withdrawnAt
      }
    }
  }
`);

export const NOTICE = graphql(`
  query PublicNotice($id: ID!) {
    publicNotice(id: $id) {
      id
      code
      number
      period
      fromOn
      untilOn
      contact
      howTo
      people
      amountFen
      openObjectionCount
      publishedByName
      publishedAt
      withdrawnAt
      withdrawnReason
      claims {
        claimId
        number
        centerName
        period
        kind
        program
        contents {
          program
          kind
        }
      }
      centers {
        name
        people
        amountFen
        rows {
          seq
          name
          programZh
          programEn
          months
          amountFen
        }
      }
    }
  }
`);

export const CANDIDATES = graphql(`
  query NoticeCandidates {
    noticeCandidates {
      minDays
      total
      items {
        claimId
        number
        centerName
        period
        kind
        program
        contents {
          program
          kind
        }
        decidedFen
      }
    }
  }
`);

export const OBJECTIONS = graphql(`
  query NoticeObjections($publicNoticeId: ID!, $page: Int!, $pageSize: Int!) {
    noticeObjections(publicNoticeId: $publicNoticeId, page: $page, pageSize: $pageSize) {
      total
      items {
        id
        rowSeq
        rowText
        source
        receivedOn
        name
        contact
        text
        status
        outcome
        answer
        answeredByName
        answeredAt
        overrideReason
        overriddenByName
        enteredByName
        createdAt
        isBlocking
        version
      }
    }
  }
`);

export const PUBLISH = graphql(`
  mutation PublishNotice($input: PublishNoticeInput!) {
    publishNotice(input: $input) {
      id
    }
  }
`);

export const WITHDRAW = graphql(`
  mutation WithdrawNotice($input: WithdrawNoticeInput!) {
    withdrawNotice(input: $input) {
      id
    }
  }
`);

export const ENTER = graphql(`
  mutation EnterObjection($input: EnterObjectionInput!) {
    enterObjection(input: $input)
  }
`);

export const ANSWER = graphql(`
  mutation AnswerObjection($input: AnswerObjectionInput!) {
    answerObjection(input: $input)
  }
`);

export const OVERRIDE = graphql(`
  mutation OverrideObjection($input: OverrideObjectionInput!) {
    overrideObjection(input: $input)
  }
`);
