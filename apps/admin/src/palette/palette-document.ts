import { graphql } from "../graphql/gql.ts";

/** What a line of the palette shows of a case. */
graphql(`
  fragment PaletteLine on Case {
    id
    no
    title
    status
    gridName
    place {
      buildingAddress
    }
  }
`);

/** Open cases first, then the latest closed; by its number also one that was merged, declined or withdrawn. */
export const paletteDocument = graphql(`
  query Palette($areas: [ID!]!, $parent: ID!, $text: String!) {
    open: cases(areas: $areas, filter: { text: $text }, first: 5, order: DUE) {
      nodes {
        ...PaletteLine
      }
    }
    closed: cases(areas: $areas, filter: { text: $text }, first: 3, order: CLOSED) {
      nodes {
        ...PaletteLine
      }
    }
    any: cases(areas: $areas, filter: { text: $text }, first: 1, order: UPDATED) {
      nodes {
        ...PaletteLine
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
