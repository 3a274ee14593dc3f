import type { DeliveryShownFragment, WebhookShownFragment } from "../graphql/graphql.ts";
import type { IconName } from "../ui/icon-paths.ts";
import type { Tone } from "../ui/tone.ts";

interface Look {
  tone: Tone;
  icon: IconName;
}

export const webhookLook: Readonly<Record<WebhookShownFragment["state"], Look>> = {
  ACTIVE: { tone: "good", icon: "check" },
  PAUSED: { tone: "neutral", icon: "pause" },
  FAILING: { tone: "bad", icon: "alert" },
  KEY_ENDED: { tone: "warn", icon: "lock" },
};

export const deliveryLook: Readonly<Record<DeliveryShownFragment["state"], Look>> = {
  WAITING: { tone: "warn", icon: "clock" },
  DELIVERED: { tone: "good", icon: "check" },
  FAILED: { tone: "bad", icon: "alert" },
};
