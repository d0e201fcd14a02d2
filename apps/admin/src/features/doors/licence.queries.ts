import { graphql } from '../../api/graphql.js';

export const LICENCES = graphql(`
  query CenterLicences($centerId: ID!) {
    centerLicences(centerId: $centerId) {
      id
      centerId
      kind
      number
      issuer
      passed
      remark
      validFrom
      validUntil
      expiry
      version
    }
  }
`);

export const ADD_LICENCE = graphql(`
  mutation AddCenterLicence($input: AddCenterLicenceInput!) {
    addCenterLicence(input: $input) {
      id
    }
  }
`);

export const CORRECT_LICENCE = graphql(`
  mutation CorrectCenterLicence($input: CorrectCenterLicenceInput!) {
    correctCenterLicence(input: $input) {
      id
    }
  }
`);

export const REMOVE_LICENCE = graphql(`
  mutation RemoveCenterLicence($input: RemoveCenterLicenceInput!) {
    removeCenterLicence(input: $input)
  }
`);
