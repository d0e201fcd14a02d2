import { graphql } from '../../api/graphql.js';

export const BED_MAP = graphql(`
  query BedMap($centerId: ID!, $asOf: LocalDate) {
    bedMap(centerId: $centerId, asOf: $asOf) {
      asOf
      counts {
        beds
        occupied
        away
        reserved
        free
        repair
        closed
        nursing
        unsaid
      }
      buildings {
        id
        name
        version
        floors {
          id
          name
          version
          rooms {
            id
            name
            sexPolicy
            version
            beds {
              id
              label
              name
              version
              state
              kind
              kindFromOn
              openedOn
              closedOn
              stay {
                id
                version
                spellId
                admittedOn
                status
                fromOn
                untilOn
                expectedUntilOn
                residentId
                residentName
                sex
                bornOn
                level
                levelScale
              }
              absence {
                id
                version
                kind
                fromOn
                plannedUntilOn
              }
              repair {
                fromOn
                untilOn
                reason
              }
              next {
                id
                version
                status
                fromOn
                residentId
                residentName
              }
            }
          }
        }
      }
    }
  }
`);

export const OCCUPANCY = graphql(`
  query Occupancy($centerId: ID!) {
    occupancy(centerId: $centerId) {
      beds
      occupied
      away
      reserved
      free
      repair
      overdueReturns
      overdueReservations
      months {
        month
        occupiedDays
        bedDays
        admissions
        exits
      }
    }
  }
`);

export const LEVEL_MIX = graphql(`
  query LevelMix($centerId: ID!) {
    levelMix(centerId: $centerId) {
      months
      shares {
        level
        people
      }
    }
  }
`);

export const LAYOUT_PREVIEW = graphql(`
  query LayoutPreview($input: LayOutBuildingInput!) {
    layoutPreview(input: $input) {
      name
      isExisting
      rooms {
        name
        isTaken
        beds
      }
    }
  }
`);

export const LAY_OUT_BUILDING = graphql(`
  mutation LayOutBuilding($input: LayOutBuildingInput!) {
    layOutBuilding(input: $input)
  }
`);

export const ADD_ROOMS = graphql(`
  mutation AddRooms($input: AddRoomsInput!) {
    addRooms(input: $input)
  }
`);

export const ADD_BEDS = graphql(`
  mutation AddBeds($input: AddBedsInput!) {
    addBeds(input: $input)
  }
`);

export const UPDATE_PLACE = graphql(`
  mutation UpdatePlace($input: UpdatePlaceInput!) {
    updatePlace(input: $input)
  }
`);

export const SORT_PLACES = graphql(`
  mutation SortPlaces($input: SortPlacesInput!) {
    sortPlaces(input: $input)
  }
`);

export const REMOVE_PLACE = graphql(`
  mutation RemovePlace($input: RemovePlaceInput!) {
    removePlace(input: $input)
  }
`);

export const START_REPAIR = graphql(`
  mutation StartBedRepair($input: StartRepairInput!) {
    startBedRepair(input: $input) {
      __typename
      ... on BedConflict {
        bed
        holder
        from
        until
      }
    }
  }
`);

export const END_REPAIR = graphql(`
  mutation EndBedRepair($input: EndRepairInput!) {
    endBedRepair(input: $input) {
      __typename
    }
  }
`);

export const CLOSE_BED = graphql(`
  mutation CloseBed($input: CloseBedInput!) {
    closeBed(input: $input) {
      __typename
      ... on BedConflict {
        bed
        holder
        from
        until
      }
    }
  }
`);

export const REOPEN_BED = graphql(`
  mutation ReopenBed($input: ReopenBedInput!) {
    reopenBed(input: $input) {
      __typename
    }
  }
`);

export const SET_BED_KINDS = graphql(`
  mutation SetBedKinds($input: SetBedKindsInput!) {
    setBedKinds(input: $input)
  }
`);
