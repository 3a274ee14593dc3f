import { graphql } from "../graphql/gql.ts";

/** A mediation as a line of the list, and at the head of its page. */
graphql(`
  fragment MediationLine on Mediation {
    id
    no
    version
    state
    dueOn
    confirmBy
    appliedAt
    deadlines {
      kind
      dueOn
      termId
    }
    parties {
      key
      side
      heardAt
      person {
        id
        name
      }
    }
    mediators {
      id
      name
    }
    case {
      id
      no
      title
      kind
      gridCode
      gridName
    }
  }
`);

/** All of it. */
graphql(`
  fragment MediationShown on Mediation {
    ...MediationLine
    round
    openedAt
    consentAt
    provisional
    extendedAt
    form
    termsAt
    effectiveAt
    confirmedAt
    performedAt
    endCause
    endReason
    rightToSueNoticedAt
    facts
    issues
    record
    statements {
      id
      partyKey
      at
      words
    }
    terms {
      id
      what
      by
      dueOn
      doneAt
    }
    signatures {
      signer
      key
      kind
      at
    }
    returnVisits {
      id
      at
      partyKey
      words
      by {
        id
        name
      }
    }
    actions {
      action
      allowed
      message
    }
  }
`);

export const mediationsDocument = graphql(`
  query Mediations($areas: [ID!]!, $states: [MediationState!], $mine: Boolean, $first: Int!, $after: String) {
    mediations(areas: $areas, states: $states, mine: $mine, first: $first, after: $after) {
      nodes {
        ...MediationLine
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const mediationDocument = graphql(`
  query MediationWhole($id: ID!) {
    mediation(id: $id) {
      ...MediationShown
    }
  }
`);

export const caseMediationDocument = graphql(`
  query CaseMediation($id: ID!) {
    case(id: $id) {
      id
      mediation {
        ...MediationLine
      }
    }
  }
`);

/** Whose committee seals it. */
export const committeeDocument = graphql(`
  query MediationCommunity($code: ID!) {
    area(code: $code) {
      code
      name
    }
  }
`);
