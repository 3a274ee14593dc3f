import { graphql } from "../graphql/gql.ts";

/** Asked for on every page: a file of its own, so that the first view carries no more. */
export const unreadDocument = graphql(`
  query UnreadNotices {
    unreadNotices
  }
`);
