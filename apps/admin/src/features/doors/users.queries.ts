import { graphql } from '../../api/graphql.js';

export const USERS = graphql(`
  query Users($page: Int!, $pageSize: Int!, $search: String, $status: UserStatus) {
    users(page: $page, pageSize: $pageSize, search: $search, status: $status) {
      items {
        id
        userName
        displayName
        phone
        status
        organizationName
        roleCodes
        centerIds
        lastSignInAt
        lockedUntil
      }
      total
    }
  }
`);

export const USER = graphql(`
  query User($id: ID!) {
    user(id: $id) {
      id
      userName
      displayName
      phone
      status
      organizationId
      organizationName
      roleCodes
      centerIds
      isDemo
      lastSignInAt
      lockedUntil
      createdAt
      version
    }
  }
`);

export const ROLES = graphql(`
  query Roles {
    roles {
      id
      organizationKind
      code
      name
      nameEn
      permissions
    }
  }
`);

export const INVITE_USER = graphql(`
  mutation InviteUser($input: InviteUserInput!) {
    inviteUser(input: $input) {
      userId
      token
      expiresAt
    }
  }
`);

export const UPDATE_USER = graphql(`
  mutation UpdateUser($input: UpdateUserInput!) {
    updateUser(input: $input) {
      id
    }
  }
`);

export const DISABLE_USER = graphql(`
  mutation DisableUser($input: UserReasonInput!) {
    disableUser(input: $input) {
      id
    }
  }
`);

export const ENABLE_USER = graphql(`
  mutation EnableUser($input: UserReasonInput!) {
    enableUser(input: $input) {
      id
    }
  }
`);

export const RESET_USER_PASSWORD = graphql(`
  mutation ResetUserPassword($input: UserReasonInput!) {
    resetUserPassword(input: $input) {
      userId
      token
      expiresAt
    }
  }
`);
