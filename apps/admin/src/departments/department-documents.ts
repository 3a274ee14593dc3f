import { graphql } from "../graphql/gql.ts";

export const departmentsOverdueDocument = graphql(`
  query DepartmentsOverdue($areas: [ID!]!, $after: String) {
    overdueWhistles(areas: $areas, first: 50, after: $after) {
      nodes {
        id
        departmentId
        departmentName
        ask
        blownAt
        replyDueAt
        onSiteDueAt
        replyLateDays
        onSiteLateDays
        case {
          id
          no
          title
          gridName
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const departmentFiguresDocument = graphql(`
  query DepartmentFigures($areas: [ID!]!, $from: LocalDate!, $to: LocalDate!) {
    departmentFigures(areas: $areas, from: $from, to: $to) {
      departmentId
      departmentName
      all
      inTime
      late
      overdue
      waiting
      released
    }
  }
`);
