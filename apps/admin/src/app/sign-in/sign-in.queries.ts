import { graphql } from '../../api/graphql.js';

export const SIGN_IN = graphql(`
  mutation SignIn($input: SignInInput!) {
    signIn(input: $input) {
      userId
      userName
      displayName
      organizationId
      organizationName
      organizationKind
      permissions
      roleNames
      centers {
        id
        name
        code
        countyCode
        countyName
      }
      formerCenters {
        id
        name
        firstMonth
        lastMonth
      }
      counties {
        code
        name
        nameEn
      }
      mustChangePassword
      isDemo
      idleMinutes
      locale
    }
  }
`);

export const ACCEPT_INVITATION = graphql(`
  mutation AcceptInvitation($input: AcceptInvitationInput!) {
    acceptInvitation(input: $input) {
      userId
      userName
      displayName
      organizationId
      organizationName
      organizationKind
      permissions
      roleNames
      centers {
        id
        name
        code
        countyCode
        countyName
      }
      formerCenters {
        id
        name
        firstMonth
        lastMonth
      }
      counties {
        code
        name
        nameEn
      }
      mustChangePassword
      isDemo
      idleMinutes
      locale
    }
  }
`);

export const CHANGE_PASSWORD = graphql(`
  mutation ChangePassword($input: ChangePasswordInput!) {
    changePassword(input: $input)
  }
`);

export const SIGN_OUT = graphql(`
  mutation SignOut {
    signOut
  }
`);
