import { graphql } from "../graphql/gql.ts";
import type { OpinionsQuery } from "../graphql/graphql.ts";

export const opinionsDocument = graphql(`
  query Opinions($areas: [ID!]!, $filter: OpinionFilter, $order: OpinionOrder!, $first: Int!, $after: String) {
    opinions(areas: $areas, filter: $filter, order: $order, first: $first, after: $after) {
      nodes {
        id
        words
        voicedAt
        recordedAt
        recordedLate
        channel
        anonymous
        answer
        answeredAt
        answerDueAt
        slipCode
        reporter {
          id
          name
        }
        recordedBy {
          id
          name
        }
        proxy {
          id
          name
        }
        case {
          ...CaseCard
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export type OpinionShown = OpinionsQuery["opinions"]["nodes"][number];

/** How many can be told now, for the tab: a short list, and seen to be one. */
export const unansweredCountDocument = graphql(`
  query UnansweredCount($areas: [ID!]!, $first: Int!) {
    opinions(areas: $areas, filter: { unanswered: true, answers: [OWED] }, first: $first) {
      totalCount
    }
  }
`);

/** 告知结果, to whoever voiced one opinion. */
export const tellResultDocument = graphql(`
  mutation TellResult($input: RecordContactInput!) {
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
