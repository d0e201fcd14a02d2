import { graphql } from '../../api/graphql.js';

export const STAFF = graphql(`
  query StaffMembers(
    $centerId: ID!
    $page: Int!
    $pageSize: Int!
    $search: String
    $post: StaffPost
    $isEmployed: Boolean
  ) {
    staffMembers(
      centerId: $centerId
      page: $page
      pageSize: $pageSize
      search: $search
      post: $post
      isEmployed: $isEmployed
    ) {
      total
      items {
        id
        name
        sex
        phone
        post
        fromOn
        untilOn
        certificateCount
        expiryState
      }
    }
  }
`);

export const STAFF_MEMBER = graphql(`
  query StaffMember($id: ID!) {
    staffMember(id: $id) {
      id
      centerId
      name
      sex
      bornOn
      idNumberMasked
      phone
      post
      fromOn
      untilOn
      expiryState
      version
    }
    staffCertificates(staffId: $id) {
      id
      staffId
      staffName
      type
      number
      level
      issuer
      issuedOn
      validityKind
      validUntil
      state
      verifiedByName
      verifiedAt
      version
    }
  }
`);

export const CERTIFICATE_BOARD = graphql(`
  query CertificateBoard($centerId: ID!, $page: Int!, $pageSize: Int!, $state: ExpiryState) {
    certificateBoard(centerId: $centerId, page: $page, pageSize: $pageSize, state: $state) {
      total
      items {
        id
        staffId
        staffName
        type
        number
        level
        issuer
        validUntil
        state
        verifiedByName
      }
    }
  }
`);

export const CERTIFICATE_SUMMARY = graphql(`
  query CertificateSummary($centerId: ID!) {
    certificateSummary(centerId: $centerId) {
      valid
      due60
      due30
      expired
      caregiversWithout
    }
  }
`);

export const CREATE_STAFF = graphql(`
  mutation CreateStaffMember($input: CreateStaffMemberInput!) {
    createStaffMember(input: $input) {
      id
    }
  }
`);

export const UPDATE_STAFF = graphql(`
  mutation UpdateStaffMember($input: UpdateStaffMemberInput!) {
    updateStaffMember(input: $input) {
      id
    }
  }
`);

export const ADD_CERTIFICATE = graphql(`
  mutation AddCertificate($input: AddCertificateInput!) {
    addCertificate(input: $input) {
      id
    }
  }
`);

export const CORRECT_CERTIFICATE = graphql(`
  mutation CorrectCertificate($input: CorrectCertificateInput!) {
    correctCertificate(input: $input) {
      id
    }
  }
`);

export const REMOVE_CERTIFICATE = graphql(`
  mutation RemoveCertificate($input: CertificateReasonInput!) {
    removeCertificate(input: $input)
  }
`);

export const VERIFY_CERTIFICATE = graphql(`
  mutation VerifyCertificate($id: ID!, $version: Int!) {
    verifyCertificate(id: $id, version: $version) {
      id
    }
  }
`);

/** Of the house, for the board of what runs out. */
export const HOUSE_LICENCES = graphql(`
  query HouseLicences($centerId: ID!) {
    centerLicences(centerId: $centerId) {
      id
      kind
      number
      validUntil
      expiry
    }
  }
`);
