import { graphql } from "../graphql/gql.ts";

/** What somebody leads; what in the areas waits for a decision, an acceptance or a call-back; and what was recorded last. */
export const myWorkDocument = graphql(`
  query MyWork(
    $areas: [ID!]!
    $mine: CaseFilter!
    $asked: CaseFilter!
    $collected: CaseFilter!
    $resolved: CaseFilter!
    $recorded: OpinionFilter!
    $first: Int!
    $last: Int!
  ) {
    mine: cases(areas: $areas, filter: $mine, first: $first) {
      nodes {
        ...CaseCard
      }
      pageInfo {
        hasNextPage
      }
    }
    asked: cases(areas: $areas, filter: $asked, first: $first) {
      nodes {
        ...CaseCard
      }
      pageInfo {
        hasNextPage
      }
    }
    collected: cases(areas: $areas, filter: $collected, first: $first) {
      nodes {
        ...CaseCard
      }
      pageInfo {
        hasNextPage
      }
    }
    resolved: cases(areas: $areas, filter: $resolved, first: $first) {
      nodes {
        ...CaseCard
      }
      pageInfo {
        hasNextPage
      }
    }
    taken: myActionItems(first: $first) {
      nodes {
        id
        what
        dueOn
        agendaItem {
          id
          version
          case {
            id
            no
            title
          }
        }
      }
    }
    recorded: opinions(areas: $areas, filter: $recorded, first: $last, order: LATEST) {
      nodes {
        id
        words
        recordedAt
        case {
          id
          no
          title
          kind
          status
          visibility
        }
      }
    }
  }
`);

export const recordVisitDocument = graphql(`
  mutation RecordVisit($input: RecordContactInput!) {
    recordContact(input: $input) {
      case {
        ...CaseCard
      }
      refusal {
        ...RefusalSaid
      }
    }
  }
`);

export const completeMyActionDocument = graphql(`
  mutation CompleteMyAction($input: CompleteActionInput!) {
    completeAction(input: $input) {
      agendaItem {
        id
        version
      }
      refusal {
        ...RefusalSaid
      }
    }
  }
`);
