import { describe, expect, it } from "vitest";
import { meetingActionNames, meetingActions, type MeetingAction } from "./meeting-actions.ts";
import { meetingStatuses } from "./meeting.ts";
import { mayConvene, whyNotMeeting } from "./why-not-meeting.ts";
import * as people from "../testing/people.ts";
import type { Viewer } from "../people/roles.ts";

/** The table again, by hand: in which states, and who besides the bench itself. */
const expected: Record<MeetingAction, readonly [from: string, who: string]> = {
  invite: ["SUMMONED OPEN", ""],
  addToAgenda: ["SUMMONED OPEN", ""],
  open: ["SUMMONED", ""],
  cancel: ["SUMMONED", ""],
  signIn: ["OPEN", ""],
  removeAttendance: ["OPEN", ""],
  addAffected: ["SUMMONED OPEN", ""],
  nameCause: ["SUMMONED OPEN", ""],
  proposeOption: ["SUMMONED OPEN", ""],
  recordStatement: ["OPEN", ""],
  takePosition: ["OPEN", ""],
  recuse: ["OPEN", ""],
  resolveItem: ["OPEN", ""],
  endUnresolved: ["OPEN", ""],
  assignAction: ["OPEN HELD", ""],
  completeAction: ["OPEN HELD", "owner"],
  hold: ["OPEN", ""],
};
const { li, zhou, chen, deputy, wang, member003, other003, councillor, mediator, streetOfficer, fire, stranger, admin } = people;
const convener: Viewer = { ...councillor, personId: "convener", convenes: [people.grid003] };
const convenerElsewhere: Viewer = { ...councillor, personId: "elsewhere", convenes: [people.grid005] };
/** Summoned by Li, written down by member003. */
const meeting = { areaCode: people.grid003, convenerId: "li", recorderId: "member003" };
const bench = [li, zhou, chen, deputy, convener, member003];
const others = [wang, other003, councillor, convenerElsewhere, mediator, streetOfficer, fire, stranger, admin];

describe.each(meetingActionNames)("%s", (action) => {
  const [from, who] = expected[action];
  it("is in the table as it stands here", () => {
    expect(meetingActions[action].from.join(" ")).toBe(from);
  });
  it.each(meetingStatuses)("in state %s", (status) => {
    const card = { ...meeting, status };
    const open = from.split(" ").includes(status);
    for (const viewer of bench) expect(whyNotMeeting(action, card, viewer)?.code ?? null, viewer.personId).toBe(open ? null : "MEETING_WRONG_STATE");
    for (const viewer of others) expect(whyNotMeeting(action, card, viewer)?.code, viewer.personId).toBe(open ? "FORBIDDEN_AT_MEETING" : "MEETING_WRONG_STATE");
    if (open) expect(whyNotMeeting(action, card, other003, "other003")?.code ?? null).toBe(who === "owner" ? null : "FORBIDDEN_AT_MEETING");
  });
});

it("whoever convenes in the area may summon, and nobody beside", () => {
  for (const viewer of [li, zhou, chen, deputy, convener]) expect(mayConvene(viewer, people.grid003), viewer.personId).toBe(true);
  for (const viewer of [...others, member003]) expect(mayConvene(viewer, people.grid003), viewer.personId).toBe(false);
  expect(mayConvene(li, people.community)).toBe(false);
});
