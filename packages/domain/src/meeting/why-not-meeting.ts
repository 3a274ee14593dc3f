import { meetingActions, type MeetingAction, type MeetingActionRow, type MeetingStanding } from "./meeting-actions.ts";
import type { BenchMeeting } from "./meeting.ts";
import type { CaseCard } from "../case/case.ts";
import { visibility } from "../case/visibility.ts";
import { mayIn } from "../people/rights.ts";
import type { Viewer } from "../people/roles.ts";
import { areaKind, covers, isAreaCode, type AreaCode } from "../place/area-code.ts";
import { refuse, type Refusal } from "../refusal.ts";

/** What the meetings' table looks at. */
export type MeetingCard = Pick<BenchMeeting, "areaCode" | "status" | "convenerId" | "recorderId">;

/** Whether somebody sat at the head of this very meeting or wrote it down: he was in the room. */
export function keepsBench(meeting: Pick<BenchMeeting, "convenerId" | "recorderId">, viewer: Viewer): boolean {
  return meeting.convenerId === viewer.personId || meeting.recorderId === viewer.personId;
}

/**
 * Whether a meeting exists for somebody: for its convener and recorder; else for whoever sees every case on its agenda
 * whole, and while the agenda is empty for the readers of its area. So a meeting is as confidential as its most
 * confidential case, without anybody having to say so. Source: People's Mediation Law, art. 15.
 */
export function seesMeeting(meeting: Pick<BenchMeeting, "areaCode" | "convenerId" | "recorderId" | "agenda">, cases: readonly CaseCard[], viewer: Viewer): boolean {
  if (keepsBench(meeting, viewer)) return true;
  if (meeting.agenda.length === 0) return mayIn(viewer, "READ_CASES", meeting.areaCode);
  const whole = new Set(cases.filter((c) => visibility(viewer, c) === "WHOLE").map((c) => c.id));
  return meeting.agenda.every(({ caseId }) => whole.has(caseId));
}

/** Whether an agenda item exists for somebody: as its case does whole, and for convener and recorder of its meeting. */
export function seesAgendaItem(meeting: Pick<BenchMeeting, "convenerId" | "recorderId">, c: CaseCard | null, viewer: Viewer): boolean {
  return keepsBench(meeting, viewer) || (c !== null && visibility(viewer, c) === "WHOLE");
}

/** Whether a meeting is confidential: a dispute is on its agenda. */
export function isConfidentialMeeting(cases: readonly Pick<CaseCard, "kind">[]): boolean {
  return cases.some((c) => c.kind === "DISPUTE");
}

/** Whether somebody may summon a bench meeting of a grid or community: by the right, or as convener of a council there. */
export function mayConvene(viewer: Viewer, area: AreaCode): boolean {
  return mayIn(viewer, "CONVENE_MEETINGS", area) || convenesCouncil(viewer, area);
}

function convenesCouncil(viewer: Viewer, area: AreaCode): boolean {
  return viewer.convenes?.some((own) => covers(own, area)) === true;
}

function stands(standing: MeetingStanding, meeting: MeetingCard, viewer: Viewer, ownerId: string | null): boolean {
  switch (standing) {
    case "COUNCIL_CONVENER":
      return convenesCouncil(viewer, meeting.areaCode);
    case "CONVENER":
      return meeting.convenerId === viewer.personId;
    case "RECORDER":
      return meeting.recorderId === viewer.personId;
    case "ACTION_OWNER":
      return ownerId !== null && ownerId === viewer.personId;
    default:
      return viewer.assignments.some((a) => a.role === standing && covers(a.area, meeting.areaCode));
  }
}

/**
 * Why somebody may not do something at a meeting that exists for him, or null when the table allows it: state, then right.
 * @param ownerId who took the action on, for what an action's owner may do
 */
export function whyNotMeeting(action: MeetingAction, meeting: MeetingCard, viewer: Viewer, ownerId: string | null = null): Refusal | null {
  const row: MeetingActionRow = meetingActions[action];
  if (!row.from.includes(meeting.status)) return refuse("MEETING_WRONG_STATE", { action, status: meeting.status });
  return row.by.some((standing) => stands(standing, meeting, viewer, ownerId)) ? null : refuse("FORBIDDEN_AT_MEETING", { action });
}

/** Why somebody may not bring a meeting about in an area; null when he may. Meetings belong to grids and communities. */
export function whyNotConvene(area: AreaCode, viewer: Viewer): Refusal | null {
  if (!isAreaCode(area) || !["GRID", "COMMUNITY"].includes(areaKind(area))) return refuse("MEETING_AREA_WRONG", {}, "area");
  return mayConvene(viewer, area) ? null : refuse("FORBIDDEN_RIGHT", { right: "CONVENE_MEETINGS" });
}
