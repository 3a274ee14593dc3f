import { pointDescriptionProblem, trimmedDescription } from "./open-point.ts";
import type { CollectionPoint, PointDescription } from "./point.ts";
import type { PointDecision } from "./record-point.ts";
import { seesPointsOf } from "./sees-point.ts";
import { textProblem } from "../case/guards.ts";
import type { Facts } from "../case/record.ts";
import { localDateOf } from "../deadline/moment.ts";
import { mayIn } from "../people/rights.ts";
import type { Viewer } from "../people/roles.ts";
import { refuse, type Refusal } from "../refusal.ts";

/** Why somebody may not keep what is in an area; null when he may. What is out of sight is NOT_FOUND. */
export function whyNotKeepPoints(areaCode: string, viewer: Viewer): Refusal | null {
  if (!seesPointsOf(areaCode, viewer)) return refuse("NOT_FOUND", {});
  return mayIn(viewer, "KEEP_POINTS", areaCode) ? null : refuse("FORBIDDEN_RIGHT", { right: "KEEP_POINTS" });
}

/** Changes what the poster says, as a whole, and who keeps it. The code and the area stay: posters hang there. */
export function decideAmendPoint(point: CollectionPoint, given: PointDescription, facts: Facts): PointDecision {
  const no = whyNotKeepPoints(point.areaCode, facts.viewer) ?? (point.closedOn === null ? null : refuse("POINT_IS_CLOSED", { on: point.closedOn })) ?? pointDescriptionProblem(given);
  return no ?? { type: "POINT_AMENDED", at: facts.at, payload: trimmedDescription(given) };
}

/** 撤点: closes a point, with the reason. Its opinions and its code stay; its address says that it is closed. */
export function decideClosePoint(point: CollectionPoint, input: { readonly reason: string }, facts: Facts): PointDecision {
  const no = whyNotKeepPoints(point.areaCode, facts.viewer);
  if (no) return no;
  if (point.closedOn !== null) return refuse("POINT_IS_CLOSED", { on: point.closedOn });
  const on = localDateOf(facts.at);
  if (on < point.activeFrom) return refuse("PERIOD_REVERSED", {}, "at");
  return textProblem("reason", input.reason) ?? { type: "POINT_CLOSED", at: facts.at, payload: { on, reason: input.reason.trim() } };
}

/** 恢复: opens a closed point again, under its old code. */
export function decideReopenPoint(point: CollectionPoint, facts: Facts): PointDecision {
  const no = whyNotKeepPoints(point.areaCode, facts.viewer);
  if (no) return no;
  const from = localDateOf(facts.at);
  if (point.closedOn === null) return refuse("POINT_IS_OPEN", {});
  return from < point.closedOn ? refuse("PERIOD_REVERSED", {}, "at") : { type: "POINT_REOPENED", at: facts.at, payload: { from } };
}
