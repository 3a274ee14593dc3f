import { graphql } from "../graphql/gql.ts";
import type { NoticeShownFragment } from "../graphql/graphql.ts";

graphql(`
  fragment NoticeShown on Notice {
    id
    kind
    topic
    at
    readAt
    urgent
    sentence
    by {
      id
      name
    }
    subject {
      kind
      id
    }
    case {
      id
      no
    }
  }
`);

export const noticesDocument = graphql(`
  query Notices($unread: Boolean!, $topics: [NoticeTopic!], $first: Int!, $after: String) {
    notices(unread: $unread, topics: $topics, first: $first, after: $after) {
      nodes {
        ...NoticeShown
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
    unreadNotices
  }
`);

export const markNoticesReadDocument = graphql(`
  mutation MarkNoticesRead($input: MarkNoticesReadInput!) {
    markNoticesRead(input: $input) {
      marked
      unread
    }
  }
`);

export const markAllNoticesReadDocument = graphql(`
  mutation MarkAllNoticesRead {
    markAllNoticesRead {
      unread
    }
  }
`);

export type NoticeShown = NoticeShownFragment;
