import { hangs, type Publication, type PublicationKind } from "./publication.ts";
import type { PublicationDecision } from "./evolve-publication.ts";
import type { PublicationFrame } from "./publication-events.ts";
import { personalDataIn, personalDataKinds } from "./redact.ts";
import { textProblem } from "../case/guards.ts";
import type { Facts } from "../case/record.ts";
import { due } from "../deadline/due.ts";
import type { Instant } from "../deadline/moment.ts";
import { mayIn, rights } from "../people/rights.ts";
import type { Viewer } from "../people/roles.ts";
import { areaKind, communityOf, covers, isAreaCode } from "../place/area-code.ts";
import { refuse, type Refusal } from "../refusal.ts";

/** What hangs there, in words. */
export interface PublicationText {
  readonly title: string;
  readonly body: string;
}

export const publicationLimits = { title: 60, body: 4000, photos: 12, days: 90, comments: 500, comment: 500 } as const;

/** Whether somebody sees what a community publishes, drafts and hidden comments too: whoever works in it or above it. */
export function seesPublicationsOf(areaCode: string, viewer: Viewer): boolean {
  const workers: readonly string[] = rights.READ_WORKERS;
  return isAreaCode(areaCode) && viewer.assignments.some((a) => workers.includes(a.role) && covers(areaKind(a.area) === "GRID" ? communityOf(a.area) : a.area, areaCode));
}

/** Why somebody may not publish in an area; null when he may. What is out of sight is NOT_FOUND. */
export function whyNotPublish(areaCode: string, viewer: Viewer): Refusal | null {
  if (!seesPublicationsOf(areaCode, viewer)) return refuse("NOT_FOUND", {});
  return mayIn(viewer, "PUBLISH", areaCode) ? null : refuse("FORBIDDEN_RIGHT", { right: "PUBLISH" });
}

/** Kinds that hang as long as their subject says, or for good. */
const ownPeriod: readonly PublicationKind[] = ["PROJECT", "COSTS", "STORY"];

function frameProblem(kind: PublicationKind, frame: PublicationFrame, text: PublicationText): Refusal | null {
  const wrong = textProblem("title", text.title, publicationLimits.title) ?? textProblem("body", text.body, publicationLimits.body);
  if (wrong) return wrong;
  if (ownPeriod.includes(kind) !== (frame.days === null)) return refuse("PUBLICATION_DAYS", { most: publicationLimits.days }, "days");
  if (frame.days !== null && (!Number.isInteger(frame.days) || frame.days < 1 || frame.days > publicationLimits.days)) return refuse("PUBLICATION_DAYS", { most: publicationLimits.days }, "days");
  if (new Set(frame.photoIds).size !== frame.photoIds.length || frame.photoIds.length > publicationLimits.photos) return refuse("PUBLICATION_PHOTOS", { most: publicationLimits.photos }, "photoIds");
  return null;
}

const framed = ({ days, takesComments, photoIds }: PublicationFrame): PublicationFrame => ({ days, takesComments, photoIds: [...photoIds] });

export interface DraftInput extends PublicationFrame, PublicationText, Pick<Publication, "kind" | "subjectId" | "areaCode"> {}

/** 起草: a notice of a community or grid, or what is to be shown of a project or a cost plan. Nobody outside sees it yet. */
export function decideDraftPublication(input: DraftInput, facts: Facts): PublicationDecision {
  const { kind, subjectId, areaCode } = input;
  const no = whyNotPublish(areaCode, facts.viewer) ?? frameProblem(kind, input, input);
  if (no) return no;
  if (areaCode.length < 12) return refuse("PUBLICATION_AREA", {}, "areaCode");
  if ((kind === "NOTICE") !== (subjectId === null)) return refuse("PUBLICATION_SUBJECT", {}, "subjectId");
  return [{ type: "PUBLICATION_DRAFTED", at: facts.at, payload: { kind, subjectId, areaCode, ...framed(input) } }];
}

/** Writes a draft anew, as a whole. */
export function decideAmendPublication(p: Publication, input: PublicationFrame & PublicationText, facts: Facts): PublicationDecision {
  const no = whyNotPublish(p.areaCode, facts.viewer) ?? (p.state === "DRAFT" ? frameProblem(p.kind, input, input) : refuse("PUBLICATION_WRONG_STATE", { state: p.state }));
  return no ?? [{ type: "PUBLICATION_AMENDED", at: facts.at, payload: framed(input) }];
}

export interface PublishInput extends PublicationText {
  /** Names of residents that must not stand in it: of those the matter concerns, and of whoever else the text names. */
  readonly names: readonly string[];
  /** Of a PROJECT or COSTS: the end of its publicity, null while it has none. A subject that is not ready is refused. */
  readonly subject: { readonly ready: boolean; readonly until: Instant | null } | null;
}

/**
 * 公示: puts it on the board and the public page, for so many working days; a project's and a cost plan's for theirs. No
 * name, phone, identity card or room of a resident hangs there (PIPL art. 6 and 51): a text that tells of somebody is refused.
 */
export function decidePublish(p: Publication, input: PublishInput, facts: Facts): PublicationDecision {
  const no = whyNotPublish(p.areaCode, facts.viewer);
  if (no) return no;
  if (p.state !== "DRAFT") return refuse("PUBLICATION_WRONG_STATE", { state: p.state });
  const told = [...personalDataIn(input.title, input.names), ...personalDataIn(input.body, input.names)].map(({ kind }) => kind);
  if (told.length > 0) return refuse("PERSONAL_DATA_IN_TEXT", { kinds: personalDataKinds.filter((kind) => told.includes(kind)) }, "body");
  if (p.kind !== "NOTICE" && input.subject?.ready !== true) return refuse("PUBLICATION_SUBJECT", {}, "subjectId");
  const until = p.days === null ? (input.subject?.until ?? null) : due(facts.at, p.days, facts.calendar).at;
  if (until !== null && until <= facts.now) return refuse("PUBLICATION_SUBJECT", {}, "subjectId");
  return [{ type: "PUBLICATION_PUBLISHED", at: facts.at, payload: { until } }];
}

/** 撤下: takes it down, with the reason. What hung there, and what was said about it, stays on record. */
export function decideTakeDown(p: Publication, input: { readonly reason: string }, facts: Facts): PublicationDecision {
  const no = whyNotPublish(p.areaCode, facts.viewer) ?? (p.state === "PUBLISHED" ? null : refuse("PUBLICATION_WRONG_STATE", { state: p.state })) ?? textProblem("reason", input.reason, 200);
  return no ?? [{ type: "PUBLICATION_TAKEN_DOWN", at: facts.at, payload: { reason: input.reason.trim() } }];
}

/** Whether residents may write beneath it now. */
export function takesCommentsNow(p: Pick<Publication, "takesComments" | "state" | "until">, now: Instant): boolean {
  return p.takesComments && hangs(p, now);
}
