import { graphql } from '../../api/graphql.js';

export const PACKS = graphql(`
  query PolicyPacks($countyCode: String) {
    policyPacks(countyCode: $countyCode) {
      id
      code
      version
      textVersion
      origin
      titleZh
      titleEn
      place {
        zh
        en
      }
      fits
      missingCount
      standing
      fromOn
      untilOn
      uploadedByName
      createdAt
    }
  }
`);

export const PACK = graphql(`
  query PolicyPack($packId: ID!, $countyCode: String) {
    policyPack(packId: $packId, countyCode: $countyCode) {
      head {
        id
        code
        version
        textVersion
        sha256
        origin
        titleZh
        titleEn
        place {
          zh
          en
        }
        fits
        missingCount
        standing
        fromOn
        untilOn
        uploadedByName
        createdAt
      }
      documents {
        id
        title {
          zh
          en
        }
        number
        issuer {
          zh
          en
        }
        date
        unsure {
          zh
          en
        }
      }
      clauses {
        id
        clause
        treatment
        says {
          zh
          en
        }
        does {
          zh
          en
        }
        programs
        items {
          zh
          en
        }
        values {
          name {
            zh
            en
          }
          op
          figures
          unit
          per
          least
        }
        due
      }
      programs {
        id
        title {
          zh
          en
        }
        clause
        linesZh
        linesEn
        documents {
          zh
          en
        }
      }
      rates {
        id
        program
        label {
          zh
          en
        }
        fen
        isFloor
        clause
      }
      contradictions {
        id
        text {
          zh
          en
        }
        handling {
          zh
          en
        }
      }
      advice {
        path
        code
        textZh
        textEn
      }
    }
  }
`);

export const PACK_DECISIONS = graphql(`
  query PackDecisions($countyCode: String!, $packId: ID!) {
    packDecisions(countyCode: $countyCode, packId: $packId) {
      id
      clause
      questionZh
      questionEn
      options {
        id
        textZh
        textEn
      }
      chosen
      shipped
      shippedWhy {
        zh
        en
      }
      isCountyChoice
      lapsed
      reason
      proposedByName
      decidedByName
      decidedAt
    }
  }
`);

export const PACK_COMPARISON = graphql(`
  query PackComparison($oldPackId: ID!, $packId: ID!) {
    packComparison(oldPackId: $oldPackId, packId: $packId) {
      old {
        id
        version
        textVersion
        titleZh
        titleEn
      }
      now {
        id
        version
        textVersion
        titleZh
        titleEn
      }
      parts {
        kind
        part
        title {
          zh
          en
        }
        removedZh
        addedZh
        removedEn
        addedEn
      }
      paths
    }
  }
`);

export const UPLOAD_PACK = graphql(`
  mutation UploadPack($input: UploadPackInput!) {
    uploadPack(input: $input) {
      __typename
      ... on PackUploaded {
        isKnown
        advice {
          path
          code
          textZh
          textEn
        }
        pack {
          id
          version
          titleZh
          titleEn
        }
      }
      ... on PackRefused {
        problemCount
        problems {
          path
          code
          textZh
          textEn
        }
      }
    }
  }
`);

export const COUNTY_PACKS = graphql(`
  query CountyPacks($countyCode: String!) {
    countyPacks(countyCode: $countyCode) {
      id
      packCode
      packId
      packVersion
      titleZh
      titleEn
      fromOn
      untilOn
    }
  }
`);
