import { graphql } from '../../api/graphql.js';

export const STATISTICS = graphql(`
  query CountyStatistics($year: Int!) {
    countyStatistics(year: $year) {
      year
      lineCount
      firstPassRate
      decisionCount
      returnedCount
      daysMedian
      daysLongest
      months {
        month
        claimedFen
        decidedFen
        paidFen
        recoveredFen
        nettedFen
      }
      reasons {
        code
        returned
        held
        cut
        amountFen
      }
      centers {
        centerId
        centerName
        claimCount
        claimedFen
        decidedFen
        paidFen
        firstPassRate
      }
    }
  }
`);
