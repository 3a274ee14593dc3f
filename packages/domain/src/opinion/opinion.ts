import type { Channel } from "../case/collect.ts";
import { textProblem } from "../case/guards.ts";
import type { Facts } from "../case/record.ts";
import { isInstant, type Instant } from "../deadline/moment.ts";
import { refuse, type Refusal } from "../refusal.ts";

/** Longest text of a resident's own words, in characters. */
export const ownWordsLimit = 4000;

/** Longest name of a source and longest id in it, in characters. */
export const externalRefLimit = 100;

/** The number another system knows an opinion by, such as an order of 12345. One `id` of one `source` is one opinion. */
export interface ExternalRef {
  readonly source: string;
  readonly id: string;
}

/** What is recorded of what somebody said, whether it makes a case of its own or joins one. */
export interface VoicedOpinion {
  /** The resident's own words. They go into the opinion's row, not into the log. */
  readonly text: string;
  readonly channel: Channel;
  /** When the resident said it; not later than it is recorded. A slip of paper bears its own date. */
  readonly voicedAt: Instant;
  /** Who said it, a known person; null when anonymous. */
  readonly reporterId: string | null;
  /** The collection point it was left at; only with POINT. */
  readonly pointId?: string | null;
  /** The contact day it was said on; only with CONTACT_DAY. */
  readonly contactDayId?: string | null;
  /** Who took it down where that is not who enters it; only with PROXY. The speaker stays `reporterId`. */
  readonly proxyId?: string | null;
  /** Only with EXTERNAL. */
  readonly externalRef?: ExternalRef | null;
}

/** Which fact belongs to which channel, and to no other. */
export const channelOf = { pointId: "POINT", contactDayId: "CONTACT_DAY", proxyId: "PROXY", externalRef: "EXTERNAL" } as const satisfies Partial<Record<keyof VoicedOpinion, Channel>>;

/** Why something cannot be recorded as an opinion, or null. */
export function opinionProblem(said: VoicedOpinion, facts: Pick<Facts, "now">): Refusal | null {
  const words = textProblem("text", said.text, ownWordsLimit);
  if (words) return words;
  if (!isInstant(said.voicedAt) || said.voicedAt > facts.now) return refuse("VOICED_AFTER_RECORDED", {}, "voicedAt");
  for (const [field, channel] of Object.entries(channelOf) as [keyof typeof channelOf, Channel][]) {
    if (said[field] != null && said.channel !== channel) return refuse("NOT_OF_CHANNEL", { field, channel }, field);
  }
  const ref = said.externalRef;
  if (!ref) return null;
  return textProblem("externalRef", ref.source, externalRefLimit) ?? textProblem("externalRef", ref.id, externalRefLimit);
}

/** Hours from speaking to writing down after which an opinion counts as late. */
export const freshHours = 24;

/**
 * Whether an opinion was written down more than 24 hours after it was said: half of the freshness of a community is the
 * share that was not. Lateness never moves a clock, which all run from the recording.
 */
export function isRecordedLate(opinion: { readonly voicedAt: Instant; readonly recordedAt: Instant }): boolean {
  return Date.parse(opinion.recordedAt) - Date.parse(opinion.voicedAt) > freshHours * 3_600_000;
}
