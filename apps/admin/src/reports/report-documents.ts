import { graphql } from "../graphql/gql.ts";

export const monthReportDocument = graphql(`
  query MonthReport($area: ID!, $month: String!, $asOf: LocalDate) {
    monthReport(area: $area, month: $month, asOf: $asOf) {
      title
      area
      areaName
      month
      asOf
      indicators {
        ...Figure
      }
      year {
        ...Figure
      }
      byArea {
        key
        name
        indicators {
          ...Figure
        }
      }
      byCategory {
        key
        name
        indicators {
          ...Figure
        }
      }
      byKind {
        key
        name
        indicators {
          ...Figure
        }
      }
      json
    }
  }
`);
