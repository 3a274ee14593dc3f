import { graphql } from "../graphql/gql.ts";

export const revealDocument = graphql(`
  mutation RevealPersonalData($input: RevealPersonalDataInput!) {
    revealPersonalData(input: $input) {
      revealed {
        name
        phone
        address
      }
      refusal {
        code
        message
      }
    }
  }
`);
