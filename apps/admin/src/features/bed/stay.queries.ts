import { graphql } from '../../api/graphql.js';

export const STAY = graphql(`
  query Stay($id: ID!) {
    stay(id: $id) {
      id
      centerId
      residentId
      residentName
      sex
      bornOn
      bedId
      bedName
      place
      spellId
      status
      fromOn
      untilOn
      expectedUntilOn
      endKind
      source
      note
      version
      stayDays
      absence {
        id
        version
        kind
        fromOn
        plannedUntilOn
      }
    }
  }
`);

export const STAYS = graphql(`
  query Stays(
    $centerId: ID!
    $page: Int!
    $pageSize: Int!
    $status: StayStatus
    $away: AwayFilter
    $search: String
    $from: LocalDate
    $to: LocalDate
    $beganFrom: LocalDate
    $beganTo: LocalDate
    $orderBy: String
    $descending: Boolean
  ) {
    stays(
      centerId: $centerId
      page: $page
      pageSize: $pageSize
      status: $status
      away: $away
      search: $search
      from: $from
      to: $to
      beganFrom: $beganFrom
      beganTo: $beganTo
      orderBy: $orderBy
      descending: $descending
    ) {
      total
      items {
        id
        centerId
        residentId
        residentName
        sex
        bornOn
        bedId
        bedName
        place
        spellId
        status
        fromOn
        untilOn
        expectedUntilOn
        endKind
        source
        note
        version
        stayDays
        absence {
          id
          version
          kind
          fromOn
          plannedUntilOn
        }
      }
    }
  }
`);

export const RESIDENT_STAYS = graphql(`
  query ResidentStays($residentId: ID!) {
    residentStays(residentId: $residentId) {
      stays {
        id
        centerId
        residentId
        residentName
        sex
        bornOn
        bedId
        bedName
        place
        spellId
        status
        fromOn
        untilOn
        expectedUntilOn
        endKind
        source
        note
        version
        stayDays
        absence {
          id
          version
          kind
          fromOn
          plannedUntilOn
        }
        checklist {
          code
          state
          reason
        }
      }
      absences {
        id
        stayId
        kind
        fromOn
        plannedUntilOn
        untilOn
        note
        bedHeld
        isCancelled
        version
      }
      revisions {
        id
        stayId
        revision
        action
        status
        bedName
        fromOn
        untilOn
        endKind
        reason
        recordedAt
        recordedBy
      }
    }
  }
`);

export const FREE_BEDS = graphql(`
  query FreeBeds($centerId: ID!, $from: LocalDate!, $until: LocalDate, $exceptResidentId: ID) {
    freeBeds(centerId: $centerId, from: $from, until: $until, exceptResidentId: $exceptResidentId) {
      id
      name
      place
      sexPolicy
      roommates
    }
  }
`);

export const STAY_CANDIDATES = graphql(`
  query StayCandidates($centerId: ID!, $search: String) {
    stayCandidates(centerId: $centerId, search: $search) {
      id
      name
      sex
      bornOn
      idLast4
    }
  }
`);

export const STAY_CHECKLIST = graphql(`
  query StayChecklist($input: StayChecklistInput!) {
    stayChecklist(input: $input) {
      code
      state
      mayOverride
      targetKind
      targetId
      targetPart
      day
      room
      sexPolicy
    }
  }
`);
