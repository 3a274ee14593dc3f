const words = (text: string): readonly string[] => text.split(/\s+/);
const all = <P extends string>(policy: P, fields: string): { readonly [K in P]: readonly string[] } => ({ [policy]: words(fields) }) as { readonly [K in P]: readonly string[] };

/** The part of the register (field-policy.ts) that belongs to keys, the change feed, webhooks and what comes live. */
export const integrationFields = {
  ...Object.fromEntries(["Create", "Rotate"].map((verb) => [`${verb}ApiKeyPayload`, { RIGHT: words("apiKey token"), CONTENT: ["refusal"] }])),
  ...Object.fromEntries(["Amend", "Revoke"].map((verb) => [`${verb}ApiKeyPayload`, { RIGHT: ["apiKey"], CONTENT: ["refusal"] }])),
  ApiKey: { RIGHT: words("access areaCode areaName costPerMinute createdAt earlierUntil expiresAt hint id lastUsedAt name personalData readAt readUpTo revokedAt state usedThisMinute version"), PERSON: ["createdBy"] },
  ApiKeyConnection: { RIGHT: words("nodes pageInfo") },
  Feed: all("SIGNED_IN", "delayed head lagMilliseconds waiting"),
  ChangePage: { CONTENT: ["changes"], SIGNED_IN: words("after head upTo") },
  Change: { CONTENT: words("actorId areaCode at id payload position recordedAt subject type version"), CASE_VISIBLE: ["case"] },
  IngestOpinionPayload: all("CONTENT", "case created opinion refusal"),
  ExternalRef: all("PARENT", "id source"),
  CreateWebhookPayload: { RIGHT: words("webhook secret"), CONTENT: ["refusal"] },
  RotateWebhookSecretPayload: { RIGHT: words("webhook secret"), CONTENT: ["refusal"] },
  ReplayWebhookPayload: { RIGHT: words("webhook queued"), CONTENT: ["refusal"] },
  ...Object.fromEntries(["Amend", "Pause", "Resume", "Remove", "Test"].map((verb) => [`${verb}WebhookPayload`, { RIGHT: ["webhook"], CONTENT: ["refusal"] }])),
  ResendDeliveryPayload: { RIGHT: ["delivery"], CONTENT: ["refusal"] },
  Webhook: all("RIGHT", "id version key name url areas subjects types source state pausedAt pausedWhy failingSince position waiting earlierUntil createdAt deliveries"),
  WebhookConnection: { RIGHT: words("nodes pageInfo") },
  WebhookDelivery: all("RIGHT", "id position test replay type createdAt state failure nextAt attempts body"),
  WebhookDeliveryConnection: { RIGHT: words("nodes pageInfo") },
  WebhookAttempt: all("RIGHT", "at milliseconds status failure requestHeaders response"),
  Subscription: all("CASE_WHOLE", "caseChanged changed live presence"),
  ChangeSignal: all("PARENT", "id position subject"),
  Presence: { PARENT: ["caseId"], PERSON: ["people"] },
  LiveSignal: all("CONTENT", "change presence"),
} as const;
