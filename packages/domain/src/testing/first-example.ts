import { calendarOf, decideAccept, decideCollect, decideEscalate, defaultDeadlineRules, isRefusal, phraseOf, record, recorded, shippedCalendarYears, type Facts, type Viewer } from "../index.ts";

// Who acts: a grid member of grid 003. Rights are areas; a code covers all that begins with it.
const member: Viewer = {
  personId: "p-1",
  assignments: [{ personId: "p-1", role: "GRID_MEMBER", area: "340802001007003", buildingId: null, departmentId: null, from: "2024-01-01", to: null }],
};

// When, and by which calendar and rules: handed in, so that the same call gives the same answer everywhere.
const now = "2024-04-26T12:40:00.000Z"; // Friday evening in Anqing
const facts: Facts = { viewer: member, at: now, now, calendar: calendarOf(shippedCalendarYears), rules: defaultDeadlineRules };

// Decide: facts to record, or a refusal. Nothing is thrown, nothing is stored.
const collected = decideCollect(
  {
    caseId: "c-1", no: "340802001007-2024-0001", opinionId: "o-1", text: "下水道又堵了", title: "3单元下水道堵塞", kind: "DIFFICULTY", category: "assets.sewer",
    place: { compoundId: null, buildingId: "b-25", unitId: "u-3" }, gridCode: "340802001007003", severity: "NORMAL", tags: [], channel: "PROXY",
    voicedAt: now, reporterId: "p-302", linkedFrom: null,
  },
  facts,
);
if (isRefusal(collected)) throw new Error(phraseOf(collected, "en"));

// Record: numbered events for your log, and the case that they make.
const first = record(null, "c-1", collected, facts);
const accepted = recorded(first.case, decideAccept(first.case, { kind: "DIFFICULTY", category: "assets.sewer", severity: "NORMAL", parties: [] }, facts), facts);
if (isRefusal(accepted)) throw new Error(phraseOf(accepted, "en"));

// Three working days; Sunday 2024-04-28 is worked, so it is due on Tuesday at 18:00.
export const dueAt = accepted.case.due?.at; // "2024-04-30T10:00:00.000Z"
export const events = accepted.events.map((event) => event.type); // ["ACCEPTED"]

// A refusal is a value with a code and data; the phrase book turns it into a sentence.
const refusal = decideEscalate(first.case, { reason: "楼里办不了" }, facts);
export const sentence = isRefusal(refusal) ? phraseOf(refusal, "zh") : ""; // "现为“待受理”，只有“已受理”、“议事中”、“办理中”或“挂起”的事项可以上报一级。"
