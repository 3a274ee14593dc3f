import type { MeetingStatus } from "@bandeng/domain";
import type { Tone } from "../ui/tone.ts";

/** The tone of a meeting's status. */
export const meetingTone: Record<MeetingStatus, Tone> = { SUMMONED: "accent", OPEN: "warn", HELD: "good", CANCELLED: "neutral" };
