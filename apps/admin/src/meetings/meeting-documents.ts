import { graphql } from "../graphql/gql.ts";

graphql(`
  fragment DoorShown on Door {
    id
    building
    unitNo
    floor
    room
    shop
  }
`);

/** A meeting as a list or a calendar shows it. */
graphql(`
  fragment MeetingCard on Meeting {
    id
    version
    areaCode
    areaName
    form
    status
    place {
      words
    }
    meetsAt
    recordedAfterwards
    confidential
    people
    convener {
      id
      name
    }
    agenda {
      id
      version
      notReached
      resolution {
        at
      }
      case {
        id
        title
        kind
      }
    }
  }
`);

graphql(`
  fragment AgendaItemShown on AgendaItem {
    id
    version
    scope
    rule
    addedAt
    notReached
    endedAt
    case {
      id
      no
      title
      kind
      category
      visibility
      status
      level
      gridCode
      gridName
      place {
        compoundId
        buildingId
        unitId
        compoundName
        buildingAddress
        unitNo
      }
      parties {
        person {
          id
          name
        }
      }
    }
    affected {
      household {
        ...DoorShown
      }
      areaCm2
      direct
      origin
      present
      recused
      invitedOn
    }
    causes {
      id
      words
    }
    options {
      id
      words
      proposedBy
      proposer {
        id
      }
    }
    statements {
      id
      words
      by {
        id
      }
    }
    positions {
      optionId
      stance
      reason
      by {
        id
      }
    }
    recusals {
      reason
      by {
        id
      }
    }
    resolution {
      rule
      at
      option {
        id
        words
      }
      tally {
        ...TallyShown
      }
    }
    actionItems {
      ...ActionItemShown
    }
  }
`);

graphql(`
  fragment TallyShown on Tally {
    affected
    present
    takePart
    affectedCm2
    takePartCm2
    options {
      optionId
      for
      accept
      against
      directAgainst
      agreeCm2
      againstCm2
    }
  }
`);

graphql(`
  fragment ActionItemShown on ActionItem {
    id
    what
    ownerIsResident
    dueOn
    doneAt
    owner {
      id
      name
    }
  }
`);

/** Everything the room shows. */
graphql(`
  fragment MeetingShown on Meeting {
    id
    version
    areaCode
    areaName
    councilId
    form
    status
    place {
      words
      compoundId
      buildingId
      unitId
    }
    placeLevel
    meetsAt
    plannedFor
    openedAt
    heldAt
    recordedAfterwards
    confidential
    signInCode
    minutes
    convener {
      id
      name
    }
    recorder {
      id
      name
    }
    actions {
      action
      allowed
      code
      message
    }
    summons {
      of
      subjectId
      label
      how
      at
    }
    attendance {
      id
      as
      signature
      at
      person {
        id
        name
      }
      household {
        ...DoorShown
      }
    }
    agenda {
      ...AgendaItemShown
    }
  }
`);

graphql(`
  fragment MeetingRefusal on Refusal {
    code
    message
    path
    currentVersion
  }
`);

export const meetingsDocument = graphql(`
  query Meetings($areas: [ID!]!, $from: DateTime!, $to: DateTime!, $statuses: [MeetingStatus!], $after: String) {
    meetings(areas: $areas, from: $from, to: $to, statuses: $statuses, first: 100, after: $after) {
      nodes {
        ...MeetingCard
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const meetingDocument = graphql(`
  query Meeting($id: ID!) {
    meeting(id: $id) {
      ...MeetingShown
    }
  }
`);

/** Cases that can be put on an agenda. */
export const agendaCasesDocument = graphql(`
  query AgendaCases($areas: [ID!]!, $filter: CaseFilter) {
    cases(areas: $areas, filter: $filter, first: 30) {
      nodes {
        ...AgendaCase
      }
    }
  }
`);

export const agendaCaseDocument = graphql(`
  query AgendaCaseById($id: ID!) {
    case(id: $id) {
      ...AgendaCase
    }
  }
`);

graphql(`
  fragment AgendaCase on Case {
    id
    no
    version
    title
    kind
    status
    level
    visibility
    gridCode
    gridName
    place {
      compoundId
      buildingId
      unitId
      compoundName
      buildingAddress
      unitNo
    }
  }
`);

/** Homes and shops of a building, by their doors. */
export const doorsDocument = graphql(`
  query Doors($buildingId: ID!, $after: String) {
    doors(buildingId: $buildingId, first: 100, after: $after) {
      nodes {
        ...DoorShown
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);
