import { graphql } from "../graphql/gql.ts";
import type { CallbacksDueQuery } from "../graphql/graphql.ts";

export const callbacksDueDocument = graphql(`
  query CallbacksDue($areas: [ID!]!, $mine: Boolean!, $first: Int!, $after: String) {
    callbacksDue(areas: $areas, mine: $mine, first: $first, after: $after) {
      nodes {
        case {
          ...CaseCard
        }
        dueAt
        isOverdue
        result
        whyNotCall
        whyNotClose
        answered
        respondents {
          key
          as
          name
          people {
            id
            name
          }
          words
          attempts {
            at
            by {
              id
              name
            }
            counts
          }
          daysAsked
          daysNeeded
          nextOn
          isAnonymous
          noticeAt
          isAskedEnough
          effects {
            satisfaction
            effect
          }
        }
        complaints {
          householdId
          door
          words
          at
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
      totalCount
    }
  }
`);

export type CallbackDueShown = CallbacksDueQuery["callbacksDue"]["nodes"][number];
export type RespondentShown = CallbackDueShown["respondents"][number];

export const callInTurnDocument = graphql(`
  mutation CallInTurn($input: RecordCallbackInput!) {
    recordCallback(input: $input) {
      case {
        ...CaseActed
      }
      refusal {
        ...RefusalSaid
      }
    }
  }
`);

export const closeUnansweredDocument = graphql(`
  mutation CloseUnanswered($input: CloseCaseInput!) {
    closeCase(input: $input) {
      case {
        ...CaseActed
      }
      refusal {
        ...RefusalSaid
      }
    }
  }
`);

/** What was done about a household that was not content, or that somebody without a name was given notice. */
export const noteContactDocument = graphql(`
  mutation NoteContact($input: RecordContactInput!) {
    recordContact(input: $input) {
      case {
        ...CaseActed
      }
      refusal {
        ...RefusalSaid
      }
    }
  }
`);
