import { graphql } from "../graphql/gql.ts";

graphql(`
  fragment EventTold on CaseEvent {
    id
    seq
    type
    at
    recordedAt
    actor {
      id
      name
    }
    payload
    words
    due {
      kind
      at
    }
    corrected
  }
`);

/** The whole case but its log, which is a tab of its own. */
graphql(`
  fragment CaseDetail on Case {
    ...CaseCard
    resolvedAt
    updatedAt
    actions {
      action
      allowed
      code
      message
    }
    segments {
      no
      level
      startedAt
      days
      extendedBy
      endedAt
      endedBy
      dueAt
    }
    holds {
      reason
      from
      until
      endedAt
    }
    assignments {
      as
      person {
        id
        name
      }
    }
    parties {
      key
      side
      person {
        id
        name
      }
    }
    facts {
      id
      answeredAt
      withdrawnAt
    }
    whistles {
      id
      departmentId
      departmentName
      ask
      blownAt
      replyDueAt
      onSiteDueAt
      reportedAt
      result
      releasedAt
    }
    respondents {
      key
      as
      name
      resolved
      satisfaction
      attempts
    }
    opinions {
      id
      words
      voicedAt
      recordedAt
      channel
      reporter {
        id
        name
      }
      recordedBy {
        id
        name
      }
    }
    pendingAsk {
      kind
      askedBy
      askedAs
      at
      reason
      holdReason
      until
      days
    }
    risk {
      level
      reasons {
        code
        sentence
      }
    }
    attachments {
      ...AttachmentShown
    }
  }
`);

export const caseDetailDocument = graphql(`
  query CaseDetail($id: ID, $no: String) {
    case(id: $id, no: $no) {
      ...CaseDetail
    }
  }
`);

export const caseTimelineDocument = graphql(`
  query CaseTimeline($id: ID!, $first: Int!) {
    case(id: $id) {
      id
      version
      events(first: $first) {
        ...EventTold
      }
    }
  }
`);

export const caseProjectDocument = graphql(`
  query CaseProject($id: ID!) {
    project(id: $id) {
      id
      no
      title
      state
      problem
      goal
      measures
      budgetFen
      funds {
        name
        fen
      }
      progress
      publicityUntil
      openObjections
      struckOffAt
      secretary {
        id
        name
      }
      milestones {
        id
        title
        weight
        dueOn
        doneAt
        evidence
      }
      deliverables {
        id
        name
        planned
        accepted
        shortReason
      }
      cases {
        ...CaseMention
      }
    }
  }
`);

/** A case as another one mentions it: one line. */
graphql(`
  fragment CaseMention on Case {
    id
    no
    version
    title
    kind
    status
    level
    place {
      compoundName
      buildingAddress
      unitNo
    }
    due {
      kind
      at
      expected
    }
  }
`);

export const caseMentionDocument = graphql(`
  query CaseMentioned($id: ID!) {
    case(id: $id) {
      ...CaseMention
    }
  }
`);

export const nearbyCasesDocument = graphql(`
  query NearbyCases($areas: [ID!]!, $filter: CaseFilter) {
    cases(areas: $areas, filter: $filter, first: 20) {
      nodes {
        ...CaseMention
      }
    }
  }
`);
