import { graphql } from "../graphql/gql.ts";

export const paletteDocument = graphql(`
  query Palette($areas: [ID!]!, $parent: ID!, $text: String!) {
    cases(areas: $areas, filter: { text: $text }, first: 6, order: UPDATED) {
      nodes {
        id
        no
        title
        kind
        status
        gridName
        place {
          buildingAddress
        }
      }
    }
    buildings(areas: $areas, text: $text, first: 4) {
      nodes {
        id
        address
        compoundName
      }
    }
    areas(parent: $parent, text: $text) {
      code
      name
      kind
    }
  }
`);
