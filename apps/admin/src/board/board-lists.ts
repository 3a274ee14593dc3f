import { graphql } from "../graphql/gql.ts";

/** Who leads cases in an area, to filter by. */
export const leadsDocument = graphql(`
  query BoardLeads($area: ID!, $first: Int!) {
    workers(area: $area, first: $first) {
      id
      name
      leads
      roles
    }
  }
`);

export const compoundsDocument = graphql(`
  query BoardCompounds($areas: [ID!]!, $first: Int!) {
    compounds(areas: $areas, first: $first) {
      nodes { id name pinyin }
    }
  }
`);

export const savedViewsDocument = graphql(`
  query SavedViews {
    savedViews { id name search shared mine }
  }
`);

export const saveViewDocument = graphql(`
  mutation SaveView($input: SaveViewInput!) {
    saveView(input: $input) { id name search shared mine }
  }
`);

export const deleteViewDocument = graphql(`
  mutation DeleteView($id: ID!) {
    deleteView(id: $id)
  }
`);
