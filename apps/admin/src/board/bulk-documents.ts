import { graphql } from "../graphql/gql.ts";

export const assignCasesDocument = graphql(`
  mutation AssignCases($input: AssignCasesInput!) {
    assignCases(input: $input) {
      results { id case { ...CaseCard } refusal { code message currentVersion } }
    }
  }
`);

export const escalateCasesDocument = graphql(`
  mutation EscalateCases($input: EscalateCasesInput!) {
    escalateCases(input: $input) {
      results { id case { ...CaseCard } refusal { code message currentVersion } }
    }
  }
`);

export const mergeIntoDocument = graphql(`
  mutation MergeInto($input: MergeCaseInput!) {
    mergeCase(input: $input) {
      case { ...CaseCard }
      refusal { code message currentVersion }
    }
  }
`);
