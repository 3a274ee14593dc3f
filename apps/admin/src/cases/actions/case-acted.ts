import { graphql } from "../../graphql/gql.ts";

/** An expected no, as every form reads it. */
export const refusalFragment = graphql(`
  fragment RefusalSaid on Refusal {
    code
    message
    path
    currentVersion
  }
`);

/** What happened since the version a form was opened on, and whether its act is still possible. */
export const caseSinceDocument = graphql(`
  query CaseSince($id: ID!, $first: Int!) {
    case(id: $id) {
      ...CaseCard
      actions {
        action
        allowed
        message
      }
      assignments {
        as
        person {
          id
          name
        }
      }
      events(first: $first) {
        ...EventTold
      }
    }
  }
`);
