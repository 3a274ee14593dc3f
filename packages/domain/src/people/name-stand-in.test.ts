import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decideEndLeave, decideNameStandIn, type NameStandInInput } from "./name-stand-in.ts";
import { mayIn } from "./rights.ts";
import { inForce, roles, type HeldAssignment } from "./roles.ts";
import { plusNaturalDays } from "../deadline/moment.ts";
import { isRefusal } from "../refusal.ts";
import * as people from "../testing/people.ts";
import { held, peopleFacts, today } from "../testing/roles.ts";

const leave = { absentId: "chen", standInId: "fan", from: "2024-06-10", to: "2024-06-20" };
function name(existing: readonly HeldAssignment[], more: Partial<NameStandInInput> = {}, viewer = people.admin) {
  let n = 0;
  return decideNameStandIn(existing, { ...leave, newId: () => `n-${(n += 1)}`, ...more }, peopleFacts(viewer));
}
const code = (...args: Parameters<typeof name>) => {
  const decided = name(...args);
  return isRefusal(decided) ? decided.code : null;
};
const secretary = held("chen", "SECRETARY");

describe("a stand-in", () => {
  it("holds the secretary's role as a deputy, for the days of the leave", () => {
    expect(name([secretary])).toEqual({
      type: "STAND_IN_NAMED",
      payload: {
        ...leave, skipped: [],
        roles: [{ assignmentId: "n-1", standsInFor: secretary.id, role: "DEPUTY", area: people.community, buildingId: null, departmentId: null, from: leave.from, to: leave.to }],
      },
    });
  });
  it("holds every other role as it is, clipped to its own days", () => {
    const mediator = held("chen", "MEDIATOR", { to: "2024-06-15" });
    const building = held("chen", "BUILDING_HEAD", { area: people.grid003, buildingId: "b", from: "2024-06-12" });
    const over = held("chen", "CLERK", { to: "2024-06-09" });
    const later = held("chen", "CLERK", { from: "2024-06-21" });
    const decided = name([mediator, building, over, later]);
    expect(decided).toMatchObject({
      payload: { skipped: [], roles: [{ role: "MEDIATOR", to: "2024-06-15" }, { role: "BUILDING_HEAD", buildingId: "b", from: "2024-06-12", to: "2024-06-20" }] },
    });
  });
  it("is not passed on an administrator's role, nor one that is held for somebody else", () => {
    const admin = held("chen", "SYSTEM_ADMIN", { area: people.district });
    const borrowed = held("chen", "CLERK", { standsInFor: "a" });
    expect(name([secretary, admin, borrowed])).toMatchObject({ payload: { roles: [{ role: "DEPUTY" }], skipped: [admin.id, borrowed.id] } });
    expect(code([admin])).toBe("NOTHING_TO_STAND_IN");
    expect(code([borrowed])).toBe("NOTHING_TO_STAND_IN");
    expect(code([])).toBe("NOTHING_TO_STAND_IN");
  });
});

describe("who names", () => {
  const clerk = held("zhou", "CLERK");
  it("an administrator, or the secretary within her own community", () => {
    expect(code([clerk], { absentId: "zhou" }, people.chen)).toBeNull();
    expect(code([{ ...clerk, area: "340802001008" }], { absentId: "zhou" }, people.chen)).toBe("FORBIDDEN_RIGHT");
    const street = held("zhou", "STREET_OFFICER", { area: people.street });
    expect(name([clerk, street], { absentId: "zhou" }, people.chen)).toMatchObject({ payload: { roles: [{ role: "CLERK" }], skipped: [street.id] } });
    for (const viewer of [people.deputy, people.zhou, people.streetOfficer, people.stranger]) {
      expect(code([clerk], { absentId: "zhou" }, viewer)).toBe("FORBIDDEN_RIGHT");
      expect(code([], { absentId: "zhou" }, viewer)).toBe("FORBIDDEN_RIGHT");
    }
  });
  it("C30: neither whoever leaves nor whoever stands in", () => {
    expect(code([secretary], {}, people.chen)).toBe("OWN_LEAVE");
    expect(code([clerk], { absentId: "zhou", standInId: "chen" }, people.chen)).toBe("GRANT_TO_SELF");
    expect(code([secretary], { standInId: "chen" })).toBe("STAND_IN_SAME_PERSON");
  });
});

describe("for how long", () => {
  it("from today at the earliest, for a year at most", () => {
    expect(code([secretary], { from: today })).toBeNull();
    expect(code([secretary], { from: "2024-06-02" })).toBe("LEAVE_IN_PAST");
    expect(code([secretary], { to: "2024-06-09" })).toBe("PERIOD_REVERSED");
    expect(code([secretary], { from: "x" })).toBe("DATE_INVALID");
    expect(code([secretary], { to: plusNaturalDays(leave.from, 364) })).toBeNull();
    expect(code([secretary], { to: plusNaturalDays(leave.from, 365) })).toBe("LEAVE_TOO_LONG");
  });
  it("one stand-in at a time for a role", () => {
    const already = held("gu", "DEPUTY", { standsInFor: secretary.id, from: "2024-06-20", to: "2024-06-25" });
    expect(code([secretary, already])).toBe("STOOD_IN_ALREADY");
    expect(code([secretary, { ...already, from: "2024-06-21" }])).toBeNull();
    expect(code([secretary, { ...already, standsInFor: "another" }])).toBeNull();
  });
});

it("whatever somebody holds, a stand-in never gets more, longer or elsewhere", () => {
  const day = fc.integer({ min: -30, max: 60 }).map((n) => plusNaturalDays(today, n));
  const areas = [people.district, people.street, people.community, people.grid003, "340802001008"];
  const one = fc.record({ role: fc.constantFrom(...roles), area: fc.constantFrom(...areas), from: day, to: fc.option(day, { nil: null }), standsInFor: fc.constantFrom(null, null, "a") })
    .map(({ role, ...more }) => held("chen", role, { ...more, to: more.to !== null && more.to < more.from ? more.from : more.to }));
  const namer = fc.constantFrom(people.admin, people.viewer("other", people.right("SECRETARY", people.community)));
  fc.assert(fc.property(fc.array(one, { maxLength: 8 }), namer, day, fc.nat(40), (all, viewer, from, days) => {
    const to = plusNaturalDays(from, days);
    const decided = name(all, { from, to }, viewer);
    if (isRefusal(decided)) return;
    const { roles: given, skipped } = decided.payload;
    for (const g of given) {
      const own = all.find((a) => a.id === g.standsInFor) as HeldAssignment;
      expect(["SECRETARY", "SYSTEM_ADMIN", "RESIDENT", "KEY"]).not.toContain(g.role);
      expect([g.area, g.buildingId, g.departmentId]).toEqual([own.area, own.buildingId, own.departmentId]);
      expect(mayIn(viewer, "NAME_STAND_IN", g.area)).toBe(true);
      for (let n = -31; n <= 110; n++) {
        const d = plusNaturalDays(today, n);
        expect(inForce(g, d)).toBe(inForce(own, d) && from <= d && d <= to);
      }
    }
    const meanwhile = all.filter((a) => given.some((g) => g.standsInFor === a.id) || skipped.includes(a.id));
    for (const a of all) expect(meanwhile.includes(a)).toBe(a.from <= to && (a.to === null || from <= a.to));
    expect(new Set(given.map((g) => g.assignmentId)).size).toBe(given.length);
  }));
});

describe("a leave is cut short", () => {
  const running = held("fan", "DEPUTY", { standsInFor: secretary.id, from: "2024-05-20", to: "2024-06-20" });
  const ahead = held("fan", "MEDIATOR", { standsInFor: "m", from: "2024-06-10", to: "2024-06-20" });
  const cut = (standIns: readonly HeldAssignment[], lastDay: string, viewer = people.admin) => decideEndLeave(standIns, { absentId: "chen", lastDay }, peopleFacts(viewer));
  it("from now on, or with a day; what has not begun never does", () => {
    expect(cut([running, ahead], "2024-06-02")).toEqual({
      type: "LEAVE_ENDED", payload: { absentId: "chen", ended: [{ assignmentId: running.id, lastDay: "2024-06-02" }, { assignmentId: ahead.id, lastDay: null }] },
    });
    expect(cut([running], "2024-06-01")).toMatchObject({ code: "END_IN_PAST" });
    expect(cut([running], "2024-06-20")).toMatchObject({ code: "ENDED_ALREADY" });
  });
  it("by whoever may name, the one who comes back among them; and nothing but stand-ins ends", () => {
    expect(isRefusal(cut([running], today, people.chen))).toBe(false);
    expect(cut([running], today, people.viewer("fan", people.right("DEPUTY", people.community)))).toMatchObject({ code: "FORBIDDEN_RIGHT" });
    expect(cut([{ ...running, area: "340802001008" }], today, people.chen)).toMatchObject({ code: "FORBIDDEN_RIGHT" });
    expect(cut([held("fan", "CLERK")], today)).toMatchObject({ code: "ENDED_ALREADY" });
  });
});
