import { expect, it } from "vitest";
import { decideAssignAction } from "./action-item.ts";
import { noticesOfItem, noticesOfMeeting } from "./meeting-notices.ts";
import { decideResolveItem } from "./resolve-item.ts";
import { decideCancelMeeting, decideInvite } from "./summon.ts";
import { opened, summoned } from "../testing/bench-story.ts";
import { acceptedCase } from "../testing/case-story.ts";
import { when } from "../testing/clock.ts";
import { li, member003 } from "../testing/people.ts";

it("people, experts and departments are told of a summons and of its end, households have it at the door", () => {
  const s = summoned({ recorderId: "member003" });
  const invitations = ([["HOUSEHOLD", "302"], ["PERSON", "zhou"], ["EXPERT", "lawyer"], ["DEPARTMENT", "住建"]] as const).map(([of, subjectId]) => ({ of, subjectId, how: "PHONE" as const }));
  s.does(li, "2024-03-05 11:00", (m, f) => decideInvite(m, { invitations, at: f.at }, f)).does(li, "2024-03-05 12:00", (m, f) => decideCancelMeeting(m, { reason: "下雨" }, f));
  const told = noticesOfMeeting(s.meeting, s.meetingLog);
  const whom = [{ personId: "member003" }, { personId: "zhou" }, { personId: "lawyer" }, { roles: ["LIAISON"], departmentId: "住建" }];
  expect(told.map(({ kind, to }) => [kind, to])).toEqual([...whom.map((to) => ["SUMMONED", to]), ...whom.map((to) => ["MEETING_CANCELLED", to])]);
  expect(told[0]).toMatchObject({ subject: { kind: "MEETING", id: "meeting" }, moment: when("2024-03-06 16:00"), by: "li", caseId: null });
});

it("whoever something was assigned to is told, as confidentially as the case is", () => {
  const c = acceptedCase("2024-03-04 15:00", member003, { place: { compoundId: "compound-1", buildingId: "building-3", unitId: "unit-1" } }).case;
  const s = opened(c, { scope: "COMPOUND" }).sits("RESIDENT", "302").proposes("a").says("FOR", "a", "302");
  s.doesItem(li, "2024-03-06 17:00", (i, m, f) => decideResolveItem(i, m, { case: c, doorOf: String }, f));
  for (const ownerId of ["member003", null]) s.doesItem(li, "2024-03-06 17:00", (i, m, f) => decideAssignAction(i, m, { id: `x-${ownerId}`, ownerId, ownerIsResident: ownerId === null, dueOn: "2024-03-15", what: "看地方" }, f));
  expect(noticesOfItem(s.item, s.meeting, s.itemLog)).toMatchObject([{ kind: "ACTION_ASSIGNED", to: { personId: "member003" }, subject: { kind: "AGENDA_ITEM", id: "item" }, caseId: c.id }]);
});
