import { graphql } from "../graphql/gql.ts";

/** What a card shows and what the domain's rules ask of it: small, the board asks for 20 of each column. */
graphql(`
  fragment CaseCard on Case {
    id
    no
    version
    visibility
    title
    kind
    category
    gridCode
    gridName
    severity
    tags
    status
    level
    maxLevel
    boardColumn
    lead { id name }
    leadIds
    recordedById
    supporters
    reopenCount
    projectId
    projectNo
    pendingAsk { kind askedBy askedAs at days until }
    due { kind at expected provisional }
    overdue
    onSiteDueAt
    collectedAt
    closedAt
    appealed
    supervised
    place { compoundId compoundName buildingId buildingAddress unitId unitNo }
  }
`);

export const boardDocument = graphql(`
  query Board($areas: [ID!]!, $view: BoardView!, $filter: CaseFilter, $first: Int!) {
    board(areas: $areas, view: $view, filter: $filter, first: $first) {
      columns {
        column
        status
        total
        overdue
        wipLimit
        cards {
          nodes { ...CaseCard }
          pageInfo { endCursor hasNextPage }
        }
      }
    }
  }
`);

/** The next cards of one column. */
export const boardPageDocument = graphql(`
  query BoardPage($areas: [ID!]!, $filter: CaseFilter, $first: Int!, $after: String, $order: CaseOrder!) {
    cases(areas: $areas, filter: $filter, first: $first, after: $after, order: $order) {
      nodes { ...CaseCard }
      pageInfo { endCursor hasNextPage }
    }
  }
`);

export const undoDocument = graphql(`
  mutation UndoMove($input: CorrectCaseInput!) {
    correctCase(input: $input) {
      case { ...CaseCard }
      refusal { code message currentVersion }
    }
  }
`);
