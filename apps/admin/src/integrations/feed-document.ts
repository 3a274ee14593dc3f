import { graphql } from "../graphql/gql.ts";

export const feedDocument = graphql(`
  query Feed {
    feed {
      head
      waiting
      lagMilliseconds
      delayed
    }
    apiKeys(first: 100) {
      nodes { id name areaName state readUpTo readAt }
    }
    webhooks(first: 100) {
      nodes { id name state position waiting key { id areaName } }
    }
  }
`);
