import { graphql } from "../graphql/gql.ts";
import type { MessengerShownFragment } from "../graphql/graphql.ts";

graphql(`
  fragment MessengerShown on Messenger {
    communityCode
    url
    setAt
    earlierUntil
    deliveries {
      id
      createdAt
      test
      state
      attempts
      status
      failure
      nextAt
    }
  }
`);

export const messengerDocument = graphql(`
  query Messenger($communityCode: ID!) {
    messenger(communityCode: $communityCode) {
      ...MessengerShown
    }
  }
`);

export const setMessengerDocument = graphql(`
  mutation SetMessenger($input: SetMessengerInput!) {
    setMessenger(input: $input) {
      messenger {
        ...MessengerShown
      }
      secret
      refusal { ...PersonRefusal }
    }
  }
`);

export const removeMessengerDocument = graphql(`
  mutation RemoveMessenger($input: RemoveMessengerInput!) {
    removeMessenger(input: $input) {
      messenger {
        ...MessengerShown
      }
      refusal { ...PersonRefusal }
    }
  }
`);

export const testMessengerDocument = graphql(`
  mutation TestMessenger($input: TestMessengerInput!) {
    testMessenger(input: $input) {
      messenger {
        ...MessengerShown
      }
      refusal { ...PersonRefusal }
    }
  }
`);

export type MessengerShown = MessengerShownFragment;
