import { type CaseKind, type Channel, categoryOf, channels, instantOf, isLocalDate, type Severity, type UrgencyTag } from "@bandeng/domain";
import type { CollectOpinionInput } from "../graphql/graphql.ts";
import type { Building, Resident } from "./intake-documents.ts";
import { readStored, writeStored } from "./person-storage.ts";

export type Reporter = { kind: "anonymous" } | { kind: "known"; resident: Resident | null } | { kind: "new"; name: string; phone: string };

/** What is being written down, as far as it has come. */
export interface Draft {
  kind: CaseKind | null;
  /** Null: not said yet. */
  place: { building: Building; unitId: string | null } | "unknown" | null;
  words: string;
  channel: Channel;
  /** When it was said; null: just now. */
  voiced: { day: string | null; time: string } | null;
  reporter: Reporter;
  severity: Severity;
  tags: UrgencyTag[];
  category: string | null;
}

/** What is sent. */
export type Input = CollectOpinionInput & { idempotencyKey: string };

/** What is missing or wrong, by the part of the page it stands in. */
export type Problem = "kindMissing" | "placeMissing" | "wordsMissing" | "wordsTooLong" | "dayMissing" | "laterThanNow" | "residentMissing" | "nameMissing" | "phoneWrong";
export type Part = "kind" | "place" | "words" | "voiced" | "reporter";
export type Problems = Partial<Record<Part, Problem>>;

const longest = 4000;
const phone = /^\+?\d[\d -]{5,18}\d$/;

export function emptyDraft(channel: Channel): Draft {
  return { kind: null, place: null, words: "", channel, voiced: null, reporter: { kind: "anonymous" }, severity: "NORMAL", tags: [], category: null };
}

/** Whether somebody has put something into it that would be a pity to lose. */
export const isBegun = (draft: Draft): boolean => draft.kind !== null || draft.place !== null || draft.words.trim() !== "" || draft.reporter.kind !== "anonymous";

/** A category belongs to some kinds only; it goes with a change of kind. */
export function withKind(draft: Draft, kind: CaseKind): Draft {
  const fits = draft.category !== null && categoryOf(draft.category)?.kinds.includes(kind);
  return { ...draft, kind, category: fits ? draft.category : null };
}

/** The moment of a day and a time of Shanghai; null when they are none. */
export function momentOf(voiced: { day: string | null; time: string }): string | null {
  if (voiced.day === null || !isLocalDate(voiced.day) || !/^\d\d:\d\d$/.test(voiced.time)) return null;
  return instantOf(Date.parse(`${voiced.day}T${voiced.time}:00+08:00`));
}

export function problemsOf(draft: Draft, now: string): Problems {
  const problems: Problems = {};
  if (draft.kind === null) problems.kind = "kindMissing";
  if (draft.place === null) problems.place = "placeMissing";
  if (draft.words.trim() === "") problems.words = "wordsMissing";
  else if (draft.words.trim().length > longest) problems.words = "wordsTooLong";
  if (draft.voiced) {
    const moment = momentOf(draft.voiced);
    if (moment === null) problems.voiced = "dayMissing";
    else if (moment > now) problems.voiced = "laterThanNow";
  }
  const { reporter } = draft;
  if (reporter.kind === "known" && reporter.resident === null) problems.reporter = "residentMissing";
  if (reporter.kind === "new" && reporter.name.trim() === "") problems.reporter = "nameMissing";
  else if (reporter.kind === "new" && reporter.phone.trim() !== "" && !phone.test(reporter.phone.trim())) problems.reporter = "phoneWrong";
  return problems;
}

/** `now` is the moment of pressing send: an entry that waits for the network keeps it as the moment it was said. */
export function inputOf(draft: Draft, idempotencyKey: string, now: string): Input {
  if (draft.kind === null) throw new Error("a draft without a kind is not sent");
  const { place, reporter, voiced } = draft;
  return {
    idempotencyKey,
    words: draft.words.trim(),
    kind: draft.kind,
    channel: draft.channel,
    severity: draft.severity,
    tags: draft.tags,
    voicedAt: (voiced && momentOf(voiced)) ?? now,
    ...(draft.category === null ? {} : { category: draft.category }),
    ...(place === null || place === "unknown" ? {} : { place: { buildingId: place.building.id, ...(place.unitId === null ? {} : { unitId: place.unitId }) } }),
    ...(reporter.kind === "known" && reporter.resident ? { reporterId: reporter.resident.id } : {}),
    ...(reporter.kind === "new" ? { reporterName: reporter.name.trim(), ...(reporter.phone.trim() ? { reporterPhone: reporter.phone.trim() } : {}) } : {}),
  };
}

/** The channel of the last entry; on a first day a visit with the phone in hand, a call at the desk. */
export function usualChannel(personId: string): Channel {
  const last = readStored("intake-channel", personId);
  const isPhone = matchMedia("(width < 40rem), (pointer: coarse)").matches;
  return channels.find((channel) => channel === last) ?? (isPhone ? "VISIT" : "PHONE");
}

export function keepChannel(personId: string, channel: Channel): void {
  writeStored("intake-channel", personId, channel);
}

/** What was typed before the page was left; its shape is checked as far as a newer version of the page could differ. */
export function storedDraft(personId: string): Draft | null {
  const found = readStored("intake-draft", personId) as Partial<Draft> | null;
  if (found === null || typeof found !== "object" || typeof found.words !== "string" || typeof found.reporter?.kind !== "string") return null;
  return { ...emptyDraft(usualChannel(personId)), ...found };
}

export function keepDraft(personId: string, draft: Draft | null): void {
  writeStored("intake-draft", personId, draft !== null && isBegun(draft) ? draft : null);
}
