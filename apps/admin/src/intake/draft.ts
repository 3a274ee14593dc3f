import { type CaseKind, type Channel, channels, fitsKind, instantOf, isLocalDate, type Severity, type UrgencyTag } from "@bandeng/domain";
import type { AddOpinionInput, CollectOpinionInput } from "../graphql/graphql.ts";
import type { Building, Resident } from "./intake-documents.ts";
import type { EntryFile } from "./kept-files.ts";
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
  /** Photos and recordings; their bytes are kept apart. */
  files: readonly EntryFile[];
  /** Where it was left, on which day it was said, or who took it down: of the channel's own, and only with it. */
  pointId: string | null;
  contactDayId: string | null;
  proxyId: string | null;
  /** The idempotency key it was sent with before it came back to be corrected. */
  key: string | null;
}

/** What is sent: an opinion that becomes a case, or one more voice on a case. */
export type Input = (CollectOpinionInput | AddOpinionInput) & { idempotencyKey: string };
type Said = Omit<AddOpinionInput, "caseId"> & { idempotencyKey: string };

/** Whether what is sent joins a case. */
export const isAddition = (input: Input): input is AddOpinionInput & { idempotencyKey: string } => "caseId" in input;

/** What is missing or wrong, by the part of the page it stands in. */
export type Problem = "kindMissing" | "placeMissing" | "wordsMissing" | "wordsTooLong" | "dayMissing" | "laterThanNow" | "residentMissing" | "nameMissing" | "phoneWrong";
export type Part = "kind" | "place" | "words" | "voiced" | "reporter";
export type Problems = Partial<Record<Part, Problem>>;

const longest = 4000;
const phone = /^\+?\d[\d -]{5,18}\d$/;

export function emptyDraft(source: Pick<Draft, "channel" | "pointId">): Draft {
  return { kind: null, place: null, words: "", ...source, voiced: null, reporter: { kind: "anonymous" }, severity: "NORMAL", tags: [], category: null, files: [], contactDayId: null, proxyId: null, key: null };
}

/** Whether somebody has put something into it that would be a pity to lose. */
export const isBegun = (draft: Draft): boolean => draft.kind !== null || draft.place !== null || draft.words.trim() !== "" || draft.files.length > 0 || draft.reporter.kind !== "anonymous";

/** A category belongs to some kinds only; it goes with a change of kind. */
export function withKind(draft: Draft, kind: CaseKind): Draft {
  const fits = draft.category !== null && fitsKind(draft.category, kind);
  return { ...draft, kind, category: fits ? draft.category : null };
}

/** The moment of a day and a time of Shanghai; null when they are none. */
export function momentOf(voiced: { day: string | null; time: string }): string | null {
  if (voiced.day === null || !isLocalDate(voiced.day) || !/^\d\d:\d\d$/.test(voiced.time)) return null;
  return instantOf(Date.parse(`${voiced.day}T${voiced.time}:00+08:00`));
}

/** What is missing or wrong; a voice that joins a case has the case's kind and place. */
export function problemsOf(draft: Draft, now: string, joins = false): Problems {
  const problems: Problems = {};
  if (draft.kind === null && !joins) problems.kind = "kindMissing";
  if (draft.place === null && !joins) problems.place = "placeMissing";
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
  const { place } = draft;
  return {
    ...saidOf(draft, idempotencyKey, now),
    kind: draft.kind,
    severity: draft.severity,
    tags: draft.tags,
    ...(draft.category === null ? {} : { category: draft.category }),
    ...(place === null || place === "unknown" ? {} : { place: placeOf(place) }),
  };
}

/** The same words as one more voice on a case. */
export function additionOf(draft: Draft, caseId: string, idempotencyKey: string, now: string): Input {
  return { ...saidOf(draft, idempotencyKey, now), caseId };
}

/** A place as the server is told it. */
export function placeOf({ building, unitId }: Exclude<Draft["place"], "unknown" | null>) {
  return { buildingId: building.id, ...(unitId === null ? {} : { unitId }) };
}

function saidOf({ reporter, voiced, channel, pointId, contactDayId, proxyId, ...draft }: Draft, idempotencyKey: string, now: string): Said {
  return {
    idempotencyKey,
    words: draft.words.trim(),
    channel,
    voicedAt: (voiced && momentOf(voiced)) ?? now,
    ...(channel === "POINT" && pointId !== null ? { pointId } : {}),
    ...(channel === "CONTACT_DAY" && contactDayId !== null ? { contactDayId } : {}),
    ...(channel === "PROXY" && proxyId !== null ? { proxyId } : {}),
    ...(reporter.kind === "known" && reporter.resident ? { reporterId: reporter.resident.id } : {}),
    ...(reporter.kind === "new" ? { reporterName: reporter.name.trim(), ...(reporter.phone.trim() ? { reporterPhone: reporter.phone.trim() } : {}) } : {}),
  };
}

/** Where opinions usually come from: as with the last entry; on a first day a visit with the phone in hand, a call at the desk. */
export function usualSource(personId: string): Pick<Draft, "channel" | "pointId"> {
  const last = readStored("intake-source", personId) as Partial<Pick<Draft, "channel" | "pointId">> | null;
  const isPhone = matchMedia("(width < 40rem), (pointer: coarse)").matches;
  const channel = channels.find((one) => one === last?.channel) ?? (isPhone ? "VISIT" : "PHONE");
  return { channel, pointId: channel === "POINT" && typeof last?.pointId === "string" ? last.pointId : null };
}

export function keepSource(personId: string, { channel, pointId }: Draft): void {
  writeStored("intake-source", personId, { channel, pointId });
}

/** What was typed before the page was left; its shape is checked as far as a newer version of the page could differ. */
export function storedDraft(personId: string): Draft | null {
  const found = readStored("intake-draft", personId) as Partial<Draft> | null;
  if (found === null || typeof found !== "object" || typeof found.words !== "string" || typeof found.reporter?.kind !== "string") return null;
  return { ...emptyDraft(usualSource(personId)), ...found };
}

export function keepDraft(personId: string, draft: Draft | null): void {
  writeStored("intake-draft", personId, draft !== null && isBegun(draft) ? draft : null);
}
