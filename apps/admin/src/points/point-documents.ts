import { graphql } from "../graphql/gql.ts";

graphql(`
  fragment PointShown on CollectionPoint {
    id
    version
    code
    areaCode
    areaName
    name
    kind
    place {
      words
      compoundId
      compoundName
      buildingId
      buildingAddress
    }
    keeper {
      id
      name
    }
    office
    officePhone
    hours {
      days
      from
      to
    }
    hoursWords
    activeFrom
    closedOn
    opinions30
    opinions90
    lastOpinionOn
    idleDays
    dead
  }
`);

graphql(`
  fragment ContactDayShown on ContactDay {
    id
    version
    areaCode
    areaName
    date
    movedFrom
    from
    to
    place {
      words
      compoundName
    }
    dutyOfficer {
      id
      name
    }
    reached
    opinions
    state
    notes
  }
`);

export const pointsDocument = graphql(`
  query PointList($areas: [ID!]!, $closed: Boolean!) {
    collectionPoints(areas: $areas, closed: $closed, first: 100) {
      nodes {
        ...PointShown
      }
      pageInfo {
        hasNextPage
      }
    }
  }
`);

export const pointDocument = graphql(`
  query OnePoint($id: ID!) {
    collectionPoint(id: $id) {
      ...PointShown
    }
  }
`);

export const contactDaysDocument = graphql(`
  query ContactDayList($areas: [ID!]!, $from: LocalDate!, $to: LocalDate!) {
    contactDays(areas: $areas, from: $from, to: $to, first: 100) {
      nodes {
        ...ContactDayShown
      }
      pageInfo {
        hasNextPage
      }
    }
  }
`);

export const coverageDocument = graphql(`
  query CoverageOf($areas: [ID!]!, $from: LocalDate!, $to: LocalDate!) {
    coverage(areas: $areas, from: $from, to: $to, first: 100) {
      num
      den
      nodes {
        compoundId
        name
        covered
        held
        reached
        hasPoint
        lastHeldOn
        daysSince
      }
      pageInfo {
        hasNextPage
      }
    }
  }
`);

/** The compounds of a community, to say where a point or a contact day is. */
export const pointCompoundsDocument = graphql(`
  query PointCompounds($areas: [ID!]!) {
    compounds(areas: $areas, first: 100) {
      nodes {
        id
        name
        pinyin
      }
    }
  }
`);

export const openPointDocument = graphql(`
  mutation OpenPoint($input: OpenPointInput!) {
    openPoint(input: $input) {
      point { ...PointShown }
      refusal { ...PersonRefusal }
    }
  }
`);

export const amendPointDocument = graphql(`
  mutation AmendPoint($input: AmendPointInput!) {
    amendPoint(input: $input) {
      point { ...PointShown }
      refusal { ...PersonRefusal }
    }
  }
`);

export const closePointDocument = graphql(`
  mutation ClosePoint($input: ClosePointInput!) {
    closePoint(input: $input) {
      point { ...PointShown }
      refusal { ...PersonRefusal }
    }
  }
`);

export const reopenPointDocument = graphql(`
  mutation ReopenPoint($input: ReopenPointInput!) {
    reopenPoint(input: $input) {
      point { ...PointShown }
      refusal { ...PersonRefusal }
    }
  }
`);

export const planContactDaysDocument = graphql(`
  mutation PlanContactDays($input: PlanContactDaysInput!) {
    planContactDays(input: $input) {
      contactDays { ...ContactDayShown }
      refusal { ...PersonRefusal }
    }
  }
`);

export const recordContactDayDocument = graphql(`
  mutation RecordContactDay($input: RecordContactDayInput!) {
    recordContactDay(input: $input) {
      contactDay { ...ContactDayShown }
      refusal { ...PersonRefusal }
    }
  }
`);

export const changeDutyDocument = graphql(`
  mutation ChangeDuty($input: ChangeDutyInput!) {
    changeDuty(input: $input) {
      contactDay { ...ContactDayShown }
      refusal { ...PersonRefusal }
    }
  }
`);

export const cancelContactDayDocument = graphql(`
  mutation CancelContactDay($input: CancelContactDayInput!) {
    cancelContactDay(input: $input) {
      contactDay { ...ContactDayShown }
      refusal { ...PersonRefusal }
    }
  }
`);
