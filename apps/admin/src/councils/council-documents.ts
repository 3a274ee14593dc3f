import { graphql } from "../graphql/gql.ts";

graphql(`
  fragment CouncilShown on Council {
    id
    version
    areaCode
    areaName
    name
    from
    to
    inForce
    convener {
      id
      name
    }
    members {
      personId
      category
      from
      to
      inForce
      person {
        id
        name
      }
    }
  }
`);

export const councilsDocument = graphql(`
  query Councils($areas: [ID!]!) {
    councils(areas: $areas, first: 100) {
      nodes {
        ...CouncilShown
      }
    }
  }
`);

export const setCouncilDocument = graphql(`
  mutation SetCouncil($input: SetCouncilInput!) {
    setCouncil(input: $input) {
      council {
        ...CouncilShown
      }
      refusal {
        ...PersonRefusal
      }
    }
  }
`);

export const endCouncilDocument = graphql(`
  mutation EndCouncil($input: EndCouncilInput!) {
    endCouncil(input: $input) {
      council {
        ...CouncilShown
      }
      refusal {
        ...PersonRefusal
      }
    }
  }
`);

/** Those who work in an area or in a part of it. */
export const areaWorkersDocument = graphql(`
  query AreaWorkers($area: ID!) {
    workers(area: $area, first: 100, below: true) {
      id
      name
      roles
    }
  }
`);

/** Residents by masked name or address. */
export const foundResidentsDocument = graphql(`
  query FoundResidents($text: String!) {
    residents(text: $text, first: 20) {
      id
      name
      address
    }
  }
`);
