import { graphql } from "../graphql/gql.ts";
import type { AuditQuery } from "../graphql/graphql.ts";

export const auditDocument = graphql(`
  query Audit($areas: [ID!]!, $filter: AuditFilter, $first: Int!, $after: String) {
    audit(areas: $areas, filter: $filter, first: $first, after: $after) {
      nodes {
        id
        at
        personId
        person {
          id
          name
        }
        action
        outcome
        code
        subject {
          kind
          id
        }
        address
        requestId
        reason
        before
        after
        position
      }
      pageInfo {
        hasNextPage
        endCursor
      }
      verifiedUpTo {
        position
        at
        broken {
          kind
          position
          auditId
        }
      }
    }
  }
`);

export type AuditRow = AuditQuery["audit"]["nodes"][number];
export type AuditVerification = NonNullable<AuditQuery["audit"]["verifiedUpTo"]>;
