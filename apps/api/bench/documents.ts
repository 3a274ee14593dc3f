/** The documents an admin's page and an integrator send, as apps/admin/src/board/board-documents.ts has them. */

const card = `id no version visibility title kind category gridCode gridName severity tags status level maxLevel boardColumn lead { id name } leadIds recordedById supporters reopenCount
  projectId projectNo pendingAsk { kind askedBy askedAs at days until } due { kind at expected provisional } overdue onSiteDueAt collectedAt closedAt appealed supervised
  place { compoundId compoundName buildingId buildingAddress unitId unitNo }`;

export const boardDocument = `query Board($areas: [ID!]!, $view: BoardView!, $filter: CaseFilter, $first: Int!) {
  board(areas: $areas, view: $view, filter: $filter, first: $first) {
    columns { column status total overdue wipLimit cards { nodes { ...CaseCard } pageInfo { endCursor hasNextPage } } }
  }
}
fragment CaseCard on Case { ${card} }`;

export const nextDocument = `query BoardPage($areas: [ID!]!, $filter: CaseFilter, $first: Int!, $after: String, $order: CaseOrder!) {
  cases(areas: $areas, filter: $filter, first: $first, after: $after, order: $order) { nodes { ...CaseCard } pageInfo { endCursor hasNextPage } }
}
fragment CaseCard on Case { ${card} }`;

/** What an integrator copies. */
export const pageDocument = `query Page($areas: [ID!]!, $after: String) {
  cases(areas: $areas, order: UPDATED, first: 100, after: $after) { nodes { ...CaseCard updatedAt } pageInfo { endCursor hasNextPage } }
}
fragment CaseCard on Case { ${card} }`;

export const detailDocument = `query Detail($id: ID!) {
  case(id: $id) { ...CaseCard updatedAt events(first: 20) { id seq type at recordedAt actor { id name } payload words due { kind at } } }
}
fragment CaseCard on Case { ${card} }`;

export const feedDocument = `query Changes($after: FeedPosition) {
  changes(after: $after, first: 100) { after upTo head changes { position subject id version type areaCode at recordedAt actorId payload } }
}`;

export const escalateDocument = `mutation Escalate($input: EscalateCaseInput!) {
  escalateCase(input: $input) { case { id version level boardColumn } refusal { code message currentVersion } }
}`;

export const sendDownDocument = `mutation SendDown($input: SendDownCaseInput!) {
  sendDownCase(input: $input) { case { id version } refusal { code message } }
}`;

export const contactDocument = `mutation Contact($input: RecordContactInput!) {
  recordContact(input: $input) { case { id version } refusal { code message currentVersion } }
}`;

export const collectDocument = `mutation Collect($input: CollectOpinionInput!) {
  collectOpinion(input: $input) { case { id version } refusal { code message } }
}`;

export const figuresDocument = `query Figures($filter: IndicatorFilter!, $keys: [IndicatorKey!]!) {
  indicators(filter: $filter, keys: $keys) { asOf live withoutDisputes indicators { key unit num den value provisional preliminary hidden definition } }
}`;

/** The home screen's. */
export const figureKeys = ["NEVER_LEFT_BUILDING", "NEVER_LEFT_COMPOUND", "NEVER_LEFT_COMMUNITY", "SATISFACTION", "WARMTH", "DIFFICULTIES_CLOSED", "DISPUTES_SETTLED"];
