import { graphql } from "../graphql/gql.ts";

graphql(`
  fragment Figure on Indicator {
    key
    unit
    num
    den
    value
    provisional
    preliminary
    hidden
    definition
  }
`);

export const figuresDocument = graphql(`
  query Figures($filter: IndicatorFilter!, $keys: [IndicatorKey!]!) {
    indicators(filter: $filter, keys: $keys) {
      asOf
      live
      withoutDisputes
      indicators {
        ...Figure
      }
    }
  }
`);

export const figureSeriesDocument = graphql(`
  query FigureSeries($filter: IndicatorFilter!, $keys: [IndicatorKey!]!, $step: PeriodStep!) {
    indicatorSeries(filter: $filter, keys: $keys, step: $step) {
      from
      to
      indicators {
        ...Figure
      }
    }
  }
`);

export const figureTableDocument = graphql(`
  query FigureTable($filter: IndicatorFilter!, $keys: [IndicatorKey!]!, $by: IndicatorDimension!, $first: Int!, $after: String) {
    indicatorTable(filter: $filter, keys: $keys, by: $by, first: $first, after: $after) {
      totalCount
      nodes {
        key
        name
        indicators {
          ...Figure
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const figureCasesDocument = graphql(`
  query FigureCases($filter: IndicatorFilter!, $key: IndicatorKey!, $part: FigurePart!, $keys: [IndicatorKey!]!, $first: Int!, $after: String) {
    indicators(filter: $filter, keys: $keys) {
      indicators {
        ...Figure
      }
    }
    indicatorCases(filter: $filter, key: $key, part: $part, first: $first, after: $after) {
      hidden
      notShown
      nodes {
        ...CaseMention
        collectedAt
        closedAt
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const warningsDocument = graphql(`
  query Warnings($areas: [ID!]!, $kinds: [WarningKind!], $first: Int!, $after: String) {
    warnings(areas: $areas, kinds: $kinds, first: $first, after: $after) {
      nodes {
        id
        kind
        since
        days
        count
        reasons
        cases {
          ...CaseMention
        }
        project {
          id
          no
          title
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);
