import { graphql } from "../graphql/gql.ts";

graphql(`
  fragment WebhookShown on Webhook {
    id
    version
    key { id name areaCode areaName state }
    name
    url
    areas
    subjects
    types
    source
    state
    pausedAt
    pausedWhy
    failingSince
    position
    waiting
    earlierUntil
    createdAt
  }
`);

graphql(`
  fragment DeliveryShown on WebhookDelivery {
    id
    position
    test
    replay
    type
    createdAt
    state
    failure
    nextAt
    body
    attempts {
      at
      milliseconds
      status
      failure
      requestHeaders
      response
    }
  }
`);

export const webhooksDocument = graphql(`
  query Webhooks($first: Int!, $after: String) {
    webhooks(first: $first, after: $after) {
      nodes { ...WebhookShown }
      pageInfo { hasNextPage endCursor }
    }
    feed { head }
    apiKeys(first: 100) {
      nodes { id name areaCode areaName state }
    }
  }
`);

export const webhookDocument = graphql(`
  query WebhookLog($id: ID!, $first: Int!, $after: String, $failedOnly: Boolean) {
    webhook(id: $id) {
      ...WebhookShown
      deliveries(first: $first, after: $after, failedOnly: $failedOnly) {
        nodes { ...DeliveryShown }
        pageInfo { hasNextPage endCursor }
      }
    }
    feed { head }
  }
`);

export const createWebhookDocument = graphql(`
  mutation CreateWebhook($input: CreateWebhookInput!) {
    createWebhook(input: $input) {
      webhook { ...WebhookShown }
      secret
      refusal { ...PersonRefusal }
    }
  }
`);

export const amendWebhookDocument = graphql(`
  mutation AmendWebhook($input: AmendWebhookInput!) {
    amendWebhook(input: $input) {
      webhook { ...WebhookShown }
      refusal { ...PersonRefusal }
    }
  }
`);

export const rotateWebhookSecretDocument = graphql(`
  mutation RotateWebhookSecret($input: RotateWebhookSecretInput!) {
    rotateWebhookSecret(input: $input) {
      webhook { ...WebhookShown }
      secret
      refusal { ...PersonRefusal }
    }
  }
`);

export const pauseWebhookDocument = graphql(`
  mutation PauseWebhook($input: PauseWebhookInput!) {
    pauseWebhook(input: $input) {
      webhook { ...WebhookShown }
      refusal { ...PersonRefusal }
    }
  }
`);

export const resumeWebhookDocument = graphql(`
  mutation ResumeWebhook($input: ResumeWebhookInput!) {
    resumeWebhook(input: $input) {
      webhook { ...WebhookShown }
      refusal { ...PersonRefusal }
    }
  }
`);

export const removeWebhookDocument = graphql(`
  mutation RemoveWebhook($input: RemoveWebhookInput!) {
    removeWebhook(input: $input) {
      webhook { id }
      refusal { ...PersonRefusal }
    }
  }
`);

export const testWebhookDocument = graphql(`
  mutation TestWebhook($input: TestWebhookInput!) {
    testWebhook(input: $input) {
      webhook { ...WebhookShown }
      refusal { ...PersonRefusal }
    }
  }
`);

export const replayWebhookDocument = graphql(`
  mutation ReplayWebhook($input: ReplayWebhookInput!) {
    replayWebhook(input: $input) {
      webhook { ...WebhookShown }
      queued
      refusal { ...PersonRefusal }
    }
  }
`);

export const resendDeliveryDocument = graphql(`
  mutation ResendDelivery($input: ResendDeliveryInput!) {
    resendDelivery(input: $input) {
      delivery { ...DeliveryShown }
      refusal { ...PersonRefusal }
    }
  }
`);
