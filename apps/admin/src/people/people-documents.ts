import { graphql } from "../graphql/gql.ts";

/** Somebody with all roles and the account, as the list and the drawer show them. */
graphql(`
  fragment PersonShown on PersonRecord {
    id
    name
    areaCode
    roles {
      id
      role
      areaCode
      areaName
      from
      to
      inForce
      of
      standsInFor
      standsInForName
    }
    account {
      username
      state
      lastSignInAt
      secondFactor
      lockedUntil
    }
  }
`);

/** Of every answer of a verb on people. */
graphql(`
  fragment PersonRefusal on Refusal {
    code
    message
    path
  }
`);

export const peopleDocument = graphql(`
  query People($areas: [ID!]!, $text: String, $first: Int!, $after: String) {
    people(areas: $areas, text: $text, first: $first, after: $after) {
      nodes {
        ...PersonShown
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const personDocument = graphql(`
  query PersonRecord($id: ID!) {
    personRecord(id: $id) {
      ...PersonShown
    }
  }
`);

export const grantRoleDocument = graphql(`
  mutation GrantRole($input: GrantRoleInput!) {
    grantRole(input: $input) {
      person { ...PersonShown }
      refusal { ...PersonRefusal }
    }
  }
`);

export const endRoleDocument = graphql(`
  mutation EndRole($input: EndRoleInput!) {
    endRole(input: $input) {
      person { ...PersonShown }
      refusal { ...PersonRefusal }
    }
  }
`);

export const nameStandInDocument = graphql(`
  mutation NameStandIn($input: NameStandInInput!) {
    nameStandIn(input: $input) {
      person { ...PersonShown }
      refusal { ...PersonRefusal }
    }
  }
`);

export const endLeaveDocument = graphql(`
  mutation EndLeave($input: EndLeaveInput!) {
    endLeave(input: $input) {
      person { ...PersonShown }
      refusal { ...PersonRefusal }
    }
  }
`);

export const inviteWorkerDocument = graphql(`
  mutation InviteWorker($input: InviteWorkerInput!) {
    inviteWorker(input: $input) {
      person { ...PersonShown }
      link { path expiresAt }
      refusal { ...PersonRefusal }
    }
  }
`);

export const inviteAccountDocument = graphql(`
  mutation InviteAccount($input: InviteAccountInput!) {
    inviteAccount(input: $input) {
      person { ...PersonShown }
      link { path expiresAt }
      refusal { ...PersonRefusal }
    }
  }
`);

export const resetPasswordDocument = graphql(`
  mutation ResetPassword($input: ResetPasswordInput!) {
    resetPassword(input: $input) {
      person { ...PersonShown }
      link { path expiresAt }
      refusal { ...PersonRefusal }
    }
  }
`);

export const disableAccountDocument = graphql(`
  mutation DisableAccount($input: AccountInput!) {
    disableAccount(input: $input) {
      person { ...PersonShown }
      refusal { ...PersonRefusal }
    }
  }
`);

export const enableAccountDocument = graphql(`
  mutation EnableAccount($input: AccountInput!) {
    enableAccount(input: $input) {
      person { ...PersonShown }
      refusal { ...PersonRefusal }
    }
  }
`);

export const unlockAccountDocument = graphql(`
  mutation UnlockAccount($input: AccountInput!) {
    unlockAccount(input: $input) {
      person { ...PersonShown }
      refusal { ...PersonRefusal }
    }
  }
`);

export const removeSecondFactorDocument = graphql(`
  mutation RemoveSecondFactor($input: AccountInput!) {
    removeSecondFactor(input: $input) {
      person { ...PersonShown }
      refusal { ...PersonRefusal }
    }
  }
`);

export const committeeDocument = graphql(`
  query PartyCommittee($communityCode: ID!) {
    committee(communityCode: $communityCode) {
      ...CommitteeShown
    }
  }
`);

graphql(`
  fragment CommitteeShown on Committee {
    communityCode
    termFrom
    termTo
    members {
      post
      person {
        id
        name
      }
    }
  }
`);

export const setCommitteeDocument = graphql(`
  mutation SetCommittee($input: SetCommitteeInput!) {
    setCommittee(input: $input) {
      committee { ...CommitteeShown }
      refusal { ...PersonRefusal }
    }
  }
`);

/** The areas one step below an area. */
export const areaStepDocument = graphql(`
  query AreaStep($code: ID!) {
    area(code: $code) {
      code
      name
      children(first: 100) {
        code
        name
      }
    }
  }
`);

export const gridBuildingsDocument = graphql(`
  query GridBuildings($areas: [ID!]!) {
    buildings(areas: $areas, first: 100) {
      nodes {
        id
        address
        pinyin
      }
    }
  }
`);

export const areaDepartmentsDocument = graphql(`
  query AreaDepartments($area: ID!) {
    departments(area: $area) {
      id
      name
    }
  }
`);
