import { createHmac, timingSafeEqual } from "node:crypto";
import { epochMillisecondsOf, type BenchMeeting, type Instant } from "@bandeng/domain";
import type { AuditKeys } from "../audit/audit-key.ts";

const ID_BYTES = 16;
const SEAL_BYTES = 16;
const DAY_MS = 86_400_000;

/** 128 bits that only this program can make for a meeting: nothing of it is stored. */
function sealOf(meetingId: string, keys: AuditKeys): Buffer {
  const key = keys.of(keys.current);
  if (!key) throw new Error("The current key is not here");
  return createHmac("sha256", key).update(`bench sign-in|${meetingId}`).digest().subarray(0, SEAL_BYTES);
}

/** The code at the bench: the meeting's number and its seal, 43 characters that fit into a small QR code. */
export function signInCode(meetingId: string, keys: AuditKeys): string {
  return Buffer.concat([Buffer.from(meetingId.replaceAll("-", ""), "hex"), sealOf(meetingId, keys)]).toString("base64url");
}

/** The meeting a code is for; null when it is none of ours. */
export function meetingOfCode(code: string, keys: AuditKeys): string | null {
  const bytes = Buffer.from(code, "base64url");
  if (bytes.length !== ID_BYTES + SEAL_BYTES || bytes.toString("base64url") !== code) return null;
  const id = bytes.toString("hex", 0, ID_BYTES).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
  return timingSafeEqual(bytes.subarray(ID_BYTES), sealOf(id, keys)) ? id : null;
}

/** Whether people may sign in by code now: while the meeting is open, for a day at most, and never at one that is written down afterwards. */
export function takesCodes(meeting: Pick<BenchMeeting, "status" | "recordedAfterwards" | "openedAt">, now: Instant): boolean {
  if (meeting.status !== "OPEN" || meeting.recordedAfterwards || meeting.openedAt === null) return false;
  return epochMillisecondsOf(now) - epochMillisecondsOf(meeting.openedAt) < DAY_MS;
}
