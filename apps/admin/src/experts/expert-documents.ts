import { graphql } from "../graphql/gql.ts";

graphql(`
  fragment ExpertShown on Expert {
    id
    version
    personId
    name
    areaCode
    areaName
    org
    skills
    available
    confirmedAt
    confirmed
    standing
    medianMinutes
    asked
    answered
  }
`);

export const expertsDocument = graphql(`
  query Experts($areas: [ID!]!, $skills: [ExpertSkill!], $after: String) {
    experts(areas: $areas, skills: $skills, first: 50, after: $after) {
      nodes {
        ...ExpertShown
        ties {
          personId
          kind
          person {
            id
            name
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

/** Who can be called to a case; whoever has a conflict of interest is not among them. */
export const offeredExpertsDocument = graphql(`
  query OfferedExperts($area: ID!, $skills: [ExpertSkill!]!, $case: ID!) {
    experts(areas: [$area], skills: $skills, forCase: $case, first: 20) {
      nodes {
        ...ExpertShown
      }
    }
  }
`);

export const expertEffectDocument = graphql(`
  query ExpertEffectOf($areas: [ID!]!, $from: LocalDate!, $to: LocalDate!) {
    expertEffect(areas: $areas, from: $from, to: $to) {
      withExpert {
        n
        medianDays
      }
      without {
        n
        medianDays
      }
    }
  }
`);

export const addExpertDocument = graphql(`
  mutation AddExpert($input: AddExpertInput!) {
    addExpert(input: $input) {
      expert {
        ...ExpertShown
      }
      refusal {
        ...PersonRefusal
      }
    }
  }
`);

export const amendExpertDocument = graphql(`
  mutation AmendExpert($input: AmendExpertInput!) {
    amendExpert(input: $input) {
      expert {
        ...ExpertShown
      }
      refusal {
        ...PersonRefusal
      }
    }
  }
`);

export const confirmExpertDocument = graphql(`
  mutation ConfirmExpert($input: ConfirmExpertInput!) {
    confirmExpert(input: $input) {
      expert {
        ...ExpertShown
      }
      refusal {
        ...PersonRefusal
      }
    }
  }
`);

export const withdrawExpertDocument = graphql(`
  mutation WithdrawExpert($input: WithdrawExpertInput!) {
    withdrawExpert(input: $input) {
      refusal {
        ...PersonRefusal
      }
    }
  }
`);

/** Experts called to a case, those who came, and its questions of fact. */
export const caseHelpDocument = graphql(`
  query CaseHelp($id: ID!) {
    case(id: $id) {
      id
      version
      helpers {
        personId
        person {
          id
          name
        }
      }
      expertCalls {
        id
        skills
        ask
        calledAt
        calledBy {
          id
          name
        }
        asked {
          personId
          askedAt
          replyDueAt
          answeredAt
          answer
          person {
            id
            name
          }
        }
        waiting
        endedAt
        outcome
      }
      facts {
        id
        question
        askedAt
        askedBy {
          id
          name
        }
        answer
        evidence
        attachmentId
        answeredAt
        answeredBy {
          id
          name
        }
        withdrawnAt
      }
    }
  }
`);

export const myExpertCallsDocument = graphql(`
  query MyExpertCalls {
    myExpertCalls(first: 20) {
      nodes {
        id
        skills
        ask
        category
        gridCode
        gridName
        calledAt
        replyDueAt
      }
    }
  }
`);

export const answerExpertCallDocument = graphql(`
  mutation AnswerExpertCall($input: AnswerExpertCallInput!) {
    answerExpertCall(input: $input) {
      case {
        ...CaseActed
      }
      refusal {
        ...PersonRefusal
      }
    }
  }
`);
