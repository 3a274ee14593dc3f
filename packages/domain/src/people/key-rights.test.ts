import { describe, expect, it } from "vitest";
import type { KeyGrant } from "./key-rights.ts";
import { areasWith, holdsAnywhere, mayIn, rightNames } from "./rights.ts";
import type { Viewer } from "./roles.ts";
import type { CaseCard } from "../case/case.ts";
import { visibility } from "../case/visibility.ts";
import { seesProject } from "../project/why-not-project.ts";
import { acceptedCase } from "../testing/case-story.ts";
import * as people from "../testing/people.ts";

const keyWith = (grant: KeyGrant, area: string = people.district): Viewer => ({ ...people.viewer("key", people.right("KEY", area)), key: grant });
const grants = [
  { write: false, personalData: false },
  { write: true, personalData: false },
  { write: false, personalData: true },
  { write: true, personalData: true },
] as const;
const held = (viewer: Viewer): string[] => rightNames.filter((right) => mayIn(viewer, right, people.community)).toSorted();

describe("C27: what a key may", () => {
  const every = ["EXPORT_LISTS", "READ_PROJECTS", "READ_WORKERS"];
  it.each([
    [grants[0], [...every, "READ_OPEN_CASES"]],
    [grants[1], [...every, "COLLECT", "READ_OPEN_CASES"]],
    [grants[2], [...every, "READ_CASES"]],
    [grants[3], [...every, "COLLECT", "READ_CASES", "REVEAL_PERSONAL_DATA"]],
  ])("%o", (grant, rights) => {
    expect(held(keyWith(grant))).toEqual(rights.toSorted());
  });
  it("is nothing outside its area, and nothing at all where it is no key", () => {
    for (const grant of grants) expect(held(keyWith(grant, "340803"))).toEqual([]);
    expect(held(people.key)).toEqual([]);
    expect(rightNames.filter((right) => holdsAnywhere(people.key, right) || areasWith(people.key, right).length > 0)).toEqual([]);
  });
  it("reads the projects of its area", () => {
    const project = { communityCode: people.community, inspectorId: null };
    expect([keyWith(grants[0]), keyWith(grants[0], "340803"), people.key].map((who) => seesProject(project, who))).toEqual([true, false, false]);
  });
});

describe("C38: a dispute", () => {
  const base = acceptedCase("2024-06-03 10:00", people.member003).case;
  const card = (kind: CaseCard["kind"], recordedBy: string): CaseCard => ({ ...base, kind, recordedBy });
  it("does not exist for a key without personal data, though the key itself recorded it", () => {
    for (const write of [false, true]) {
      const viewer = keyWith({ write, personalData: false });
      expect([visibility(viewer, card("DISPUTE", "somebody")), visibility(viewer, card("DISPUTE", "key")), visibility(viewer, card("DIFFICULTY", "somebody"))]).toEqual(["NONE", "NONE", "WHOLE"]);
    }
  });
  it("is a masked card for one with personal data, and whole only if the key recorded it", () => {
    const viewer = keyWith(grants[3]);
    expect([visibility(viewer, card("DISPUTE", "somebody")), visibility(viewer, card("DISPUTE", "key")), visibility(viewer, card("OPINION", "somebody"))]).toEqual(["MASKED", "WHOLE", "WHOLE"]);
  });
});
