import { graphql } from "../graphql/gql.ts";

/** A project as a line of a list. */
graphql(`
  fragment ProjectLine on SecretaryProject {
    id
    no
    version
    year
    communityCode
    title
    state
    progress
    budgetFen
    spentFen
    dueOn
    isOverdue
    missingInspections
    openObjections
    exemplary
    publicityUntil
    struckOffAt
    secretary {
      id
      name
    }
    nextMilestone {
      id
      title
      weight
      dueOn
    }
    carriedOver {
      fromYear
      toYear
      reason
      at
    }
  }
`);

/** All of it. */
graphql(`
  fragment ProjectShown on SecretaryProject {
    ...ProjectLine
    problem
    goal
    measures
    startedAt
    publicisedAt
    publicityPlace
    templateOf {
      id
      no
      title
    }
    programmes
    inspector {
      id
      name
    }
    funds {
      name
      fen
      spentFen
    }
    spending {
      id
      fund
      what
      fen
      at
      by {
        id
        name
      }
    }
    deliverables {
      id
      name
      planned
      accepted
      shortReason
      acceptances {
        id
        accepted
        evidence
        at
        by {
          id
          name
        }
        resident {
          id
          name
        }
        signedAt
        attachments {
          ...AttachmentShown
        }
      }
    }
    milestones {
      id
      title
      weight
      dueOn
      doneAt
      evidence
      attachments {
        ...AttachmentShown
      }
    }
    objections {
      id
      words
      at
      answer
      answeredAt
    }
    inspections {
      id
      month
      at
      late
      finding
      next
      by {
        id
        name
      }
    }
    filing {
      meetingOn
      words
      at
      by {
        id
        name
      }
    }
    appraisals {
      id
      year
      grade
      words
      at
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

/** Why it was adopted: its cases with what residents said and the photos, as far as the viewer sees them. */
export const projectDocument = graphql(`
  query ProjectWhole($id: ID!) {
    project(id: $id) {
      ...ProjectShown
      cases {
        ...CaseMention
        opinions {
          id
          words
          voicedAt
          channel
          anonymous
          reporter {
            id
            name
          }
        }
        attachments {
          ...AttachmentShown
        }
      }
    }
  }
`);

export const projectTimelineDocument = graphql(`
  query ProjectTimeline($id: ID!, $first: Int!) {
    project(id: $id) {
      id
      version
      events(first: $first) {
        id
        seq
        type
        payload
        at
        recordedAt
        words
        actor {
          id
          name
        }
      }
    }
  }
`);

/** A page of the annual list. */
export const projectsDocument = graphql(`
  query Projects($areas: [ID!]!, $year: Int, $states: [ProjectState!], $search: String, $missingInspection: Boolean, $overdue: Boolean, $exemplary: Boolean, $first: Int!, $after: String) {
    projects(areas: $areas, year: $year, states: $states, search: $search, missingInspection: $missingInspection, overdue: $overdue, exemplary: $exemplary, first: $first, after: $after) {
      totalCount
      nodes {
        ...ProjectLine
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

/** What the list of a year comes to. */
export const projectYearDocument = graphql(`
  query ProjectYear($area: ID!, $year: Int!) {
    projectYear(area: $area, year: $year) {
      areaCode
      year
      adopted
      carriedOver
      drafts
      submitted
      publicised
      running
      struckOff
      abandoned
      budgetFen
      spentFen
      onTime
      due
      missingInspection
    }
  }
`);

/** 责任清单: what a community's secretary has in hand, the one that is due first first. */
export const responsibilityDocument = graphql(`
  query Responsibility($communityCode: ID!, $first: Int!, $after: String) {
    responsibilityList(communityCode: $communityCode, first: $first, after: $after) {
      nodes {
        ...ProjectLine
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

/** Exemplary projects, with the plan a new one may start from. */
export const templatesDocument = graphql(`
  query ProjectTemplates($areas: [ID!]!, $first: Int!) {
    projects(areas: $areas, exemplary: true, first: $first) {
      nodes {
        id
        no
        year
        title
        problem
        goal
        measures
        budgetFen
        funds {
          name
          fen
        }
        deliverables {
          id
          name
          planned
        }
        milestones {
          id
          title
          weight
          dueOn
        }
      }
    }
  }
`);
