import { graphql } from "../../graphql/gql.ts";

/** An expected no, as every form reads it. */
graphql(`
  fragment RefusalSaid on Refusal {
    code
    message
    path
    currentVersion
  }
`);

/** What every verb answers with: the card, and at once what can be done next, so that no button outlives its state. */
graphql(`
  fragment CaseActed on Case {
    ...CaseCard
    actions {
      action
      allowed
      code
      message
    }
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
