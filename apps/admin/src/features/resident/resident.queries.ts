import { graphql } from '../../api/graphql.js';

export const RESIDENTS = graphql(`
  query Residents(
    $centerId: ID!
    $page: Int!
    $pageSize: Int!
    $search: String
    $sex: Sex
    $category: CategoryCode
    $residence: Residence
    $ageFrom: Int
    $sort: ResidentSort
  ) {
    residents(
      centerId: $centerId
      page: $page
      pageSize: $pageSize
      search: $search
      sex: $sex
      category: $category
      residence: $residence
      ageFrom: $ageFrom
      sort: $sort
    ) {
      total
      items {
        id
        name
        sex
        bornOn
        diedOn
        idNumberMasked
        categories
        residence
        bedName
        stayFrom
        stayUntil
        scale
        level
        levelUntil
      }
    }
  }
`);

export const RESIDENT = graphql(`
  query Resident($id: ID!) {
    resident(id: $id) {
      id
      centerId
      name
      sex
      bornOn
      isBirthEstimated
      lunarBirthday
      diedOn
      deathCertificate
      idType
      idNumberMasked
      isFirstGeneration
      idValidUntil
      noIdReason
      phone
      householdCounty
      householdAddress
      nation
      education
      marital
      living
      payment
      income
      note
      version
      contacts {
        id
        name
        relation
        phone
        idNumberMasked
        address
        isEmergency
        isSigner
        isPayer
        isGuardian
        guardianBasis
        note
        version
      }
      categories {
        id
        code
        fromOn
        untilOn
        evidence
        isVoided
        version
      }
      consents {
        id
        purpose
        basis
        textVersion
        isGiven
        signer
        relation
        signedOn
        withdrawnOn
        version
      }
      agreements {
        id
        number
        signedOn
        fromOn
        untilOn
        signer
        relation
        clauses {
          clause
          text
        }
        openClauses
        version
      }
      documents {
        id
        type
        numberMasked
        validUntil
        isFormer
      }
    }
  }
`);

export const TWINS = graphql(`
  query ResidentTwins($input: ResidentTwinsInput!) {
    residentTwins(input: $input) {
      id
      name
      sex
      bornOn
      diedOn
      idNumberMasked
      isSameNumber
    }
  }
`);

export const CREATE_RESIDENT = graphql(`
  mutation CreateResident($input: CreateResidentInput!) {
    createResident(input: $input) {
      id
    }
  }
`);

export const UPDATE_RESIDENT = graphql(`
  mutation UpdateResident($input: UpdateResidentInput!) {
    updateResident(input: $input) {
      id
    }
  }
`);

export const REVEAL_ID_NUMBER = graphql(`
  mutation RevealIdNumber($input: RevealIdNumberInput!) {
    revealIdNumber(input: $input)
  }
`);

export const RECORD_DEATH = graphql(`
  mutation RecordDeathElsewhere($input: RecordDeathElsewhereInput!) {
    recordDeathElsewhere(input: $input) {
      id
    }
  }
`);

export const REVOKE_DEATH = graphql(`
  mutation RevokeDeath($input: RevokeDeathInput!) {
    revokeDeath(input: $input) {
      id
    }
  }
`);

export const ADD_CONTACT = graphql(`
  mutation AddResidentContact($input: AddContactInput!) {
    addResidentContact(input: $input) {
      id
    }
  }
`);

export const UPDATE_CONTACT = graphql(`
  mutation UpdateResidentContact($input: UpdateContactInput!) {
    updateResidentContact(input: $input) {
      id
    }
  }
`);

export const REMOVE_CONTACT = graphql(`
  mutation RemoveResidentContact($input: TakeBackInput!) {
    removeResidentContact(input: $input) {
      id
    }
  }
`);

export const ADD_CATEGORY = graphql(`
  mutation AddResidentCategory($input: AddCategoryInput!) {
    addResidentCategory(input: $input) {
      id
    }
  }
`);

export const UPDATE_CATEGORY = graphql(`
  mutation UpdateResidentCategory($input: UpdateCategoryInput!) {
    updateResidentCategory(input: $input) {
      id
    }
  }
`);

export const VOID_CATEGORY = graphql(`
  mutation VoidResidentCategory($input: TakeBackInput!) {
    voidResidentCategory(input: $input) {
      id
    }
  }
`);

export const RECORD_CONSENTS = graphql(`
  mutation RecordConsents($input: RecordConsentsInput!) {
    recordConsents(input: $input) {
      id
    }
  }
`);

export const WITHDRAW_CONSENT = graphql(`
  mutation WithdrawConsent($input: WithdrawConsentInput!) {
    withdrawConsent(input: $input) {
      id
    }
  }
`);

export const SIGN_AGREEMENT = graphql(`
  mutation SignServiceAgreement($input: SignAgreementInput!) {
    signServiceAgreement(input: $input) {
      id
    }
  }
`);

export const UPDATE_AGREEMENT = graphql(`
  mutation UpdateServiceAgreement($input: UpdateAgreementInput!) {
    updateServiceAgreement(input: $input) {
      id
    }
  }
`);

export const ADD_DOCUMENT = graphql(`
  mutation AddResidentDocument($input: AddDocumentInput!) {
    addResidentDocument(input: $input) {
      id
    }
  }
`);

export const REMOVE_DOCUMENT = graphql(`
  mutation RemoveResidentDocument($input: RemoveDocumentInput!) {
    removeResidentDocument(input: $input) {
      id
    }
  }
`);
