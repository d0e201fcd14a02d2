import { graphql } from '../../api/graphql.js';

export const SERVICES = graphql(`
  query Services(
    $centerId: ID!
    $page: Int!
    $pageSize: Int!
    $month: YearMonth
    $residentId: ID
    $type: ServiceType
  ) {
    services(
      centerId: $centerId
      page: $page
      pageSize: $pageSize
      month: $month
      residentId: $residentId
      type: $type
    ) {
      total
      totalMinutes
      totalValueFen
      items {
        id
        residentId
        residentName
        staffName
        type
        onDate
        minutes
        valueFen
        note
        createdByName
        voidedAt
        voidReason
      }
    }
  }
`);

export const RECORD_SERVICES = graphql(`
  mutation RecordServices($input: RecordServicesInput!) {
    recordServices(input: $input)
  }
`);

export const VOID_SERVICE = graphql(`
  mutation VoidService($input: VoidServiceInput!) {
    voidService(input: $input)
  }
`);

export const PEOPLE_TO_SERVE = graphql(`
  query PeopleToServe($centerId: ID!, $search: String) {
    residents(centerId: $centerId, page: 1, pageSize: 50, search: $search) {
      items {
        id
        name
      }
    }
  }
`);

export const STAFF_TO_SERVE = graphql(`
  query StaffToServe($centerId: ID!) {
    staffMembers(centerId: $centerId, page: 1, pageSize: 100, isEmployed: true) {
      items {
        id
        name
        post
      }
    }
  }
`);

export const MEAL_SHEET = graphql(`
  query MealSheet($centerId: ID!, $onDate: LocalDate!, $meal: Meal!) {
    mealSheet(centerId: $centerId, onDate: $onDate, meal: $meal) {
      onDate
      meal
      checkedIn
      expected
      rows {
        residentId
        name
        bedLabel
        absence
        count
      }
    }
  }
`);

export const CHECK_IN_MEALS = graphql(`
  mutation CheckInMeals($input: CheckInMealsInput!) {
    checkInMeals(input: $input) {
      onDate
      meal
      checkedIn
      expected
      rows {
        residentId
        name
        bedLabel
        absence
        count
      }
    }
  }
`);
