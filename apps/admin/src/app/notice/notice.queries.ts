import { graphql } from '../../api/graphql.js';

export const NOTICE_PAGE = graphql(`
  query NoticePage($code: String!) {
    noticePage(code: $code) {
      number
      bureauName
      countyName
      period
      from
      lastDay
      days
      isOpen
      contact
      howTo
      people
      amountFen
      withdrawnAt
      withdrawnReason
      basis {
        documentZh
        documentEn
        clause
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

export const OBJECT_TO_NOTICE = graphql(`
  mutation ObjectToNotice($input: ObjectToNoticeInput!) {
    objectToNotice(input: $input)
  }
`);
