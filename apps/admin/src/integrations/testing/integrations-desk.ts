import type { ApiKeyShownFragment, DeliveryShownFragment, WebhookShownFragment } from "../../graphql/graphql.ts";
import { community } from "../../people/testing/sample-people.ts";

type Named<Shape> = Shape & { __typename: string };

/** 6 May 2024, as the desk's clock stands. */
export const apiKey = (id: string, given: Partial<ApiKeyShownFragment> = {}): Named<ApiKeyShownFragment> => ({
  __typename: "ApiKey", id, version: 1, name: "区 12345 平台", areaCode: community, areaName: "天后宫社区", access: "WRITE", personalData: false, costPerMinute: 100_000, usedThisMinute: 1200, createdAt: "2024-03-01T02:00:00.000Z",
  createdBy: { id: "person-admin", name: "系统管理员", __typename: "Person" } as never, expiresAt: "2024-08-01T16:00:00.000Z", revokedAt: null, lastUsedAt: "2024-05-06T01:55:00.000Z", state: "ACTIVE", hint: "bdk_7Qx", earlierUntil: null,
  readUpTo: 4108, readAt: "2024-05-06T01:59:00.000Z", ...given,
});

export const webhook = (id: string, given: Partial<WebhookShownFragment> = {}): Named<WebhookShownFragment> => {
  const { id: keyId, name, areaCode, areaName, state } = apiKey("k-1");
  return {
    __typename: "Webhook", id, version: 2, key: { id: keyId, name, areaCode, areaName, state, __typename: "ApiKey" } as never, name: "12345 回传", url: "https://12345.example.cn/hook", areas: [], subjects: ["CASE"], types: ["case.closed"], source: "12345-AQ",
    state: "ACTIVE", pausedAt: null, pausedWhy: null, failingSince: null, position: 4108, waiting: 0, earlierUntil: null, createdAt: "2024-03-01T02:00:00.000Z", ...given,
  };
};

export const delivery = (id: string, given: Partial<DeliveryShownFragment> = {}): Named<DeliveryShownFragment> => ({
  __typename: "WebhookDelivery", id, position: 4107, test: false, replay: false, type: "case.closed", createdAt: "2024-05-06T01:50:00.000Z", state: "FAILED", failure: "HTTP_503", nextAt: null, body: '{"type":"CLOSED","position":4107}',
  attempts: [
    { at: "2024-05-06T01:50:01.000Z", milliseconds: 10_000, status: null, failure: "TIMEOUT", requestHeaders: '{"webhook-id":"msg_1"}', response: null, __typename: "WebhookAttempt" } as never,
    { at: "2024-05-06T01:51:01.000Z", milliseconds: 210, status: 503, failure: "HTTP_503", requestHeaders: '{"webhook-id":"msg_1"}', response: "Service Unavailable", __typename: "WebhookAttempt" } as never,
  ],
  ...given,
});

const pageInfo = { __typename: "PageInfo", hasNextPage: false, endCursor: null };
export const connection = (type: string, nodes: readonly unknown[], endCursor: string | null = null) => ({ __typename: type, nodes, pageInfo: { ...pageInfo, hasNextPage: endCursor !== null, endCursor } });
export const feed = { __typename: "Feed", head: 4120, waiting: 0, lagMilliseconds: 24, delayed: false };

/** What a mutation answers: payloads are called after their field. */
export const payload = (field: string, more: object) => ({ [field]: { __typename: `${field.charAt(0).toUpperCase()}${field.slice(1)}Payload`, refusal: null, ...more } });
export const refusal = (code: string, path: string | null, message: string) => ({ __typename: "Refusal", code, path, message });
