import { graphql } from "../graphql/gql.ts";

export const retentionDocument = graphql(`
  query RetentionPolicy {
    retentionPolicy {
      key
      what
      days
      basis
    }
  }
`);
