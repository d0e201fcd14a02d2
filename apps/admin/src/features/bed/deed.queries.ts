import { graphql } from '../../api/graphql.js';

export const RESERVE_BED = graphql(`
  mutation ReserveBed($input: ReserveBedInput!) {
    reserveBed(input: $input) {
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

export const ADMIT_RESIDENT = graphql(`
  mutation AdmitResident($input: AdmitResidentInput!) {
    admitResident(input: $input) {
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

export const TRANSFER_RESIDENT = graphql(`
  mutation TransferResident($input: TransferResidentInput!) {
    transferResident(input: $input) {
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

export const SWAP_BEDS = graphql(`
  mutation SwapBeds($input: SwapBedsInput!) {
    swapBeds(input: $input) {
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

export const RECORD_STAY = graphql(`
  mutation RecordStay($input: RecordStayInput!) {
    recordStay(input: $input) {
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

export const START_ABSENCE = graphql(`
  mutation StartAbsence($input: StartAbsenceInput!) {
    startAbsence(input: $input) {
      id
    }
  }
`);

export const END_ABSENCE = graphql(`
  mutation EndAbsence($input: EndAbsenceInput!) {
    endAbsence(input: $input) {
      id
    }
  }
`);

export const CORRECT_ABSENCE = graphql(`
  mutation CorrectAbsence($input: CorrectAbsenceInput!) {
    correctAbsence(input: $input) {
      id
    }
  }
`);

export const CANCEL_ABSENCE = graphql(`
  mutation CancelAbsence($input: CancelAbsenceInput!) {
    cancelAbsence(input: $input) {
      id
    }
  }
`);
