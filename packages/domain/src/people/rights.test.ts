import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { areasWith, holdsRight, mayIn, rightNames, rights, rightsOf, type Right } from "./rights.ts";
import { roles, type Role } from "./roles.ts";
import { covers } from "../place/area-code.ts";
import * as people from "../testing/people.ts";

/**
 * What the policy allows, written down a second time. One letter for a role:
 * p proxy · b building head · m grid member · h grid head · o council member · j mediator · e expert · c clerk · s secretary
 * d deputy · l liaison · S street officer · D district officer · A system administrator. A resident holds nothing; what a key holds its grant says (key-rights.test.ts).
 */
const expected: Record<Right, string> = {
  COLLECT: "pbmhojecsdlSD",
  READ_CASES: "mhojcsdSD",
  READ_BUILDING_CASES: "b",
  READ_CALLED_CASES: "l",
  READ_DISPUTES: "hjcsd",
  READ_STREET_DISPUTES: "S",
  READ_DISTRICT_DISPUTES: "D",
  SUPERVISE: "SD",
  KEEP_POINTS: "hcsd",
  KEEP_COUNCILS: "csd",
  CONVENE_MEETINGS: "hcsd",
  KEEP_TALENT_POOL: "csdD",
  KEEP_CONTRACTORS: "csd",
  READ_TALENT_POOL: "mhjcsdSD",
  READ_PROJECTS: "pbmhojcsdSD",
  REVIEW_PROJECTS: "SD",
  PUBLISH: "csdS",
  READ_WORKERS: "pbmhojecsdlSDA",
  READ_RESIDENTS: "pbmhojcsdSD",
  REVEAL_PERSONAL_DATA: "mhjcsd",
  EXPORT_LISTS: "hcsdSD",
  EXPORT_PERSON: "csd",
  ERASE_PERSON: "csd",
  CONFIGURE_COMMUNITY: "sd",
  SET_COMMITTEE: "sSA",
  NAME_STAND_IN: "sA",
  READ_ROLES: "sdSDA",
  GRANT_ROLES: "A",
  MANAGE_ACCOUNTS: "A",
  PUBLISH_CALENDAR: "A",
  READ_AUDIT: "A",
  KEEP_INTEGRATIONS: "A",
  IMPORT_PLACES: "csdA",
  IMPORT_PEOPLE: "csd",
  READ_OPEN_CASES: "",
};
const letters: Record<Role, string> = {
  RESIDENT: "", PROXY: "p", BUILDING_HEAD: "b", GRID_MEMBER: "m", GRID_HEAD: "h", COUNCIL_MEMBER: "o", MEDIATOR: "j", EXPERT: "e", CLERK: "c",
  SECRETARY: "s", DEPUTY: "d", LIAISON: "l", STREET_OFFICER: "S", DISTRICT_OFFICER: "D", SYSTEM_ADMIN: "A", KEY: "",
};

describe("C11: the policy, cell by cell", () => {
  it.each(rightNames)("%s", (right) => {
    const holding = roles.filter((role) => holdsRight(role, right)).map((role) => letters[role] || role);
    expect(holding.toSorted().join("")).toBe([...expected[right]].toSorted().join(""));
  });
});

describe("separation of duty", () => {
  it("an administrator keeps accounts and has no right on a case, a project or a resident", () => {
    const held = rightNames.filter((right) => holdsRight("SYSTEM_ADMIN", right));
    expect(held).toEqual(["READ_WORKERS", "SET_COMMITTEE", "NAME_STAND_IN", "READ_ROLES", "GRANT_ROLES", "MANAGE_ACCOUNTS", "PUBLISH_CALENDAR", "READ_AUDIT", "KEEP_INTEGRATIONS", "IMPORT_PLACES"]);
  });
  it("a key holds nothing by its role, and a resident has a slip code instead", () => {
    for (const right of rightNames) expect(roles.filter((role) => letters[role] === "" && holdsRight(role, right)), right).toEqual([]);
  });
});

const areas = ["3408", "340802", "340803", "340802001", "340802002", "340802001007", "340802001008", "340802001007003", "340802001007000", "340802001008001"];
const held = fc.record({ role: fc.constantFrom(...roles), area: fc.constantFrom(...areas) });
const somebody = fc.array(held, { maxLength: 6 }).map((list) => people.viewer("x", ...list.map(({ role, area }) => people.right(role, area))));
const anyRight = fc.constantFrom(...rightNames);
const anyArea = fc.constantFrom(...areas);

describe("a right holds in the area of its role", () => {
  it("where a role that holds it covers the area, and nowhere else", () => {
    fc.assert(fc.property(somebody, anyRight, anyArea, (viewer, right, area) => {
      const reached = viewer.assignments.filter((a) => area.startsWith(a.area)).map((a) => a.role);
      expect(mayIn(viewer, right, area)).toBe(reached.some((role) => expected[right].includes(letters[role] || "?")));
    }));
  });
  it("so in everything inside it, and never around or beside it", () => {
    const clerk = people.viewer("x", people.right("CLERK", people.community));
    expect(areas.filter((area) => mayIn(clerk, "ERASE_PERSON", area))).toEqual(["340802001007", "340802001007003", "340802001007000"]);
  });
  it("no text that is no area code has anything in it", () => {
    fc.assert(fc.property(anyRight, fc.constantFrom("", " ", "34", "340802001007003001", "abc", "340802 "), (right, text) => {
      expect(mayIn(people.viewer("x", ...roles.map((role) => people.right(role, "3408"))), right, text)).toBe(false);
    }));
  });
  it("rightsOf says the same, the widest areas only, and leaves out what is held nowhere", () => {
    fc.assert(fc.property(somebody, anyRight, anyArea, (viewer, right, area) => {
      const row = rightsOf(viewer).find(({ action }) => action === right);
      expect(row?.areas ?? []).toEqual(areasWith(viewer, right));
      expect((row?.areas ?? []).some((one) => covers(one, area))).toBe(mayIn(viewer, right, area));
      for (const one of row?.areas ?? []) expect(row?.areas.filter((other) => covers(one, other))).toEqual([one]);
      expect(row === undefined).toBe(!viewer.assignments.some((a) => holdsRight(a.role, right)));
    }));
  });
  it("names what a page asks for", () => {
    expect(rightsOf(people.admin).map(({ action }) => action)).not.toContain("READ_CASES");
    expect(rightsOf(people.li)).toContainEqual({ action: "EXPORT_LISTS", areas: [people.grid003] });
    expect(rightsOf(people.stranger)).toEqual([]);
  });
});

it("nothing changes the policy at run time by accident: its lists are disjoint where duties are", () => {
  const accounts: readonly Role[] = rights.GRANT_ROLES;
  for (const right of ["READ_CASES", "READ_DISPUTES", "REVEAL_PERSONAL_DATA", "EXPORT_LISTS", "EXPORT_PERSON", "ERASE_PERSON"] as const) {
    expect(rights[right].filter((role) => accounts.includes(role)), right).toEqual([]);
  }
});
