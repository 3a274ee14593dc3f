import { graphql } from "../graphql/gql.ts";
import type { IntakeBuildingsQuery, IntakeResidentsQuery } from "../graphql/graphql.ts";

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

/** What the resident can be told on the spot. */
graphql(`
  fragment RecordedCase on Case {
    id
    no
    version
    title
    gridName
    supporters
    due {
      kind
      at
      provisional
    }
    onSiteDueAt
  }
`);

export const collectDocument = graphql(`
  mutation CollectOpinion($input: CollectOpinionInput!) {
    collectOpinion(input: $input) {
      case {
        ...RecordedCase
      }
      opinion {
        id
        slipCode
      }
      refusal {
        code
        message
        path
      }
    }
  }
`);

/** One more voice on a case that there is already. */
export const addOpinionDocument = graphql(`
  mutation AddOpinion($input: AddOpinionInput!) {
    addOpinion(input: $input) {
      case {
        ...RecordedCase
      }
      opinion {
        id
        slipCode
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
