import { graphql } from "../graphql/gql.ts";

graphql(`
  fragment PublicationShown on Publication {
    id
    version
    kind
    subjectId
    areaCode
    areaName
    state
    hangs
    title
    body
    days
    takesComments
    photoIds
    publishedAt
    until
    waiting
    facts {
      lines {
        label
        value
      }
      table {
        columns
        rows
      }
    }
    comments {
      id
      kind
      at
      state
      words
      shownWords
      answer
    }
  }
`);

export const publicationsDocument = graphql(`
  query Publications($areas: [ID!]!, $states: [PublicationState!], $waiting: Boolean!, $after: String) {
    publications(areas: $areas, states: $states, waiting: $waiting, first: 30, after: $after) {
      nodes {
        ...PublicationShown
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const publicationSubjectsDocument = graphql(`
  query PublicationSubjects($areas: [ID!]!, $states: [ProjectState!]) {
    projects(areas: $areas, states: $states, first: 50) {
      nodes {
        id
        no
        title
        problem
        goal
        measures
        communityCode
      }
    }
  }
`);

export const publicationCostsDocument = graphql(`
  query PublicationCosts($areas: [ID!]!, $states: [CostState!]) {
    costPlans(areas: $areas, states: $states, first: 50) {
      nodes {
        id
        no
        title
        case {
          id
          kind
        }
      }
    }
  }
`);

export const publicationPhotosDocument = graphql(`
  query PublicationPhotos($id: ID!) {
    project(id: $id) {
      id
      cases {
        id
        attachments {
          id
          kind
          stage
          name
        }
      }
    }
  }
`);

export const redactionDocument = graphql(`
  query Redaction($areaCode: ID!, $text: String!, $kind: PublicationKind, $subjectId: ID) {
    redaction(areaCode: $areaCode, text: $text, kind: $kind, subjectId: $subjectId) {
      found
      text
    }
  }
`);

export const draftPublicationDocument = graphql(`
  mutation DraftPublication($input: DraftPublicationInput!) {
    draftPublication(input: $input) {
      publication {
        ...PublicationShown
      }
      refusal {
        ...PersonRefusal
      }
    }
  }
`);

export const amendPublicationDocument = graphql(`
  mutation AmendPublication($input: AmendPublicationInput!) {
    amendPublication(input: $input) {
      publication {
        ...PublicationShown
      }
      refusal {
        ...PersonRefusal
      }
    }
  }
`);

export const publishPublicationDocument = graphql(`
  mutation PublishPublication($input: PublishPublicationInput!) {
    publishPublication(input: $input) {
      publication {
        ...PublicationShown
      }
      refusal {
        ...PersonRefusal
      }
    }
  }
`);

export const takeDownPublicationDocument = graphql(`
  mutation TakeDownPublication($input: TakeDownPublicationInput!) {
    takeDownPublication(input: $input) {
      publication {
        ...PublicationShown
      }
      refusal {
        ...PersonRefusal
      }
    }
  }
`);

export const showCommentDocument = graphql(`
  mutation ShowComment($input: ShowCommentInput!) {
    showComment(input: $input) {
      publication {
        ...PublicationShown
      }
      refusal {
        ...PersonRefusal
      }
    }
  }
`);

export const hideCommentDocument = graphql(`
  mutation HideComment($input: HideCommentInput!) {
    hideComment(input: $input) {
      publication {
        ...PublicationShown
      }
      refusal {
        ...PersonRefusal
      }
    }
  }
`);

export const answerCommentDocument = graphql(`
  mutation AnswerComment($input: AnswerCommentInput!) {
    answerComment(input: $input) {
      publication {
        ...PublicationShown
      }
      refusal {
        ...PersonRefusal
      }
    }
  }
`);

export const takeUpObjectionDocument = graphql(`
  mutation TakeUpObjection($input: TakeUpObjectionInput!) {
    takeUpObjection(input: $input) {
      publication {
        ...PublicationShown
      }
      refusal {
        ...PersonRefusal
      }
    }
  }
`);
