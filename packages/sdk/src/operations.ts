import type { AreasQuery, AreasQueryVariables, CaseQuery, CaseQueryVariables, CasesQuery, CasesQueryVariables, OpinionsQuery, OpinionsQueryVariables, ProjectsQuery, ProjectsQueryVariables } from "./graphql/operations.ts";
import { typed } from "./typed-document.ts";

/** What a list tells of a case: enough for a board of one's own. Residents' names are masked unless the key may see them. */
const CASE_FACTS = /* GraphQL */ `fragment CaseFacts on Case {
  id no version title kind category severity tags status level maxLevel visibility gridCode gridName
  collectedAt updatedAt resolvedAt closedAt overdue reopenCount supporters projectId projectNo
  due { at kind expected } lead { id name } place { compoundId compoundName buildingId buildingAddress unitId }
}`;

/** One case by its id or number. */
export const caseDocument = typed<CaseQuery, CaseQueryVariables>(/* GraphQL */ `query Case($id: ID, $no: String) { case(id: $id, no: $no) { ...CaseFacts } } ${CASE_FACTS}`);

/** A page of the cases in some areas. */
export const casesDocument = typed<CasesQuery, CasesQueryVariables>(/* GraphQL */ `query Cases($areas: [ID!]!, $filter: CaseFilter, $order: CaseOrder! = DUE, $first: Int!, $after: String) {
  cases(areas: $areas, filter: $filter, order: $order, first: $first, after: $after) { nodes { ...CaseFacts } pageInfo { hasNextPage endCursor } }
} ${CASE_FACTS}`);

/** A page of what residents have said. */
export const opinionsDocument = typed<OpinionsQuery, OpinionsQueryVariables>(/* GraphQL */ `query Opinions($areas: [ID!]!, $filter: OpinionFilter, $order: OpinionOrder! = OLDEST, $first: Int!, $after: String) {
  opinions(areas: $areas, filter: $filter, order: $order, first: $first, after: $after) {
    nodes { id channel words voicedAt recordedAt anonymous answer answerDueAt answeredAt case { id no } } pageInfo { hasNextPage endCursor }
  }
}`);

/** A page of the secretary projects. */
export const projectsDocument = typed<ProjectsQuery, ProjectsQueryVariables>(/* GraphQL */ `query Projects($areas: [ID!]!, $states: [ProjectState!], $year: Int, $overdue: Boolean, $search: String, $first: Int!, $after: String) {
  projects(areas: $areas, states: $states, year: $year, overdue: $overdue, search: $search, first: $first, after: $after) {
    nodes { id no version year title goal state progress isOverdue dueOn budgetFen spentFen startedAt struckOffAt secretary { id name } } pageInfo { hasNextPage endCursor }
  }
}`);

/** Areas below one, or those that the key covers. */
export const areasDocument = typed<AreasQuery, AreasQueryVariables>(/* GraphQL */ `query Areas($parent: ID, $text: String) { areas(parent: $parent, text: $text) { code name kind parentCode } }`);
