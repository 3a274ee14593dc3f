import { describe, expect, it } from "vitest";
import { policyRows, type PolicyRow } from "./policy.ts";
import { rightNames, rights } from "./rights.ts";
import { roles } from "./roles.ts";
import { caseActionNames, caseActions } from "../case/case-actions.ts";
import { actionsOfRole } from "../case/role-actions.ts";
import { costActionNames } from "../cost/cost-actions.ts";
import { mediationActionNames } from "../mediation/mediation-actions.ts";
import { policySentence } from "../phrases/policy-sentence.ts";
import { projectActionNames, projectActions } from "../project/project-actions.ts";

const rows = policyRows();
const row = (action: PolicyRow["action"]): PolicyRow => rows.find((one) => one.action === action) as PolicyRow;

describe("the whole policy", () => {
  it("has each action of the five tables once; what is done to one case or project stands with it", () => {
    const house = rightNames.filter((right) => !["SUPERVISE", "REVIEW_PROJECTS", "READ_OPEN_CASES"].includes(right));
    expect(rows.map(({ action }) => action)).toEqual([...house, ...caseActionNames, ...projectActionNames, ...mediationActionNames, ...costActionNames]);
    expect(new Set(rows.map(({ action }) => action)).size).toBe(rows.length);
  });
  it("takes supervising and reviewing from the rights", () => {
    expect(caseActions.supervise.by).toBe(rights.SUPERVISE);
    for (const action of ["returnPlan", "publicise", "nameInspector", "strikeOff"] as const) expect(row(action).roles).toEqual(rights.REVIEW_PROJECTS);
  });
  it("gives a role of a case action what its level's ownership gives it", () => {
    for (const one of rows) {
      if (one.group !== "CASE") continue;
      expect(one.roles).toEqual(roles.filter((role) => actionsOfRole(role).includes(one.action)));
    }
    expect(row("assign")).toMatchObject({ relations: ["OWNER"], roles: ["GRID_MEMBER", "GRID_HEAD", "CLERK", "SECRETARY", "DEPUTY", "STREET_OFFICER", "DISTRICT_OFFICER"] });
  });
  it("leaves no action to nobody, and gives nothing to residents and keys by role", () => {
    for (const one of rows) {
      expect(one.roles.length + one.relations.length, one.action).toBeGreaterThan(0);
      expect(one.roles.filter((role) => role === "RESIDENT" || role === "KEY"), one.action).toEqual([]);
      if (one.group !== "HOUSE") expect(one.roles, one.action).not.toContain("SYSTEM_ADMIN");
    }
  });
  it("names the relations", () => {
    expect(row("resolve")).toEqual({ group: "CASE", action: "resolve", roles: [], relations: ["LEAD"] });
    expect(row("callBack").relations).toEqual(["REPORTER"]);
    expect(row("strikeOff")).toEqual({ group: "PROJECT", action: "strikeOff", roles: ["STREET_OFFICER", "DISTRICT_OFFICER"], relations: ["INSPECTOR"] });
    expect(row("recordOral")).toEqual({ group: "MEDIATION", action: "recordOral", roles: [], relations: ["NAMED"] });
    expect(projectActions.strikeOff.by).toEqual(["STREET_OFFICER", "DISTRICT_OFFICER", "INSPECTOR"]);
  });
});

describe("as sentences", () => {
  it.each(["zh", "en"] as const)("every row reads in %s", (language) => {
    const sentences = rows.map((one) => policySentence(one, language));
    for (const text of sentences) {
      expect(text).toMatch(language === "zh" ? /^[^a-zA-Z]+可以[^a-zA-Z]+。$/ : /^[A-Z][^\u4e00-\u9fff]+: .+\.$/);
      expect(text).not.toMatch(/undefined|null|[A-Z]{2,}_[A-Z]+/);
    }
    expect(new Set(sentences).size).toBe(rows.length);
  });
  it("like this", () => {
    expect(policySentence(row("supervise"), "zh")).toBe("街道干部和区级干部可以督办。");
    expect(policySentence(row("assign"), "zh")).toBe("本级负责人可以派发。");
    expect(policySentence(row("amend"), "en")).toBe("Amend: lead, grid head, clerk, secretary and deputy secretary.");
    expect(policySentence(row("strikeOff"), "zh")).toBe("街道干部、区级干部和指定的核查人可以销号。");
    expect(policySentence(row("GRANT_ROLES"), "zh")).toBe("系统管理员可以授予和终止职务。");
    expect(policySentence(row("READ_DISPUTES"), "en")).toBe("Read disputes whole: grid head, mediator, clerk, secretary and deputy secretary.");
  });
});
