import { graphql } from "../graphql/gql.ts";

graphql(`
  fragment ApiKeyShown on ApiKey {
    id
    version
    name
    areaCode
    areaName
    access
    personalData
    costPerMinute
    usedThisMinute
    createdAt
    createdBy { id name }
    expiresAt
    revokedAt
    lastUsedAt
    state
    hint
    earlierUntil
    readUpTo
    readAt
  }
`);

export const apiKeysDocument = graphql(`
  query ApiKeys($first: Int!, $after: String) {
    apiKeys(first: $first, after: $after) {
      nodes { ...ApiKeyShown }
      pageInfo { hasNextPage endCursor }
    }
    feed { head }
  }
`);

export const createApiKeyDocument = graphql(`
  mutation CreateApiKey($input: CreateApiKeyInput!) {
    createApiKey(input: $input) {
      apiKey { ...ApiKeyShown }
      token
      refusal { ...PersonRefusal }
    }
  }
`);

export const rotateApiKeyDocument = graphql(`
  mutation RotateApiKey($input: RotateApiKeyInput!) {
    rotateApiKey(input: $input) {
      apiKey { ...ApiKeyShown }
      token
      refusal { ...PersonRefusal }
    }
  }
`);

export const amendApiKeyDocument = graphql(`
  mutation AmendApiKey($input: AmendApiKeyInput!) {
    amendApiKey(input: $input) {
      apiKey { ...ApiKeyShown }
      refusal { ...PersonRefusal }
    }
  }
`);

export const revokeApiKeyDocument = graphql(`
  mutation RevokeApiKey($input: RevokeApiKeyInput!) {
    revokeApiKey(input: $input) {
      apiKey { ...ApiKeyShown }
      refusal { ...PersonRefusal }
    }
  }
`);
