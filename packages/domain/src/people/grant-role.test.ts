import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decideGrantRole, roleAreas, type GrantRoleInput } from "./grant-role.ts";
import { overlaps, roles, type HeldAssignment, type Role } from "./roles.ts";
import { plusNaturalDays } from "../deadline/moment.ts";
import { isRefusal } from "../refusal.ts";
import * as people from "../testing/people.ts";
import { held, peopleFacts, today } from "../testing/roles.ts";

function input(more: Partial<GrantRoleInput> = {}): GrantRoleInput {
  return { assignmentId: "new", personId: "zheng", role: "CLERK", area: people.community, from: today, to: null, ...more };
}
const grant = (more: Partial<GrantRoleInput> = {}, existing: readonly HeldAssignment[] = [], viewer = people.admin) => decideGrantRole(existing, input(more), peopleFacts(viewer));
const code = (...args: Parameters<typeof grant>) => {
  const decided = grant(...args);
  return isRefusal(decided) ? decided.code : null;
};

describe("who grants", () => {
  it("an administrator of the area, and nobody else", () => {
    expect(grant()).toEqual({
      type: "ROLE_GRANTED",
      payload: { assignmentId: "new", personId: "zheng", role: "CLERK", area: people.community, buildingId: null, departmentId: null, from: today, to: null },
    });
    for (const viewer of [people.chen, people.deputy, people.streetOfficer, people.districtOfficer, people.key, people.stranger]) expect(code({}, [], viewer)).toBe("FORBIDDEN_RIGHT");
    expect(code({}, [], people.viewer("far", people.right("SYSTEM_ADMIN", "340803")))).toBe("FORBIDDEN_RIGHT");
    expect(code({ area: "nowhere" })).toBe("FORBIDDEN_RIGHT");
  });
  it("C30: a role grant needs another administrator", () => {
    for (const role of roles) expect(code({ personId: "admin", role, area: role === "SYSTEM_ADMIN" ? people.district : people.community }), role).toBe("GRANT_TO_SELF");
    expect(code({ personId: "admin" }, [], people.viewer("admin2", people.right("SYSTEM_ADMIN", people.district)))).toBeNull();
  });
});

describe("what is granted where", () => {
  const places = { D: people.district, S: people.street, C: people.community, G: people.grid003 };
  const expected: Record<Role, string> = {
    RESIDENT: "", KEY: "", PROXY: "C", BUILDING_HEAD: "G", GRID_MEMBER: "GC", GRID_HEAD: "G", COUNCIL_MEMBER: "GC", MEDIATOR: "C", EXPERT: "CSD", CLERK: "C",
    SECRETARY: "C", DEPUTY: "C", LIAISON: "D", STREET_OFFICER: "S", DISTRICT_OFFICER: "D", SYSTEM_ADMIN: "D",
  };
  it.each(roles)("%s", (role) => {
    for (const [letter, area] of Object.entries(places)) {
      const wrong = expected[role] === "" ? "ROLE_NOT_GRANTABLE" : "ROLE_AREA_WRONG";
      expect(code({ role, area, buildingId: "b", departmentId: "d" }), letter).toBe(expected[role].includes(letter) ? null : wrong);
    }
  });
  it("a grid is a real one, not the community's own number", () => {
    expect(code({ role: "GRID_MEMBER", area: `${people.community}000` })).toBe("ROLE_AREA_WRONG");
  });
  it("everybody in the tests and in the demo holds a role where it can be granted", () => {
    for (const somebody of [people.chen, people.li, people.member003, people.buildingHead, people.mediator, people.councillor, people.expert, people.zhang, people.streetOfficer, people.housing, people.admin]) {
      for (const { role, area } of somebody.assignments) expect(roleAreas[role].length > 0 && code({ role, area, buildingId: "b", departmentId: "d" }), role).toBeNull();
    }
  });
  it("a building head has a building, a liaison a department; others have neither", () => {
    expect(code({ role: "BUILDING_HEAD", area: people.grid003 })).toBe("BUILDING_REQUIRED");
    expect(code({ role: "LIAISON", area: people.district })).toBe("DEPARTMENT_REQUIRED");
    expect(grant({ buildingId: "b", departmentId: "d" })).toMatchObject({ payload: { buildingId: null, departmentId: null } });
  });
});

describe("when", () => {
  it("on days that exist, in order; one day is a term", () => {
    expect(code({ from: "2024-02-30" })).toBe("DATE_INVALID");
    expect(code({ to: "soon" })).toBe("DATE_INVALID");
    expect(code({ to: plusNaturalDays(today, -1) })).toBe("PERIOD_REVERSED");
    expect(code({ to: today })).toBeNull();
  });
  it("not the same twice at once, but again afterwards, elsewhere, for another building, or besides standing in", () => {
    const now = held("zheng", "CLERK", { to: "2024-06-30" });
    expect(code({}, [now])).toBe("ROLE_OVERLAPS");
    expect(code({ from: "2024-07-01" }, [now])).toBeNull();
    expect(code({ role: "MEDIATOR" }, [now])).toBeNull();
    expect(code({}, [{ ...now, personId: "another" }])).toBeNull();
    expect(code({}, [{ ...now, standsInFor: "a" }])).toBeNull();
    const head = held("zheng", "BUILDING_HEAD", { area: people.grid003, buildingId: "b1" });
    expect(code({ role: "BUILDING_HEAD", area: people.grid003, buildingId: "b1" }, [head])).toBe("ROLE_OVERLAPS");
    expect(code({ role: "BUILDING_HEAD", area: people.grid003, buildingId: "b2" }, [head])).toBeNull();
  });
  it("no second secretary while there is one", () => {
    const chen = held("chen", "SECRETARY", { to: "2024-06-30" });
    expect(code({ role: "SECRETARY" }, [chen])).toBe("TWO_SECRETARIES");
    expect(code({ role: "SECRETARY", from: "2024-06-30" }, [chen])).toBe("TWO_SECRETARIES");
    expect(code({ role: "SECRETARY", from: "2024-07-01" }, [chen])).toBeNull();
    expect(code({ role: "DEPUTY" }, [chen])).toBeNull();
    expect(code({ role: "SECRETARY" }, [{ ...chen, area: "340802001008" }])).toBeNull();
  });
});

it("whatever is granted, a community has one secretary on any day, and nobody the same role in the same place twice", () => {
  const day = fc.nat(60).map((n) => plusNaturalDays(today, n));
  const wish = fc.record({
    personId: fc.constantFrom("a", "b", "c"), role: fc.constantFrom<Role>("SECRETARY", "DEPUTY", "CLERK"),
    area: fc.constantFrom(people.community, "340802001008"), from: day, to: fc.option(day, { nil: null }),
  });
  fc.assert(fc.property(fc.array(wish, { maxLength: 25 }), (wishes) => {
    const all: HeldAssignment[] = [];
    for (const [i, one] of wishes.entries()) {
      const decided = grant({ ...one, assignmentId: `n-${i}` }, all);
      if (isRefusal(decided)) continue;
      const { assignmentId: id, ...role } = decided.payload;
      all.push({ id, ...role });
    }
    for (const one of all) {
      for (const other of all) {
        if (one === other || !overlaps(one, other) || one.area !== other.area || one.role !== other.role) continue;
        expect(one.role === "SECRETARY" || one.personId === other.personId).toBe(false);
      }
    }
  }));
});

it("two terms overlap exactly when a day lies in both", () => {
  const day = fc.nat(20).map((n) => plusNaturalDays(today, n));
  const term = fc.tuple(day, fc.option(day, { nil: null })).map(([from, to]) => ({ from, to: to !== null && to < from ? from : to }));
  const days = Array.from({ length: 40 }, (_, n) => plusNaturalDays(today, n));
  const lies = (d: string, t: { from: string; to: string | null }) => t.from <= d && (t.to === null || d <= t.to);
  fc.assert(fc.property(term, term, (one, other) => {
    expect(overlaps(one, other)).toBe(days.some((d) => lies(d, one) && lies(d, other)));
  }));
});
