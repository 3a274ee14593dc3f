import { describe, expect, it } from "vitest";
import { decideEndRole } from "./end-role.ts";
import type { HeldAssignment } from "./roles.ts";
import { isRefusal } from "../refusal.ts";
import * as people from "../testing/people.ts";
import { held, peopleFacts, today } from "../testing/roles.ts";

const yesterday = "2024-06-02";
const clerk = held("zheng", "CLERK");
const end = (one: HeldAssignment, lastDay: string, others: readonly HeldAssignment[] = [], viewer = people.admin) => decideEndRole(one, others, { lastDay }, peopleFacts(viewer));
const code = (...args: Parameters<typeof end>) => {
  const decided = end(...args);
  return isRefusal(decided) ? decided.code : null;
};

describe("a role ends", () => {
  it("with a last day, by an administrator of the area", () => {
    expect(end(clerk, "2024-06-30")).toEqual({ type: "ROLE_ENDED", payload: { assignmentId: clerk.id, personId: "zheng", lastDay: "2024-06-30", standIns: [] } });
    for (const viewer of [people.chen, people.zhou, people.districtOfficer]) expect(code(clerk, today, [], viewer)).toBe("FORBIDDEN_RIGHT");
  });
  it("from now on, but not in the past", () => {
    expect(code(clerk, yesterday)).toBeNull();
    expect(code(clerk, "2024-06-01")).toBe("END_IN_PAST");
    expect(code(clerk, "never")).toBe("DATE_INVALID");
  });
  it("never began when it is taken back before its first day", () => {
    expect(end({ ...clerk, from: today }, yesterday)).toMatchObject({ payload: { lastDay: null } });
    expect(end({ ...clerk, from: today }, today)).toMatchObject({ payload: { lastDay: today } });
    expect(end({ ...clerk, from: "2024-09-01" }, today)).toMatchObject({ payload: { lastDay: null } });
  });
  it("once: an end is not put off", () => {
    expect(code({ ...clerk, to: "2024-06-30" }, "2024-06-30")).toBe("ENDED_ALREADY");
    expect(code({ ...clerk, to: "2024-06-30" }, "2024-07-01")).toBe("ENDED_ALREADY");
    expect(code({ ...clerk, to: "2024-06-30" }, "2024-06-29")).toBeNull();
  });
  it("and with it what stands in for it", () => {
    const during = held("fan", "CLERK", { standsInFor: clerk.id, from: "2024-05-20", to: "2024-06-20" });
    const ahead = held("fan", "CLERK", { standsInFor: clerk.id, from: "2024-08-01", to: "2024-08-10" });
    const over = held("fan", "CLERK", { standsInFor: clerk.id, from: "2024-05-01", to: "2024-05-10" });
    const other = held("fan", "CLERK", { standsInFor: "another" });
    expect(end(clerk, "2024-06-10", [during, ahead, over, other])).toMatchObject({
      payload: { standIns: [{ assignmentId: during.id, lastDay: "2024-06-10" }, { assignmentId: ahead.id, lastDay: null }] },
    });
  });
});

describe("an administrator's role", () => {
  const mine = held("admin", "SYSTEM_ADMIN", { area: people.district });
  const other = held("admin2", "SYSTEM_ADMIN", { area: people.district });
  it("is not ended by himself", () => {
    expect(code(mine, today, [other])).toBe("OWN_ADMIN_ROLE");
    expect(code(held("admin", "CLERK"), today)).toBeNull();
  });
  it("ends while another one stays, at least as long", () => {
    expect(code(other, today, [mine])).toBeNull();
    expect(code({ ...other, to: "2024-12-31" }, today, [{ ...mine, to: "2024-12-31" }])).toBeNull();
  });
  it("is the district's last one when nobody else keeps the accounts from the next day on", () => {
    expect(code(other, today)).toBe("LAST_ADMIN");
    expect(code(other, today, [{ ...mine, to: today }])).toBe("LAST_ADMIN");
    expect(code(other, today, [{ ...mine, to: "2024-12-31" }])).toBe("LAST_ADMIN");
    expect(code(other, today, [{ ...mine, from: "2024-06-05" }])).toBe("LAST_ADMIN");
    expect(code(other, today, [{ ...mine, area: "340803" }])).toBe("LAST_ADMIN");
    expect(code(other, today, [{ ...mine, role: "DISTRICT_OFFICER" }])).toBe("LAST_ADMIN");
    expect(code(other, today, [held("admin2", "SYSTEM_ADMIN", { area: people.district })])).toBe("LAST_ADMIN");
  });
});
