import { graphql } from '../../api/graphql.js';

export const CANCEL_RESERVATION = graphql(`
  mutation CancelReservation($input: CancelReservationInput!) {
    cancelReservation(input: $input) {
      __typename
      ... on StaySaved {
        stay {
          id
          residentName
          bedName
        }
      }
      ... on BedConflict {
        bed
        holder
        from
        until
      }
      ... on PersonConflict {
        bed
        holder
        from
        until
      }
      ... on BedUnavailable {
        bed
        state
        unavailableFrom: from
        unavailableUntil: until
      }
      ... on StayBlocked {
        items {
          code
          state
        }
      }
    }
  }
`);

export const DISCHARGE_RESIDENT = graphql(`
  mutation DischargeResident($input: EndStayInput!) {
    dischargeResident(input: $input) {
      __typename
      ... on StaySaved {
        stay {
          id
          residentName
          bedName
        }
      }
      ... on BedConflict {
        bed
        holder
        from
        until
      }
      ... on PersonConflict {
        bed
        holder
        from
        until
      }
      ... on BedUnavailable {
        bed
        state
        unavailableFrom: from
        unavailableUntil: until
      }
      ... on StayBlocked {
        items {
          code
          state
        }
      }
    }
  }
`);

export const RECORD_DEATH = graphql(`
  mutation RecordDeath($input: EndStayInput!) {
    recordDeath(input: $input) {
      __typename
      ... on StaySaved {
        stay {
          id
          residentName
          bedName
        }
      }
      ... on BedConflict {
        bed
        holder
        from
        until
      }
      ... on PersonConflict {
        bed
        holder
        from
        until
      }
      ... on BedUnavailable {
        bed
        state
        unavailableFrom: from
        unavailableUntil: until
      }
      ... on StayBlocked {
        items {
          code
          state
        }
      }
    }
  }
`);

export const UNDO_ADMISSION = graphql(`
  mutation UndoAdmission($input: UndoStayInput!) {
    undoAdmission(input: $input) {
      __typename
      ... on StaySaved {
        stay {
          id
          residentName
          bedName
        }
      }
      ... on BedConflict {
        bed
        holder
        from
        until
      }
      ... on PersonConflict {
        bed
        holder
        from
        until
      }
      ... on BedUnavailable {
        bed
        state
        unavailableFrom: from
        unavailableUntil: until
      }
      ... on StayBlocked {
        items {
          code
          state
        }
      }
    }
  }
`);

export const UNDO_END_OF_STAY = graphql(`
  mutation UndoEndOfStay($input: UndoStayInput!) {
    undoEndOfStay(input: $input) {
      __typename
      ... on StaySaved {
        stay {
          id
          residentName
          bedName
        }
      }
      ... on BedConflict {
        bed
        holder
        from
        until
      }
      ... on PersonConflict {
        bed
        holder
        from
        until
      }
      ... on BedUnavailable {
        bed
        state
        unavailableFrom: from
        unavailableUntil: until
      }
      ... on StayBlocked {
        items {
          code
          state
        }
      }
    }
  }
`);

export const CORRECT_STAY = graphql(`
  mutation CorrectStay($input: CorrectStayInput!) {
    correctStay(input: $input) {
      __typename
      ... on StaySaved {
        stay {
          id
          residentName
          bedName
        }
      }
      ... on BedConflict {
        bed
        holder
        from
        until
      }
      ... on PersonConflict {
        bed
        holder
        from
        until
      }
      ... on BedUnavailable {
        bed
        state
        unavailableFrom: from
        unavailableUntil: until
      }
      ... on StayBlocked {
        items {
          code
          state
        }
      }
    }
  }
`);
