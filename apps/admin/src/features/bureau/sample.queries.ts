import { graphql } from '../../api/graphql.js';

export const SAMPLES = graphql(`
  query ClaimSamples($page: Int!, $pageSize: Int!) {
    claimSamples(page: $page, pageSize: $pageSize) {
      total
      items {
        id
        period
        method
        purpose
        size
        populationCount
        populationFen
        drawnByName
        drawnAt
        seenCount
        absentCount
      }
    }
  }
`);

export const SAMPLE = graphql(`
  query ClaimSample($id: ID!) {
    claimSample(id: $id) {
      id
      period
      method
      size
      seed
      populationCount
      populationFen
      populationSha256
      note
      drawnByName
      drawnAt
      seenCount
      absentCount
      path
      items {
        id
        seq
        claimNumber
        centerName
        subjectName
        amountFen
        deltaFen
        result
        note
        seenByName
        seenAt
      }
    }
  }
`);

export const REDRAW = graphql(`
  query RedrawClaimSample($id: ID!) {
    redrawClaimSample(id: $id) {
      isSame
      isPopulationSame
      drawn
    }
  }
`);

export const DRAW_SAMPLE = graphql(`
  mutation DrawClaimSample($input: DrawClaimSampleInput!) {
    drawClaimSample(input: $input) {
      id
    }
  }
`);

export const RECORD_INSPECTION = graphql(`
  mutation RecordInspection($input: RecordInspectionInput!) {
    recordInspection(input: $input) {
      id
    }
  }
`);
