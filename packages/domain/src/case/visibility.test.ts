import { describe, expect, it } from "vitest";
import { caseLevels, type CaseCard, type CaseLevel } from "./case.ts";
import { visibility, type Visibility } from "./visibility.ts";
import { decideRelease, decideWhistle } from "./whistle.ts";
import { ownsLevel } from "../people/owners.ts";
import { inForce, roles, type Role, type Viewer } from "../people/roles.ts";
import { acceptedCase } from "../testing/case-story.ts";
import * as people from "../testing/people.ts";

const base = acceptedCase("2024-06-03 10:00", people.member003).case;
const cardAt = (level: CaseLevel, kind: CaseCard["kind"]): CaseCard => ({ ...base, kind, level, leadId: "lead", recordedBy: "recorder" });

const everybody: Record<string, Viewer> = {
  lead: people.viewer("lead"),
  recorder: people.viewer("recorder", people.right("PROXY", people.community)),
  "grid head": people.li,
  mediator: people.mediator,
  clerk: people.zhou,
  secretary: people.chen,
  deputy: people.deputy,
  "grid member": people.other003,
  councillor: people.councillor,
  "street officer": people.streetOfficer,
  "district officer": people.districtOfficer,
  "building head": people.buildingHead,
  "head of another building": people.otherBuildingHead,
  "grid member elsewhere": people.member005,
  "grid head elsewhere": people.wang,
  proxy: people.zhang,
  expert: people.expert,
  liaison: people.housing,
  administrator: people.admin,
  integration: people.key,
};
const seen = (level: CaseLevel, kind: CaseCard["kind"], wanted: Visibility) =>
  Object.entries(everybody).filter(([, viewer]) => visibility(viewer, cardAt(level, kind)) === wanted).map(([who]) => who);

describe("C38: a dispute", () => {
  const inside = ["lead", "recorder", "grid head", "mediator", "clerk", "secretary", "deputy"];
  it.each(["BUILDING", "COMPOUND", "COMMUNITY"] as const)("at %s is whole to those who work on it, masked to other readers of its grid", (level) => {
    expect(seen(level, "DISPUTE", "WHOLE")).toEqual(inside);
    expect(seen(level, "DISPUTE", "MASKED")).toEqual(["grid member", "councillor", "street officer", "district officer"]);
  });
  it("once referred up, is whole to the officers it was referred to", () => {
    expect(seen("STREET", "DISPUTE", "WHOLE")).toEqual([...inside, "street officer"]);
    expect(seen("STREET", "DISPUTE", "MASKED")).toEqual(["grid member", "councillor", "district officer"]);
    expect(seen("DISTRICT", "DISPUTE", "WHOLE")).toEqual([...inside, "street officer", "district officer"]);
  });
});

describe("the liaison of a department", () => {
  const called = (kind: CaseCard["kind"], ...whistleDepartments: string[]) => ({ ...cardAt("COMMUNITY", kind), whistleDepartments });
  it("C38: sees the cases a whistle called it to, a dispute masked; no others", () => {
    expect(visibility(people.housing, called("DIFFICULTY", "住建"))).toBe("WHOLE");
    expect(visibility(people.housing, called("DISPUTE", "住建"))).toBe("MASKED");
    expect(visibility(people.fire, called("DIFFICULTY", "住建"))).toBe("NONE");
    expect(visibility(people.fire, called("DISPUTE", "住建"))).toBe("NONE");
    expect(visibility(people.housing, called("OPINION"))).toBe("NONE");
  });
  it("only as a liaison, of that department, where the case is, today", () => {
    const card = called("DIFFICULTY", "住建");
    expect(visibility(people.viewer("x", people.right("LIAISON", people.district)), card)).toBe("NONE");
    expect(visibility(people.viewer("x", people.right("LIAISON", "340803", { departmentId: "住建" })), card)).toBe("NONE");
    expect(visibility(people.viewer("x", people.right("EXPERT", people.district, { departmentId: "住建" })), card)).toBe("NONE");
    expect(visibility({ ...people.housing, assignments: [] }, card)).toBe("NONE");
  });
  it("once called, also after the release", () => {
    const story = acceptedCase("2024-06-03 10:00", people.member003);
    expect(visibility(people.housing, story.case)).toBe("NONE");
    story.does(people.chen, "2024-06-04 09:00", (c, facts) => decideWhistle(c, { whistleId: "w", departmentId: "住建", ask: "看管道" }, facts));
    expect(visibility(people.housing, story.case)).toBe("WHOLE");
    story.does(people.chen, "2024-06-05 09:00", (c, facts) => decideRelease(c, { whistleId: "w" }, facts));
    story.does(people.chen, "2024-06-06 09:00", (c, facts) => decideWhistle(c, { whistleId: "w2", departmentId: "住建", ask: "再看" }, facts));
    expect(story.case.whistleDepartments).toEqual(["住建"]);
    expect([people.housing, people.fire].map((who) => visibility(who, story.case))).toEqual(["WHOLE", "NONE"]);
  });
});

it.each(["OPINION", "DIFFICULTY"] as const)("%s is whole to every reading role of its area, at every level, and nothing to others", (kind) => {
  for (const level of caseLevels) {
    expect(seen(level, kind, "WHOLE")).toEqual([
      "lead", "recorder", "grid head", "mediator", "clerk", "secretary", "deputy", "grid member", "councillor", "street officer", "district officer", "building head",
    ]);
    expect(seen(level, kind, "MASKED")).toEqual([]);
  }
});

it("a level is owned by its role and by higher ones inside the community; street and district own what was referred up", () => {
  const owners = (level: CaseLevel): Role[] => roles.filter((role) => ownsLevel(role, level));
  expect(owners("BUILDING")).toEqual(["GRID_MEMBER", "GRID_HEAD", "CLERK", "SECRETARY", "DEPUTY"]);
  expect(owners("COMPOUND")).toEqual(["GRID_HEAD", "CLERK", "SECRETARY", "DEPUTY"]);
  expect(owners("COMMUNITY")).toEqual(["CLERK", "SECRETARY", "DEPUTY"]);
  expect(owners("STREET")).toEqual(["STREET_OFFICER", "DISTRICT_OFFICER"]);
  expect(owners("DISTRICT")).toEqual(["DISTRICT_OFFICER"]);
});

it("a right is in force on its first and its last day", () => {
  const term = { from: "2024-01-01", to: "2024-06-30" };
  expect(["2023-12-31", "2024-01-01", "2024-06-30", "2024-07-01"].map((day) => inForce(term, day))).toEqual([false, true, true, false]);
  expect(inForce({ from: "2024-01-01", to: null }, "2099-01-01")).toBe(true);
});
