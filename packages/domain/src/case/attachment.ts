import type { CaseCard } from "./case.ts";
import type { Facts } from "./record.ts";
import { holdsRole, visibility } from "./visibility.ts";
import { whyNot } from "./why-not.ts";
import type { Instant } from "../deadline/moment.ts";
import { oneRoleUp } from "../people/owners.ts";
import type { Role } from "../people/roles.ts";
import { refuse, type Refusal } from "../refusal.ts";

/** What is kept with a case: a photo, a recording, a paper (an agreement, minutes, a receipt). */
export const attachmentKinds = ["PHOTO", "SOUND", "DOCUMENT"] as const;
export type AttachmentKind = (typeof attachmentKinds)[number];

/** A photo from before the work and one from after it stand side by side. */
export const attachmentStages = ["BEFORE", "AFTER"] as const;
export type AttachmentStage = (typeof attachmentStages)[number];

/** Most a case carries at a time. */
export const attachmentLimit = 60;

const LATE_DAYS = 30;
const OWN_MINUTES = 10;
const MINUTE = 60_000;

/** Somebody's attachment, as far as removing it asks. */
export interface AddedAttachment {
  readonly addedBy: string;
  /** The role it was added in (`askedAs`). */
  readonly addedAs: Role;
  readonly addedAt: Instant;
}

/**
 * Why somebody may not add to a case, or null: whoever may record a contact may, and for 30 natural days after the closing
 * whoever could before it. `present` is how many the case carries.
 */
export function whyNotAttach(c: CaseCard, present: number, { viewer, now }: Pick<Facts, "viewer" | "now">): Refusal | null {
  const isClosed = c.status === "CLOSED";
  const no = whyNot("contact", isClosed ? { ...c, status: "RESOLVED" } : c, viewer);
  if (no) return no;
  // Of a declined case the reason is still told, which is a contact; nothing more is gathered.
  if (c.status === "DECLINED") return refuse("WRONG_STATUS", { action: "contact", status: c.status });
  if (isClosed && c.closedAt !== null && Date.parse(now) - Date.parse(c.closedAt) > LATE_DAYS * 24 * 60 * MINUTE) return refuse("ATTACH_TOO_LATE", { days: LATE_DAYS });
  return present >= attachmentLimit ? refuse("ATTACHMENTS_FULL", { limit: attachmentLimit }) : null;
}

/**
 * Why somebody may not remove what was added, or null. Evidence stays: one's own mistake can be taken back for ten minutes,
 * after that it takes somebody one role above whoever added it.
 */
export function whyNotRemove(c: CaseCard, added: AddedAttachment, { viewer, now }: Pick<Facts, "viewer" | "now">): Refusal | null {
  const seen = visibility(viewer, c);
  if (seen === "NONE") return refuse("NOT_FOUND", {});
  if (seen === "MASKED") return refuse("CONFIDENTIAL", {});
  const isOwn = added.addedBy === viewer.personId;
  if (isOwn && Date.parse(now) - Date.parse(added.addedAt) <= OWN_MINUTES * MINUTE) return null;
  if (!isOwn && holdsRole(viewer, oneRoleUp(added.addedAs), c)) return null;
  return refuse("ATTACHMENT_KEPT", { limit: OWN_MINUTES });
}
