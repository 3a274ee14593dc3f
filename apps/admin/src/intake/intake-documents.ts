import { graphql } from "../graphql/gql.ts";
import type { CollectOpinionMutation, IntakeBuildingsQuery, IntakeResidentsQuery } from "../graphql/graphql.ts";

export const buildingsDocument = graphql(`
  query IntakeBuildings($areas: [ID!]!, $text: String, $first: Int!) {
    buildings(areas: $areas, text: $text, first: $first) {
      nodes {
        id
        address
        pinyin
        gridCode
        compoundName
        units {
          id
          no
        }
      }
    }
  }
`);

export const residentsDocument = graphql(`
  query IntakeResidents($text: String!, $first: Int!) {
    residents(text: $text, first: $first) {
      id
      name
      address
    }
  }
`);

export const collectDocument = graphql(`
  mutation CollectOpinion($input: CollectOpinionInput!) {
    collectOpinion(input: $input) {
      case {
        id
        no
        version
        title
        gridName
        due {
          kind
          at
          provisional
        }
        onSiteDueAt
      }
      refusal {
        code
        message
        path
      }
    }
  }
`);

export type Building = IntakeBuildingsQuery["buildings"]["nodes"][number];
export type Resident = IntakeResidentsQuery["residents"][number];
export type RecordedCase = NonNullable<CollectOpinionMutation["collectOpinion"]["case"]>;
