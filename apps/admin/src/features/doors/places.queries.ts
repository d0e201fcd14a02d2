import { graphql } from '../../api/graphql.js';

export const COUNTIES = graphql(`
  query Counties {
    counties {
      code
      name
      nameEn
      assessmentValidMonths
      noticeDays
      appealDays
      decidesOnPaper
      paysThroughFinance
      checkLimits {
        workMinutesADay
        portionsADay
        traceDays
        traceSharePercent
        levelJump
        lateDays
        latePercent
        changePercent
        unusedBedsPercent
      }
      version
    }
  }
`);

export const SAVE_COUNTY = graphql(`
  mutation SaveCounty($input: CountyInput!) {
    saveCounty(input: $input) {
      code
    }
  }
`);

export const ORGANIZATIONS = graphql(`
  query Organizations($page: Int!, $pageSize: Int!, $search: String) {
    organizations(page: $page, pageSize: $pageSize, search: $search) {
      items {
        id
        kind
        name
        countyCode
        uscc
        contactName
        contactPhone
        centerCount
      }
      total
    }
  }
`);

export const CREATE_ORGANIZATION = graphql(`
  mutation CreateOrganization($input: CreateOrganizationInput!) {
    createOrganization(input: $input)
  }
`);

export const CENTERS = graphql(`
  query Centers($page: Int!, $pageSize: Int!, $search: String) {
    centers(page: $page, pageSize: $pageSize, search: $search) {
      items {
        id
        countyCode
        countyName
        code
        name
        ownership
        registeredBeds
        openedOn
        operatorName
      }
      total
    }
  }
`);

export const CENTER = graphql(`
  query Center($id: ID!) {
    center(id: $id) {
      id
      countyCode
      countyName
      code
      name
      ownership
      forProfit
      registeredBeds
      areaM2
      openedOn
      filedOn
      address
      phone
      operatorName
      version
    }
  }
`);

export const CREATE_CENTER = graphql(`
  mutation CreateCenter($input: CreateCenterInput!) {
    createCenter(input: $input)
  }
`);

export const UPDATE_CENTER = graphql(`
  mutation UpdateCenter($input: UpdateCenterInput!) {
    updateCenter(input: $input) {
      id
    }
  }
`);

export const CONTRACTS = graphql(`
  query Contracts($centerId: ID!) {
    contracts(centerId: $centerId) {
      id
      organizationId
      organizationName
      number
      fromOn
      untilOn
      version
    }
  }
`);

export const CREATE_CONTRACT = graphql(`
  mutation CreateContract($input: CreateContractInput!) {
    createContract(input: $input) {
      id
    }
  }
`);

export const END_CONTRACT = graphql(`
  mutation EndContract($input: EndContractInput!) {
    endContract(input: $input) {
      id
    }
  }
`);

export const GRADES = graphql(`
  query CenterGrades($centerId: ID!) {
    centerGrades(centerId: $centerId) {
      id
      scheme
      grade
      issuer
      fromOn
      untilOn
      version
    }
  }
`);

export const ADD_GRADE = graphql(`
  mutation AddCenterGrade($input: AddCenterGradeInput!) {
    addCenterGrade(input: $input) {
      id
    }
  }
`);

export const CORRECT_GRADE = graphql(`
  mutation CorrectCenterGrade($input: CorrectCenterGradeInput!) {
    correctCenterGrade(input: $input) {
      id
    }
  }
`);

export const BANK_ACCOUNT = graphql(`
  query BankAccount($centerId: ID!) {
    bankAccount(centerId: $centerId) {
      id
      holderName
      bankName
      numberMasked
    }
  }
`);

export const SET_BANK_ACCOUNT = graphql(`
  mutation SetBankAccount($input: SetBankAccountInput!) {
    setBankAccount(input: $input) {
      id
    }
  }
`);
