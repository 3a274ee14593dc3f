import { describe, expect, it } from "vitest";
import { decideAssignAction, decideCompleteAction } from "./action-item.ts";
import { conveneBy, decideAddAffected, decideAddToAgenda, workingDaysToConvene } from "./agenda.ts";
import { foldAgendaItem, foldMeeting } from "./evolve-meeting.ts";
import { attendanceMix, placeLevelOf } from "./meeting.ts";
import { decideRecuse, decideTakePositions } from "./position.ts";
import { recordAgendaItem, recordMeeting } from "./record-meeting.ts";
import { ballotOf, decideEndUnresolved, decideResolveItem, type ResolveItemInput } from "./resolve-item.ts";
import { decideHoldMeeting, decideRemoveAttendance, decideSignIn, decideSignInByCode } from "./sit.ts";
import { decideCancelMeeting, decideInvite, decideRecordMeeting, decideSummon, invitedOn } from "./summon.ts";
import { decideRecordStatement } from "./talk.ts";
import { isConfidentialMeeting, seesAgendaItem, seesMeeting } from "./why-not-meeting.ts";
import { decideAmend } from "../case/amend.ts";
import { isRefusal } from "../refusal.ts";
import { BenchStory, entryInput, homes, opened, summoned, summonInput } from "../testing/bench-story.ts";
import { acceptedCase } from "../testing/case-story.ts";
import { calendar, factsAt, rules, when } from "../testing/clock.ts";
import * as people from "../testing/people.ts";

const { li, wang, member003, zhou, chen, mediator, streetOfficer, councillor } = people;
const place = { compoundId: "compound-1", buildingId: "building-3", unitId: "unit-1" };
const racks = () => acceptedCase("2024-03-04 15:00", member003, { kind: "OPINION", category: "assets.drying", place, reporterId: "resident-302" }).case;
const dispute = () =>
  acceptedCase("2024-03-04 15:00", li, { kind: "DISPUTE", category: "disputes.leak", place, reporterId: "sun" }, { parties: ["sun", "zhao"] }).case;
const open = { case: { kind: "DIFFICULTY", parties: [] }, doorOf: (id: string) => `1-${id}` } satisfies ResolveItemInput;
const resolve = (s: BenchStory, input: ResolveItemInput = open) => s.triesItem(li, "2024-03-06 17:00", (i, m, f) => decideResolveItem(i, m, input, f));
const invite = (id: string, at: string) => (s: BenchStory) =>
  s.does(li, at, (m, f) => decideInvite(m, { invitations: [{ of: "HOUSEHOLD", subjectId: id, how: "IN_PERSON" }], at: f.at }, f));
const rooms = homes.map((h) => h.id);

describe("from the summons to the end", () => {
  it("S1.4: nine households agree on the racks, as a resident proposed", () => {
    const s = summoned();
    const c = racks();
    expect(s.adds(li, "2024-03-05 10:00", c, { scope: "COMPOUND", reporters: ["302"] })).toBeNull();
    expect(s.meeting).toMatchObject({ status: "SUMMONED", convenerId: "li", recorderId: "li", agenda: [{ itemId: "item", caseId: c.id }] });
    s.does(li, "2024-03-06 16:00", (m, f) => [{ type: "MEETING_OPENED", at: f.at, payload: { recorderId: m.recorderId } }]);
    s.sits("GRID_HEAD", null, { personId: "li" }).sits("PARTY_MEMBER", null, { attendanceId: "p1" }).sits("PARTY_MEMBER", null, { attendanceId: "p2" }).sits("PROPERTY");
    for (const room of rooms.slice(0, 9)) s.sits("RESIDENT", room);
    s.sits("RESIDENT", "101", { attendanceId: "101b" });
    expect(attendanceMix(s.meeting.attendance)).toEqual([{ as: "RESIDENT", people: 10 }, { as: "PARTY_MEMBER", people: 2 }, { as: "PROPERTY", people: 1 }, { as: "GRID_HEAD", people: 1 }]);
    s.proposes("fines", "racks", "leave").says("FOR", "racks", ...rooms.slice(0, 8)).says("ACCEPT", "racks", rooms[8] as string);
    expect(resolve(s)).toBeNull();
    expect(s.item.resolution).toMatchObject({ optionId: "racks", rule: "WIDEST_AGREEMENT", tally: { affected: 9, present: 9 } });
    s.does(li, "2024-03-06 17:30", (m, f) => decideHoldMeeting(m, { minutes: "", undecided: 0 }, f));
    expect(foldMeeting(s.meetingLog)).toEqual(s.meeting);
    expect(foldAgendaItem(s.itemLog)).toEqual(s.item);
    expect(placeLevelOf(s.meeting.place)).toBe("BUILDING");
  });

  it("a case is put on an agenda once, by whom the table of cases allows, and only where the area has it", () => {
    const s = summoned();
    const c = racks();
    expect(s.adds(member003, "2024-03-05 10:00", c)).toMatchObject({ code: "FORBIDDEN_AT_MEETING" });
    expect(s.adds(li, "2024-03-05 10:00", c, { scope: "COMMUNITY", rule: "CIVIL_CODE_278_HALF" })).toMatchObject({ code: "RULE_NEEDS_OWNERS" });
    expect(s.adds(li, "2024-03-05 10:00", { ...c, place: { ...place, unitId: null } })).toMatchObject({ code: "SCOPE_WITHOUT_PLACE" });
    expect(s.adds(li, "2024-03-05 10:00", { ...c, status: "RESOLVED" })).toMatchObject({ code: "WRONG_STATUS" });
    expect(s.adds(chen, "2024-03-05 10:00", { ...c, gridCode: people.grid005 })).toMatchObject({ code: "CASE_OUT_OF_AREA" });
    expect(s.adds(li, "2024-03-05 10:00", c)).toBeNull();
    expect(s.adds(li, "2024-03-05 10:00", c)).toMatchObject({ code: "ON_AGENDA_ALREADY" });
  });

  it("the case is DELIBERATING from then on, with the meeting named; one that is already stays as it is", () => {
    const s = summoned();
    const c = racks();
    const facts = factsAt(li, "2024-03-05 10:00");
    const first = decideAddToAgenda(s.meeting, c, entryInput(), facts);
    expect(isRefusal(first) ? first : first.case).toEqual([{ type: "DELIBERATED", at: facts.at, payload: { where: "3号楼前", meetingId: "meeting" } }]);
    const again = decideAddToAgenda(s.meeting, { ...c, status: "DELIBERATING" }, entryInput(), facts);
    expect(again).toMatchObject({ case: [] });
    expect(decideAddToAgenda(s.meeting, { ...c, status: "DELIBERATING" }, entryInput(), factsAt(wang, "2024-03-05 10:00"))).toMatchObject({ refused: true });
  });

  it("the convener of a council of the grid puts cases on its agenda too", () => {
    const convener = { ...councillor, convenes: [people.grid003] };
    const at = "2024-03-05 10:00";
    expect(decideSummon(summonInput(), factsAt(councillor, at))).toMatchObject({ code: "FORBIDDEN_RIGHT" });
    const s = new BenchStory(convener, at, decideSummon(summonInput(), factsAt(convener, at)));
    expect(s.adds(convener, at, racks())).toBeNull();
    expect(decideSummon(summonInput({ areaCode: people.community }), factsAt(convener, at))).toMatchObject({ code: "FORBIDDEN_RIGHT" });
  });

  it("is summoned for today or later, in a grid or a community, at a place", () => {
    const facts = factsAt(li, "2024-03-05 10:00");
    expect(decideSummon(summonInput({ plannedFor: when("2024-03-04 23:00") }), facts)).toMatchObject({ code: "PLANNED_IN_PAST" });
    expect(decideSummon(summonInput({ plannedFor: when("2024-03-05 09:00") }), facts)).not.toHaveProperty("refused");
    expect(decideSummon(summonInput({ plannedFor: "tomorrow" }), facts)).toMatchObject({ code: "DATE_INVALID" });
    expect(decideSummon(summonInput({ areaCode: people.street }), factsAt(streetOfficer, "2024-03-05 10:00"))).toMatchObject({ code: "MEETING_AREA_WRONG" });
    expect(decideSummon(summonInput({ place: { ...summonInput().place, words: " " } }), facts)).toMatchObject({ code: "TEXT_REQUIRED" });
  });

  it("is cancelled with a reason; nothing happens at it any more", () => {
    const s = summoned();
    expect(s.tries(li, "2024-03-05 11:00", (m, f) => decideCancelMeeting(m, { reason: "" }, f))).toMatchObject({ code: "TEXT_REQUIRED" });
    s.does(li, "2024-03-05 11:00", (m, f) => decideCancelMeeting(m, { reason: "下雨" }, f));
    expect(s.tries(li, "2024-03-06 16:00", (m, f) => decideCancelMeeting(m, { reason: "又" }, f))).toMatchObject({ code: "MEETING_WRONG_STATE" });
  });

  it("ends with somebody there and every item decided, and not before it began", () => {
    const s = opened(racks());
    const hold = (undecided: number) => s.tries(li, "2024-03-06 18:00", (m, f) => decideHoldMeeting(m, { minutes: "散会", undecided }, f));
    expect(hold(0)).toMatchObject({ code: "NOBODY_CAME" });
    s.sits("RESIDENT", "101");
    expect(hold(1)).toMatchObject({ code: "ITEMS_UNDECIDED", data: { left: 1 } });
    expect(s.tries(li, "2024-03-06 18:00", (m, f) => decideHoldMeeting(m, { minutes: "", undecided: 0 }, f), "2024-03-06 15:00")).toMatchObject({ code: "EARLIER_THAN_LAST_MOVE" });
    expect(hold(0)).toBeNull();
  });
});

describe("a meeting that is recorded afterwards is as valid", () => {
  const founded = (heldAt: string, now = "2024-03-08 09:00") => decideRecordMeeting({ ...summonInput(), heldAt: when(heldAt) }, factsAt(li, now));
  it("all that happened is written down with its own time, and the case learns of it", () => {
    const c = racks();
    const bodies = founded("2024-03-06 16:00");
    if (isRefusal(bodies)) throw new Error(bodies.code);
    const late = factsAt(li, "2024-03-08 09:00", "2024-03-06 16:00");
    const { meeting } = recordMeeting(null, "m", bodies, late);
    expect(meeting).toMatchObject({ status: "OPEN", form: "AD_HOC", openedAt: when("2024-03-06 16:00"), plannedFor: null, recordedAfterwards: true });
    const addition = decideAddToAgenda(meeting, c, entryInput(), late);
    if (isRefusal(addition)) throw new Error(addition.code);
    expect(addition.case).toMatchObject([{ type: "DELIBERATED", at: when("2024-03-06 16:00") }]);
    // Nobody can be invited to what is over.
    expect(addition.meeting).toHaveLength(1);
    expect(recordAgendaItem(null, "item", addition.item, late).item.addedAt).toBe(when("2024-03-06 16:00"));
  });
  it("what the clock did meanwhile stays done: the case is deliberated on after its last move", () => {
    const story = acceptedCase("2024-03-04 15:00", member003, { place });
    story.wait("2024-03-08 09:00");
    expect(story.case.level).toBe("COMPOUND");
    const bodies = founded("2024-03-06 16:00");
    if (isRefusal(bodies)) throw new Error(bodies.code);
    const late = factsAt(li, "2024-03-08 09:00", "2024-03-06 16:00");
    const addition = decideAddToAgenda(recordMeeting(null, "m", bodies, late).meeting, story.case, entryInput(), late);
    expect(addition).toMatchObject({ case: [{ at: story.case.movedAt }] });
  });
  it("not in the future; and nobody signs in with a code afterwards", () => {
    expect(founded("2024-03-08 09:01")).toMatchObject({ code: "DATE_INVALID" });
    const bodies = founded("2024-03-06 16:00");
    if (isRefusal(bodies)) throw new Error(bodies.code);
    const { meeting } = recordMeeting(null, "m", bodies, factsAt(li, "2024-03-08 09:00"));
    const seat = { attendanceId: "a", personId: null, householdId: "101", as: "RESIDENT", signature: "QR", affected: ["101"] } as const;
    expect(decideSignInByCode(meeting, seat, when("2024-03-08 09:00"))).toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("the bench", () => {
  it("residents sit there for a household, a known person once, strangers to the list not by code", () => {
    const s = opened(racks());
    const seats = (...list: Parameters<typeof decideSignIn>[1]["seats"]) => s.tries(li, "2024-03-06 16:05", (m, f) => decideSignIn(m, { seats: list }, f));
    const seat = { attendanceId: "a", personId: null, householdId: null, as: "RESIDENT", signature: "PAPER" } as const;
    expect(seats()).toMatchObject({ code: "NOBODY_SIGNED_IN" });
    expect(seats(seat)).toMatchObject({ code: "HOUSEHOLD_REQUIRED" });
    expect(seats({ ...seat, as: "OTHER", personId: "x" }, { ...seat, attendanceId: "b", as: "OTHER", personId: "x" })).toMatchObject({ code: "SIGNED_IN_ALREADY" });
    const code = { ...seat, householdId: "101" as string, affected: ["101", "102"] };
    const byCode = (more: Partial<typeof code>) => decideSignInByCode(s.meeting, { ...code, ...more }, when("2024-03-06 16:06"));
    expect(byCode({ householdId: "999" })).toMatchObject({ code: "HOUSEHOLD_UNKNOWN" });
    s.does(li, "2024-03-06 16:06", () => byCode({}));
    expect(s.meeting.attendance.at(-1)).toMatchObject({ signature: "QR", householdId: "101" });
    expect(byCode({})).toMatchObject({ code: "SIGNED_IN_ALREADY" });
  });
  it("a sign-in is taken back unless the person spoke", () => {
    const s = opened(racks()).sits("RESIDENT", "101");
    const remove = (attendanceId: string, used: boolean) => s.tries(li, "2024-03-06 16:10", (m, f) => decideRemoveAttendance(m, { attendanceId, used }, f));
    expect(remove("102", false)).toMatchObject({ code: "ATTENDANCE_UNKNOWN" });
    expect(remove("101", true)).toMatchObject({ code: "ATTENDANCE_USED" });
    expect(remove("101", false)).toBeNull();
    expect(s.meeting.attendance).toEqual([]);
  });
  it("one household, one voice: the second person of it has none, the first may think better of it", () => {
    const s = opened(racks()).sits("RESIDENT", "101").sits("RESIDENT", "101", { attendanceId: "101b" }).proposes("a", "b").says("FOR", "a", "101");
    const say = (attendanceId: string, optionId: string) =>
      s.triesItem(li, "2024-03-06 16:20", (i, m, f) => decideTakePositions(i, m, { positions: [{ attendanceId, optionId, stance: "AGAINST", reason: null }] }, f));
    expect(say("101b", "b")).toMatchObject({ code: "HOUSEHOLD_VOTED" });
    expect(say("101", "c")).toMatchObject({ code: "OPTION_UNKNOWN" });
    expect(say("102", "a")).toMatchObject({ code: "ATTENDANCE_UNKNOWN" });
    expect(say("101", "a")).toBeNull();
    expect(s.item.positions).toEqual([{ attendanceId: "101", householdId: "101", optionId: "a", stance: "AGAINST", reasonId: null }]);
    expect(s.triesItem(li, "2024-03-06 16:20", (i, m, f) => decideTakePositions(i, m, { positions: [] }, f))).toMatchObject({ code: "NO_POSITIONS" });
  });
  it("recused, a person has no position: what was taken is gone, the household stands aside, and nothing new is taken", () => {
    const s = opened(racks());
    for (const room of rooms.slice(0, 7)) s.sits("RESIDENT", room);
    s.proposes("a").says("FOR", "a", ...rooms.slice(0, 4)).says("AGAINST", "a", rooms[6] as string);
    const recuse = (reason: string) => s.triesItem(li, "2024-03-06 16:30", (i, m, f) => decideRecuse(i, m, { attendanceId: rooms[6] as string, reasonId: "r", reason }, f));
    expect(recuse(" ")).toMatchObject({ code: "TEXT_REQUIRED" });
    expect(recuse("施工队是他家的")).toBeNull();
    expect(recuse("又")).toMatchObject({ code: "RECUSED_ALREADY" });
    expect(s.item.positions).toHaveLength(4);
    expect(() => s.says("FOR", "a", rooms[6] as string)).toThrow("RECUSED");
    const ballot = ballotOf(s.item, s.meeting);
    expect(ballot.present).not.toContain(rooms[6]);
    expect(ballot.affected.map((a) => a.householdId)).not.toContain(rooms[6]);
    // A log that had a recused person's position all the same would not count it.
    const forged = { ...s.item, positions: [...s.item.positions, { attendanceId: rooms[6] as string, householdId: rooms[6] as string, optionId: "a", stance: "FOR" as const, reasonId: null }] };
    expect(ballotOf(forged, s.meeting).positions).toHaveLength(4);
  });
});

describe("a resolution cannot exist", () => {
  it("without a quorum of half of those concerned", () => {
    const s = opened(racks());
    for (const room of rooms.slice(0, 5)) s.sits("RESIDENT", room);
    s.proposes("a").says("FOR", "a", ...rooms.slice(0, 5));
    expect(resolve(s)).toMatchObject({ code: "NO_QUORUM", data: { present: 5, affected: 12 } });
    s.sits("RESIDENT", "302");
    expect(resolve(s)).not.toMatchObject({ code: "NO_QUORUM" });
  });
  it("with a door of a computed list neither heard nor invited on two different days", () => {
    const s = summoned();
    s.adds(li, "2024-03-05 10:00", racks());
    // The summons was the first day; twice on one day is once.
    invite("602", "2024-03-05 18:00")(s);
    for (const room of ["501", "502", "601"]) invite(room, "2024-03-06 08:00")(s);
    s.does(li, "2024-03-06 16:00", (m, f) => [{ type: "MEETING_OPENED", at: f.at, payload: { recorderId: m.recorderId } }]);
    for (const room of rooms.slice(0, 8)) s.sits("RESIDENT", room);
    s.proposes("a").says("FOR", "a", ...rooms.slice(0, 8));
    expect(invitedOn(s.meeting, "602")).toEqual(["2024-03-05"]);
    expect(resolve(s)).toMatchObject({ code: "NOT_HEARD", data: { door: "1-602", missing: 1 } });
    const late = (at: string) => s.tries(li, "2024-03-06 16:40", (m, f) => decideInvite(m, { invitations: [{ of: "HOUSEHOLD", subjectId: "602", how: "PHONE" }], at: when(at) }, f));
    expect(late("2024-03-06 16:30")).toMatchObject({ code: "INVITED_TOO_LATE" });
    expect(late("2024-03-07 08:00")).toMatchObject({ code: "DATE_INVALID" });
    expect(late("2024-03-06 09:00")).toBeNull();
    expect(resolve(s)).toBeNull();
  });
  it("on a dispute before each party has said what it has to say; the anonymous one has, with the opinion", () => {
    const s = opened(dispute(), { scope: "COMPOUND", reporters: [] }).sits("RESIDENT", "201", { personId: "sun" }).sits("RESIDENT", "301", { personId: "zhao" }).proposes("a").says("FOR", "a", "201", "301");
    const input = { ...open, case: { kind: "DISPUTE", parties: [{ personId: "sun", side: "A" }, { personId: "zhao", side: "B" }] } } as const;
    const speak = (attendanceId: string) => s.doesItem(li, "2024-03-06 16:30", (i, m, f) => decideRecordStatement(i, m, { statementId: attendanceId, attendanceId, words: "话说透" }, f));
    expect(resolve(s, input)).toMatchObject({ code: "PARTY_NOT_HEARD", data: { missing: 2 } });
    speak("201");
    expect(resolve(s, input)).toMatchObject({ code: "PARTY_NOT_HEARD", data: { missing: 1 } });
    const anonymous = { ...open, case: { kind: "DISPUTE", parties: [{ personId: "sun", side: "A" }, { personId: null, side: "B" }] } } as const;
    expect(decideResolveItem(s.item, s.meeting, anonymous, factsAt(li, "2024-03-06 17:00"))).toMatchObject([{ type: "ITEM_RESOLVED" }]);
    speak("301");
    expect(resolve(s, input)).toBeNull();
  });
  it("by the Civil Code with an area that is not known: the door is named", () => {
    const unknown = homes.map((h) => (h.id === "402" ? { ...h, areaCm2: null } : h));
    const s = opened(racks(), { rule: "CIVIL_CODE_278_HALF", households: unknown });
    for (const room of rooms) s.sits("RESIDENT", room);
    s.proposes("a").says("FOR", "a", ...rooms);
    expect(resolve(s)).toMatchObject({ code: "RULE_NEEDS_AREA", data: { door: "1-402" } });
  });
  it("where the rule is not met; the item ends without one, and says why", () => {
    const s = opened(racks());
    for (const room of rooms) s.sits("RESIDENT", room);
    s.proposes("a").says("FOR", "a", ...rooms.slice(0, 6));
    expect(resolve(s)).toMatchObject({ code: "NOT_REACHED", data: { why: "NO_MAJORITY" } });
    s.doesItem(li, "2024-03-06 17:00", (i, m, f) => decideEndUnresolved(i, m, open, f));
    expect(s.item.notReached).toEqual({ why: "NO_MAJORITY", at: when("2024-03-06 17:00") });
    expect(resolve(s)).toMatchObject({ code: "ITEM_DECIDED" });
  });
  it("an item that could be agreed on and ends is postponed", () => {
    const s = opened(racks(), { scope: "COMPOUND" }).sits("RESIDENT", "302").proposes("a").says("FOR", "a", "302");
    s.doesItem(li, "2024-03-06 17:00", (i, m, f) => decideEndUnresolved(i, m, open, f));
    expect(s.item.notReached?.why).toBe("POSTPONED");
  });
});

describe("what was agreed is taken on", () => {
  const agreed = () => {
    const s = opened(racks(), { scope: "COMPOUND" }).sits("RESIDENT", "302").proposes("a").says("FOR", "a", "302");
    expect(resolve(s)).toBeNull();
    return s;
  };
  const action = { id: "x", ownerId: "li", ownerIsResident: false, dueOn: "2024-03-15", what: "联系厂家" };
  it("by somebody, by a day; whoever took it on says when it is done, once", () => {
    const s = agreed();
    const assign = (more: Partial<typeof action> | { ownerId: null }) => s.triesItem(li, "2024-03-06 17:00", (i, m, f) => decideAssignAction(i, m, { ...action, ...more }, f));
    expect(assign({ what: "" })).toMatchObject({ code: "TEXT_REQUIRED" });
    expect(assign({ dueOn: "2024-02-30" })).toMatchObject({ code: "DATE_INVALID" });
    expect(assign({ ownerId: null })).toMatchObject({ code: "OWNER_REQUIRED" });
    expect(assign({ ownerId: "member005" })).toBeNull();
    const complete = (who: typeof li, actionId = "x") => s.triesItem(who, "2024-03-12", (i, m, f) => decideCompleteAction(i, m, { actionId }, f));
    expect(complete(people.other003)).toMatchObject({ code: "FORBIDDEN_AT_MEETING" });
    expect(complete(li, "y")).toMatchObject({ code: "ACTION_UNKNOWN" });
    expect(complete(people.member005)).toBeNull();
    expect(complete(people.member005)).toMatchObject({ code: "ACTION_DONE" });
    expect(foldAgendaItem(s.itemLog)).toEqual(s.item);
  });
  it("only where something was agreed", () => {
    const s = opened(racks());
    expect(s.triesItem(li, "2024-03-06 17:00", (i, m, f) => decideAssignAction(i, m, action, f))).toMatchObject({ code: "NO_RESOLUTION" });
  });
  it("the convener adds a neighbour, once, and not when all is decided", () => {
    const add = (s: BenchStory) => s.triesItem(li, "2024-03-06 16:30", (i, m, f) => decideAddAffected(i, m, { households: [{ householdId: "next", areaCm2: null, direct: true }] }, f));
    const s = opened(racks());
    expect(add(s)).toBeNull();
    expect(s.item.affected.at(-1)).toEqual({ householdId: "next", areaCm2: null, direct: true, origin: "CONVENER" });
    expect(add(s)).toMatchObject({ code: "AFFECTED_ALREADY" });
    expect(add(agreed())).toMatchObject({ code: "ITEM_DECIDED" });
  });
});

describe("who knows of a meeting", () => {
  const c = racks();
  const secret = dispute();
  const on = (...cases: (typeof c)[]) => ({ areaCode: people.grid003, convenerId: "li", recorderId: "member003", agenda: cases.map(({ id }) => ({ itemId: id, caseId: id })) });
  it("whoever sees all its cases whole, its convener and its recorder", () => {
    for (const who of [li, member003, zhou, chen, mediator, streetOfficer, councillor]) expect(seesMeeting(on(c), [c], who), who.personId).toBe(true);
    for (const who of [wang, people.member005, people.fire, people.expert, people.admin]) expect(seesMeeting(on(c), [c], who), who.personId).toBe(false);
  });
  it("a dispute on its agenda makes it confidential, at once and by itself, also when a case becomes one later", () => {
    for (const who of [li, zhou, chen, mediator, member003]) expect(seesMeeting(on(c, secret), [c, secret], who), who.personId).toBe(true);
    for (const who of [people.other003, wang, streetOfficer, councillor, people.fire]) expect(seesMeeting(on(c, secret), [c, secret], who), who.personId).toBe(false);
    expect(isConfidentialMeeting([c, secret])).toBe(true);
    const story = acceptedCase("2024-03-04 15:00", member003, { place, category: "assets.drying", kind: "OPINION" });
    expect(seesMeeting(on(story.case), [story.case], streetOfficer)).toBe(true);
    story.does(li, "2024-03-05 10:00", (x, f) => decideAmend(x, { kind: "DISPUTE", category: "disputes.drying", parties: [{ personId: "lou", side: "A" }, { personId: "b", side: "B" }] }, f));
    expect(seesMeeting(on(story.case), [story.case], streetOfficer)).toBe(false);
    expect(seesMeeting(on(story.case), [], zhou)).toBe(false);
  });
  it("an item is as confidential as its case; whoever kept the bench was in the room", () => {
    expect(seesAgendaItem(on(secret), secret, people.other003)).toBe(false);
    expect(seesAgendaItem(on(secret), null, member003)).toBe(true);
    expect(seesAgendaItem(on(c, secret), c, people.other003)).toBe(true);
  });
  it("with an empty agenda the readers of its area", () => {
    expect(seesMeeting(on(), [], people.other003)).toBe(true);
    expect(seesMeeting(on(), [], wang)).toBe(false);
  });
});

it("time to convene, and by when", () => {
  const s = opened(racks());
  // From Monday 2024-03-04 to Wednesday.
  expect(workingDaysToConvene({ acceptedAt: when("2024-03-04 15:00") }, s.meeting, calendar)).toBe(2);
  expect(workingDaysToConvene({ acceptedAt: null }, s.meeting, calendar)).toBeNull();
  expect(conveneBy(s.item, rules, calendar).at).toBe(when("2024-03-08 18:00"));
});
