import { expect, describe, it } from "vitest";
import { projectActionNames, projectActions, type ProjectAction, type ProjectActionRow } from "./project-actions.ts";
import { projectStates, type ProjectState } from "./project.ts";
import { projectAreas, seesProject, whyNotProject, type ProjectCard } from "./why-not-project.ts";
import * as people from "../testing/people.ts";
import type { Viewer } from "../people/roles.ts";

/**
 * What the rules allow, written down a second time.
 * states  D draft · S submitted · R returned · P publicised · W running (work) · Q strike-off requested · X struck off · A abandoned
 * people  o owner · n the next secretary · f former owner, who is a street officer now · t street officer · i inspector
 *         c clerk · y deputy · m grid member · z district officer
 */
const expected: Record<ProjectAction, readonly [states: string, who: string]> = {
  amendPlan: ["DR", "o"],
  addCase: ["DSRPW", "o"],
  fileStudy: ["DR", "oyc"],
  setProgrammes: ["DSRPWQ", "oc"],
  submit: ["DR", "o"],
  returnPlan: ["S", "tz"],
  publicise: ["S", "tz"],
  object: ["P", "onfticymz"],
  answerObjection: ["P", "o"],
  run: ["P", "o"],
  completeMilestone: ["W", "o"],
  acceptDeliverable: ["W", "o"],
  signAcceptance: ["W", "oc"],
  explainShort: ["W", "o"],
  inspect: ["WQ", "oyitzf"],
  spend: ["WQ", "oc"],
  carryOver: ["DSRPWQ", "o"],
  requestStrikeOff: ["W", "o"],
  nameInspector: ["DSRPWQ", "tz"],
  returnStrikeOff: ["Q", "tiz"],
  strikeOff: ["Q", "tiz"],
  abandon: ["DSRPWQ", "o"],
  appraise: ["WQX", "tz"],
  markExemplary: ["X", "tz"],
  handOver: ["DSRPWQ", "onft"],
};
const letters: Record<ProjectState, string> = { DRAFT: "D", SUBMITTED: "S", RETURNED: "R", PUBLICISED: "P", RUNNING: "W", STRIKE_OFF_REQUESTED: "Q", STRUCK_OFF: "X", ABANDONED: "A" };

const card = (state: ProjectState): ProjectCard => ({ communityCode: people.community, secretaryId: "chen", secretaryIds: ["former", "chen"], state, inspectorId: "inspector" });
const cast: Record<string, Viewer> = {
  o: people.chen,
  n: people.viewer("next", people.right("SECRETARY", people.community)),
  f: people.viewer("former", people.right("STREET_OFFICER", people.street)),
  t: people.streetOfficer,
  i: people.viewer("inspector"),
  c: people.zhou,
  y: people.deputy,
  m: people.member003,
  z: people.districtOfficer,
};

describe("the projects' table, cell by cell", () => {
  it.each(projectActionNames)("%s", (action) => {
    for (const state of projectStates) {
      const allowed = Object.entries(cast).filter(([, viewer]) => whyNotProject(action, card(state), viewer) === null);
      const [states, who] = expected[action];
      expect(`${state}: ${allowed.map(([letter]) => letter).toSorted().join("")}`).toBe(`${state}: ${states.includes(letters[state]) ? [...who].toSorted().join("") : ""}`);
    }
  });
  it("outsiders do not learn that it exists", () => {
    const elsewhere = people.viewer("x", people.right("SECRETARY", "340802001008"));
    for (const viewer of [people.stranger, people.admin, people.key, elsewhere]) {
      for (const action of projectActionNames) expect(whyNotProject(action, card("RUNNING"), viewer)).toMatchObject({ code: "NOT_FOUND" });
    }
  });
  it("is read by whoever works in the community or above it, not by those who only come when called", () => {
    const sees = (who: Viewer) => seesProject(card("DRAFT"), who);
    const inside = [people.zhang, people.buildingHead, people.member003, people.li, people.councillor, people.mediator, people.zhou, people.chen, people.deputy, people.streetOfficer, people.districtOfficer];
    expect(inside.map(sees)).toEqual(inside.map(() => true));
    for (const who of [people.expert, people.housing, people.admin, people.key, people.viewer("x", people.right("GRID_HEAD", "340802001008001"))]) expect(sees(who), who.personId).toBe(false);
    expect(sees(people.viewer("inspector", people.right("EXPERT", people.district)))).toBe(true);
    expect(projectAreas(people.viewer("x", people.right("GRID_HEAD", people.grid003), people.right("CLERK", people.community), people.right("LIAISON", people.district)))).toEqual([people.community]);
  });
  it("a secretary who left the office owns nothing any more", () => {
    expect(whyNotProject("submit", card("DRAFT"), people.viewer("chen", people.right("CLERK", people.community)))).toMatchObject({ code: "FORBIDDEN_ROLE" });
  });
  it("state before ownership before right", () => {
    expect(whyNotProject("strikeOff", card("RUNNING"), people.chen)).toMatchObject({ code: "PROJECT_WRONG_STATE", data: { action: "strikeOff", state: "RUNNING" } });
    expect(whyNotProject("strikeOff", card("STRIKE_OFF_REQUESTED"), people.chen)).toMatchObject({ code: "OWN_PROJECT" });
    expect(whyNotProject("strikeOff", card("STRIKE_OFF_REQUESTED"), people.deputy)).toMatchObject({ code: "FORBIDDEN_ROLE" });
  });
});

it("every state is reached from DRAFT, and the two ends stay ends", () => {
  const reached = new Set<ProjectState>(["DRAFT"]);
  const edges = projectActionNames.flatMap((action) => {
    const { from, to } = projectActions[action];
    return to === "SAME" ? [] : from.map((source) => [source, to] as const);
  });
  for (const _ of projectStates) for (const [source, to] of edges) if (reached.has(source)) reached.add(to);
  expect([...reached].toSorted()).toEqual([...projectStates].toSorted());
  for (const action of projectActionNames) {
    const { from, to }: ProjectActionRow = projectActions[action];
    expect(to !== "SAME" && (from.includes("STRUCK_OFF") || from.includes("ABANDONED")), action).toBe(false);
  }
});
