import { graphql } from "../../graphql/gql.ts";

/** Who works around a grid, the nearest first. */
export const workersDocument = graphql(`
  query Workers($area: ID!) {
    workers(area: $area, first: 100) {
      id
      name
      roles
      leads
    }
  }
`);
