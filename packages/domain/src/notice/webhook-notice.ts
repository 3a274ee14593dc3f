import { noticeKey, type Notice } from "./notice.ts";
import type { Instant } from "../deadline/moment.ts";
import type { AreaCode } from "../place/area-code.ts";

/** Tells the administrators of the key's area that the program has paused a webhook; once for each time. */
export function webhookPausedNotice({ id, areaCode, at }: { readonly id: string; readonly areaCode: AreaCode; readonly at: Instant }): Notice {
  return {
    kind: "WEBHOOK_PAUSED", to: { roles: ["SYSTEM_ADMIN"] }, subject: { kind: "WEBHOOK", id }, caseId: null, areaCode, key: noticeKey("WEBHOOK_PAUSED", id, at),
    at, moment: null, urgent: false, by: null,
  };
}
