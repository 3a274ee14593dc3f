import { graphql } from "../graphql/gql.ts";

graphql(`
  fragment ContractorShown on Contractor {
    id
    version
    name
    areaCode
    licence
    phone
    active
    averageStars
    jobs
    ratings {
      stars
      words
      at
      by {
        id
        name
      }
      costPlan {
        id
        no
        title
      }
    }
  }
`);

export const contractorsDocument = graphql(`
  query Contractors($areas: [ID!]!, $search: String, $first: Int!, $after: String) {
    contractors(areas: $areas, search: $search, first: $first, after: $after) {
      nodes {
        ...ContractorShown
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);
