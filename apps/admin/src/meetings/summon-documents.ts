import { graphql } from "../graphql/gql.ts";

export const summonMeetingDocument = graphql(`
  mutation SummonMeeting($input: SummonMeetingInput!) {
    summonMeeting(input: $input) {
      meeting {
        ...MeetingCard
      }
      refusal {
        ...MeetingRefusal
      }
    }
  }
`);

export const recordMeetingDocument = graphql(`
  mutation RecordMeeting($input: RecordMeetingInput!) {
    recordMeeting(input: $input) {
      meeting {
        ...MeetingCard
      }
      refusal {
        ...MeetingRefusal
      }
    }
  }
`);

/** Whom a case would concern, before anybody is summoned. */
export const affectedHouseholdsDocument = graphql(`
  query AffectedHouseholds($caseId: ID!, $scope: AffectedScope!, $rule: ConsensusRule!) {
    affectedHouseholds(caseId: $caseId, scope: $scope, rule: $rule) {
      household {
        ...DoorShown
      }
      direct
      origin
    }
  }
`);
